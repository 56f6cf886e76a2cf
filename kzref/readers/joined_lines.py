"""Joins the lines of a paragraph that was broken to fit a page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kzref.model.own_text import ReadParagraph
from kzref.readers.marks import Claim, mark

_ENDS: Final = re.compile(r"[.;:!?…][)\]»”\"']*$")
_BROKEN_SHARE: Final = 0.25  # lines that stop in mid-sentence and go on below in small letters
_FULL: Final = 0.8  # of the usual length: a shorter line may end its paragraph
_STARTS: Final = frozenset(
    {Claim.HEADING, Claim.ARTICLE, Claim.AMENDMENT, Claim.COURT, Claim.REMARK, Claim.NOTE}
)


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
        not _ENDS.search(line.text) and below.text[0].islower()
        for line, below in zip(lines, lines[1:], strict=False)
    )
    return broken > len(lines) * _BROKEN_SHARE


def unbroken(lines: Sequence[ReadParagraph]) -> tuple[ReadParagraph, ...]:
    """The paragraphs that were broken into these lines; each with its first line and page."""
    if not lines:
        return ()
    width = sorted(len(line.text) for line in lines)[len(lines) * 3 // 4]
    found: list[list[ReadParagraph]] = []
    for line in lines:
        if found and not _starts(found[-1][-1], line, width):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(replace(group[0], text=join(group)) for group in found)


def _starts(before: ReadParagraph, line: ReadParagraph, width: int) -> bool:
    """Whether a line begins a paragraph: by its mark, or because the one above it ends."""
    claimed = mark(line)
    ended = _ENDS.search(before.text) is not None
    if claimed.claim in _STARTS and (claimed.is_certain or ended):
        return True
    above = mark(before).claim
    if above in {Claim.HEADING, Claim.ARTICLE}:
        return not line.text[0].islower()
    if claimed.claim in {Claim.PART, Claim.POINT, Claim.SUBPOINT}:
        return ended or len(before.text) < width * _FULL or before.text.endswith(("–", ","))
    if claimed.claim is Claim.FURNITURE or above is Claim.FURNITURE:
        return True
    return ended and not line.text[0].islower() and len(before.text) < width * _FULL
