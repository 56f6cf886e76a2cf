"""Paragraphs of an act into its units: every paragraph ends up in one of them, or is reported.

The order of marks decides, never the indentation. Notes on amendments and rulings stand inside the
text and close nothing. A point's number follows from its own mark, a continuation's place from how
the paragraph before it ends: after `:` or `;` in a point it goes on, otherwise it is of the part.
"""

from collections.abc import Sequence
from typing import Final

from kzref.model.own_text import Amendment, ReadParagraph, Structure, TextKind, UnitKind
from kzref.readers.act_checks import doubts
from kzref.readers.act_continuations import continues_a_note, place_unnumbered
from kzref.readers.act_numbers import place_numbered
from kzref.readers.act_reading import ActReading
from kzref.readers.act_titles import place_title
from kzref.readers.amendment_notes import amendments
from kzref.readers.bare_titles import with_bare_titles
from kzref.readers.contents_list import contents_length
from kzref.readers.joined_lines import are_broken, unbroken
from kzref.readers.marks import Claim, Mark, mark
from kzref.readers.quotations import quoted

_APART: Final = {
    Claim.AMENDMENT: UnitKind.AMENDMENT,
    Claim.COURT: UnitKind.COURT,
    Claim.REMARK: UnitKind.REMARK,
    Claim.FURNITURE: UnitKind.FURNITURE,
}


def structure_act(paragraphs: Sequence[ReadParagraph]) -> Structure:
    """The units of an act, the amendments its notes report, and what is doubtful about them."""
    if are_broken(paragraphs):
        paragraphs = unbroken(paragraphs)
    claims = [mark(paragraph) for paragraph in paragraphs]
    listed, foreign = contents_length(claims), quoted(paragraphs, claims)
    marks = with_bare_titles(paragraphs, claims)
    reading = ActReading()
    for at, (paragraph, claimed) in enumerate(zip(paragraphs, marks, strict=True)):
        if at in foreign:
            _place(reading, paragraph, Mark(claim=Claim.QUOTED))
        elif at in listed:
            reading.add(UnitKind.CONTENTS, paragraph)
        else:
            _place(reading, paragraph, claimed)
    units = tuple(reading.units)
    found: list[Amendment] = []
    for unit in units:
        if unit.kind is UnitKind.AMENDMENT or unit.is_excluded:
            found.extend(amendments(unit))
    return Structure(
        kind=TextKind.ACT,
        units=units,
        amendments=tuple(found),
        doubts=tuple(doubts(units, found)),
    )


def _place(reading: ActReading, paragraph: ReadParagraph, claimed: Mark) -> None:
    """Place the next paragraph."""
    if continues_a_note(reading, paragraph, claimed):
        reading.join(paragraph)
        return
    was_remark, reading.remark_open = reading.remark_open, False
    if place_title(reading, paragraph, claimed):
        return
    match claimed.claim:
        case Claim.AMENDMENT | Claim.COURT | Claim.REMARK | Claim.FURNITURE:
            reading.remark_open = paragraph.text.endswith("!")  # its sentence comes next
            reading.add(_APART[claimed.claim], paragraph)
        case Claim.ROW if reading.article or reading.in_annex:
            reading.title_open = False
            reading.add(UnitKind.TEXT, paragraph)
        case Claim.FOOTNOTE:
            reading.add(UnitKind.FOOTNOTE, paragraph)
        case Claim.CONTENTS if not reading.article:
            reading.add(UnitKind.CONTENTS, paragraph)
        case Claim.SIGNATURE if reading.article:
            reading.signed = True
            reading.add(UnitKind.SIGNATURE, paragraph, holder="", at="")
        case Claim.NOTE | Claim.PART | Claim.POINT | Claim.SUBPOINT if (
            reading.article or reading.in_annex
        ):
            place_numbered(reading, paragraph, claimed)
        case _ if was_remark:
            reading.add(UnitKind.REMARK, paragraph)
        case _:
            place_unnumbered(reading, paragraph)
