"""The words of a document as printed, paragraph by paragraph, footnotes at the words that call them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kzref.model.own_text import Unit, UnitKind
from kzref.services.own.library import OwnLibrary

_OF_TEXT = frozenset({UnitKind.PARAGRAPH, UnitKind.BULLET, UnitKind.TEXT})


@dataclass(slots=True)
class Verbatim:
    """A paragraph or a bullet as printed; its footnotes are (`fn51`, words)."""

    at: str
    text: str
    page: int | None
    footnotes: list[tuple[str, str]] = field(default_factory=list)


def printed_section(own: OwnLibrary, document: str, section: str) -> dict[str, Verbatim]:
    """A section as printed, where the user brought the document; empty where not."""
    texts = own.texts(document)
    return section_verbatim(own.units(texts[0], section)) if texts else {}


def section_verbatim(units: Sequence[Unit]) -> dict[str, Verbatim]:
    """The paragraphs and bullets of a section by number.

    A footnote stands with the words that carry its mark, the nearest before it; where print lost
    the mark, with the paragraph before it.
    """
    found: dict[str, Verbatim] = {}
    for unit in units:
        if unit.kind in _OF_TEXT and unit.at in found:
            found[unit.at].text += f"\n{unit.text}"
        elif unit.kind in _OF_TEXT and unit.at:
            found[unit.at] = Verbatim(at=unit.at, text=unit.text, page=unit.page)
    before: list[Verbatim] = []
    for unit in units:
        if unit.at in found and found[unit.at] not in before:
            before.append(found[unit.at])
        elif unit.kind is UnitKind.FOOTNOTE and before:
            owner = _caller(unit.at, reversed(before)) or _caller(unit.at, found.values())
            (owner or before[-1]).footnotes.append((unit.at, unit.text))
    return found


def _caller(footnote: str, paragraphs: Iterable[Verbatim]) -> Verbatim | None:
    """The paragraph whose words carry the mark of a footnote: a number glued to a word or a stop."""
    number = re.escape(footnote.removeprefix("fn"))
    mark = re.compile(rf"(?<=\S)(?<![\d(№/–-])(?<!\d[.,]){number}(?!\d)")
    return next((one for one in paragraphs if mark.search(one.text)), None)
