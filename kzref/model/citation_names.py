"""How people name acts and places: spellings by language, and nicknames of provisions."""

from dataclasses import dataclass

from kzref.model.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """The ways to write the name of an act."""

    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    kk: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentNames:
    """An act's key and all its spellings."""

    key: str
    spellings: Spellings


@dataclass(frozen=True, slots=True, kw_only=True)
class Nickname:
    """A word that lawyers use for a provision."""

    name: str
    language: Language
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationNames:
    """Everything the citation reader knows about names."""

    instruments: tuple[InstrumentNames, ...] = ()
    nicknames: tuple[Nickname, ...] = ()
