"""What a calculator found: the answer large, the sentence of law under it, the arithmetic when asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from kzref.model.outcome import Favours, Milestone, MilestoneState, Outcome, Reading, Result
from kzref.services.calculations.prompter import Prompter
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.law import currency_badge

TRACE = "show:trace"  # the link that unfolds the arithmetic
NAMED = 2  # provisions beside an answer; the others unfold with the arithmetic
HERO, LARGE = "xx-large", "x-large"
BOUNDS = ("min_", "max_", "penalty_min_", "penalty_max_")
"""How results are called that bound something from below or from above."""


def outcome_page(
    context: Context, outcome: Outcome, certificate: str, *, counted: bool, without: str = ""
) -> str:
    """The whole outcome; `counted`: with its arithmetic unfolded; `without`: the fact it leaves out."""
    words, inks, count = context.words, context.inks, len(outcome.cautions)
    named = None if counted else NAMED
    below = markup.badge(words("walk.cautions", count=count), inks.warn, inks.warn_soft)
    parts = [_left_out(context, without)] if without else []
    first = _first_answer(outcome.results)
    if first:
        parts.append(_hero(context, outcome, first, named))
    parts.append(
        f"<p>{currency_badge(context, outcome.currency)} "
        f"{escape(words('calc.law_of', day=outcome.as_of))}{f' {below}' if count else ''}</p>"
    )
    parts += [
        markup.card(
            escape(words.say(caution.message)) + _references(context, caution.references),
            inks,
            ground=inks.warn_soft,
            edge=inks.warn,
        )
        for caution in outcome.cautions
    ]
    others = _notes_once(outcome.results)[len(first) :]
    parts += [_result(context, outcome, one, named) for one in _together(others)]
    if outcome.milestones:
        parts.append(markup.heading(words("calc.milestones")))
        parts += [_milestone(context, milestone) for milestone in outcome.milestones]
    parts.append(_trace(context, outcome, certificate, counted=counted))
    parts.append(f"<p>{markup.quiet(escape(words('calc.disclaimer')), inks)}</p>")
    return markup.page("".join(parts), inks)


def _first_answer(results: Sequence[Result]) -> Sequence[Result]:
    """What was asked: the first result; where that is a lower bound, all the bounds that follow it."""
    return next(iter(_together(results)), ())


def _together(results: Sequence[Result]) -> Iterator[Sequence[Result]]:
    """Each result for itself; a lower bound with all the bounds that follow it."""
    rest = results
    while rest:
        bounds = tuple(takewhile(_is_bound, rest))
        found = bounds if len(bounds) > 1 and "min_" in bounds[0].id else rest[:1]
        yield found
        rest = rest[len(found) :]


def _is_bound(result: Result) -> bool:
    return result.id.startswith(BOUNDS)


def _notes_once(results: Sequence[Result]) -> list[Result]:
    """The results; a note that several share stays with the first of them."""
    notes = [result.note for result in results]
    return [
        replace(result, note=None) if result.note in notes[:number] else result
        for number, result in enumerate(results)
    ]


def _left_out(context: Context, fact: str) -> str:
    """That this is not the whole answer, and what has to be mended first."""
    said = context.words("answer.without", fact=context.words(f"fact.{fact}"))
    inks = context.inks
    return markup.card(escape(said), inks, ground=inks.bad_soft, edge=inks.bad)


def _trace(context: Context, outcome: Outcome, certificate: str, *, counted: bool) -> str:
    words, inks = context.words, context.inks
    sign, count = "▾" if counted else "▸", len(outcome.trace)
    label = f"{sign} {words('calc.arithmetic')} ({count})"
    body = f"<h2>{markup.link(TRACE, label)}</h2>"
    if not counted:
        return body
    body += "".join(
        f"<p>{number}. {escape(words.say(step.message))}{_references(context, step.references)}</p>"
        for number, step in enumerate(outcome.trace, 1)
    )
    return body + (
        f"<p>{markup.quiet(escape(words('calc.certificate')), inks)}<br>"
        f"{markup.small(f'<code>{escape(certificate)}</code>')}</p>"
    )


def _hero(context: Context, outcome: Outcome, answer: Sequence[Result], named: int | None) -> str:
    """The first answer, which is what was asked, and what the law says of it."""
    inks, result = context.inks, answer[0]
    body = (
        _body(context, outcome, result, (HERO, named))
        if len(answer) == 1
        else _bounds(context, outcome, answer, named)
    )
    prompter = Prompter(wording=context.wording, as_of=outcome.as_of)
    authorities = prompter.authorities(outcome, result.readings[0]) if result.readings else []
    rule = next(filter(None, map(prompter.rule, authorities)), None)
    law = ""
    if rule is not None:
        law = (
            f"<p>{markup.link(rule.reference, rule.citation)}: {escape(rule.text)}<br>"
            f"{markup.quiet(escape(rule.source), inks)}</p>"
        )
    return markup.card(body, inks, ground=inks.paper, edge=inks.accent) + law


def _bounds(context: Context, outcome: Outcome, answer: Sequence[Result], named: int | None) -> str:
    """From and up to side by side, with their law under them once."""
    cells = [_body(context, outcome, result, (LARGE, 0)) for result in answer]
    rows = "".join(
        f'<tr><td width="50%" style="padding:0 12px 8px 0">{low}</td><td>{high}</td></tr>'
        for low, high in zip_longest(cells[::2], cells[1::2], fillvalue="")
    )
    prompter = Prompter(wording=context.wording, as_of=outcome.as_of)
    law = [one for reading in answer[0].readings for one in prompter.authorities(outcome, reading)]
    return f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>' + _references(
        context, list(dict.fromkeys(law)), named
    )


def _result(
    context: Context, outcome: Outcome, results: Sequence[Result], named: int | None
) -> str:
    body = (
        _body(context, outcome, results[0], (LARGE, named))
        if len(results) == 1
        else _bounds(context, outcome, results, named)
    )
    return markup.card(body, context.inks, ground=context.inks.paper, edge=context.inks.line)


def _body(context: Context, outcome: Outcome, result: Result, look: tuple[str, int | None]) -> str:
    words, inks, (size, named) = context.words, context.inks, look
    prompter = Prompter(wording=context.wording, as_of=outcome.as_of)
    title = words(f"result.{outcome.calculator}.{result.id}")
    body = f"<b>{escape(title)}</b>"
    if len(result.readings) > 1:
        fork = words("calc.readings", count=len(result.readings))
        body += f" &nbsp;{markup.badge(fork, inks.warn, inks.warn_soft)}"
    shared = {reading.references for reading in result.readings}
    for reading in result.readings:
        alone = len(result.readings) == 1
        body += _reading(context, reading, (title, result.id, size), alone=alone)
        if len(shared) > 1:
            body += _references(context, prompter.authorities(outcome, reading), named)
    if len(shared) == 1:
        body += _references(context, prompter.authorities(outcome, result.readings[0]), named)
    if result.note:
        body += f"<br><br>{escape(words.say(result.note))}"
    return body


def _reading(context: Context, reading: Reading, look: tuple[str, str, str], *, alone: bool) -> str:
    words, inks = context.words, context.inks
    title, result_id, size = look
    value = words.value(reading.value, of=result_id)
    moment, zone = _apart(value)
    body = f'<br><span style="font-size:{size};font-weight:bold">{escape(moment)}</span>{zone}'
    if not alone:
        body += "<br>" + _favours(context, reading.favours) + " "
    label = words.say(reading.label)
    said = [label] if label.casefold() != title.casefold() else []
    if reading.assumption is not None:
        said.append(words.say(reading.assumption))
    if said:
        text = f'<span style="color:{inks.quiet}">{escape(" · ".join(said))}</span>'
        body += f"<br>{text}" if alone else text
    return body


def _apart(value: str) -> tuple[str, str]:
    """A moment, its year not torn from its sign, and in usual letters the offset of that moment."""
    moment, bracket, offset = value.partition(" (UTC")
    for after in (" г.", " ж."):
        moment = moment.replace(after, after.replace(" ", "\u00a0"))
    return moment, escape(f"{bracket}{offset}").replace(" ", "&nbsp;", 1)


def _favours(context: Context, favours: Favours) -> str:
    inks = context.inks
    ink, ground = {
        Favours.DEFENCE: (inks.good, inks.good_soft),
        Favours.PROSECUTION: (inks.bad, inks.bad_soft),
        Favours.NEUTRAL: (inks.quiet, inks.desk),
    }[favours]
    return markup.badge(context.words(f"favours.{favours.value}"), ink, ground)


def _milestone(context: Context, milestone: Milestone) -> str:
    words, inks = context.words, context.inks
    sign, ink, ground = {
        MilestoneState.KEPT: ("✓", inks.good, inks.good_soft),
        MilestoneState.BREACHED: ("✗", inks.bad, inks.bad_soft),
        MilestoneState.DUE: ("…", inks.accent, inks.accent_soft),
        MilestoneState.UNKNOWN: ("?", inks.quiet, inks.desk),
    }[milestone.state]
    state = words(f"milestone.{milestone.state.value}")
    body = (
        f"{markup.badge(f'{sign} {state}', ink, ground)} &nbsp;<b>{escape(words.say(milestone.label))}</b>"
        f"<br>{escape(words.word(milestone.due))}{_references(context, milestone.references)}"
    )
    if milestone.consequence is not None and milestone.state is not MilestoneState.KEPT:
        body += f'<br><span style="color:{inks.quiet}">{escape(words.say(milestone.consequence))}</span>'
    return markup.card(body, inks, ground=inks.paper, edge=ink)


def _references(context: Context, references: Sequence[str], named: int | None = None) -> str:
    """Links to provisions; `named` is how many of them, None for all, 0 for nothing at all."""
    if not references or named == 0:
        return ""
    links = " · ".join(markup.link(one, context.cite(one)) for one in references[:named])
    if named is not None and len(references) > named:
        more = context.words("lectern.more_law", count=len(references) - named)
        links += " · " + markup.link(TRACE, more.replace(" ", "\u00a0"))
    return f"<br>→ {links}"
