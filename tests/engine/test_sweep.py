"""Every calculator on every day from 2015 to 2027: no crash, no gap, no jump without a law behind it.

What an answer is worth (its hours, months, amounts, words) must stay as it is from one day to the
next, unless a rule that it used changes on that day. Last days of terms follow the calendar, so they
need only move on with the days, and by no more than months and holidays explain.
"""

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from kzref.compiler.translations import read_translations
from kzref.engine.calculator import Calculator, Question
from kzref.engine.facts import Facts
from kzref.engine.legal_time import elapsed
from kzref.engine.registry import CALCULATORS, PROCEDURE, calculator
from kzref.engine.rulebook import Rulebook
from kzref.model.errors import InputError
from kzref.model.outcome import FactKind, FactSpec, Outcome, Reading
from kzref.model.text import Language

FIRST, LAST = date(2015, 1, 1), date(2027, 12, 31)
EVERY_DAY = tuple(FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1))
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LAW_UNKNOWN = {"calc.law_not_known", "calc.before_code", "drug-size.before_table"}
DATES = (FactKind.DATE, FactKind.MOMENT)
NUMBERS = {FactKind.INTEGER: "10", FactKind.DECIMAL: "5"}
TEXTS = {"article": "297", "part": "1"}
CHOSEN = {  # where the kind of the facts alone would make a poorer test
    "custody-term": {"category": "grave"},
    "custody-permitted": {"max_years": "5", "category": "medium"},
    "questioning": {"protected": "yes"},
}
SENTENCES = read_translations(Path(__file__).resolve().parents[2] / "resources" / "translations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a calculator said about one day: what it is worth, and the days that it named."""

    day: date
    worth: frozenset[tuple[object, ...]]
    ends: Mapping[str, tuple[date, date]]
    rules: frozenset[str] = frozenset()
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """One calculator with cheap facts, of which only the dates are moved through the years."""

    tool: Calculator
    law: Rulebook
    moved: tuple[FactSpec, ...]
    fixed: Mapping[str, str]

    @classmethod
    def of(cls, tool: Calculator, law: Rulebook, **chosen: str) -> "Sweep":
        """Move the required dates, or else the one called `on`; fix the rest by its kind."""
        dates = [fact for fact in tool.spec.facts if fact.kind in DATES]
        moved = [fact for fact in dates if fact.required] or [
            fact for fact in dates if fact.name == "on"
        ]
        texts = {**TEXTS, "substance": law.substances()[0].names.ru[0]}
        fixed = CHOSEN.get(tool.spec.id, {}) | chosen
        for fact in tool.spec.facts:
            if fact.name in fixed or fact in moved:
                continue
            if fact.kind is FactKind.CHOICE and fact.default is None:
                fixed[fact.name] = fact.choices[-1]
            elif fact.required:
                fixed[fact.name] = NUMBERS.get(fact.kind) or texts[fact.name]
        return cls(tool=tool, law=law, moved=tuple(moved), fixed=fixed)

    def ask(self, day: date) -> Answer:
        """The answer about that day, by the law of that day."""
        facts = Facts.read(self.tool.spec, {**self.fixed, **dict(self._dates(day))})
        as_of = None if self.tool.law_day(facts) else day
        try:
            outcome = self.tool.calculate(facts, self.law, Question(now=NOW, as_of=as_of))
        except InputError as refusal:
            key = refusal.message.key
            assert all(SENTENCES[language].get(key) for language in Language), key
            return Answer(day=day, worth=frozenset({("refused", key)}), ends={}, refused=key)
        assert outcome.results, f"{self.tool.spec.id} says nothing on {day}"
        start = datetime.combine(day, time(10), tzinfo=facts.zone)
        return Answer(
            day=day,
            worth=frozenset(
                (result.id, *worth(reading, start))
                for result in outcome.results
                for reading in result.readings
            ),
            ends=dict(last_days(outcome)),
            rules=frozenset(rule.partition("@")[0] for rule in outcome.rules),
        )

    def _dates(self, day: date) -> Iterator[tuple[str, str]]:
        for fact in self.moved:
            on = day.replace(year=day.year - 20) if fact.name.startswith("born") else day
            yield fact.name, f"{on}T10:00" if fact.kind is FactKind.MOMENT else str(on)

    def unexplained(self, before: Answer, after: Answer, step: timedelta) -> Iterator[str]:
        """What the day changed in the answer though no rule that was used changed on it."""
        for jump in jumps(before, after, step):
            if not changes_on(after.day, before.rules | after.rules, self.law):
                yield f"{self.tool.spec.id} on {after.day}: {jump}"


def worth(reading: Reading, start: datetime) -> Iterator[object]:
    """The value where it is no day, and the numbers by which it was reckoned."""
    if isinstance(reading.value, datetime):
        yield elapsed(start, reading.value)
    elif not isinstance(reading.value, date):
        yield reading.value
    yield reading.label.key
    for name, value in reading.label.arguments.items():
        if isinstance(value, (int, Decimal)):
            yield name, value


def last_days(outcome: Outcome) -> Iterator[tuple[str, tuple[date, date]]]:
    """The first and the last of the days that the readings of a result name."""
    for result in outcome.results:
        days = [
            reading.value
            for reading in result.readings
            if isinstance(reading.value, date) and not isinstance(reading.value, datetime)
        ]
        if days:
            yield result.id, (days[0], days[-1])


def jumps(before: Answer, after: Answer, step: timedelta) -> Iterator[str]:
    """What changed from one day to the next, beyond the step of the calendar."""
    if before.worth != after.worth:
        yield f"{sorted(map(str, before.worth ^ after.worth))}"
        return
    for name, ends in after.ends.items():
        for old, new in zip(before.ends[name], ends, strict=True):
            if not timedelta() <= new - old <= step:
                yield f"{name} moved from {old} to {new}"


def changes_on(day: date, names: frozenset[str], law: Rulebook) -> bool:
    """Whether one of these rules has a value that holds, or is certain, from that day on."""
    return any(
        day in (one.in_force_from, one.certain_from)
        for name in names
        for one in (law.parameters.get(name) or law.lists[name]).history
    )


@pytest.fixture(scope="module")
def law(rulebook: Rulebook) -> Rulebook:
    """The real law with one substance, which spares the search for names."""
    return replace(rulebook, substances=lambda: rulebook.substances()[:1])


@pytest.fixture(scope="module")
def step(law: Rulebook) -> timedelta:
    """As far as an end may move in one day: over the longest run of days off, or a short month."""
    runs = (
        sum(1 for _ in run)
        for off, run in groupby(EVERY_DAY, lambda day: not law.calendar.is_working(day))
        if off
    )
    return timedelta(days=max(4, 1 + max(runs)))


@pytest.fixture(scope="module", autouse=True)
def _no_collection() -> Iterator[None]:
    """Tens of thousands of short-lived outcomes; collecting in between only costs time."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("tool", CALCULATORS, ids=lambda tool: tool.spec.id)
def test_each_day_has_its_answer_and_each_jump_its_law(
    tool: Calculator, law: Rulebook, step: timedelta
) -> None:
    sweep = Sweep.of(tool, law)
    answers = [sweep.ask(day) for day in EVERY_DAY]
    refusals = {answer.refused for answer in answers if answer.refused}
    assert refusals <= (set() if tool in PROCEDURE else LAW_UNKNOWN)
    assert not all(answer.refused for answer in answers)
    found = [
        jump
        for before, after in pairwise(answers)
        for jump in sweep.unexplained(before, after, step)
    ]
    assert found == []


@pytest.mark.parametrize("tool", CALCULATORS, ids=lambda tool: tool.spec.id)
def test_the_day_before_the_codes_is_refused_as_such(tool: Calculator, law: Rulebook) -> None:
    assert Sweep.of(tool, law).ask(FIRST - timedelta(days=1)).refused in LAW_UNKNOWN


@pytest.mark.parametrize(
    ("name", "day", "chosen"),
    [
        ("police-detention", date(2018, 1, 9), {}),
        ("custody-term", date(2020, 1, 11), {"criminal_group": "yes"}),
        ("questioning", date(2020, 1, 11), {}),
        ("trial-custody", date(2022, 1, 8), {}),
    ],
)
def test_the_sweep_sees_the_jump_that_a_law_brought(
    name: str, day: date, chosen: dict[str, str], law: Rulebook, step: timedelta
) -> None:
    sweep = Sweep.of(calculator(name), law, **chosen)
    before, after = sweep.ask(day - timedelta(days=1)), sweep.ask(day)
    assert list(jumps(before, after, step))
    assert not list(sweep.unexplained(before, after, step))
    assert list(sweep.unexplained(before, replace(after, day=day + timedelta(days=1)), step))
