"""What stands beside the results on a wide window: the chosen one, to be read without going there."""

from collections.abc import Callable, Iterable

from kzref.model.errors import InputError
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.services.law.columns import Column, Layer
from kzref.services.law.glance import glance
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.law import article_page
from kzref.ui.html.results import Row, marked, whole
from kzref.ui.pages.article_view import article_view
from kzref.ui.pages.margin_pane import Leaf, Margin
from kzref.ui.theme import MEASURE


def found_margin(context: Context, rows: Callable[[], Iterable[Row]]) -> Margin:
    """A margin that shows what is chosen among these rows, in lines of a readable length."""

    def leaf(place: str) -> Leaf:
        return _leaf(context, next(row for row in rows() if row.place == place))

    margin = Margin(context, "results.beside", leaf)
    margin.setProperty("role", "found")
    margin.limit_lines(MEASURE)
    return margin


def _leaf(context: Context, row: Row) -> Leaf:
    """The article of a provision, from the unit that was found; of all else the whole text."""
    try:
        pinpoint = Pinpoint.parse(row.place)
        view = context.desk.library.provision(pinpoint, context.as_of)
    except (InputError, ValueError):
        return _told(context, row), ""
    columns = (Column(layer=Layer.DIGEST, language=context.language),)
    shown = article_view(context, view, pinpoint, columns, beside=True)
    return article_page(context, shown), pinpoint.at


def _told(context: Context, row: Row) -> str:
    """A record, a paragraph or an own text: what it is called, and all that it says.

    A term is told in the other languages, too: one looks it up to find the word for it.
    """
    seen = glance(context.desk, row.place, context.language, context.as_of)
    text = whole(context, row)
    parts = [f"<h2>{markup.link(row.place, row.label)}</h2>"]
    if row.title:
        parts.append(f"<p>{markup.quiet(escape(row.title), context.inks)}</p>")
    parts.append(_said(context, row.kind, escape(text) or marked(row.snippet, context)))
    if seen is not None and seen.text and seen.text != text:
        kind = "" if ":" in row.place else "source-paragraph"
        parts.append(_said(context, kind, escape(seen.text)))
    if row.kind == "glossary":
        term = context.desk.search.whole(row.passage)
        others = (term.own(one) for one in Language if one is not context.language)
        parts += [_said(context, "", escape(other)) for other in others if other]
    return markup.page("".join(parts), context.inks)


def _said(context: Context, kind: str, html: str) -> str:
    """A text, as HTML, after the name of what it is."""
    inks = context.inks
    name = (
        markup.badge(context.words(f"kind.{kind}"), inks.accent, inks.accent_soft) if kind else ""
    )
    return f"<p>{name} {html}</p>"
