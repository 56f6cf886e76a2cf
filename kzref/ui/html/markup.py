"""Small pieces of HTML that Qt's rich text can show: links, badges, cards, definition rows."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kzref.ui.html.escaping import escape
from kzref.ui.theme import Inks

SCHEME = "kz:"
PART = 6000  # letters of HTML that are laid out in some ten milliseconds


def link(reference: str, label: str) -> str:
    """A link to a place inside kzref."""
    return f'<a href="{SCHEME}{_quoted(reference)}">{escape(label)}</a>'


def way(reference: str, label: str, more: str, inks: Inks) -> str:
    """A link with what awaits there under it; all of it can be pressed."""
    return (
        f'<a href="{SCHEME}{_quoted(reference)}"><b>{escape(label)}</b><br>'
        f'<span style="color:{inks.quiet};font-size:small">{escape(more)}</span></a>'
    )


def target(href: str) -> str | None:
    """The place that a link leads to, or None for a foreign link."""
    if not href.startswith(SCHEME):
        return None
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - not before a link is followed

    return QUrl.fromPercentEncoding(href.removeprefix(SCHEME).encode())


@lru_cache(maxsize=4096)  # the same places are named again and again
def _quoted(reference: str) -> str:
    """Percent-encoded, but for Latin letters and digits."""
    signs = (chr(byte) for byte in reference.encode())
    return "".join(
        sign if sign.isascii() and sign.isalnum() else f"%{ord(sign):02X}" for sign in signs
    )


def badge(label: str, ink: str, ground: str) -> str:
    """A word on a coloured ground; the word itself carries the meaning."""
    return (
        f'<span style="color:{ink};background-color:{ground};font-weight:bold;font-size:small">'
        f"&nbsp;{escape(label)}&nbsp;</span>"
    )


def card(body: str, inks: Inks, *, ground: str | None = None, edge: str | None = None) -> str:
    """A block that stands apart, with a coloured edge when one is given."""
    side = f'<td width="4" style="background-color:{edge}"></td>' if edge else ""
    return (
        f'<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:6px;'
        f'margin-bottom:6px"><tr>{side}<td style="background-color:{ground or inks.raised};'
        f'padding:10px 14px">{body}</td></tr></table>'
    )


def beside(left: str, right: str, share: int = 50) -> str:
    """Two texts beside each other, the left one with this share of the width in per cent."""
    return (
        f'<table width="99%" cellspacing="0" cellpadding="0"><tr><td width="{share}%">{left}</td>'
        f'<td width="16"></td><td>{right}</td></tr></table>'
    )


def small(text: str) -> str:
    """What stands beside or beneath something."""
    return f'<span style="font-size:small">{text}</span>'


def quiet(text: str, inks: Inks) -> str:
    """Secondary text."""
    return f'<span style="color:{inks.quiet};font-size:small">{text}</span>'


def item(body: str) -> str:
    """A line of a list, a little away from its bullet."""
    return f"<li>&nbsp;{body}</li>"


def heading(text: str, level: int = 2) -> str:
    """A heading."""
    return f"<h{level}>{escape(text)}</h{level}>"


def page(body: str, inks: Inks) -> str:
    """A whole page in the colours of the theme."""
    return (
        f"<html><head><style>a {{color:{inks.accent};text-decoration:none}}"
        f"h1 {{font-size:x-large;margin-top:4px;margin-bottom:2px}}"
        f"h2 {{font-size:large;margin-top:14px;margin-bottom:4px}}"
        f"h3 {{font-size:medium;margin-top:8px;margin-bottom:2px}}"
        f"p {{line-height:108%;margin-top:3px;margin-bottom:5px}}"
        f'</style></head><body style="color:{inks.text}">{body}</body></html>'
    )


def parts(pieces: Iterable[str], inks: Inks) -> Iterator[str]:
    """A long page in parts that are laid out one after another; no piece is cut."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length > PART:
            yield page("".join(held), inks)
            held, length = [], 0
    if held:
        yield page("".join(held), inks)
