"""Plain text: a line is a paragraph, unless the lines are visibly broken off."""

import re
import unicodedata
from collections.abc import Iterator

from kzref.model.own_text import ReadParagraph
from kzref.readers.limits import Allowance

_SPACES = str.maketrans(
    {
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u3000": " ",
        "\u00ad": None,
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
        "\ufeff": None,
        "\u2010": "-",
        "\u2011": "-",
    }
)
_RULE = 20  # blanks in a line without words
_BREAKS = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")


def tidy(text: str) -> str:
    """The same words with plain spaces and hyphens; dashes and quotation marks stay as they are."""
    return unicodedata.normalize("NFC", text).translate(_SPACES)


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, with their numbers, not yet stripped."""
    for number, line in _all_lines(text):
        if line.strip():
            yield number, line.rstrip()


def _all_lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(_BREAKS.split(text.replace("\f", "\n")), start=1):
        yield number, tidy(line)


def read_plain_text(text: str, allowance: Allowance) -> tuple[ReadParagraph, ...]:
    """The paragraphs of a plain text."""
    found = []
    gap, is_foot = 0, False
    for number, line in _all_lines(text):
        stripped = line.strip()
        if not stripped:
            gap += 1
            is_foot = is_foot or len(line) > _RULE
            continue
        allowance.spend(stripped)
        found.append(
            ReadParagraph(
                text=stripped,
                line=number,
                indent=len(line) - len(line.lstrip()),
                gap=gap,
                opens_foot=is_foot,
            )
        )
        gap, is_foot = 0, False
    return tuple(found)
