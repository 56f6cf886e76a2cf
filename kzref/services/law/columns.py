"""An article in columns: digests and official texts, side by side, unit by unit."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kzref.model.errors import InputError
from kzref.model.law import Article, Instrument, Provision, Version
from kzref.model.own_text import LAW, OwnText
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.services.own.library import OwnLibrary

ORDER = (Language.KK, Language.RU, Language.EN)  # as the languages stand in the bar
_STEP = re.compile(r"\d+|[a-z]")


class Layer(StrEnum):
    """Whose words a column holds."""

    DIGEST = "digest"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Column:
    """A column of the reading view."""

    layer: Layer
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a column shows of a unit; `language` is that of the text, which may be a stand-in."""

    text: str
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit across all columns; `provision` is None where only the official text has the unit."""

    at: str
    provision: Provision | None
    version: Version | None
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """An article in columns; `sources` are the imported texts behind the official ones."""

    columns: tuple[Column, ...]
    sources: tuple[OwnText | None, ...]
    rows: tuple[UnitRow, ...]


def offered(own: OwnLibrary, instrument: Instrument) -> tuple[Column, ...]:
    """The columns that there can be: the digest in each language, and what the user has imported."""
    digests = [Column(layer=Layer.DIGEST, language=language) for language in ORDER]
    languages = {text.language for text in own.texts(instrument.id)}
    official = [
        Column(layer=Layer.OFFICIAL, language=language)
        for language in ORDER
        if language in languages
    ]
    return (*digests, *official)


def in_columns(
    own: OwnLibrary,
    instrument: Instrument,
    article: Article,
    as_of: date,
    columns: tuple[Column, ...],
) -> Columns:
    """The article as of a day in these columns, rows aligned by the place of the unit."""
    whole = Pinpoint(key=instrument.key, article=article.article)
    sources: list[OwnText | None] = []
    texts: list[dict[str, str]] = []
    for column in columns:
        source: OwnText | None = None
        wordings: dict[str, str] = {}
        if column.layer is Layer.OFFICIAL:
            source, wordings = _official(own, whole, as_of, column.language)
        sources.append(source)
        texts.append(wordings)
    provisions = {provision.at: provision for provision in article.provisions}
    places = sorted({*provisions, *(at for wordings in texts for at in wordings)}, key=_in_order)
    rows = []
    for at in places:
        provision = provisions.get(at)
        version = provision.version(as_of) if provision else None
        cells = tuple(
            _cell(column, version, wordings.get(at))
            for column, wordings in zip(columns, texts, strict=True)
        )
        rows.append(UnitRow(at=at, provision=provision, version=version, cells=cells))
    return Columns(columns=columns, sources=tuple(sources), rows=tuple(rows))


def _cell(column: Column, version: Version | None, wording: str | None) -> Cell | None:
    if column.layer is Layer.OFFICIAL:
        return Cell(text=wording, language=column.language) if wording else None
    if version is None:
        return None
    text, language = version.gist.best(column.language)
    return Cell(text=text, language=language)


def _official(
    own: OwnLibrary, whole: Pinpoint, as_of: date, language: Language
) -> tuple[OwnText | None, dict[str, str]]:
    """The text in exactly this language, and the law's own words by place."""
    try:
        official = own.official(whole, as_of, language)
    except InputError:
        return None, {}
    if official.source.language is not language:
        return None, {}
    wordings: dict[str, str] = {}
    for unit in official.units:
        if unit.kind in LAW:
            begun = f"{wordings[unit.at]}\n" if unit.at in wordings else ""
            wordings[unit.at] = begun + unit.text
    return official.source, wordings


def _in_order(at: str) -> tuple[bool, tuple[tuple[int, str], ...]]:
    """The article itself, its units by number, then its notes."""
    steps = tuple((int(step), "") if step.isdigit() else (0, step) for step in _STEP.findall(at))
    return at.startswith("note"), steps
