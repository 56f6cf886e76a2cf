"""Reads the situations in `tests/cases/`, which a lawyer can write and check.

A file holds a list of cases; `expected` gives the values of each result in order, null where there
must be no such result, and `error` instead of it the key of a refusal.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import TypeAdapter
from ruamel.yaml import YAML

from kzref.engine.calculator import Question
from kzref.engine.facts import Facts
from kzref.engine.registry import calculator
from kzref.engine.rulebook import Rulebook
from kzref.model.outcome import Outcome, Value

CASES = Path(__file__).resolve().parent / "cases"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

Written: TypeAlias = str | int | float | date | None


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
    expected: dict[str, list[Written] | None] = field(default_factory=dict)
    error: str | None = None
    cautions: list[str] | None = None
    why: Why

    def calculate(self, rulebook: Rulebook) -> Outcome:
        """What the calculator says about this situation."""
        tool = calculator(self.calculator)
        written = {name: spelled(value) or "" for name, value in self.facts.items()}
        question = Question(now=self.now or NOW, as_of=self.as_of)
        return tool.calculate(Facts.read(tool.spec, written), rulebook, question)

    @property
    def values(self) -> dict[str, list[str | None] | None]:
        """The expected values as `spelled` writes them."""
        return {
            name: None if values is None else [spelled(value) for value in values]
            for name, values in self.expected.items()
        }


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


def read_cases() -> Iterator[SituationCase]:
    """Every case, by folder and file."""
    yaml = YAML(typ="safe", pure=True)
    adapter = TypeAdapter(list[SituationCase])
    for path in sorted(CASES.glob("*/*.yaml")):
        for case in adapter.validate_python(yaml.load(path.read_text(encoding="utf-8"))):
            assert case.calculator == path.parent.name, (
                f"{path}: {case.name} is in the wrong folder"
            )
            assert case.expected or case.error, f"{path}: {case.name} expects nothing"
            yield case
