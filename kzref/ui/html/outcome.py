"""What a calculator found: answer, then authority, then arithmetic."""

from html import escape

from kzref.model.outcome import Favours, Milestone, MilestoneState, Outcome, Reading, Result
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.law import currency_badge


def outcome_page(context: Context, outcome: Outcome, certificate: str) -> str:
    """The whole outcome."""
    words, inks, count = context.words, context.inks, len(outcome.cautions)
    below = markup.badge(words("walk.cautions", count=count), inks.warn, inks.warn_soft)
    warned = f" {below}" if count else ""
    parts = [
        f"<p>{currency_badge(context, outcome.currency)} "
        f"{markup.quiet(escape(words('calc.law_of', day=outcome.as_of)), inks)}{warned}</p>"
    ]
    parts += [_result(context, outcome, result) for result in outcome.results]
    parts += [
        markup.card(
            escape(words.say(caution.message)) + _references(context, caution.references),
            inks,
            ground=inks.warn_soft,
            edge=inks.warn,
        )
        for caution in outcome.cautions
    ]
    if outcome.milestones:
        parts.append(markup.heading(words("calc.milestones")))
        parts += [_milestone(context, milestone) for milestone in outcome.milestones]
    parts.append(markup.heading(words("calc.arithmetic")))
    parts += [
        f"<p>{number}. {escape(words.say(step.message))}{_references(context, step.references)}</p>"
        for number, step in enumerate(outcome.trace, 1)
    ]
    parts.append(
        f"<p>{markup.quiet(escape(words('calc.certificate')), inks)}<br><code>{escape(certificate)}</code></p>"
    )
    parts.append(f"<p>{markup.quiet(escape(words('calc.disclaimer')), inks)}</p>")
    return markup.page("".join(parts), inks)


def _result(context: Context, outcome: Outcome, result: Result) -> str:
    words, inks = context.words, context.inks
    title = words(f"result.{outcome.calculator}.{result.id}")
    body = f"<b>{escape(title)}</b>"
    if len(result.readings) > 1:
        fork = words("calc.readings", count=len(result.readings))
        body += f" &nbsp;{markup.badge(fork, inks.warn, inks.warn_soft)}"
    shared = {reading.references for reading in result.readings}
    for reading in result.readings:
        body += _reading(context, reading, title, result.id, alone=len(result.readings) == 1)
        if len(shared) > 1:
            body += _references(context, reading.references)
    if len(shared) == 1:
        body += _references(context, result.readings[0].references)
    if result.note:
        body += f"<br>{markup.quiet(escape(words.say(result.note)), inks)}"
    return markup.card(body, inks, ground=inks.paper, edge=inks.accent)


def _reading(context: Context, reading: Reading, title: str, result_id: str, *, alone: bool) -> str:
    words, inks = context.words, context.inks
    value = words.value(reading.value, of=result_id)
    body = f'<br><span style="font-size:x-large;font-weight:bold">{escape(value)}</span>'
    if not alone:
        body += " " + _favours(context, reading.favours)
    label = words.say(reading.label)
    said = [label] if label.casefold() != title.casefold() else []
    if reading.assumption is not None:
        said.append(words.say(reading.assumption))
    if said:
        body += f"<br>{markup.quiet(escape(' · '.join(said)), inks)}"
    return body


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
        body += f"<br>{markup.quiet(escape(words.say(milestone.consequence)), inks)}"
    return markup.card(body, inks, ground=inks.paper, edge=ink)


def _references(context: Context, references: tuple[str, ...]) -> str:
    if not references:
        return ""
    links = " · ".join(markup.link(reference, context.cite(reference)) for reference in references)
    return f'<br><span style="font-size:small">→ {links}</span>'
