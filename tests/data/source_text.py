"""Cuts the five source documents into the text of each anchor, free of the marks of the print."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
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

# Footnote marks that cannot be told from a figure by their looks: what is printed, what it is.
GLUED_TO_FIGURES = {
    "28 December 20093": "28 December 2009",
    "2009-201246": "2009-2012",
    "No.8759": "No.87",
    "No.132.50 ": "No.132. ",
    "No.14360": "No.143",
    "157.63 ": "157. ",
    "No.9764": "No.97",
    "until 201680": "until 2016",
    "Comment No.16.91": "Comment No.16.",
    "2020102": "2020",
    "1 January 2015103": "1 January 2015",
    "2015151": "2015",
    "2001152": "2001",
    "Execution Code). 40 ": "Execution Code). ",
    "available. 88 ": "available. ",
    "Constitution 100 ": "Constitution ",
    "Offenses 142 ": "Offenses ",
    "observers.100": "observers.",  # a mark of the quoted text itself
}
GLUED_TO_WORDS = re.compile(r"(?<=[^\W\d_]|[”’\")\]])([.,;:]*)\d{1,3}(?![\d%])", re.M)
AFTER_A_YEAR = re.compile(r"(?<=\b(?:19|20)\d\d)([.,])\d{1,3}(?=\s|$)", re.M)
NUMBERED = re.compile(r"\b(?:(?:No|Rev|p)\.|[Oo]n|Article|p)$")  # a figure follows these


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTexts:
    """The printed text of every place of the documents, and of the footnotes of the report."""

    places: dict[Place, str]
    footnotes: dict[str, str]  # "fn51" -> text; the two bodies of a number printed twice together

    def under(self, place: Place) -> Iterator[str]:
        """The text of a paragraph and of the bullets under it."""
        for other, text in self.places.items():
            same = (other.document, other.section) == (place.document, place.section)
            if same and other.paragraph == place.paragraph:
                yield text


@cache
def source_texts(shared: Path) -> SourceTexts:
    """All texts, cut by `research/anchors.csv`."""
    anchors: dict[str, list[tuple[int, Place]]] = {}
    with (shared / "research" / "anchors.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = Place(
                document=DOCUMENTS[row["document"]], section=row["section"], number=row["para_no"]
            )
            anchors.setdefault(row["document"], []).append((int(row["first_line"]), place))
    places: dict[Place, str] = {}
    footnotes: dict[str, str] = {}
    for code, found in anchors.items():
        (path,) = (shared / "sources").glob(f"{code}_*.txt")
        lines = path.read_text(encoding="utf-8").split("\n")
        if code == REPORT:
            lines, footnotes = _without_footnotes(lines)
        starts = sorted(found, key=lambda anchor: anchor[0])
        for (first, place), (after, _) in pairwise([*starts, (len(lines) + 1, starts[-1][1])]):
            last = first if code in ONE_LINE and after <= len(lines) else after - 1
            text = "\n".join(line for line in lines[first - 1 : last] if line.strip())
            places[place] = _without_marks(text) if code == REPORT else text
    return SourceTexts(places=places, footnotes=footnotes)


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
    """The number of the footnote that the line belongs to: they ascend, one is left out twice."""
    begins = re.match(r"(\d{1,3})\s*(?=[^\d\s.])", line)
    if begins and last <= int(begins[1]) <= last + 2:
        return int(begins[1])
    return last


def _without_marks(text: str) -> str:
    """The text of the report without the footnote marks that its print glued to words."""
    for printed, meant in GLUED_TO_FIGURES.items():
        text = text.replace(printed, meant)
    text = AFTER_A_YEAR.sub(r"\1", text)
    return GLUED_TO_WORDS.sub(
        lambda mark: mark[0] if NUMBERED.search(text[: mark.end(1)]) else mark[1], text
    )
