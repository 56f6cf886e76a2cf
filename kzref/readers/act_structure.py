"""Paragraphs of an act into its units: every paragraph ends up in one of them, or is reported.

The order of marks decides, never the indentation. Notes on amendments and rulings stand inside the
text and close nothing. A point's number follows from its own mark, a continuation's place from how
the paragraph before it ends: after `:` or `;` in a point it goes on, otherwise it is of the part.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kzref.model.own_text import Amendment, ReadParagraph, Structure, TextKind, Unit, UnitKind
from kzref.readers.act_checks import doubts
from kzref.readers.amendment_notes import amendments
from kzref.readers.bare_titles import with_bare_titles
from kzref.readers.contents_list import contents_length
from kzref.readers.joined_lines import are_broken, unbroken
from kzref.readers.marks import Claim, Mark, is_excluded, mark
from kzref.readers.quotations import quoted

_SANCTION: Final = re.compile(
    r"наказыва\w+|вле[чк][еу]т\b|.*(?:жазаланады|әкеп\s+соғады|алып\s+келед[іi])\W*$", re.I | re.S
)
_LEFT_OPEN: Final = re.compile(r"[:;,–-]\s*$|[^\W_]\s*$")
_TITLE_WORDS: Final = 400  # characters; a paragraph as long as this is no title
_APART: Final = {
    Claim.AMENDMENT: UnitKind.AMENDMENT,
    Claim.COURT: UnitKind.COURT,
    Claim.REMARK: UnitKind.REMARK,
    Claim.FURNITURE: UnitKind.FURNITURE,
}
_SUBPOINTS: Final = "abcdefghijklmnopqrstuvwxyz"


def structure_act(paragraphs: Sequence[ReadParagraph]) -> Structure:
    """The units of an act, the amendments its notes report, and what is doubtful about them."""
    if are_broken(paragraphs):
        paragraphs = unbroken(paragraphs)
    claims = [mark(paragraph) for paragraph in paragraphs]
    listed, foreign = contents_length(claims), quoted(paragraphs, claims)
    marks = with_bare_titles(paragraphs, claims)
    builder = _Builder()
    for at, (paragraph, claimed) in enumerate(zip(paragraphs, marks, strict=True)):
        if at in foreign:
            builder.take(paragraph, Mark(claim=Claim.QUOTED))
        elif at in listed:
            builder.add(UnitKind.CONTENTS, paragraph)
        else:
            builder.take(paragraph, claimed)
    units = tuple(builder.units)
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


class _Builder:
    """Where in the act the reading stands."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.began = False
        self.article = ""
        self.part = self.point = self.subpoint = ""
        self.note: str | None = None
        self.title_open = False
        self.remark_open = False
        self.signed = self.in_annex = False

    def add(self, kind: UnitKind, paragraph: ReadParagraph, **details: str | bool) -> None:
        """One more unit, at the present place."""
        unit = Unit(
            kind=kind,
            text=paragraph.text,
            line=paragraph.line,
            page=paragraph.page,
            holder=self.article,
            at=self._at,
        )
        self.units.append(replace(unit, **details) if details else unit)  # type: ignore[arg-type]

    @property
    def _at(self) -> str:
        if self.note is not None:
            return f"note {self.note}".rstrip()
        return "".join(f"({unit})" for unit in (self.part, self.point, self.subpoint) if unit)

    @property
    def _last(self) -> Unit | None:
        return self.units[-1] if self.units else None

    def take(self, paragraph: ReadParagraph, claimed: Mark) -> None:
        """Place the next paragraph."""
        if self._continues_a_note(paragraph, claimed):
            self._join(paragraph)
            return
        was_remark, self.remark_open = self.remark_open, False
        if self._placed_title(paragraph, claimed):
            return
        match claimed.claim:
            case Claim.AMENDMENT | Claim.COURT | Claim.REMARK | Claim.FURNITURE:
                self.remark_open = paragraph.text.endswith("!")  # its sentence comes next
                self.add(_APART[claimed.claim], paragraph)
            case Claim.ROW if self.article or self.in_annex:
                self.title_open = False
                self.add(UnitKind.TEXT, paragraph)
            case Claim.FOOTNOTE:
                self.add(UnitKind.FOOTNOTE, paragraph)
            case Claim.CONTENTS if not self.article:
                self.add(UnitKind.CONTENTS, paragraph)
            case Claim.SIGNATURE if self.article:
                self.signed = True
                self.add(UnitKind.SIGNATURE, paragraph, holder="", at="")
            case Claim.NOTE | Claim.PART | Claim.POINT | Claim.SUBPOINT if (
                self.article or self.in_annex
            ):
                self._numbered(paragraph, claimed)
            case _ if was_remark:
                self.add(UnitKind.REMARK, paragraph)
            case _:
                self._unnumbered(paragraph)

    def _placed_title(self, paragraph: ReadParagraph, claimed: Mark) -> bool:
        """Whether the paragraph was a heading of any level and has been placed."""
        match claimed.claim:
            case Claim.HEADING:
                self._heading(paragraph, claimed)
            case Claim.TITLE if self.began and not self._is_more_of_a_heading(paragraph):
                self._heading(paragraph, claimed)
            case Claim.ANNEX if self.signed or self.in_annex or self._is_bare_annex(claimed):
                self._heading(paragraph, claimed)
                self.in_annex = True
            case Claim.ARTICLE if self._is_note_without_its_word(claimed):
                self.add(UnitKind.AMENDMENT, paragraph)
            case Claim.ARTICLE:
                self._article(paragraph, claimed)
            case _:
                return False
        return True

    def _heading(self, paragraph: ReadParagraph, claimed: Mark) -> None:
        if not claimed.is_certain and self._is_unfinished():
            self._unnumbered(paragraph)
            return
        self.began, self.title_open, self.signed = True, True, False
        self._leave_article()
        self.add(
            UnitKind.HEADING,
            paragraph,
            level=claimed.level,
            number=claimed.number,
            is_excluded=is_excluded(claimed.rest),
        )

    def _article(self, paragraph: ReadParagraph, claimed: Mark) -> None:
        if not claimed.is_certain and self._is_unfinished():
            self._unnumbered(paragraph)
            return
        self.began, self.title_open, self.signed = True, True, False
        self._leave_article()
        self.article = claimed.number
        self.in_annex = False
        self.add(
            UnitKind.ARTICLE,
            paragraph,
            level="article",
            number=claimed.number,
            is_excluded=is_excluded(claimed.rest),
        )

    def _is_more_of_a_heading(self, paragraph: ReadParagraph) -> bool:
        """Whether a title without a level goes on with the heading above it."""
        last = self._last
        return (
            self.title_open
            and last is not None
            and last.kind is UnitKind.HEADING
            and self._continues_title(last, paragraph)
        )

    def _is_bare_annex(self, claimed: Mark) -> bool:
        return self.began and claimed.is_certain and not self._is_unfinished()

    def _is_note_without_its_word(self, claimed: Mark) -> bool:
        """Whether a line under an article says, as its note would, that it was excluded."""
        return claimed.number == self.article and is_excluded(claimed.rest)

    def _leave_article(self) -> None:
        self.article = self.part = self.point = self.subpoint = ""
        self.note = None

    def _is_unfinished(self) -> bool:
        """Whether the last unit of the law stops in the middle of a sentence."""
        last = self._last
        return last is not None and last.kind is UnitKind.TEXT and last.text[-1:] not in '.;:!?»"'

    def _numbered(self, paragraph: ReadParagraph, claimed: Mark) -> None:
        self.title_open = False
        excluded = is_excluded(claimed.rest)
        match claimed.claim:
            case Claim.NOTE:
                self.part = self.point = self.subpoint = ""
                self.note = ""
                self.add(UnitKind.NOTE, paragraph)
            case Claim.PART:
                self._part(paragraph, claimed.number, excluded=excluded)
            case Claim.POINT if self._is_list_of_a_ruling():
                self.add(UnitKind.COURT, paragraph)
            case Claim.POINT if self.note is not None:
                self.add(UnitKind.NOTE, paragraph)
            case Claim.POINT:
                self.point, self.subpoint = claimed.number, ""
                self.add(UnitKind.POINT, paragraph, number=claimed.number, is_excluded=excluded)
            case _:
                self._subpoint(paragraph)

    def _part(self, paragraph: ReadParagraph, number: str, *, excluded: bool) -> None:
        if self.note is not None and not self._resumes_parts(number):
            self.note = number
            self.add(UnitKind.NOTE, paragraph, number=number)
            return
        self.note = None
        self.part, self.point, self.subpoint = number, "", ""
        self.add(UnitKind.PART, paragraph, number=number, is_excluded=excluded)

    def _resumes_parts(self, number: str) -> bool:
        """Whether a number after a note goes on with the parts rather than with the notes."""
        if self.note is None or not number.isdigit():
            return False
        next_note = int(self.note or "0") + 1 if (self.note or "0").isdigit() else 0
        parts = [unit.number for unit in self._of_article() if unit.kind is UnitKind.PART]
        last = parts[-1].split("-")[0] if parts else "0"
        return int(number) != next_note and int(number) == int(last) + 1

    def _of_article(self) -> list[Unit]:
        found = []
        for unit in reversed(self.units):
            if unit.holder != self.article:
                break
            found.append(unit)
        return found[::-1]

    def _subpoint(self, paragraph: ReadParagraph) -> None:
        if self.note is not None:
            self.add(UnitKind.NOTE, paragraph)
            return
        place = _SUBPOINTS.find(self.subpoint) + 1 if self.subpoint else 0
        self.subpoint = _SUBPOINTS[min(place, len(_SUBPOINTS) - 1)]
        self.add(UnitKind.SUBPOINT, paragraph, number=self.subpoint)

    def _is_list_of_a_ruling(self) -> bool:
        last = self._last
        return last is not None and last.kind is UnitKind.COURT and last.text.endswith((":", ";"))

    def _continues_a_note(self, paragraph: ReadParagraph, claimed: Mark) -> bool:
        """Whether a note on an amendment goes on: it may be spread over several paragraphs."""
        last = self._last
        if last is None or last.kind is not UnitKind.AMENDMENT:
            return False
        if claimed.claim not in {Claim.NOTHING, Claim.POINT}:
            return False
        text = last.text.rstrip(" *_")
        if text.endswith((":", ";", ",")):
            return claimed.claim is Claim.NOTHING or not self._fits(claimed.number)
        if claimed.claim is not Claim.NOTHING:
            return False
        if paragraph.is_quoted:
            return True
        return bool(_LEFT_OPEN.search(text)) and paragraph.text[:1].islower()

    def _fits(self, point: str) -> bool:
        """Whether a point of this number may come next here."""
        before = self.point.split("-")[0] if self.point else "0"
        return point.split("-", maxsplit=1)[0] in {before, str(int(before) + 1)}

    def _join(self, paragraph: ReadParagraph) -> None:
        last = self.units[-1]
        self.units[-1] = replace(last, text=f"{last.text}\n{paragraph.text}")

    def _unnumbered(self, paragraph: ReadParagraph) -> None:
        last = self._last
        if not self.began:
            self.add(UnitKind.FRONT, paragraph)
        elif self.signed:
            self.add(UnitKind.SIGNATURE, paragraph, holder="", at="")
        elif self.title_open and last is not None and self._continues_title(last, paragraph):
            self.units[-1] = replace(last, text=f"{last.text} {paragraph.text}")
        elif not self.article and not self.in_annex:
            self.add(UnitKind.UNCLASSIFIED, paragraph)
        elif self.note is not None:
            self.title_open = False
            self.add(UnitKind.NOTE, paragraph)
        else:
            self.title_open = False
            self._continuation(paragraph)

    def _continues_title(self, last: Unit, paragraph: ReadParagraph) -> bool:
        """A title may be broken over lines; an article's goes on in small letters only."""
        if paragraph.indent or len(paragraph.text) > _TITLE_WORDS:
            return False
        is_next = paragraph.line - last.line - last.text.count("\n") <= _lines(last)
        if last.kind is UnitKind.ARTICLE:
            return is_next and paragraph.text[0].islower() and last.text[-1] not in ".:"
        has_title = bool(mark(ReadParagraph(text=last.text, line=0)).rest)
        return last.kind is UnitKind.HEADING and (is_next or not has_title)

    def _continuation(self, paragraph: ReadParagraph) -> None:
        """Unnumbered text: of the point while its list is open, otherwise of the part."""
        before = next((unit for unit in reversed(self.units) if unit.kind in _LISTED), None)
        ends = before.text.rstrip(" *") if before else ""
        goes_on = ends.endswith(":") or (
            ends.endswith(";") and not ends.endswith("–;") and paragraph.text[0].islower()
        )
        if not goes_on or _SANCTION.match(paragraph.text):
            self.point = self.subpoint = ""
        self.add(UnitKind.TEXT, paragraph)


_LISTED: Final = frozenset({UnitKind.PART, UnitKind.POINT, UnitKind.SUBPOINT, UnitKind.TEXT})


def _lines(unit: Unit) -> int:
    """How many lines of the file a title may have taken so far, at most."""
    return 1 + len(unit.text) // 30
