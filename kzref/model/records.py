"""What the source documents yield beside their paragraphs: asks, hazards, figures, cases, dates."""

from dataclasses import dataclass
from enum import StrEnum

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


class Status(StrEnum):
    """How far a recommendation has been carried out, in the view of whoever says so."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not-done"
    UNCLEAR = "unclear"
    NOT_ASSESSED = "not-assessed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The view of the report's authors at its date."""

    status: Status
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Development:
    """Something that happened after the report, with the law that shows it."""

    on: str
    status: Status
    note: Text
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What a body asks for, with its place, its addressee and what became of it."""

    id: str
    body: Body
    at: str
    page: int | None = None
    addressee: tuple[str, ...]
    topic: str
    iccpr: tuple[str, ...] = ()
    gist: Text
    assessment: Assessment
    provisions: tuple[str, ...] = ()
    since: tuple[Development, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """A place where a source contradicts itself, another source or the law."""

    id: str
    document: str
    at: tuple[str, ...] = ()
    kind: str
    critical: bool = False
    fault: Text
    treatment: Text
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """A figure as its source prints it."""

    id: str
    value: str
    unit: str
    what: Text
    period: str
    at: str
    series: str | None = None
    hazards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case or event that a source tells; persons are named no more fully than there."""

    id: str
    name: str
    date: str
    topic: str
    iccpr: tuple[str, ...] = ()
    at: str
    outcome: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated change of law or fact; `on` is as precise as the source (`1993`, `1993-03`)."""

    id: str
    on: str
    what: Text
    provisions: tuple[str, ...] = ()
    at: str | None = None
