"""What runs across the documents: figures, cases, dates, hazards, terms, legal numbers, scenarios."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import chain

from kzref.model.language import Language
from kzref.model.parameter import Parameter
from kzref.model.practice import Scenario, Term, TermForms
from kzref.model.records import Case, Event, Point, Statistic
from kzref.model.substance import SizeRange, SizeRule, Substance
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.law import hazard_card
from kzref.ui.html.notes import notes_register

SHARES = {"substance": 30, "small": 19, "large": 20, "especially-large": 20, "unit": 11}
"""Per cent of the width for each column of the table of drugs: names are the longest words."""
ROWS = 12  # of a long table that are laid out together
BAR = 78  # per cent of its column: the longest bar of a chart, and its number beside it


def _anchor(name: str) -> str:
    return f'<a name="{escape(name)}"></a>'


def _at(context: Context, place: str | None) -> str:
    return markup.link(place, context.cite(place)) if place else ""


def _links(context: Context, references: tuple[str, ...]) -> str:
    return " · ".join(markup.link(reference, context.cite(reference)) for reference in references)


def _table(attributes: str, rows: Iterable[str]) -> Iterator[str]:
    """A long table as several short ones: the widths of its columns are given in its cells."""
    held: list[str] = []
    for row in rows:
        held.append(row)
        if len(held) == ROWS:
            yield f"<table {attributes}>{''.join(held)}</table>"
            held = []
    if held:
        yield f"<table {attributes}>{''.join(held)}</table>"


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
    yield from _table('cellpadding="5" width="99%"', rows)


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
            f"<td>&nbsp;<b>{escape(point.value)}</b></td></tr></table>"
        )
        what = f"{context.text(point.what)} ({context.words.dated(point.period)})"
        rows += (
            f'<tr><td width="46%" style="font-size:small">{escape(what)}</td><td>{bar}</td></tr>'
        )
    sources = " · ".join(dict.fromkeys(_at(context, figure.at) for figure in figures))
    return markup.card(f'<table width="100%" cellpadding="3">{rows}</table>{sources}', inks)


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
        f"<br>{markup.quiet(escape(f'{one.value} ({context.words.dated(one.period)}): {context.text(one.what)}'), inks)}"
        for one in figure.others
    )
    unit = markup.quiet(escape(_unit(context, figure.unit)), inks)
    source = f"{markup.quiet(escape(context.words.dated(figure.period)), inks)} · {_at(context, figure.at)}"
    return (
        f'<tr><td width="20%">{_anchor(figure.id)}<b>{escape(figure.value)}</b><br>{unit}</td>'
        f'<td width="80%">{escape(context.text(figure.what))}{others}{flags}<br>{source}</td></tr>'
    )


def _when_and_what(context: Context, case: Case) -> str:
    topic = context.desk.topic(case.topic, context.language)
    return f"{context.words.dated(case.date)} · {topic}" if case.date.strip("—- ") else topic


def cases(context: Context) -> Iterator[str]:
    """Cases as their source tells them."""
    return (
        markup.card(
            f"{_anchor(case.id)}<b>{escape(case.name)}</b> "
            f"{markup.quiet(escape(_when_and_what(context, case)), context.inks)}"
            f"<br>{escape(context.text(case.outcome))}<br>"
            + _links(context, (case.at, *(f"ICCPR {article}" for article in case.iccpr))),
            context.inks,
        )
        for case in context.desk.database.values(Case)
    )


def events(context: Context) -> Iterator[str]:
    """The history of law and facts, oldest first."""
    ordered = sorted(context.desk.database.values(Event), key=lambda event: event.on)
    rows = (
        f'<tr><td width="26%"><b>{_anchor(event.id)}{escape(context.words.dated(event.on))}</b></td>'
        f'<td width="10" style="background-color:{context.inks.accent_soft}"></td>'
        f"<td>{escape(context.text(event.what))}<br>"
        f"{_links(context, (*event.provisions, *((event.at,) if event.at else ())))}</td></tr>"
        for event in ordered
    )
    return _table('cellpadding="6" width="100%"', rows)


def hazards(context: Context) -> Iterator[str]:
    """Every place to be careful with."""
    return (
        _anchor(hazard.id) + hazard_card(context, hazard) for hazard in context.desk.library.hazards
    )


def glossary(context: Context) -> Iterator[str]:
    """Terms in three languages, each with how well it is attested."""
    terms = sorted(
        context.desk.database.values(Term),
        key=lambda term: _forms(term)[context.language.value].term.casefold(),
    )
    return (_term(context, term) for term in terms)


def _forms(term: Term) -> dict[str, TermForms]:
    return {"en": term.en, "ru": term.ru, "kk": term.kk}


def _term(context: Context, term: Term) -> str:
    words, inks = context.words, context.inks
    lines = []
    statuses = {"en": None, "ru": term.status.ru, "kk": term.status.kk}
    own = context.language.value
    for language, forms in sorted(_forms(term).items(), key=lambda one: one[0] != own):
        status = statuses[language]
        mark = ""
        if status is not None:
            sure = status.value == "official"
            ink, ground = (inks.good, inks.good_soft) if sure else (inks.warn, inks.warn_soft)
            mark = markup.badge(words(f"term.{status.value}"), ink, ground)
        short = f" ({escape(forms.abbreviation)})" if forms.abbreviation else ""
        also = markup.quiet(escape(", ".join(forms.variants)), inks)
        lines.append(f"{language.upper()} <b>{escape(forms.term)}</b>{short} {mark} {also}")
    note = f"<br>{escape(context.text(term.note))}" if term.note else ""
    return markup.card(_anchor(term.id) + "<br>".join(lines) + note, inks)


def parameters(context: Context) -> Iterator[str]:
    """Every legal number with its history."""
    words = context.words
    for parameter in context.desk.database.values(Parameter):
        history = "<br>".join(
            f"{escape(words('law.in_force_from', day=dated.in_force_from))}: "
            f"<b>{escape(words.word(dated.value))}</b> {escape(words(f'unit.{parameter.unit.value}'))} "
            f"{_at(context, dated.reference)} "
            + (markup.quiet(escape(context.text(dated.note)), context.inks) if dated.note else "")
            for dated in parameter.history
        )
        unverified = ""
        if parameter.verified is None:
            ink, ground = context.inks.bad, context.inks.bad_soft
            unverified = " " + markup.badge(words("law.unverified"), ink, ground)
        label = escape(context.text(parameter.label))
        yield markup.card(
            f"{_anchor(parameter.id)}<b>{label}</b>{unverified}<br>{history}", context.inks
        )


def substances(context: Context) -> Iterator[str]:
    """The size table, with the rules around it first."""
    words = context.words
    rules = "".join(
        markup.item(escape(context.text(rule.text)))
        for rule in context.desk.database.values(SizeRule)
    )
    head = "".join(
        f'<td width="{share}%"><b>{escape(words(f"size.{name}"))}</b></td>'
        for name, share in SHARES.items()
    )
    yield f"<p>{_at(context, 'Decree-470')}</p><ul>{rules}</ul>"
    rows = (_substance(context, one) for one in context.desk.database.values(Substance))
    yield from _table('cellpadding="4" width="99%"', chain((f"<tr>{head}</tr>",), rows))


def _substance(context: Context, one: Substance) -> str:
    state = f" ({context.words(f'size.{one.state}')})" if one.state else ""
    names = "; ".join(dict.fromkeys((*one.names.ru[:1], *one.names.kk[:1], *one.names.en[:1])))
    note = markup.quiet(escape(context.text(one.note)), context.inks) if one.note else ""
    written = (
        f"{_anchor(one.id)}{escape(names + state)} {note}",
        *(escape(_range(context, size)) for size in (one.small, one.large, one.especially_large)),
        escape(_unit_of(context, one)),
    )
    cells = "".join(
        f'<td width="{share}%">{cell}</td>'
        for share, cell in zip(SHARES.values(), written, strict=True)
    )
    return f"<tr>{cells}</tr>"


def _unit_of(context: Context, one: Substance) -> str:
    key = f"choice.unit.{one.unit}"
    return context.words(key) if context.words.knows(key) else one.unit


def _amount(context: Context, number: Decimal | None) -> str:
    """As the table has it, with the comma of the language; thousands are not parted."""
    plain = f"{number:f}" if number is not None else ""
    return plain if context.language is Language.EN else plain.replace(".", ",")


def _range(context: Context, size: SizeRange) -> str:
    words = context.words
    if size.min is None and size.max is None:
        return "—"
    if size.max is None:
        return words("size.over", amount=_amount(context, size.min))
    if not size.min:
        return words("size.up_to", amount=_amount(context, size.max))
    return words("size.between", least=_amount(context, size.min), most=_amount(context, size.max))


def scenarios(context: Context) -> Iterator[str]:
    """Situations for a workshop; the answer stands below the question."""
    words = context.words
    return (
        markup.card(
            f"{_anchor(one.id)}<b>{escape(context.text(one.title))}</b><br>{escape(context.text(one.facts))}"
            f"<br><b>{escape(context.text(one.question))}</b>"
            f"<br>{markup.quiet(escape(words('register.scenario.answer')), context.inks)} "
            f"{escape(context.text(one.answer))}<br>{_links(context, one.references)}",
            context.inks,
        )
        for one in context.desk.database.values(Scenario)
    )


REGISTERS: dict[str, Callable[[Context], Iterable[str]]] = {
    "note": notes_register,
    "statistic": statistics,
    "case": cases,
    "event": events,
    "hazard": hazards,
    "glossary": glossary,
    "parameter": parameters,
    "substance": substances,
    "scenario": scenarios,
}


def register_page(context: Context, name: str) -> Iterator[str]:
    """One register as a page, in parts."""
    title = markup.heading(context.words(f"register.{name}"), 1)
    return markup.parts(chain((title,), REGISTERS[name](context)), context.inks)
