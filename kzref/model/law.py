"""Acts, their articles and provisions with versions in time, amending laws, and the texts read."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Text


class InstrumentKind(StrEnum):
    """What sort of act an instrument is."""

    CODE = "code"
    CONSTITUTION = "constitution"
    TREATY = "treaty"
    LAW = "law"
    DECREE = "decree"
    RESOLUTION = "resolution"
    STANDARD = "standard"


class Instrument(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act as a work, independent of language and redaction."""

    id: str
    key: str
    kind: InstrumentKind
    title_en: str
    title_ru: str | None = None
    title_kk: str | None = None
    short: Text
    number: str | None = None
    adopted: date | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    replaces: str | None = None
    note: Text | None = None
    position: int = 100  # in lists: smaller comes first

    @property
    def title(self) -> Text:
        """The official title in the languages in which it is known; the English one is ours."""
        return Text(en=self.title_en, ru=self.title_ru, kk=self.title_kk)


class Currency(StrEnum):
    """How far an answer may be relied on today."""

    OK = "ok"
    AMBER = "amber"
    RED = "red"


class Verified(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a record was checked, and against which text (an id of `Source`)."""

    on: date
    against: str


class Version(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a provision says from one day until another (exclusive), digested."""

    in_force_from: date
    in_force_until: date | None = None
    amended_by: str | None = None
    gist: Text
    note: Text | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether this version is the law on the given day."""
        return self.in_force_from <= on and (
            self.in_force_until is None or on < self.in_force_until
        )


class Provision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A citable unit of an article, with every version of it that is known."""

    at: str
    versions: tuple[Version, ...]
    topics: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    verified: Verified | None = None

    def version(self, on: date) -> Version | None:
        """The version in force on that day, or None when none is known."""
        return next((version for version in self.versions if version.is_in_force(on)), None)


class Heading(Struct, frozen=True, kw_only=True):
    """An article's number and title alone, for lists."""

    article: str
    title_en: str | None = None
    title_ru: str | None = None
    title_kk: str | None = None

    @property
    def title(self) -> Text:
        """The article's heading; Russian and Kazakh as published, English ours."""
        return Text(en=self.title_en, ru=self.title_ru, kk=self.title_kk)


class Article(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article of an act with its citable units, the whole article first."""

    article: str
    title_en: str | None = None
    title_ru: str | None = None
    title_kk: str | None = None
    chapter: str | None = None
    provisions: tuple[Provision, ...]

    @property
    def title(self) -> Text:
        """The article's heading; Russian and Kazakh as published, English ours."""
        return Text(en=self.title_en, ru=self.title_ru, kk=self.title_kk)

    def pinpoint(self, key: str, provision: Provision) -> Pinpoint:
        """The pinpoint of one of its units, in the act with this key."""
        tail = (
            provision.at if provision.at.startswith("(") or not provision.at else f" {provision.at}"
        )
        return Pinpoint.parse(f"{key} {self.article}{tail}")


class Certainty(StrEnum):
    """How well the day on which a law took effect is known."""

    EXACT = "exact"
    RECKONED = "reckoned"
    UNKNOWN = "unknown"


class Effect(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The day on which a law took effect, and how well it is known."""

    on: date | None
    certainty: Certainty


class Later(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Changes that begin later than the rest of their law, and that the edition has no text of."""

    on: date
    provisions: tuple[str, ...]  # the units, also those that are still to be added


class AmendingLaw(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A law that changed others."""

    id: str
    adopted: date | None = None
    in_force: Effect
    title_en: str | None = None
    title_ru: str | None = None
    title_kk: str | None = None
    note: Text | None = None
    later: tuple[Later, ...] = ()

    def is_effect_doubtful(self, day: date) -> bool:
        """Whether, on that day, the law may or may not have been in force already.

        A reckoned day of effect may be off by as much as lies between the adoption and that day.
        """
        reckoned = self.in_force.on
        if reckoned is None or self.adopted is None:
            return False
        return self.in_force.certainty is Certainty.RECKONED and (
            self.adopted <= day <= reckoned + (reckoned - self.adopted)
        )


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text that records were checked against."""

    id: str
    title_en: str
    what: Text
    read_on: date


class Concordance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place of a former act and its successor."""

    old: str
    new: str | None
    change: Text
