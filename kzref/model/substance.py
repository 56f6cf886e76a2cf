"""The size table of substances: printed boundaries as decimals, and the rules around the table."""

from decimal import Decimal

from msgspec import Struct

from kzref.model.text import Text


class SubstanceNames(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The names of a substance as the table prints them, the main one first."""

    ru: tuple[str, ...]
    kk: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class SizeRange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A size class: over `min` up to and including `max`; None: the table gives no such edge."""

    min: Decimal | None = None
    max: Decimal | None = None


class Substance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the size table."""

    id: str
    table: str
    list: str | None = None
    names: SubstanceNames
    unit: str
    state: str | None = None  # "dried" or "undried" where the table has both
    small: SizeRange
    large: SizeRange
    especially_large: SizeRange
    printed_ru: str | None = None
    mixtures: bool = False
    note: Text | None = None
    list_entries: str | None = None
    kk_check: str | None = None


class SizeRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule printed around the table, or a warning about it."""

    id: str
    text: Text
