"""What runs across the documents: figures, cases, dates, hazards, terms, legal numbers, scenarios."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from kzref.model.practice import Scenario
from kzref.model.records import Case, Event
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.figures import statistics
from kzref.ui.html.law import hazard_card
from kzref.ui.html.listed import anchor, links, long_table
from kzref.ui.html.notes import notes_register
from kzref.ui.html.substances import substances
from kzref.ui.html.terms import glossary, parameters


def _when_and_what(context: Context, case: Case) -> str:
    topic = context.desk.topic(case.topic, context.language)
    return f"{context.words.dated(case.date)} · {topic}" if case.date.strip("—- ") else topic


def cases(context: Context) -> Iterator[str]:
    """Cases as their source tells them; their names are those of the English documents."""
    return (
        markup.card(
            f"{anchor(case.id)}<b>{escape(case.name)}</b> "
            f"{markup.quiet(escape(_when_and_what(context, case)), context.inks)}"
            f"<br>{escape(context.text(case.outcome))}<br>"
            + links(context, (case.at, *(f"ICCPR {article}" for article in case.iccpr))),
            context.inks,
        )
        for case in context.desk.database.values(Case)
    )


def events(context: Context) -> Iterator[str]:
    """The history of law and facts, oldest first."""
    ordered = sorted(context.desk.database.values(Event), key=lambda event: event.on)
    rows = (
        f'<tr><td width="26%"><b>{anchor(event.id)}{escape(context.words.dated(event.on))}</b></td>'
        f'<td width="10" style="background-color:{context.inks.accent_soft}"></td>'
        f"<td>{escape(context.text(event.what))}<br>"
        f"{links(context, (*event.provisions, *((event.at,) if event.at else ())))}</td></tr>"
        for event in ordered
    )
    return long_table('cellpadding="6" width="100%"', rows)


def hazards(context: Context) -> Iterator[str]:
    """Every place to be careful with."""
    return (
        anchor(hazard.id) + hazard_card(context, hazard) for hazard in context.desk.library.hazards
    )


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.split("\n")))


def scenarios(context: Context) -> Iterator[str]:
    """Situations for a workshop; the answer stands below the question."""
    words = context.words
    return (
        markup.card(
            f"{anchor(one.id)}<b>{escape(context.text(one.title))}</b><br>{_lines(context.text(one.facts))}"
            f"<br><b>{_lines(context.text(one.question))}</b>"
            f"<br>{markup.quiet(escape(words('register.scenario.answer')), context.inks)} "
            f"{_lines(context.text(one.answer))}<br>{links(context, one.references)}",
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


CARDS = ("case", "hazard", "glossary", "parameter", "scenario")
"""Registers of cards, which stand in two columns where there is the width."""


def register_page(context: Context, name: str, *, is_wide: bool = False) -> Iterator[str]:
    """One register as a page, in parts."""
    words = context.words
    title = markup.heading(words(f"register.{name}"), 1)
    if name == "case":
        title += f"<p>{markup.quiet(escape(words('register.case.note')), context.inks)}</p>"
    pieces = REGISTERS[name](context)
    if is_wide and name in CARDS:
        pieces = _in_pairs(pieces)
    return markup.parts(chain((title,), pieces), context.inks)


def _in_pairs(cards: Iterable[str]) -> Iterator[str]:
    held = iter(cards)
    return (markup.beside(one, next(held, "")) for one in held)
