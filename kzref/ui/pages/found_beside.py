"""What stands beside the results on a wide window: the chosen one, to be read without going there."""

from kzref.model.errors import InputError
from kzref.model.pinpoint import Pinpoint
from kzref.services.law.columns import Column, Layer
from kzref.services.law.glance import glance
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.law import article_page
from kzref.ui.html.results import Row, whole
from kzref.ui.pages.article_view import article_view
from kzref.ui.pages.margin_pane import Leaf


def found_leaf(context: Context, row: Row) -> Leaf:
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
    """A record, a paragraph or an own text: what it is called, and all that it says."""
    seen = glance(context.desk, row.place, context.language, context.as_of)
    text = whole(context, row) or row.snippet
    parts = [f"<h2>{markup.link(row.place, row.label)}</h2>"]
    if row.title:
        parts.append(f"<p>{markup.quiet(escape(row.title), context.inks)}</p>")
    parts.append(_said(context, row.kind, text))
    if seen is not None and seen.text and seen.text != text:
        parts.append(_said(context, "" if ":" in row.place else "source-paragraph", seen.text))
    return markup.page("".join(parts), context.inks)


def _said(context: Context, kind: str, text: str) -> str:
    """A text under the name of what it is."""
    inks = context.inks
    name = (
        markup.badge(context.words(f"kind.{kind}"), inks.accent, inks.accent_soft) if kind else ""
    )
    return f"<p>{name} {escape(text)}</p>"
