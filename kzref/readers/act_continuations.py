"""Paragraphs without a mark of their own: which title, note, point or part they go on with."""

import re
from dataclasses import replace
from typing import Final

from kzref.model.own_text import ReadParagraph, Unit, UnitKind
from kzref.readers.act_reading import ActReading
from kzref.readers.marks import Claim, Mark, mark

_SANCTION: Final = re.compile(
    r"наказыва\w+|вле[чк][еу]т\b|.*(?:жазаланады|әкеп\s+соғады|алып\s+келед[іi])\W*$", re.I | re.S
)
_LEFT_OPEN: Final = re.compile(r"[:;,–-]\s*$|[^\W_]\s*$")
_TITLE_WORDS: Final = 400  # characters; a paragraph as long as this is no title
_LISTED: Final = frozenset({UnitKind.PART, UnitKind.POINT, UnitKind.SUBPOINT, UnitKind.TEXT})


def place_unnumbered(reading: ActReading, paragraph: ReadParagraph) -> None:
    """Place a paragraph by what stands before it."""
    last = reading.last
    if not reading.began:
        reading.add(UnitKind.FRONT, paragraph)
    elif reading.signed:
        reading.add(UnitKind.SIGNATURE, paragraph, holder="", at="")
    elif reading.title_open and last is not None and continues_title(last, paragraph):
        reading.units[-1] = replace(last, text=f"{last.text} {paragraph.text}")
    elif not reading.article and not reading.in_annex:
        reading.add(UnitKind.UNCLASSIFIED, paragraph)
    elif reading.note is not None:
        reading.title_open = False
        reading.add(UnitKind.NOTE, paragraph)
    else:
        reading.title_open = False
        _continuation(reading, paragraph)


def continues_a_note(reading: ActReading, paragraph: ReadParagraph, claimed: Mark) -> bool:
    """Whether a note on an amendment goes on: it may be spread over several paragraphs."""
    last = reading.last
    if last is None or last.kind is not UnitKind.AMENDMENT:
        return False
    if claimed.claim not in {Claim.NOTHING, Claim.POINT}:
        return False
    text = last.text.rstrip(" *_")
    if text.endswith((":", ";", ",")):
        return claimed.claim is Claim.NOTHING or not _fits(reading, claimed.number)
    if claimed.claim is not Claim.NOTHING:
        return False
    if paragraph.is_quoted:
        return True
    return bool(_LEFT_OPEN.search(text)) and paragraph.text[:1].islower()


def _fits(reading: ActReading, point: str) -> bool:
    """Whether a point of this number may come next here."""
    before = reading.point.split("-")[0] if reading.point else "0"
    return point.split("-", maxsplit=1)[0] in {before, str(int(before) + 1)}


def continues_title(last: Unit, paragraph: ReadParagraph) -> bool:
    """A title may be broken over lines; an article's goes on in small letters only."""
    if paragraph.indent or len(paragraph.text) > _TITLE_WORDS:
        return False
    is_next = paragraph.line - last.line - last.text.count("\n") <= _lines_taken(last)
    if last.kind is UnitKind.ARTICLE:
        return is_next and paragraph.text[0].islower() and last.text[-1] not in ".:"
    has_title = bool(mark(ReadParagraph(text=last.text, line=0)).rest)
    return last.kind is UnitKind.HEADING and (is_next or not has_title)


def _continuation(reading: ActReading, paragraph: ReadParagraph) -> None:
    """Unnumbered text: of the point while its list is open, otherwise of the part."""
    before = next((unit for unit in reversed(reading.units) if unit.kind in _LISTED), None)
    ends = before.text.rstrip(" *") if before else ""
    goes_on = ends.endswith(":") or (
        ends.endswith(";") and not ends.endswith("–;") and paragraph.text[0].islower()
    )
    if not goes_on or _SANCTION.match(paragraph.text):
        reading.point = reading.subpoint = ""
    reading.add(UnitKind.TEXT, paragraph)


def _lines_taken(unit: Unit) -> int:
    """How many lines of the file a title may have taken so far, at most."""
    return 1 + len(unit.text) // 30
