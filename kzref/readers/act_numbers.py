"""Notes, parts, points and subpoints: what has a number of its own within an article."""

from typing import Final

from kzref.model.own_text import ReadParagraph, UnitKind
from kzref.readers.act_reading import ActReading
from kzref.readers.marks import Claim, Mark, is_excluded

_SUBPOINTS: Final = "abcdefghijklmnopqrstuvwxyz"


def place_numbered(reading: ActReading, paragraph: ReadParagraph, claimed: Mark) -> None:
    """Place a paragraph that begins with a number or says that it is a note."""
    reading.title_open = False
    excluded = is_excluded(claimed.rest)
    match claimed.claim:
        case Claim.NOTE:
            reading.part = reading.point = reading.subpoint = ""
            reading.note = ""
            reading.add(UnitKind.NOTE, paragraph)
        case Claim.PART:
            _part(reading, paragraph, claimed.number, excluded=excluded)
        case Claim.POINT if _is_list_of_a_ruling(reading):
            reading.add(UnitKind.COURT, paragraph)
        case Claim.POINT if reading.note is not None:
            reading.add(UnitKind.NOTE, paragraph)
        case Claim.POINT:
            reading.point, reading.subpoint = claimed.number, ""
            reading.add(UnitKind.POINT, paragraph, number=claimed.number, is_excluded=excluded)
        case _:
            _subpoint(reading, paragraph)


def _part(reading: ActReading, paragraph: ReadParagraph, number: str, *, excluded: bool) -> None:
    if reading.note is not None and not _resumes_parts(reading, number):
        reading.note = number
        reading.add(UnitKind.NOTE, paragraph, number=number)
        return
    reading.note = None
    reading.part, reading.point, reading.subpoint = number, "", ""
    reading.add(UnitKind.PART, paragraph, number=number, is_excluded=excluded)


def _resumes_parts(reading: ActReading, number: str) -> bool:
    """Whether a number after a note goes on with the parts rather than with the notes."""
    if reading.note is None or not number.isdigit():
        return False
    next_note = int(reading.note or "0") + 1 if (reading.note or "0").isdigit() else 0
    parts = [unit.number for unit in reading.of_article() if unit.kind is UnitKind.PART]
    last = parts[-1].split("-")[0] if parts else "0"
    return int(number) != next_note and int(number) == int(last) + 1


def _subpoint(reading: ActReading, paragraph: ReadParagraph) -> None:
    if reading.note is not None:
        reading.add(UnitKind.NOTE, paragraph)
        return
    place = _SUBPOINTS.find(reading.subpoint) + 1 if reading.subpoint else 0
    reading.subpoint = _SUBPOINTS[min(place, len(_SUBPOINTS) - 1)]
    reading.add(UnitKind.SUBPOINT, paragraph, number=reading.subpoint)


def _is_list_of_a_ruling(reading: ActReading) -> bool:
    last = reading.last
    return last is not None and last.kind is UnitKind.COURT and last.text.endswith((":", ";"))
