"""Finds the section and the number of a paragraph in a citation of a document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kzref.engine.citations.section_names import section_name
from kzref.engine.citations.tokens import skeleton
from kzref.engine.citations.units import Level, Unit
from kzref.model.document import Document
from kzref.model.text import Language

BEGINNINGS = ("head", "1", "p1")  # where a section begins


@dataclass(frozen=True, slots=True)
class SectionFound:
    """A section, and where in the text it is named."""

    id: str
    span: tuple[int, int]


class Sections:
    """Finds the name of a section of one document."""

    def __init__(self, document: Document) -> None:
        """Learn the names of its sections."""
        self._ids = {
            skeleton(name): section.id
            for section in document.sections
            for name in (section.id, *(section_name(section.id, one) for one in Language))
        }
        self._is_one = len(document.sections) == 1
        longest_first = sorted(self._ids, key=len, reverse=True)
        self._pattern = re.compile(r"(?<![\w.])(?:" + "|".join(map(_bounded, longest_first)) + ")")

    def find(self, text: str, *, named: bool) -> SectionFound | None:
        """The section in the text; the only one of a named document goes without saying."""
        found = self._pattern.search(skeleton(text))
        if found is not None and (named or re.search(r"\d", found[0])):
            return SectionFound(self._ids[found[0]], found.span())
        if named and self._is_one:
            return SectionFound(next(iter(self._ids.values())), (0, 0))
        return None


def _bounded(section: str) -> str:
    end = r"(?!\d|\.\d)" if section[-1].isdigit() else r"(?!\w)"
    return re.escape(section) + end


def place_numbers(units: Sequence[Unit]) -> tuple[tuple[str, ...], list[str]]:
    """The spellings in data of a paragraph, bullet or footnote, likeliest first; what is left over."""
    levels: dict[Level | None, str] = {}
    unused = []
    for unit in units:
        level = None if unit.level is Level.PRINTED else unit.level
        if level in levels:
            unused.append(unit.number)
        levels.setdefault(level, unit.number)
    if number := levels.get(Level.FOOTNOTE):
        return (f"fn{number}",), unused
    bullet = f".b{levels[Level.BULLET]}" if Level.BULLET in levels else ""
    if number := levels.get(Level.COUNTED):
        return (f"p{number}{bullet}", f"{number}{bullet}"), unused
    if number := levels.get(None):
        return (f"{number}{bullet}", f"p{number}{bullet}"), unused
    if bullet:
        return (f"0{bullet}",), unused
    return BEGINNINGS, unused
