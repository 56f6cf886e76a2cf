"""Headings, annexes and articles: what opens a new place in an act."""

from kzref.model.own_text import ReadParagraph, UnitKind
from kzref.readers.act_continuations import continues_title, place_unnumbered
from kzref.readers.act_reading import ActReading
from kzref.readers.marks import Claim, Mark, is_excluded


def place_title(reading: ActReading, paragraph: ReadParagraph, claimed: Mark) -> bool:
    """Whether the paragraph was a heading of any level and has been placed."""
    match claimed.claim:
        case Claim.HEADING:
            _heading(reading, paragraph, claimed)
        case Claim.TITLE if reading.began and not _is_more_of_a_heading(reading, paragraph):
            _heading(reading, paragraph, claimed)
        case Claim.ANNEX if reading.signed or reading.in_annex or _is_bare_annex(reading, claimed):
            _heading(reading, paragraph, claimed)
            reading.in_annex = True
        case Claim.ARTICLE if _is_note_without_its_word(reading, claimed):
            reading.add(UnitKind.AMENDMENT, paragraph)
        case Claim.ARTICLE:
            _article(reading, paragraph, claimed)
        case _:
            return False
    return True


def _heading(reading: ActReading, paragraph: ReadParagraph, claimed: Mark) -> None:
    if not claimed.is_certain and reading.is_unfinished():
        place_unnumbered(reading, paragraph)
        return
    reading.began, reading.title_open, reading.signed = True, True, False
    reading.leave_article()
    reading.add(
        UnitKind.HEADING,
        paragraph,
        level=claimed.level,
        number=claimed.number,
        is_excluded=is_excluded(claimed.rest),
    )


def _article(reading: ActReading, paragraph: ReadParagraph, claimed: Mark) -> None:
    if not claimed.is_certain and reading.is_unfinished():
        place_unnumbered(reading, paragraph)
        return
    reading.began, reading.title_open, reading.signed = True, True, False
    reading.leave_article()
    reading.article = claimed.number
    reading.in_annex = False
    reading.add(
        UnitKind.ARTICLE,
        paragraph,
        level="article",
        number=claimed.number,
        is_excluded=is_excluded(claimed.rest),
    )


def _is_more_of_a_heading(reading: ActReading, paragraph: ReadParagraph) -> bool:
    """Whether a title without a level goes on with the heading above it."""
    last = reading.last
    return (
        reading.title_open
        and last is not None
        and last.kind is UnitKind.HEADING
        and continues_title(last, paragraph)
    )


def _is_bare_annex(reading: ActReading, claimed: Mark) -> bool:
    return reading.began and claimed.is_certain and not reading.is_unfinished()


def _is_note_without_its_word(reading: ActReading, claimed: Mark) -> bool:
    """Whether a line under an article says, as its note would, that it was excluded."""
    return claimed.number == reading.article and is_excluded(claimed.rest)
