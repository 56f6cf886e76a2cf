"""How people name acts and places: spellings by language, and nicknames of provisions."""

from msgspec import Struct

from kzref.model.text import Language


class Spellings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The ways to write the name of an act."""

    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    kk: tuple[str, ...] = ()


class InstrumentNames(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act's key and all its spellings."""

    key: str
    spellings: Spellings


class Nickname(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that lawyers use for a provision."""

    name: str
    language: Language
    reference: str


class CitationNames(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything the citation reader knows about names."""

    instruments: tuple[InstrumentNames, ...] = ()
    nicknames: tuple[Nickname, ...] = ()
    without_parts: tuple[str, ...] = ()  # articles of codes that list points and have no parts
