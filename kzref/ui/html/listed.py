"""What the registers have in common: anchors, places as links, long tables in parts."""

from collections.abc import Iterable, Iterator, Sequence

from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape

ROWS = 12  # of a long table that are laid out together


def anchor(name: str) -> str:
    """Where a link to a record leads."""
    return f'<a name="{escape(name)}"></a>'


def at(context: Context, place: str | None) -> str:
    """A place as a link; nothing when there is none."""
    return markup.link(place, context.cite(place)) if place else ""


def links(context: Context, references: Sequence[str]) -> str:
    """Places as links."""
    cited = zip(references, context.cite_in_turn(references), strict=True)
    return " · ".join(markup.link(reference, name) for reference, name in cited)


def long_table(attributes: str, rows: Iterable[str]) -> Iterator[str]:
    """A long table as several short ones: the widths of its columns are given in its cells."""
    held: list[str] = []
    for row in rows:
        held.append(row)
        if len(held) == ROWS:
            yield f"<table {attributes}>{''.join(held)}</table>"
            held = []
    if held:
        yield f"<table {attributes}>{''.join(held)}</table>"
