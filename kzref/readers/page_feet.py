"""Separates the feet of printed pages from a text layer: footnotes, page numbers, page starts.

In such a layer a long line of blanks opens the foot, and the next page opens slightly indented right
under a line that is not empty, or with its page number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kzref.model.own_text import ReadParagraph

_NOTE: Final = re.compile(r"(\d{1,3})\s*(?=[^\d\s.])")
_SLIGHT: Final = 3  # blanks before the first words of a page
_MOST_MISSED: Final = 2  # how many footnote numbers in a row a print may leave out


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNote:
    """A footnote; a number that is printed twice makes two."""

    number: int
    lines: tuple[ReadParagraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The lines of a text without the feet of its pages, and the footnotes."""

    body: tuple[ReadParagraph, ...]
    notes: tuple[PageNote, ...]
    numbers: tuple[ReadParagraph, ...]


def without_feet(lines: Sequence[ReadParagraph], first_page: int) -> Pages:
    """The lines with their pages, counted from that of the first line."""
    body: list[ReadParagraph] = []
    notes: list[tuple[int, list[ReadParagraph]]] = []
    numbers: list[ReadParagraph] = []
    page, at_foot = first_page, False
    for line in lines:
        is_number = at_foot and line.text.isdigit()
        if is_number or (0 < line.indent <= _SLIGHT and not line.gap and line is not lines[0]):
            page, at_foot = page + 1, False
        elif line.opens_foot:
            at_foot = True
        paged = replace(line, page=page)
        if is_number:
            numbers.append(paged)
        elif at_foot:
            last = notes[-1][0] if notes else 0
            number = _begins(line.text, last)
            if number is None and notes:
                notes[-1][1].append(paged)
            else:
                notes.append((last if number is None else number, [paged]))
        else:
            body.append(paged)
    return Pages(
        body=tuple(body),
        notes=tuple(PageNote(number=n, lines=tuple(found)) for n, found in notes),
        numbers=tuple(numbers),
    )


def _begins(text: str, last: int) -> int | None:
    """The number of the footnote that begins here; they rise, and a few are left out."""
    begins = _NOTE.match(text)
    if begins and last <= int(begins[1]) <= last + _MOST_MISSED:
        return int(begins[1])
    return None
