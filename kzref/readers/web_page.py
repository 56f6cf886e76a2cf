"""Pages saved from the official sites: blocks are paragraphs, a raised figure is a suffix.

The parser of the standard library keeps no tree, so neither depth nor entities can exhaust it.
"""

import re
from html.parser import HTMLParser
from typing import Final

from typing_extensions import override

from kzref.model.errors import InputError
from kzref.model.own_text import ReadParagraph
from kzref.readers.limits import DEEPEST_NESTING, Allowance
from kzref.readers.plain_text import tidy

_START: Final = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_BLOCKS: Final = frozenset(
    "address article aside blockquote body br dd div dl dt fieldset figcaption footer form h1 h2 h3"
    " h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead title tr"
    " ul".split()
)
_SILENT: Final = frozenset(
    "script style noscript template nav footer button select svg head iframe".split()
)
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
_SPACE: Final = re.compile(r"\s+")


def is_web_page(text: str) -> bool:
    """Whether a text is a page of HTML."""
    return _START.match(text[:20_000]) is not None or (
        text.count("<p", 0, 20_000) > 2 and "</" in text[:20_000]  # noqa: PLR2004 - a fragment
    )


def read_web_page(text: str, allowance: Allowance, name: str) -> tuple[ReadParagraph, ...]:
    """The paragraphs of a page, without its menus and scripts.

    Raises:
        InputError: the page is nested too deep or asks for too much.
    """
    page = _Page(allowance, name)
    for start in range(0, len(text), 65_536):
        page.feed(text[start : start + 65_536])
        allowance.check_time()
    page.close()
    page.end_paragraph()
    return tuple(page.found)


class _Page(HTMLParser):
    """Collects the words of each block."""

    def __init__(self, allowance: Allowance, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[ReadParagraph] = []
        self._allowance = allowance
        self._name = name
        self._words: list[str] = []
        self._line = 1
        self._depth = 0
        self._silent: list[str] = []
        self._heading = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self._depth += 1
            if self._depth > DEEPEST_NESTING * 10:  # unclosed <p> count as depth
                raise InputError("own.nested", file=self._name)
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.append(tag)
            return
        if tag in _SILENT:
            self.end_paragraph()
            self._silent.append(tag)
        elif tag in _BLOCKS:
            self.end_paragraph()
            self._heading = tag in _HEADINGS
        elif tag == "sup" and self._words and self._words[-1].rstrip()[-1:].isdigit():
            self._words.append("-")

    @override
    def handle_endtag(self, tag: str) -> None:
        self._depth = max(0, self._depth - 1)
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        if tag in _BLOCKS:
            self.end_paragraph()

    @override
    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if not self._words:
            self._line = self.getpos()[0]
        self._words.append(data)

    def end_paragraph(self) -> None:
        """Close the paragraph that is being read."""
        text = _SPACE.sub(" ", tidy("".join(self._words))).strip()
        self._words.clear()
        if text:
            self._allowance.spend(text)
            self.found.append(
                ReadParagraph(text=text, line=self._line, is_heading=self._heading)
            )
        self._heading = False
