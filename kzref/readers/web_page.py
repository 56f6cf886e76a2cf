"""Pages saved from the official sites: blocks are paragraphs, a raised figure is a suffix.

Only the names of tags matter here, so the page is cut into tags and words in one pass that looks at
every letter once: no tree, no depth, no entity of its own can exhaust it.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from kzref.model.own_text import ReadParagraph
from kzref.readers.limits import Allowance
from kzref.readers.plain_text import tidy
from kzref.readers.table_rows import as_row

_START: Final = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}>|<!--[^>]{0,500}-->){0,20}<(?:!doctype\s+html|html|head|body)\b", re.I
)
_NAME: Final = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]{0,20}")
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_SILENT: Final = frozenset(
    ["script", "style", "noscript", "template", "nav", "button", "select", "svg", "head"]
)
_HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SPACE: Final = re.compile(r"\s+")


def is_web_page(text: str) -> bool:
    """Whether a text is a page of HTML."""
    head = text[:20_000]
    return _START.match(head) is not None or (
        head.count("<p") > 2 and "</" in head  # noqa: PLR2004 - a fragment of a page
    )


def read_web_page(text: str, allowance: Allowance) -> tuple[ReadParagraph, ...]:
    """The paragraphs of a page, without its menus and scripts."""
    page = _Page(allowance)
    silent = ""
    for tag, words, line in _pieces(text):
        allowance.check_time()
        if silent:
            if tag == f"/{silent}":
                silent = ""
        elif tag in _SILENT:
            page.end_paragraph()
            silent = tag
        elif tag:
            page.tag(tag)
        else:
            page.words(words, line)
    page.end_paragraph()
    return tuple(page.found)


def _pieces(text: str) -> Iterator[tuple[str, str, int]]:
    """Tags by their names ("p", "/p") and the words between them, with the lines of the words."""
    at, close, line = 0, -1, 1
    while at < len(text):
        opening = text.find("<", at)
        end = len(text) if opening < 0 else opening
        if end > at:
            words = text[at:end]
            yield "", unescape(words), line
            line += words.count("\n")
        if opening < 0:
            return
        if text.startswith("<!--", opening):
            finish = text.find("-->", opening)
            at = len(text) if finish < 0 else finish + 3
            line += text.count("\n", opening, at)
            continue
        if close < opening:
            close = text.find(">", opening)
            if close < 0:
                close = len(text)
        name = _NAME.match(text, opening + 1)
        if name and close < len(text):
            yield name[0].lower(), "", line
        if name or text[opening + 1 : opening + 2] in {"!", "?"}:
            line += text.count("\n", opening, close)
            at = close + 1
        else:
            yield "", "<", line
            at = opening + 1


class _Page:
    """Collects the words of each block."""

    def __init__(self, allowance: Allowance) -> None:
        self.found: list[ReadParagraph] = []
        self._allowance = allowance
        self._words: list[str] = []
        self._line = 1
        self._is_heading = False
        self._row: list[int] | None = None  # where in `found` its cells begin

    def tag(self, name: str) -> None:
        """A block begins or ends a paragraph; a raised figure is joined to the one before it."""
        if name.lstrip("/") in _BLOCKS:
            self.end_paragraph()
            self._is_heading = name in _HEADINGS
            if name == "tr":
                self._row = []
            elif name in {"td", "th"} and self._row is not None:
                self._row.append(len(self.found))
            elif name in {"/tr", "/table"}:
                self.end_row()
        elif name == "sup" and self._words and self._words[-1][-1:].isdigit():
            self._words.append("-")

    def end_row(self) -> None:
        """Make one paragraph of the cells; an outer row that a table interrupts stays as it is."""
        if self._row:
            ends = [*self._row[1:], len(self.found)]
            cells = [self.found[a:b] for a, b in zip(self._row, ends, strict=True)]
            self.found[self._row[0] :] = as_row(cells)
        self._row = None

    def words(self, words: str, line: int) -> None:
        """More words of the paragraph."""
        if not self._words:
            self._line = line + len(words) - len(words.lstrip("\n"))
        self._words.append(words)

    def end_paragraph(self) -> None:
        """Close the paragraph that is being read."""
        text = _SPACE.sub(" ", tidy("".join(self._words))).strip()
        self._words.clear()
        if text:
            self._allowance.spend(text)
            self.found.append(
                ReadParagraph(text=text, line=self._line, is_heading=self._is_heading)
            )
        self._is_heading = False
