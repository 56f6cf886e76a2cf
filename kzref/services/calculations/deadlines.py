"""What a calculation makes fall due, one by one, for a list to tick and for a calendar."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from kzref.engine.facts import Facts
from kzref.model.outcome import Outcome
from kzref.model.sheet import Deadline
from kzref.services.calculations.certificate import plain
from kzref.services.sheets.wording import Wording
from kzref.store.checksums import sha256


def deadlines(wording: Wording, outcome: Outcome) -> tuple[Deadline, ...]:
    """Every reading and duty of an outcome that has a day or an hour, soonest first.

    A duty that falls due with a reading of the same name is one deadline with it. Nobody is named.
    """
    found: dict[tuple[str, datetime | date], Deadline] = {}
    for deadline in (*_readings(wording, outcome), *_duties(wording, outcome)):
        found.setdefault((deadline.result, deadline.due), deadline)
    return tuple(sorted(found.values(), key=lambda deadline: deadline.ends))


def ahead(every: tuple[Deadline, ...], now: datetime) -> tuple[Deadline, ...]:
    """Those that are not past at `now` (aware); all of them when all are."""
    return tuple(one for one in every if one.ends >= now) or every


def _readings(wording: Wording, outcome: Outcome) -> Iterator[Deadline]:
    words = wording.words
    duties = {duty.id: duty for duty in outcome.milestones}
    for result in outcome.results:
        name = words(f"result.{outcome.calculator}.{result.id}")
        duty = duties.get(result.id)
        for reading in result.readings:
            if not isinstance(reading.value, date):
                continue
            title = name
            if len(result.readings) > 1:
                title += f" ({words(f'favours.{reading.favours.value}')})"
            said = (reading.label, reading.assumption, duty.consequence if duty else None)
            yield _deadline(
                wording, outcome, (result.id, reading.value), title,
                (*(words.say(one) for one in said if one), wording.cite(*reading.references)),
            )  # fmt: skip


def _duties(wording: Wording, outcome: Outcome) -> Iterator[Deadline]:
    words = wording.words
    for duty in outcome.milestones:
        said = (words.say(duty.consequence),) if duty.consequence else ()
        yield _deadline(
            wording, outcome, (duty.id, duty.due), words.say(duty.label),
            (*said, wording.cite(*duty.references)),
        )  # fmt: skip


def _deadline(
    wording: Wording,
    outcome: Outcome,
    what: tuple[str, datetime | date],
    name: str,
    lines: tuple[str, ...],
) -> Deadline:
    words, (result, due) = wording.words, what
    certain = [outcome.calculator, *map(str, outcome.facts.items()), result, str(plain(due))]
    digest = sha256("\n".join(certain).encode()).hexdigest()[:24]
    said = (wording.value(due, of=result), *lines, wording.origin(), words("paper.disclaimer"))
    return Deadline(
        id=f"{digest}@kzref",
        result=result,
        due=due,
        ends=_end(due, wording, outcome),
        name=name,
        title=f"{words(f'calc.{outcome.calculator}.title')}: {name}",
        description="\n".join(line for line in said if line),
    )


def _end(due: datetime | date, wording: Wording, outcome: Outcome) -> datetime:
    if isinstance(due, datetime):
        return due
    facts = Facts.read(wording.desk.calculators.get(outcome.calculator).spec, outcome.facts)
    return datetime.combine(due + timedelta(days=1), time(), tzinfo=facts.zone)
