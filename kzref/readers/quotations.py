"""Finds what an act quotes of another one: articles and parts in quotation marks are no units of it."""

from collections.abc import Sequence
from typing import Final

from kzref.model.own_text import ReadParagraph
from kzref.model.pinpoint import number_order
from kzref.readers.marks import Claim, Mark, mark

_OPENING: Final = '"«“„'
_CLOSING: Final = '"»”'
_LONGEST: Final = 200  # paragraphs; a mark that is closed later was a slip of the pen
_UNITS: Final = frozenset(
    {Claim.HEADING, Claim.ARTICLE, Claim.PART, Claim.POINT, Claim.SUBPOINT, Claim.NOTE}
)


def quoted(paragraphs: Sequence[ReadParagraph], marks: Sequence[Mark]) -> frozenset[int]:
    """The paragraphs after the first one of a quotation that spans several, up to its end."""
    depths = [_depth(paragraph.text) for paragraph in paragraphs]
    found: set[int] = set()
    article = ""
    at = 0
    while at < len(paragraphs):
        if marks[at].claim is Claim.ARTICLE:
            article = marks[at].number
        opens = article and depths[at] > 0 and _opens(paragraphs[at].text)
        end = _end(paragraphs, marks, depths, at, article) if opens else at
        found.update(range(at + 1, end + 1))
        at = end + 1
    return frozenset(found)


def _opens(text: str) -> bool:
    """Whether a paragraph begins with a quotation mark and, behind it, a unit of an act."""
    return text[0] in _OPENING and mark(ReadParagraph(text=text[1:], line=0)).claim in _UNITS


def _end(
    paragraphs: Sequence[ReadParagraph],
    marks: Sequence[Mark],
    depths: Sequence[int],
    start: int,
    article: str,
) -> int:
    """The last paragraph of the quotation that opens here; `start` itself where it has no end."""
    is_straight = paragraphs[start].text[0] == '"'
    own, depth = number_order(article)[0], depths[start]
    for at in range(start + 1, min(start + _LONGEST, len(paragraphs))):
        claimed = marks[at]
        if claimed.claim is Claim.ARTICLE and number_order(claimed.number)[0] in {own, own + 1}:
            return start  # the act itself goes on: the mark was never closed
        depth += depths[at]
        if depth <= 0 or (is_straight and depth % 2 == 0):
            return at if paragraphs[at].text.rstrip(" .;,)")[-1:] in _CLOSING else start
    return start


def _depth(text: str) -> int:
    """How many quotation marks a paragraph leaves open; straight ones count by being odd."""
    return (
        text.count("«")
        + text.count("“")
        + text.count("„")
        - text.count("»")
        - text.count("”")
        + text.count('"') % 2
    )
