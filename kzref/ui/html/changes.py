"""What changed between two days: − and +, struck through and underlined, and coloured."""

from kzref.engine.words.word_diff import Op, Piece
from kzref.services.law.changes import Change, Comparison, UnitChange
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.versions import day_of
from kzref.ui.theme import Inks


def changes_page(context: Context, comparison: Comparison, title: str) -> str:
    """The changed units of an article, and how many read the same."""
    words, inks = context.words, context.inks
    earlier, later = day_of(comparison.earlier), day_of(comparison.later)
    parts = [
        f"<h1>{escape(words('reading.changes.title', place=context.cite(str(comparison.place))))}</h1>",
        f"<p><b>{escape(title)}</b></p>" if title else "",
        f"<p>{escape(words('reading.changes.between', earlier=earlier, later=later))} &nbsp; "
        f"{markup.quiet(escape(words('reading.changes.legend')), inks)}<br>{_layer(context, comparison)}</p>",
    ]
    if not comparison.changed:
        parts.append(f"<p><b>{escape(words('reading.changes.none'))}</b></p>")
        return markup.page("".join(parts), inks)
    parts.append(f"<p>{_laws(context, comparison)}</p>")
    parts += [_unit(context, unit) for unit in comparison.changed]
    if same := len(comparison.units) - len(comparison.changed):
        said = words("reading.changes.same", count=same)
        parts.append(f"<p>{markup.quiet(escape(said), inks)}</p>")
    return markup.page("".join(parts), inks)


def _layer(context: Context, comparison: Comparison) -> str:
    words, inks = context.words, context.inks
    if comparison.is_official:
        first, second = comparison.sources or (comparison.earlier, comparison.later)
        said = words("reading.changes.official", earlier=day_of(first), later=day_of(second))
        return markup.badge(said, inks.good, inks.good_soft)
    return markup.badge(words("reading.changes.digest"), inks.warn, inks.warn_soft)


def _laws(context: Context, comparison: Comparison) -> str:
    words = context.words
    if not comparison.laws:
        return markup.quiet(escape(words("reading.changes.by_unknown")), context.inks)
    return escape(
        words("reading.changes.by", laws="; ".join(_law(context, law) for law in comparison.laws))
    )


def _law(context: Context, name: str) -> str:
    """A law by number, date, and the day from which it applies."""
    words, law = context.words, context.desk.library.laws.get(name)
    if law is None or law.adopted is None:
        return words("reading.history.law", law=name)
    text = words("law.by_law", law=name, adopted=day_of(law.adopted))
    if law.in_force.on:
        text += f" ({words('law.in_force_from', day=day_of(law.in_force.on))})"
    return text


def _unit(context: Context, unit: UnitChange) -> str:
    words, inks = context.words, context.inks
    ink, ground = {
        Change.ADDED: (inks.good, inks.good_soft),
        Change.REMOVED: (inks.bad, inks.bad_soft),
    }.get(unit.change, (inks.warn, inks.warn_soft))
    sign = {Change.ADDED: "+ ", Change.REMOVED: "− "}.get(unit.change, "")
    label = sign + words(f"reading.change.{unit.change.value}", place=unit.was_at or "")
    laws = ", ".join(f"№ {law}" for law in unit.laws)
    body = (
        f'<a name="{escape(unit.at)}"></a>'
        f"<b>{escape(unit.at or words('law.whole_article'))}</b> &nbsp;"
        f"{markup.badge(label, ink, ground)} {markup.quiet(escape(laws), inks)}"
        f"<br>{diff_html(unit.pieces, inks, is_marked=unit.change is not Change.UNKNOWN)}"
    )
    return markup.card(body, inks, ground=inks.paper, edge=ink)


def diff_html(pieces: tuple[Piece, ...], inks: Inks, *, is_marked: bool = True) -> str:
    """Pieces with signs and colours; unmarked, only the words."""
    return "".join(_piece(piece, inks) if is_marked else escape(piece.text) for piece in pieces)


def _piece(piece: Piece, inks: Inks) -> str:
    if piece.op is Op.KEPT:
        return escape(piece.text).replace("\n", "<br>")
    lead = " " if piece.text[:1].isspace() else ""
    text = escape(piece.text.strip()).replace("\n", "<br>")
    trail = " " if piece.text[-1:].isspace() else ""
    if piece.op is Op.ADDED:
        style = f"color:{inks.good};background-color:{inks.good_soft};text-decoration:underline"
        return f'{lead}<b style="color:{inks.good}">+</b><span style="{style}">{text}</span>{trail}'
    style = f"color:{inks.bad};background-color:{inks.bad_soft};text-decoration:line-through"
    return f'{lead}<b style="color:{inks.bad}">−</b><span style="{style}">{text}</span>{trail}'
