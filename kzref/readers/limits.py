"""How much a file may ask of this machine; what asks for more is refused in a sentence."""

import time
from typing import Final

from kzref.model.errors import InputError

MEGABYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 64 * MEGABYTE
LARGEST_TEXT: Final = 30_000_000  # characters; the longest code has about four million
LARGEST_UNPACKED: Final = 256 * MEGABYTE
MOST_MEMBERS: Final = 4000
MOST_PARAGRAPHS: Final = 200_000
LONGEST_PARAGRAPH: Final = 200_000
MOST_PAGES: Final = 3000
DEEPEST_NESTING: Final = 400
MOST_SECONDS: Final = 60.0


class Allowance:
    """Counts what one file has used, and refuses when it is too much."""

    def __init__(self, name: str, seconds: float = MOST_SECONDS) -> None:
        """Start the clock for the file of this name."""
        self._name = name
        self._end = time.monotonic() + seconds
        self._characters = 0
        self._paragraphs = 0

    def spend(self, text: str) -> None:
        """Account for one more paragraph.

        Raises:
            InputError: the text is too long, has too many paragraphs, or took too long to read.
        """
        self._characters += len(text)
        self._paragraphs += 1
        if self._characters > LARGEST_TEXT or self._paragraphs > MOST_PARAGRAPHS:
            raise InputError("own.too_long", file=self._name)
        if len(text) > LONGEST_PARAGRAPH:
            raise InputError("own.paragraph_too_long", file=self._name, limit=LONGEST_PARAGRAPH)
        self.check_time()

    def check_time(self) -> None:
        """Refuse when the time is over.

        Raises:
            InputError: reading took too long.
        """
        if time.monotonic() > self._end:
            raise InputError("own.too_slow", file=self._name)
