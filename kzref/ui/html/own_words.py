"""An article in two redactions, word by word."""

from collections.abc import Iterable, Sequence

from kzref.engine.words.word_diff import word_diff
from kzref.model.own_text import Amendment, OwnText
from kzref.services.own.redactions import Change, UnitPair
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.changes import diff_html
from kzref.ui.html.escaping import escape
from kzref.ui.html.own_texts import change_badge, laws_line, redaction_of


def words_page(
    context: Context,
    earlier: OwnText,
    later: OwnText,
    title: str,
    rows: Sequence[UnitPair],
    laws: Iterable[Amendment],
) -> str:
    """The units that do not read the same, and how many do."""
    words, inks = context.words, context.inks
    days = {"earlier": redaction_of(context, earlier), "later": redaction_of(context, later)}
    named = laws_line(context, laws)
    back = markup.link(f"own:compare {earlier.id} {later.id}", words("own.page.all_changes"))
    parts = [
        markup.quiet(escape(later.title), inks),
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(words('own.page.changes', **days))} &nbsp; {back}</p>",
        f"<p>{markup.quiet(escape(words('own.page.by_laws', laws=named)), inks)}</p>"
        if named
        else "",
    ]
    changed = [row for row in rows if row.change is not Change.SAME]
    parts += [_unit(context, row) for row in changed]
    if same := len(rows) - len(changed):
        parts.append(
            f"<p>{markup.quiet(escape(words('own.page.units_same', count=same)), inks)}</p>"
        )
    return markup.page("".join(parts), inks)


def _unit(context: Context, row: UnitPair) -> str:
    inks = context.inks
    name = context.words("own.page.heading") if row.at == "title" else row.at
    pieces = word_diff(row.first or "", row.second or "")
    body = f"<b>{escape(name)}</b> {change_badge(context, row.change)}<br>{diff_html(pieces, inks)}"
    return markup.card(body, inks, ground=inks.paper)
