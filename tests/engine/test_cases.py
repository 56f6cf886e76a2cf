"""Situations that a lawyer can read and write, from `tests/cases/`, against the calculators."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from kzref.engine.calculator import Question
from kzref.engine.facts import Facts
from kzref.engine.registry import CALCULATORS, calculator
from kzref.engine.rulebook import Rulebook
from kzref.model.errors import InputError
from kzref.model.outcome import Value

Written: TypeAlias = str | int | float | date | None
CASES = Path(__file__).resolve().parents[1] / "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why the answer is right, and where that stands."""

    text: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationCase:
    """One situation. `strict`: follows from the text; otherwise from a convention or a reading."""

    name: str
    calculator: str
    status: Literal["strict", "convention", "interpretation"]
    facts: dict[str, Written]
    as_of: date | None = None
    now: datetime | None = None
    expected: dict[str, list[Written] | None] = field(default_factory=dict)  # null: no such result
    error: str | None = None
    cautions: list[str] | None = None
    why: Why


def _cases() -> Iterator[SituationCase]:
    yaml = YAML(typ="safe", pure=True)
    adapter = TypeAdapter(list[SituationCase])
    for path in sorted(CASES.glob("*/*.yaml")):
        cases = adapter.validate_python(yaml.load(path.read_text(encoding="utf-8")))
        for case in cases:
            assert case.calculator == path.parent.name, (
                f"{path}: {case.name} is in the wrong folder"
            )
            yield case


ALL = tuple(_cases())


def spelled(value: Value | float) -> str | None:
    """A value as the cases write it: local minutes with their offset, hours and minutes, plain."""
    match value:
        case None:
            return None
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case timedelta():
            hours, minutes = divmod(int(value.total_seconds()) // 60, 60)
            return f"{hours}:{minutes:02}"
        case Decimal():
            return format(value.normalize(), "f")
        case _:
            return str(value)


@pytest.mark.parametrize("case", ALL, ids=[f"{one.calculator}: {one.name}" for one in ALL])
def test_the_calculator_answers_as_the_case_says(case: SituationCase, rulebook: Rulebook) -> None:
    tool = calculator(case.calculator)
    written = {name: spelled(value) or "" for name, value in case.facts.items()}
    expected = {
        name: None if values is None else [spelled(value) for value in values]
        for name, values in case.expected.items()
    }
    question = Question(now=case.now or datetime(2026, 11, 23, 12, tzinfo=UTC), as_of=case.as_of)
    if case.error is not None:
        with pytest.raises(InputError) as refused:
            tool.calculate(Facts.read(tool.spec, written), rulebook, question)
        assert refused.value.message.key == case.error
        return
    outcome = tool.calculate(Facts.read(tool.spec, written), rulebook, question)
    found = {
        result.id: [spelled(reading.value) for reading in result.readings]
        for result in outcome.results
    }
    assert {name: found.get(name) for name in expected} == expected
    if case.cautions is not None:
        assert [caution.message.key for caution in outcome.cautions] == case.cautions


def test_every_calculator_has_cases() -> None:
    assert {case.calculator for case in ALL} >= {one.spec.id for one in CALCULATORS}
