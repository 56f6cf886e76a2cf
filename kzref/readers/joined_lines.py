"""Joins the lines of a paragraph that was broken to fit a page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kzref.model.own_text import ReadParagraph
from kzref.readers.marks import Claim, mark

_ENDS: Final = re.compile(r"[.;:!?…][)\]»”\"']*$")
_BROKEN_SHARE: Final = 0.25  # lines that stop in mid-sentence and go on below in small letters
_FITTING: Final = 0.88  # of the usual length: so far another word would have fitted in a line
_EQUAL: Final = 1.05
_SHORT: Final = 0.5  # of it: nobody breaks a line there
_SPACED: Final = 0.6  # of the lines: where more have an empty line above, all have
_STARTS: Final = frozenset(
    {Claim.HEADING, Claim.ARTICLE, Claim.AMENDMENT, Claim.COURT, Claim.REMARK, Claim.NOTE}
)
_WHOLE: Final = frozenset({Claim.ROW, Claim.FOOTNOTE})


def join(lines: Sequence[ReadParagraph]) -> str:
    """The words of several lines as one paragraph; a hyphen at the end of a line stays one."""
    text = ""
    for line in lines:
        text += line.text if not text or _is_hyphenated(text) else f" {line.text}"
    return text


def _is_hyphenated(text: str) -> bool:
    return text.endswith("-") and text[-2:-1].isalpha()


def are_broken(lines: Sequence[ReadParagraph]) -> bool:
    """Whether paragraphs were visibly broken into lines."""
    broken = sum(
        not _ENDS.search(line.text) and below.text[0].islower() for line, below in pairwise(lines)
    )
    return broken > len(lines) * _BROKEN_SHARE


def unbroken(lines: Sequence[ReadParagraph]) -> tuple[ReadParagraph, ...]:
    """The paragraphs that were broken into these lines; each with its first line and page."""
    if not lines:
        return ()
    width = _width(lines)
    gaps_tell = sum(line.gap > 0 for line in lines) < len(lines) * _SPACED
    found: list[list[ReadParagraph]] = []
    for line in lines:
        if found and not (
            (gaps_tell and _is_set_off(found[-1][-1], line))
            or _starts(found[-1][-1], line, width)
            or _is_first_part(found[-1][0], line)
        ):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(replace(group[0], text=join(group)) for group in found)


def _is_set_off(before: ReadParagraph, line: ReadParagraph) -> bool:
    """Whether an empty line parts two paragraphs; one that the edge of a page left parts none."""
    goes_on = line.text[0].islower() and not _ENDS.search(before.text)
    return line.gap > 0 and not goes_on


def _is_first_part(title: ReadParagraph, line: ReadParagraph) -> bool:
    """Whether a line is the first part under an article whose title took several lines."""
    claimed = mark(line)
    return (
        claimed.claim is Claim.PART
        and claimed.number == "1"
        and mark(title).claim in {Claim.ARTICLE, Claim.HEADING}
    )


def _width(lines: Sequence[ReadParagraph]) -> float:
    """How many letters fitted in a line: exactly known where all letters are equally wide."""
    lengths = sorted(len(line.text) for line in lines)
    usual, longest = lengths[len(lengths) * 9 // 10], lengths[-1]
    return longest if longest <= usual * _EQUAL else usual * _FITTING


def _starts(before: ReadParagraph, line: ReadParagraph, width: float) -> bool:
    """Whether a line begins a paragraph.

    A line is broken where the next word does not fit; where it would have fitted, somebody began a
    new paragraph. A mark at the beginning counts only where the line above ends, by sign or length.
    """
    claimed, above = mark(line), mark(before)
    if {claimed.claim, above.claim} & _WHOLE:
        return True
    word = line.text.split()[0]
    fitted = len(before.text) + 1 + len(word) <= width
    ended = _ENDS.search(before.text) is not None
    if claimed.claim in _STARTS and (claimed.is_certain or ended):
        return True
    if Claim.FURNITURE in {claimed.claim, above.claim} or above.claim is Claim.CONTENTS:
        return True
    if above.claim in {Claim.HEADING, Claim.ARTICLE}:
        return claimed.claim is Claim.PART or (fitted and not line.text[0].islower())
    if claimed.claim in {Claim.PART, Claim.POINT, Claim.SUBPOINT}:
        is_unit = any(map(str.isalpha, claimed.rest)) and claimed.rest[0] not in ".,;)"
        return (ended or fitted) and is_unit
    if above.claim is Claim.REMARK and before.text.endswith("!"):
        return True
    if ended:
        return fitted
    return len(before.text) < width * _SHORT and not line.text[0].islower()
