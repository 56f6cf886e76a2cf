"""Headings that name no level: `ЗАКЛЮЧИТЕЛЬНЫЕ ПОЛОЖЕНИЯ`, or `2. Товарищества` above an article.

Such a line is a title when it ends without a stop and an article or another heading comes next, or
when the file marks it as a heading. `54-1. Title` marked so in article 54 is an article.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kzref.model.own_text import ReadParagraph
from kzref.model.pinpoint import number_order
from kzref.readers.marks import Claim, Mark

_LONGEST: Final = 300  # characters
_TITLES: Final = frozenset({Claim.HEADING, Claim.ARTICLE, Claim.TITLE})
_BETWEEN: Final = frozenset({Claim.AMENDMENT, Claim.COURT, Claim.REMARK, Claim.FURNITURE})


def with_bare_titles(
    paragraphs: Sequence[ReadParagraph], marks: Sequence[Mark]
) -> tuple[Mark, ...]:
    """The marks, those of bare titles turned into what they are."""
    found = list(marks)
    below = Claim.NOTHING  # what comes next, notes apart
    for at in range(len(found) - 1, -1, -1):
        if _is_bare(paragraphs[at]):
            found[at] = _settled(paragraphs[at], found[at], below)
        if found[at].claim not in _BETWEEN:
            below = found[at].claim
    return tuple(_with_articles(paragraphs, found))


def _settled(paragraph: ReadParagraph, claimed: Mark, below: Claim) -> Mark:
    is_title = paragraph.is_heading or below in _TITLES
    if claimed.claim is Claim.PART and is_title:
        return replace(claimed, claim=Claim.HEADING, level="paragraph")
    is_marked = paragraph.is_heading or paragraph.text.isupper()
    if claimed.claim is Claim.NOTHING and is_title and is_marked:
        return Mark(claim=Claim.TITLE, level="division", rest=paragraph.text)
    return claimed


def _with_articles(paragraphs: Sequence[ReadParagraph], marks: Sequence[Mark]) -> list[Mark]:
    found: list[Mark] = []
    article = 0
    for paragraph, claimed in zip(paragraphs, marks, strict=True):
        settled = claimed
        if claimed.level == "paragraph" and paragraph.text[:1].isdigit():
            number = number_order(claimed.number)
            if len(number) > 1 and number[0] == article:
                settled = replace(claimed, claim=Claim.ARTICLE, level="article")
        if settled.claim is Claim.ARTICLE:
            article = number_order(settled.number)[0]
        found.append(settled)
    return found


def _is_bare(paragraph: ReadParagraph) -> bool:
    """Whether a line ends as titles do: not long, and without a stop."""
    text = paragraph.text
    words = text.lstrip("0123456789-. ")
    return (
        len(text) <= _LONGEST
        and text[-1] not in ".;:,!?–-"
        and sum(map(str.isalpha, words)) > 3  # noqa: PLR2004 - letters of the shortest title
        and words[0].isupper()
    )
