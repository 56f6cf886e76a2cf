"""What a calculator asks, and what it answers: readings, the steps to them, and doubts.

Sentences are `Message`s: a key of `resources/translations` and its arguments, so that the same
outcome can be said in each language and compared without any.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kzref.model.law import Currency
from kzref.model.message import Argument, Message, Value

__all__ = ["Argument", "Currency", "Message", "Value"]  # offered here too, beside what uses them


class FactKind(StrEnum):
    """How a fact is written and asked for."""

    MOMENT = "moment"  # local date and time, 2026-11-20T23:40
    DATE = "date"
    YES_NO = "yes-no"
    CHOICE = "choice"
    INTEGER = "integer"
    DECIMAL = "decimal"
    TEXT = "text"
    ZONE = "zone"
    PERIODS = "periods"  # 2026-01-10..2026-02-01,2026-03-01..2026-03-05


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSpec:
    """A fact that a calculator asks for; its label is the message `fact.<name>`.

    `usual` facts are asked for at once although they may be left out.
    """

    name: str
    kind: FactKind
    required: bool = False
    usual: bool = False
    choices: tuple[str, ...] = ()
    default: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatorSpec:
    """A calculator's name, what it asks and what it answers; title: `calc.<id>.title`."""

    id: str
    facts: tuple[FactSpec, ...]
    results: tuple[str, ...]


class Favours(StrEnum):
    """Whom a reading serves."""

    DEFENCE = "defence"
    PROSECUTION = "prosecution"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One answer, under one assumption, with its authority."""

    value: Value
    label: Message
    assumption: Message | None = None
    favours: Favours = Favours.NEUTRAL
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The answer to one question: one reading when the law is settled; the defence's first."""

    id: str
    readings: tuple[Reading, ...]
    note: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceStep:
    """One step of the arithmetic, with the provision that commands it."""

    message: Message
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """A doubt, a warning or a consequence that the reader must see beside the answer."""

    message: Message
    references: tuple[str, ...] = ()


class MilestoneState(StrEnum):
    """Where a duty stands at the given time."""

    KEPT = "kept"
    BREACHED = "breached"
    DUE = "due"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A duty on the way, when it falls due, and what its breach entails."""

    id: str
    due: datetime | date
    done: datetime | date | None = None
    state: MilestoneState = MilestoneState.UNKNOWN
    label: Message
    consequence: Message | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A stretch of time to draw: a clock, a rung of a ladder, an interval of custody."""

    id: str
    label: Message
    start: datetime | date
    end: datetime | date
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Everything a calculator says about the given facts under the law of `as_of`."""

    calculator: str
    as_of: date
    facts: Mapping[str, str]
    results: tuple[Result, ...]
    trace: tuple[TraceStep, ...]
    cautions: tuple[Caution, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    lanes: tuple[Lane, ...] = ()
    currency: Currency = Currency.OK
    rules: tuple[
        str, ...
    ] = ()  # ids and days of effect of the parameters used, for the certificate

    @property
    def relied_on(self) -> tuple[str, ...]:
        """The provisions that carry the answer: of its readings, its arithmetic and its duties."""
        groups = (
            *(reading.references for result in self.results for reading in result.readings),
            *(step.references for step in self.trace),
            *(milestone.references for milestone in self.milestones),
        )
        return tuple(dict.fromkeys(reference for group in groups for reference in group))

    def result(self, result_id: str) -> Result:
        """The result with this id.

        Raises:
            KeyError: the outcome has no such result.
        """
        for result in self.results:
            if result.id == result_id:
                return result
        raise KeyError(result_id)
