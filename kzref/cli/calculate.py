"""`kzref calc`: a calculation with its readings, trace and doubts."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from kzref.cli.answer import Answer, Commands, day
from kzref.model.errors import InputError
from kzref.model.outcome import Milestone, MilestoneState, Outcome, Reading
from kzref.services.calculations.certificate import plain
from kzref.services.catalogue import Catalogue, catalogue
from kzref.services.desk import Desk
from kzref.services.sheets.wording import Wording


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare the command."""
    parser = commands.add_parser("calc", help="help.calc")
    parser.add_argument("calculator", nargs="?", help="help.calc.calculator")
    parser.add_argument("facts", nargs="*", metavar="name=value", help="help.calc.facts")
    parser.add_argument("--list", action="store_true", help="help.calc.list")
    parser.add_argument("--as-of", type=day, help="help.calc.as_of")
    parser.add_argument("--now", help="help.calc.now")
    parser.set_defaults(run=run)
    yield parser
    check = commands.add_parser("verify", help="help.verify")
    check.add_argument("certificate", help="help.verify.certificate")
    check.set_defaults(run=verify)
    yield check


def verify(chosen: argparse.Namespace) -> Answer:
    """Say whether a certificate still comes out the same on this edition."""
    verdict = Desk().calculators.verify(chosen.certificate, now=datetime.now(UTC))
    reason = catalogue(chosen.lang).say(verdict.reason)
    return Answer(json={"match": verdict.match, "reason": reason}, text=reason)


def run(chosen: argparse.Namespace) -> Answer:
    """List the calculators, or run one.

    Raises:
        InputError: the calculator or a fact is unknown, missing, or cannot be used.
    """
    desk, words = Desk(), catalogue(chosen.lang)
    if chosen.list or not chosen.calculator:
        return _list(desk, words)
    now, written = moment_now(chosen.now), written_facts(chosen.facts)
    outcome = desk.calculators.run(chosen.calculator, written, now=now, as_of=chosen.as_of)
    certificate = desk.calculators.certificate(outcome)
    wording = Wording(desk, chosen.lang)
    return Answer(json=_json(outcome, certificate, words), text=_text(outcome, wording))


def written_facts(given: Sequence[str]) -> dict[str, str]:
    """Facts given as `name=value`.

    Raises:
        InputError: one is not written so, or is given twice.
    """
    written: dict[str, str] = {}
    for fact in given:
        name, equals, value = fact.partition("=")
        if not equals:
            raise InputError("fact.not_written", fact=fact)
        if name in written:
            raise InputError("fact.twice", fact=name)
        written[name] = value
    return written


def moment_now(text: str | None) -> datetime:
    """The present moment, or the one given for it.

    Raises:
        InputError: it is not a date with a time.
    """
    if text is None:
        return datetime.now(UTC)
    try:
        now = datetime.fromisoformat(text)
    except ValueError:
        raise InputError("fact.moment", fact="--now", value=text) from None
    return now if now.tzinfo else now.astimezone()


def _list(desk: Desk, words: Catalogue) -> Answer:
    calculators = [
        {
            "id": calculator.spec.id,
            "title": words(f"calc.{calculator.spec.id}.title"),
            "facts": [
                {
                    "name": fact.name,
                    "type": fact.kind.value,
                    "required": fact.required,
                    "choices": list(fact.choices),
                    "default": fact.default,
                    "label": words(f"fact.{fact.name}"),
                }
                for fact in calculator.spec.facts
            ],
            "results": list(calculator.spec.results),
        }
        for calculator in desk.calculators.all
    ]
    text = "\n".join(f"{one['id']}: {one['title']}" for one in calculators)
    return Answer(json={"calculators": calculators}, text=text)


def _json(outcome: Outcome, certificate: str, words: Catalogue) -> dict[str, object]:
    return {
        "calculator": outcome.calculator,
        "as_of": outcome.as_of.isoformat(),
        "facts": dict(outcome.facts),
        "results": {
            result.id: {
                "readings": [_reading(reading, words) for reading in result.readings],
                "note": words.say(result.note) if result.note else None,
            }
            for result in outcome.results
        },
        "trace": [
            {"text": words.say(step.message), "references": list(step.references)}
            for step in outcome.trace
        ],
        "warnings": [words.say(caution.message) for caution in outcome.cautions],
        "cautions": [
            {"key": caution.message.key, "text": words.say(caution.message),
             "references": list(caution.references)}
            for caution in outcome.cautions
        ],
        "milestones": [
            {
                "id": one.id,
                "due": plain(one.due),
                "done": plain(one.done),
                "state": one.state.value,
                "label": words.say(one.label),
                "consequence": words.say(one.consequence) if one.consequence else None,
                "references": list(one.references),
            }
            for one in outcome.milestones
        ],
        "currency": outcome.currency.value,
        "certificate": certificate,
    }  # fmt: skip


def _reading(reading: Reading, words: Catalogue) -> dict[str, object]:
    return {
        "value": plain(reading.value),
        "label": words.say(reading.label),
        "assumption": words.say(reading.assumption) if reading.assumption else None,
        "favours": reading.favours.value,
        "references": list(reading.references),
    }


def _law(wording: Wording, references: Sequence[str]) -> str:
    """The law of a line, as lawyers of the language cite it."""
    return f"  [{wording.cite(*references)}]" if references else ""


def _milestone(one: Milestone, wording: Wording) -> str:
    """A duty on one line: where it stands, what, by when, under which law, what a breach entails."""
    words = wording.words
    state = words(f"milestone.{one.state.value}")
    line = f"  [{state}] {words.say(one.label)}: {words.word(one.due)}"
    line += _law(wording, one.references)
    if one.consequence is not None and one.state is MilestoneState.BREACHED:
        line += f"\n      {words.say(one.consequence)}"
    return line


def _text(outcome: Outcome, wording: Wording) -> str:
    words = wording.words
    lines = [words(f"calc.{outcome.calculator}.title")]
    for result in outcome.results:
        title = words(f"result.{outcome.calculator}.{result.id}")
        for reading in result.readings:
            basis = _law(wording, reading.references)
            lines.append(f"  {title}: {words.value(reading.value, of=result.id)}{basis}")
            if len(result.readings) > 1 and reading.assumption:
                lines.append(f"      {words.say(reading.assumption)}")
    lines += [f"! {words.say(caution.message)}" for caution in outcome.cautions]
    lines += [_milestone(one, wording) for one in outcome.milestones]
    lines += [
        f"{number}. {words.say(step.message)}{_law(wording, step.references)}"
        for number, step in enumerate(outcome.trace, 1)
    ]
    return "\n".join(lines)
