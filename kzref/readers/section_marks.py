"""How a section of a document opens, told from its id: `Q4`, `B.2`, `II.9`, `item1`, `meta`."""

import re
from collections.abc import Sequence
from typing import Final

from kzref.model.own_text import Outline, ReadParagraph

_LONGEST_HEADING: Final = 90
_LETTERED: Final = re.compile(r"[A-Z]\.\s+\S")
_LINK: Final = re.compile(r"<?https?://\S+>?")
_ARTICLES: Final = re.compile(r"II\.(.+)")


class Openings:
    """The sections of an outline in their order: only the next one can open."""

    def __init__(self, outline: Sequence[Outline]) -> None:
        """Expect these sections."""
        self._left = list(outline)

    def first(self, line: ReadParagraph) -> bool:
        """Whether the first section opens with this line."""
        return _opens(self._left[0], line, None)

    def opened(self, line: ReadParagraph, following: ReadParagraph | None = None) -> Outline | None:
        """The section that opens with this line, or None."""
        for skipped, section in enumerate(self._left[:2]):
            if _opens(section, line, following):
                del self._left[: skipped + 1]
                return section
        return None

    def is_other_heading(self, line: ReadParagraph) -> bool:
        """Whether a line is a heading that opens no section of the outline."""
        return len(line.text) < _LONGEST_HEADING and bool(_LETTERED.match(line.text))


def is_link(line: ReadParagraph) -> bool:
    """Whether a line is only an address."""
    return _LINK.fullmatch(line.text) is not None


def is_heading(line: ReadParagraph, section: str) -> bool:
    """Whether the line that opens a section is a heading, not the first words of its text."""
    return (len(line.text) < _LONGEST_HEADING and not re.match(r"Q\d|body|meta", section)) or (
        section.startswith("item")
    )


def _opens(section: Outline, line: ReadParagraph, following: ReadParagraph | None) -> bool:
    text, name = line.text, section.id
    if name == "INTRO":
        return text.lower() == "introduction"
    if name == "body":
        return True
    if name == "meta":
        return text.startswith("COPYRIGHT")
    if name.startswith("item"):
        return (
            text.isupper()
            and following is not None
            and not following.text.isupper()
            and (len(following.text) > _LONGEST_HEADING)
        )
    if name.startswith("Q"):
        return re.match(rf"{name}\s*\.", text) is not None
    if articles := _ARTICLES.fullmatch(name):
        numbers = re.findall(r"\d+", articles[1])
        words = r"\D+".join(numbers)
        return re.fullmatch(rf"articles?\s*{words}\s*", text, re.I) is not None
    if name.startswith("I."):
        return re.match(r"recommendations?\s*:", text, re.I) is not None
    last = name.rpartition(".")[2]
    return len(text) < _LONGEST_HEADING and text.startswith(f"{last}. ")
