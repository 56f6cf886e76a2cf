"""Figures as their documents print them: charts of one series, and every number with its hazards."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from kzref.model.records import Point, Statistic
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.listed import anchor, at, links, long_table

BAR = 78  # per cent of its column: the longest bar of a chart, and its number beside it


def statistics(context: Context) -> Iterator[str]:
    """Figures as printed, charts where several are of one series, the hazard beside the number."""
    figures = context.desk.database.values(Statistic)
    series: dict[str, list[Statistic]] = {}
    for figure in figures:
        if figure.series:
            series.setdefault(figure.series, []).append(figure)
    note = markup.quiet(escape(context.words("register.statistic.note")), context.inks)
    yield f"<p>{note}</p>"
    for group in series.values():
        yield _chart(context, group)
    rows = (_figure(context, figure) for figure in figures)
    yield from long_table('cellpadding="5" width="99%"', rows)


def _points(figures: list[Statistic]) -> list[tuple[Point, Decimal]]:
    """Every value of the figures that is a number, those of one figure by period."""
    found = []
    for figure in figures:
        own = Point(value=figure.value, period=figure.period, what=figure.what)
        for point in sorted((own, *figure.others), key=lambda one: one.period):
            try:
                number = Decimal(point.value.replace(",", "").replace(" ", ""))
            except InvalidOperation:
                continue
            found.append((point, number))
    return found


def _unit(context: Context, unit: str) -> str:
    key = f"amount.{unit}"
    return context.words(key) if context.words.knows(key) else unit


def _chart(context: Context, figures: list[Statistic]) -> str:
    points = _points(figures)
    if len(points) < 2:  # noqa: PLR2004 - one bar compares nothing
        return ""
    longest = max(number for _, number in points) or Decimal(1)
    inks = context.inks
    rows = ""
    for point, number in points:
        width = max(1, int(BAR * number / longest))
        bar = (
            f'<table width="98%" cellspacing="0" cellpadding="0"><tr><td width="{width}%" '
            f'style="background-color:{inks.accent};font-size:small">&nbsp;</td>'
            f"<td>&nbsp;<b>{escape(context.words.figure(point.value))}</b></td></tr></table>"
        )
        what = f"{context.text(point.what)} ({context.words.dated(point.period)})"
        rows += (
            f'<tr><td width="46%" style="font-size:small">{escape(what)}</td><td>{bar}</td></tr>'
        )
    sources = links(context, tuple(dict.fromkeys(figure.at for figure in figures)))
    return markup.card(
        f'<table width="100%" cellpadding="3">{rows}</table>{markup.small(sources)}', inks
    )


def _figure(context: Context, figure: Statistic) -> str:
    inks = context.inks
    hazards = {hazard.id: hazard for hazard in context.desk.library.hazards}
    flags = "".join(
        f"<br>{markup.badge(context.words('hazard.check'), inks.warn, inks.warn_soft)} "
        f"{markup.quiet(escape(context.text(hazards[name].fault)), inks)}"
        for name in figure.hazards
        if name in hazards
    )
    others = "".join(
        f"<br>{markup.quiet(escape(f'{context.words.figure(one.value)} ({context.words.dated(one.period)}): {context.text(one.what)}'), inks)}"
        for one in figure.others
    )
    unit = markup.quiet(escape(_unit(context, figure.unit)), inks)
    source = f"{markup.quiet(escape(context.words.dated(figure.period)), inks)} · {at(context, figure.at)}"
    return (
        f'<tr><td width="20%">{anchor(figure.id)}<b>{escape(context.words.figure(figure.value))}</b><br>{unit}</td>'
        f'<td width="80%">{escape(context.text(figure.what))}{others}{flags}<br>{source}</td></tr>'
    )
