"""Documents into paragraphs that carry the numbers of their digests.

A document of which the edition has digests is cut along their outline: numbered paragraphs with
bullets and footnotes, or paragraphs counted within each section. Any other is counted throughout.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from kzref.model.message import Message
from kzref.model.own_text import Outline, ReadParagraph, Structure, TextKind, Unit, UnitKind
from kzref.readers.joined_lines import are_broken, join, unbroken
from kzref.readers.page_feet import PageNote, without_feet
from kzref.readers.section_marks import Openings, is_heading, is_link

_PARAGRAPH: Final = re.compile(r"(\d{1,3})\.\s")
_BULLET: Final = re.compile(r"[-–•]\s*\S")
_LISTED: Final = re.compile(r"[-–•]|\d+\)")
_ENDS: Final = re.compile(r"[.;][\"”»]?$")
_FULL_LINE: Final = 80
HEAD: Final = "head"
_Placed: TypeAlias = tuple[str, str, list[ReadParagraph]]  # section, number, lines


def structure_document(
    paragraphs: Sequence[ReadParagraph], outline: Sequence[Outline] = (), document: str = ""
) -> Structure:
    """The paragraphs of a document, by the sections and numbers of its digests where it has them."""
    marked = [one for one in paragraphs if one.note]  # footnotes that the file tells apart
    if not outline:
        units = tuple(_counted_throughout(paragraphs))
        return Structure(kind=TextKind.DOCUMENT, units=units)
    is_numbered = any(number.isdigit() for section in outline for number in section.numbers)
    cut = _numbered if is_numbered else _counted
    found = [*cut([one for one in paragraphs if not one.note], outline)]
    found += (_unit(UnitKind.FOOTNOTE, [one], _holder(found, one.line), one.note) for one in marked)
    units = tuple(sorted(found, key=lambda unit: unit.line))
    return Structure(
        kind=TextKind.DOCUMENT, units=units, doubts=tuple(_doubts(units, outline, document))
    )


def _counted_throughout(paragraphs: Sequence[ReadParagraph]) -> Iterator[Unit]:
    whole = unbroken(paragraphs) if are_broken(paragraphs) else paragraphs
    number = 0
    for paragraph in whole:
        if paragraph.note:
            yield _unit(UnitKind.FOOTNOTE, [paragraph], "body", paragraph.note)
        elif paragraph.is_heading:
            yield _unit(UnitKind.HEADING, [paragraph], "body", "")
        else:
            number += 1
            yield _unit(UnitKind.PARAGRAPH, [paragraph], "body", f"p{number}")


def _unit(kind: UnitKind, lines: Sequence[ReadParagraph], holder: str, at: str) -> Unit:
    return Unit(
        kind=kind,
        text=join(lines),
        line=lines[0].line,
        page=lines[0].page,
        holder=holder,
        at=at,
    )


def _holder(units: Iterable[Unit], line: int) -> str:
    """The section of the last unit above a line."""
    above = [unit for unit in units if unit.line < line and unit.holder]
    return max(above, key=lambda unit: unit.line).holder if above else ""


def _front(lines: Iterable[ReadParagraph]) -> Iterator[Unit]:
    return (_unit(UnitKind.FRONT, [line], "", "") for line in lines)


# --- numbered paragraphs


def _numbered(paragraphs: Sequence[ReadParagraph], outline: Sequence[Outline]) -> Iterator[Unit]:
    openings = Openings(outline)
    start = next((at for at, one in enumerate(paragraphs) if openings.first(one)), 0)
    yield from _front(paragraphs[:start])
    pages = without_feet(paragraphs[start:], first_page=1)
    yield from (_unit(UnitKind.FURNITURE, [line], "", "") for line in pages.numbers)
    places: list[_Placed] = []
    section, number, bullets = outline[0].id, HEAD, 0
    expected = iter(outline[0].numbers)
    wanted = _next_number(expected)
    for line in pages.body:
        if opened := openings.opened(line):
            section, number, bullets = opened.id, HEAD, 0
            expected = iter(opened.numbers)
            wanted = _next_number(expected)
            places.append((section, number, [line]))
            continue
        begins = _PARAGRAPH.match(line.text)
        if begins and begins[1] == wanted:
            number, bullets = begins[1], 0
            wanted = _next_number(expected)
            places.append((section, number, [line]))
        elif _BULLET.match(line.text) and _may_open(places[-1][2][-1].text if places else ""):
            bullets += 1
            base = "0" if number == HEAD else number
            places.append((section, f"{base}.b{bullets}", [line]))
        elif places:
            places[-1][2].append(line)
        else:
            places.append((section, HEAD, [line]))
    for section, at, lines in places:
        kind = UnitKind.BULLET if ".b" in at else UnitKind.PARAGRAPH
        yield _unit(kind, lines, section, at)
    yield from _footnotes(pages.notes, outline, places)


def _footnotes(
    notes: Sequence[PageNote], outline: Sequence[Outline], places: Sequence[_Placed]
) -> Iterator[Unit]:
    """The footnotes in the sections of their marks, as far as the digests know them.

    Where a number is printed twice and the one before it is missing, the first is that one.
    """
    holders: dict[str, list[str]] = {}
    for one in outline:
        for number in one.footnotes:
            holders.setdefault(number, []).append(one.id)
    printed = {note.number for note in notes}
    for at, note in enumerate(notes):
        twice = at + 1 < len(notes) and notes[at + 1].number == note.number
        slipped = twice and note.number - 1 not in printed
        name = f"fn{note.number - slipped}"
        known = holders.get(name, [])
        holder = known[0] if known else _section_at(places, note.lines[0].line)
        if len(known) > 1:
            del known[0]
        yield _unit(UnitKind.FOOTNOTE, note.lines, holder, name)


def _next_number(expected: Iterator[str]) -> str | None:
    return next((number for number in expected if number.isdigit()), None)


def _may_open(before: str) -> bool:
    """Whether a dash below this line can be a bullet: not where a full line goes on."""
    return not before[-1:].isalpha() or len(before) < _FULL_LINE


def _section_at(places: Sequence[_Placed], line: int) -> str:
    """The section that stands at a line."""
    before = [section for section, _, lines in places if lines[0].line <= line]
    return before[-1] if before else ""


# --- counted paragraphs


def _counted(paragraphs: Sequence[ReadParagraph], outline: Sequence[Outline]) -> Iterator[Unit]:
    openings = Openings(outline)
    sections: dict[str, list[ReadParagraph]] = {}
    current: list[ReadParagraph] | None = None
    front: list[ReadParagraph] = []
    for at, line in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        if opened := openings.opened(line, following):
            current = sections.setdefault(opened.id, [])
            if is_heading(line, opened.id):
                yield _unit(UnitKind.HEADING, [line], opened.id, "")
                continue
        if is_link(line):
            yield _unit(UnitKind.FURNITURE, [line], "", "")
        elif current is not None and openings.is_other_heading(line):
            yield _unit(UnitKind.HEADING, [line], "", "")
        else:
            (front if current is None else current).append(line)
    yield from _front(front)
    broken = are_broken(paragraphs)
    for section in outline:
        lines = sections.get(section.id, [])
        groups = _groups(lines, len(section.numbers), broken=broken)
        surplus = len(groups) - len(section.numbers)
        if len(outline) == 1 and surplus > 0:  # captions above the text
            yield from _front(line for group in groups[:surplus] for line in group)
            groups = groups[surplus:]
        for number, group in enumerate(groups, start=1):
            yield _unit(UnitKind.PARAGRAPH, group, section.id, f"p{number}")


def _groups(
    lines: Sequence[ReadParagraph], expected: int, *, broken: bool
) -> list[list[ReadParagraph]]:
    """The lines of each paragraph; a section of one paragraph is not divided."""
    if expected == 1 and lines:
        return [list(lines)]
    if not broken:
        return [[line] for line in lines]
    starts = [
        (at, lines[at - 1]) for at in range(1, len(lines)) if _begins(lines[at - 1], lines[at])
    ]
    surplus = len(starts) + 1 - expected
    if surplus > 0:  # a sentence may end at the end of a full line, so the doubtful starts go
        doubtful = sorted(starts, key=lambda start: _doubt(start[1], lines[start[0]]), reverse=True)
        starts = sorted(set(starts) - set(doubtful[:surplus]), key=lambda start: start[0])
    cuts = [0, *(at for at, _ in starts), len(lines)]
    return [list(lines[a:b]) for a, b in pairwise(cuts) if a < b]


def _begins(before: ReadParagraph, line: ReadParagraph) -> bool:
    text = line.text
    if _LISTED.match(text):
        return bool(re.match(r"[-–•]\s+[^\W\d_]", text)) and text.lstrip("-–• ")[0].isupper()
    return _ENDS.search(before.text) is not None and not text[0].islower()


def _doubt(before: ReadParagraph, line: ReadParagraph) -> tuple[bool, int]:
    """How doubtful it is that a paragraph begins here: the next word would not have fitted above."""
    with_next_word = len(before.text) + 1 + len(line.text.split()[0])
    return before.text.endswith(";") and line.text[0].isalpha(), with_next_word


def _doubts(units: Sequence[Unit], outline: Sequence[Outline], document: str) -> Iterator[Message]:
    found = {(unit.holder, unit.at) for unit in units if unit.at}
    for section in outline:
        numbers = {at for holder, at in found if holder == section.id and ".b" not in at}
        if not numbers and section.numbers:
            yield Message("own.doubt.section", {"section": section.id})
            continue
        paragraphs = len([at for at in numbers if not at.startswith("fn")])
        if HEAD in numbers and HEAD not in section.numbers:
            paragraphs -= 1
        if paragraphs != len(section.numbers):
            yield Message(
                "own.doubt.paragraphs",
                {"section": section.id, "found": paragraphs, "expected": len(section.numbers)},
            )
        for number in (*section.numbers, *section.footnotes):
            if (section.id, number) not in found:
                yield Message("own.doubt.not_found", {"place": f"{document} {section.id} {number}"})
