"""Markdown: headings, block quotes and emphasis are marks of the text, not words of it."""

import re
from dataclasses import replace
from typing import Final

from kzref.model.own_text import ReadParagraph
from kzref.readers.limits import Allowance
from kzref.readers.plain_text import lines
from kzref.readers.web_page import read_web_page

_SIGNS: Final = re.compile(r"^\s{0,3}#{1,6}\s+\S|^\s*>\s*\*|^\s*\*\*.+\*\*\s*$|^<a id=", re.M)
_ANCHOR: Final = re.compile(r"<a\s+(?:id|name)=[^>]*>(?:</a>)?", re.I)
_ESCAPE: Final = re.compile(r"\\([.)\](\[*_#>\\-])")
_LINK: Final = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_EMPHASIS: Final = re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])([^*]+)(?<=\S)\1")
_LOOSE: Final = re.compile(r"^\*{1,3}(?=\S)|(?<=\S)(?<!\\)\*{1,3}$")
_RULE: Final = re.compile(r"(?:[-*_]\s?){3,}")


def is_markdown(text: str) -> bool:
    """Whether a text is written with Markdown's signs."""
    return _SIGNS.search(text[:200_000]) is not None


def read_markdown(text: str, allowance: Allowance) -> tuple[ReadParagraph, ...]:
    """The paragraphs of a Markdown text, without its signs and its front matter."""
    found: list[ReadParagraph] = []
    in_matter = False
    table: list[str] = []  # of HTML, as Markdown has them
    for number, line in lines(text):
        allowance.spend(line)
        stripped = line.strip()
        if table or stripped.lower().startswith("<table"):
            table.append(stripped)
            if "</table" in stripped.lower():
                rows = read_web_page("\n".join(table), allowance)
                begun = number - len(table)
                found += [replace(row, line=begun + row.line) for row in rows]
                table = []
            continue
        if stripped == "---" and (in_matter or not found):
            in_matter = not in_matter
            continue
        if in_matter or stripped.startswith("↑") or _RULE.fullmatch(stripped):
            continue
        bare = _ANCHOR.sub("", stripped).strip()
        quoted, bare = bare.startswith(">"), bare.lstrip("> ")
        heading, bare = bare.startswith("#"), bare.lstrip("#").strip()
        bold = bare.startswith("**") and bare.endswith("**")
        words = _plain(bare)
        last = found[-1].line if found else 0
        if words:
            found.append(
                ReadParagraph(
                    text=words,
                    line=number,
                    indent=0 if heading else len(line) - len(line.lstrip()),
                    is_heading=heading or bold,
                    is_quoted=quoted,
                    gap=number - last - 1,
                )
            )
    if table:  # never closed
        found += read_web_page("\n".join(table), allowance)
    return tuple(found)


def _plain(text: str) -> str:
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", text)
    text = _LOOSE.sub("", text)  # emphasis that goes on in the next paragraph
    return _ESCAPE.sub(r"\1", text).strip()
