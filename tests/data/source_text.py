"""Cuts the five source documents into the text of each anchor, free of the marks of the print."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kzref.model.document import Place

DOCUMENTS = {
    "000": "kz-response-2020",
    "001": "kz-bill-2024",
    "002": "ngo-iccpr-2016",
    "003": "incsr-2015",
    "004": "caricc-2019-43",
}
ONE_LINE = {"001", "003", "004"}  # a paragraph is one line there; what follows is a heading
REPORT = "002"  # the one with pages and footnotes

# Footnote marks that look like a part of a figure: the print, and where the figure ends.
GLUED_TO_FIGURES = (
    ("28 December 2009", "3"),
    ("2009-2012", "46"),
    ("No.132.", "50"),
    ("No.87", "59"),
    ("No.143", "60"),
    ("157.", "63"),
    ("No.97", "64"),
    ("until 2016", "80"),
    ("Comment No.16.", "91"),
    ("Kazakhstan – 2020", "102"),
    ("1 January 2015", "103"),
    ("April \n2015", "151"),
    ("January 2001", "152"),
    ("Execution Code). ", "40"),
    ("available. ", "88"),
    ("Constitution ", "100"),
    ("Offenses ", "142"),
)
GLUED_TO_WORDS = re.compile(r"(?<=[^\W\d_]|[”’\")\]])([.,;:]*)(\d{1,3})(?![\d%])")
GLUED_TO_YEARS = re.compile(r"(?<=\b(?:19|20)\d\d)([.,])(\d{1,3})(?=\s)")
A_FIGURE_FOLLOWS = re.compile(r"\b(?:(?:No|Rev|p)\.|[Oo]n|Article|p)$")
# "Ibid. Paragraph 14": what the footnote before says belongs to this one too.
SAME_SOURCE = re.compile(r"\b(?:Ibid|Same document)\b")
MARK_OF_A_QUOTED_TEXT = "observers.100"
# "Article 14.2", "paragraph 2.4 of Article 49" are no fractions.
POINT_OF_AN_ARTICLE = re.compile(r"(Article \d+)\.(\d+)|(\bparagraph \d+)\.(\d+)(?= of Article)")
# These marks are one lower than the numbers at the foot of the page.
MARKS_ONE_LOWER = {146, *range(148, 156)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The print of one anchor, and the footnotes that its marks lead to."""

    place: Place
    text: str
    footnotes: tuple[str, ...] = ()  # "fn51"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTexts:
    """The print of all anchors, and the footnotes of the report."""

    anchors: dict[Place, SourceText]
    footnotes: dict[str, str]  # "fn51" -> text; the two bodies of a number printed twice together

    def under(self, place: Place) -> Iterator[SourceText]:
        """The text of a paragraph and of the bullets under it."""
        for other, source in self.anchors.items():
            same = (other.document, other.section) == (place.document, place.section)
            if same and other.paragraph == place.number:
                yield source

    def evidence(self, place: Place, paragraph: Place) -> str:
        """All that the digest of a place may draw on: its own text, and the footnotes marked there.

        A paragraph may draw on its bullets, a footnote on its paragraph.
        """
        under = tuple(self.under(paragraph))
        own = (self.anchors[place],) if place in self.anchors and place != paragraph else under
        notes = [note for source in own for note in source.footnotes]
        if place.number in self.footnotes:
            notes.append(place.number)
        return "".join([*(source.text for source in own), *map(self._footnote, notes)])

    def _footnote(self, number: str) -> str:
        text = self.footnotes[number]
        if SAME_SOURCE.search(text):
            text += self._footnote(f"fn{int(number.removeprefix('fn')) - 1}")
        return text

    def document(self, name: str) -> str:
        """The whole text of a document, with the footnotes of the report."""
        sources = [source for place, source in self.anchors.items() if place.document == name]
        notes = [self.footnotes[note] for source in sources for note in source.footnotes]
        return "\n".join([*(source.text for source in sources), *notes])

    def section(self, place: Place) -> str:
        """The whole text of the place's section."""
        return "\n".join(
            source.text
            for other, source in self.anchors.items()
            if (other.document, other.section) == (place.document, place.section)
        )


@cache
def source_texts(shared: Path) -> SourceTexts:
    """All texts, cut by `research/anchors.csv`."""
    starts: dict[str, list[tuple[int, Place]]] = {}
    with (shared / "research" / "anchors.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            document, section = DOCUMENTS[row["document"]], row["section"]
            place = Place(document=document, section=section, number=row["para_no"])
            starts.setdefault(row["document"], []).append((int(row["first_line"]), place))
    anchors: dict[Place, SourceText] = {}
    footnotes: dict[str, str] = {}
    for code, found in starts.items():
        (path,) = (shared / "sources").glob(f"{code}_*.txt")
        lines = path.read_text(encoding="utf-8").split("\n")
        if code == REPORT:
            lines, footnotes = _without_footnotes(lines)
        found.sort(key=lambda start: start[0])
        ends = [*(first for first, _ in found[1:]), len(lines) + 1]
        for (first, place), after in zip(found, ends, strict=True):
            last = first if code in ONE_LINE and after <= len(lines) else after - 1
            text = "\n".join(line for line in lines[first - 1 : last] if line.strip()) + "\n"
            anchors[place] = _read(place, text) if code == REPORT else _plain(place, text)
    return SourceTexts(anchors=anchors, footnotes=footnotes)


def _plain(place: Place, text: str) -> SourceText:
    return SourceText(place=place, text=text)


def _read(place: Place, text: str) -> SourceText:
    """A text of the report without the footnote marks that its print glued to words."""
    marks: list[int] = []
    text = POINT_OF_AN_ARTICLE.sub(
        r"\1\3 (\2\4)", text.replace(MARK_OF_A_QUOTED_TEXT, "observers.")
    )
    for print_, mark in GLUED_TO_FIGURES:
        if print_ + mark in text:
            text = text.replace(print_ + mark, print_)
            marks.append(int(mark))

    def cut(found: re.Match[str]) -> str:
        if A_FIGURE_FOLLOWS.search(found.string[: found.end(1)]):
            return found[0]
        marks.append(int(found[2]))
        return found[1]

    text = GLUED_TO_WORDS.sub(cut, GLUED_TO_YEARS.sub(cut, text))
    numbers = (mark + (mark in MARKS_ONE_LOWER) for mark in sorted(marks))
    return SourceText(place=place, text=text, footnotes=tuple(f"fn{n}" for n in numbers))


def _without_footnotes(lines: list[str]) -> tuple[list[str], dict[str, str]]:
    """The lines with the foot of each page emptied, so that line numbers stay; and the footnotes.

    A line of many spaces opens the foot; the next page opens with one space right after a line
    that is not blank, or, once, with its page number.
    """
    body: list[str] = []
    notes: dict[str, str] = {}
    at_foot = False
    number = 0
    for line, before in zip(lines, ["", *lines], strict=False):
        opens_page = line.startswith(" ") and bool(line.strip()) and bool(before.strip())
        page_number = at_foot and line.strip().isdigit()
        if not line.strip() and len(line) > 20:
            at_foot = True
        elif opens_page or page_number:
            at_foot = False
        if at_foot and line.strip():
            number = _note_number(line, number)
            notes[f"fn{number}"] = f"{notes.get(f'fn{number}', '')}{line}\n"
        body.append("" if at_foot or page_number else line)
    return body, notes


def _note_number(line: str, last: int) -> int:
    """The number of the footnote that a line belongs to; they ascend, and two are left out."""
    begins = re.match(r"(\d{1,3})\s*(?=[^\d\s.])", line)
    if begins and last <= int(begins[1]) <= last + 2:
        return int(begins[1])
    return last
