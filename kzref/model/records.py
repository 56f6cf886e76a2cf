"""What the source documents yield beside their paragraphs: asks, hazards, figures, cases, dates."""

from enum import StrEnum

from msgspec import Struct

from kzref.model.text import Text


class Body(StrEnum):
    """Who makes a recommendation."""

    UN_HRC = "un-hrc"
    NGO = "ngo"
    UN_CAT = "un-cat"
    ODIHR = "odihr"
    UN_SR = "un-sr"
    UN_CERD = "un-cerd"
    UN_CESCR = "un-cescr"
    UPR = "upr"


class Group(StrEnum):
    """Whom a recommendation names, or whom its subject is about."""

    DETAINEES = "detainees"
    PRISONERS = "prisoners"
    TORTURE_VICTIMS = "torture-victims"
    TRAFFICKING_VICTIMS = "trafficking-victims"
    CHILDREN = "children"
    WOMEN = "women"
    ELDERLY = "elderly"
    DISABLED = "disabled"
    MENTAL_HEALTH = "mental-health"
    DEPENDENT = "dependent"
    REFUGEES = "refugees"
    FOREIGNERS = "foreigners"
    UNDOCUMENTED = "undocumented"
    MINORITIES = "minorities"
    LGBT = "lgbt"
    BELIEVERS = "believers"
    JOURNALISTS = "journalists"
    LAWYERS = "lawyers"
    JUDGES = "judges"
    OBJECTORS = "objectors"
    CANDIDATES = "candidates"


class Tie(StrEnum):
    """What ties a provision to a recommendation."""

    CHANGE = "change"  # it asks to change or review the provision
    CONCERNS = "concerns"  # the provision bears on what it asks for
    SHOWS = "shows"  # what happened since is seen from the provision


class Status(StrEnum):
    """How far a recommendation has been carried out, in the view of whoever says so."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not-done"
    UNCLEAR = "unclear"
    NOT_ASSESSED = "not-assessed"


class Assessment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The view of the report's authors at its date."""

    status: Status
    note: Text | None = None


class Development(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that happened after the report, with the law that shows it."""

    on: str
    status: Status
    note: Text
    references: tuple[str, ...] = ()


class Recommendation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a body asks for, with its place, its addressee and what became of it.

    `year` is that of the recommendation as far as the report tells it; `amends` are those of its
    `provisions` that it asks to change.
    """

    id: str
    body: Body
    at: str
    year: int | None = None
    page: int | None = None
    addressee: tuple[str, ...]
    topic: str
    groups: tuple[Group, ...] = ()
    iccpr: tuple[str, ...] = ()
    gist: Text
    assessment: Assessment
    provisions: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    since: tuple[Development, ...] = ()

    def ties(self, *references: str) -> tuple[Tie, ...]:
        """What ties the recommendation to these provisions, each tie once, the closest first."""
        named = {
            Tie.CHANGE: set(self.amends),
            Tie.CONCERNS: set(self.provisions) - set(self.amends),
            Tie.SHOWS: {one for development in self.since for one in development.references},
        }
        return tuple(tie for tie in Tie if not named[tie].isdisjoint(references))


class Hazard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place where a source contradicts itself, another source or the law."""

    id: str
    document: str
    at: tuple[str, ...] = ()
    kind: str
    critical: bool = False
    fault: Text
    treatment: Text
    provisions: tuple[str, ...] = ()


class Point(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A further value of a figure, for another period or group, from the same place."""

    value: str
    period: str
    what: Text


class Statistic(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure as its source prints it."""

    id: str
    value: str
    unit: str
    what: Text
    period: str
    at: str
    series: str | None = None
    others: tuple[Point, ...] = ()
    hazards: tuple[str, ...] = ()


class Case(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A case or event that a source tells; persons are named no more fully than there."""

    id: str
    name: str
    date: str
    topic: str
    iccpr: tuple[str, ...] = ()
    at: str
    outcome: Text


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dated change of law or fact; `on` is as precise as the source (`1993`, `1993-03`)."""

    id: str
    on: str
    what: Text
    provisions: tuple[str, ...] = ()
    at: str | None = None
