"""An article as of a day: title, units with their margin, hazards, and who cites it."""

from collections.abc import Iterator, Mapping

from kzref.model.law import Currency
from kzref.model.pinpoint import Pinpoint
from kzref.model.records import Hazard
from kzref.model.text import Text
from kzref.services.law.backlinks import Backlink, backlinks
from kzref.services.law.columns import Layer
from kzref.services.law.succession import Counterpart, counterparts
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.article import ArticleView
from kzref.ui.html.escaping import escape
from kzref.ui.html.hazard_signs import SIGN, hazard_inks
from kzref.ui.html.listed import links
from kzref.ui.html.units import CITING, HAZARDS, column_heads, titled, unit_blocks
from kzref.ui.html.versions import day_of, usual_line, usual_version, verified_line


def article_page(context: Context, view: ArticleView) -> Iterator[str]:
    """The whole article in parts, the chosen unit tinted."""
    return markup.parts(_pieces(context, view), context.inks)


def _pieces(context: Context, view: ArticleView) -> Iterator[str]:
    words, inks = context.words, context.inks
    title = context.text(view.article.title)
    yield markup.quiet(escape(context.text(view.instrument.title)), inks)
    called = f'&nbsp; <span style="font-size:large">{escape(title)}</span>' if title else ""
    yield f"<h1>{escape(context.cite(str(view.whole)))}{called}</h1>"
    yield _other_titles(context, view.article.title, title)
    as_of = markup.quiet(escape(words("law.as_of", day=day_of(context.as_of))), inks)
    usual = (
        f"{markup.quiet(' · ', inks)}{usual_line(context, view.columns)}"
        if usual_version(view.columns)
        else ""
    )
    checked = verified_line(context, view.article.provisions[0].verified)
    yield f"<p>{_layer(context, view)} {as_of}{usual}<br>{checked}</p>"
    yield from (markup.card(escape(one), inks, edge=inks.warn) for one in view.warnings)
    yield _counterparts(context, view)
    if len(view.columns.columns) > 1:
        yield column_heads(context, view.columns)
    yield from unit_blocks(context, view)
    if view.beside:  # what follows stands in the margin
        return
    if view.hazards:
        yield titled(HAZARDS, words("law.hazards"), inks)
        yield from (hazard_card(context, hazard) for hazard in view.hazards)
    yield cited_by(context, backlinks(context.desk, view.whole, context.language), view.whole)


def _layer(context: Context, view: ArticleView) -> str:
    """The badge of a lone digest; other columns have heads of their own."""
    column = view.columns.columns[0]
    if len(view.columns.columns) > 1:
        return ""
    if column.layer is Layer.OFFICIAL:
        return column_heads(context, view.columns)
    return markup.badge(context.words("layer.digest"), context.inks.warn, context.inks.warn_soft)


def _other_titles(context: Context, title: Text, shown: str) -> str:
    others = [text for text in (title.ru, title.kk) if text and text != shown]
    said = markup.quiet(escape(" · ".join(others)), context.inks)
    return f"<p>{said}</p>" if others else ""


def _counterparts(context: Context, view: ArticleView) -> str:
    """Where this article is in the former or the later act, and who else bears its number."""
    found = counterparts(context.desk.database, context.desk.library, view.whole)
    lines = "<br>".join(_counterpart(context, one) for one in found)
    return markup.card(lines, context.inks, edge=context.inks.accent) if lines else ""


def _counterpart(context: Context, one: Counterpart) -> str:
    words = context.words
    if one.place is None:
        label, link = words("reading.succeeded_unread"), ""
    else:
        key = "reading.succeeded" if one.is_later else "reading.preceded"
        if one.is_same_number:
            key = f"reading.same_number_{'later' if one.is_later else 'former'}"
        label, link = words(key), markup.link(str(one.place), context.cite(str(one.place)))
    change = f"<br>{escape(context.text(one.change))}" if one.change else ""
    return f"{escape(label)} <b>{link}</b>{markup.quiet(change, context.inks)}"


def cited_by(context: Context, groups: Mapping[str, tuple[Backlink, ...]], cited: Pinpoint) -> str:
    """Who cites a place, by kind with counts, each a link that can be peeked at."""
    count = sum(len(group) for group in groups.values())
    if not count:
        return ""
    parts = [titled(CITING, context.words("reading.cited_by", count=count), context.inks)]
    for kind, group in groups.items():
        name = context.words(f"reading.group.{kind}")
        lines = "".join(markup.item(_backlink(context, one, str(cited))) for one in group)
        parts.append(f"<h3>{escape(name)} {len(group)}</h3><ul>{lines}</ul>")
    return "".join(parts)


def _backlink(context: Context, one: Backlink, cited: str) -> str:
    """A record, and which units it cites inside the place that it is listed under."""
    places = dict.fromkeys(place for place in one.to if "(" in place and place != cited)
    units = ", ".join(place[place.index("(") :] for place in places)
    label = one.label.replace(" …", "\N{NO-BREAK SPACE}…")  # no … on its own line
    more = f" →&nbsp;{escape(units)}" if units else ""
    if one.ties:
        more += " · " + escape(
            "; ".join(context.words(f"tie.here.{tie.value}") for tie in one.ties)
        )
    return markup.link(one.place, label) + (markup.quiet(more, context.inks) if more else "")


def hazard_card(context: Context, hazard: Hazard) -> str:
    """A hazard with what is wrong and what to do about it."""
    words, inks = context.words, context.inks
    places = links(context, hazard.at)
    ink, ground = hazard_inks(hazard, inks)
    label = f"{SIGN} {words('hazard.critical' if hazard.critical else 'hazard.check')}"
    body = (
        f"{markup.badge(label, ink, ground)} {escape(context.text(hazard.fault))}"
        f"<br><b>{escape(context.text(hazard.treatment))}</b>"
        f"<br>{markup.quiet(hazard.id, inks)} {places}"
    )
    return markup.card(markup.small(body), inks, edge=ink)


def currency_badge(context: Context, currency: Currency) -> str:
    """How far an answer may be relied on, in a word."""
    words, inks = context.words, context.inks
    ink, ground = {
        Currency.OK: (inks.good, inks.good_soft),
        Currency.AMBER: (inks.warn, inks.warn_soft),
        Currency.RED: (inks.bad, inks.bad_soft),
    }[currency]
    return markup.badge(words(f"currency.{currency.value}"), ink, ground)
