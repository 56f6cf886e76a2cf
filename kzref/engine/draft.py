"""An outcome in the making: takes dated values from the rulebook and notes each one it took."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from kzref.engine.coming import came
from kzref.engine.facts import Facts
from kzref.engine.legal_time import is_shown_twice
from kzref.engine.rulebook import Rulebook
from kzref.model.dated_list import DatedList, ListVersion
from kzref.model.errors import InputError
from kzref.model.outcome import (
    Argument,
    CalculatorSpec,
    Caution,
    Currency,
    Lane,
    Message,
    Milestone,
    Outcome,
    Reading,
    Result,
    TraceStep,
)
from kzref.model.parameter import DatedValue, Parameter
from kzref.model.pinpoint import Pinpoint


@dataclass(slots=True, kw_only=True)
class Draft:
    """Collects what one calculation finds, step by step; never outlives it."""

    spec: CalculatorSpec
    facts: Facts
    rulebook: Rulebook
    as_of: date
    now: datetime
    currency: Currency = Currency.OK
    _results: list[Result] = field(default_factory=list)
    _trace: list[TraceStep] = field(default_factory=list)
    _cautions: list[Caution] = field(default_factory=list)
    _milestones: list[Milestone] = field(default_factory=list)
    _lanes: list[Lane] = field(default_factory=list)
    _rules: dict[str, str] = field(default_factory=dict)

    def dated(self, parameter_id: str, on: date | None = None) -> DatedValue:
        """The value of a parameter with its provision, on the day of the law or another day.

        Raises:
            InputError: the law of that day is not known.
        """
        day = on or self.as_of
        self.require_code(parameter_id, day)
        value = self.known(parameter_id, on)
        if value is None:
            label = self.rulebook.parameters[parameter_id].label
            raise InputError("calc.law_not_known", parameter=label, day=day)
        return value

    def known(self, parameter_id: str, on: date | None = None) -> DatedValue | None:
        """As `dated`, but None when there was no such value on that day."""
        day = on or self.as_of
        parameter = self.rulebook.parameters[parameter_id]
        value = parameter.on(day)
        if value is None:
            return None
        self._rules[parameter_id] = f"{value.in_force_from.isoformat()}={value.value}"
        if value.value is None:
            return None
        self._weigh(parameter, value, day)
        return value

    def listing(self, list_id: str, on: date | None = None) -> ListVersion:
        """A list of the law as it stood on the day of the law or another day.

        Raises:
            InputError: the day lies before the history of the list.
        """
        day = on or self.as_of
        listed = self.rulebook.lists[list_id]
        version = listed.on(day)
        if version is None:
            first = listed.history[0].in_force_from
            raise InputError("calc.before_code", day=day, first=first)
        self._rules[list_id] = f"{version.in_force_from.isoformat()}={','.join(version.items)}"
        self._weigh(listed, version, day)
        return version

    def say_note(self, value: DatedValue | ListVersion) -> None:
        """Show what the data say about a value beside it."""
        if value.note is not None:
            self.caution("caution.note", value.reference, note=value.note)

    def require_code(self, parameter_id: str, day: date) -> None:
        """Refuse a day before the code: before the history of one of its rules begins.

        Raises:
            InputError: the day is too early.
        """
        first = self.rulebook.parameters[parameter_id].history[0].in_force_from
        if day < first:
            raise InputError("calc.before_code", day=day, first=first)

    def _weigh(
        self, parameter: Parameter | DatedList, value: DatedValue | ListVersion, day: date
    ) -> None:
        """Say what makes a value doubtful on that day."""
        if parameter.verified is None:
            self.doubt("caution.unverified", parameter=parameter.label)
        elif day > parameter.verified.on:
            self.doubt("caution.after_check", checked=parameter.verified.on)
        if value.assumed:
            self.doubt("caution.assumed", value.reference, parameter=parameter.label, day=day)
        if value.certain_from is not None and day < value.certain_from:
            self.doubt(
                "caution.not_isolated",
                value.reference,
                parameter=parameter.label,
                since=value.in_force_from,
                certain=value.certain_from,
            )
        self._doubt_changes(parameter, day)

    def doubt_effect(self, parameter_id: str, on: date | None = None) -> None:
        """Warn when a change of a value may or may not have been in force on that day."""
        self._doubt_changes(self.rulebook.parameters[parameter_id], on or self.as_of)

    def _doubt_changes(self, parameter: Parameter | DatedList, day: date) -> None:
        before: object = None
        for change in parameter.history:
            content = change.value if isinstance(change, DatedValue) else change.items
            if change.amended_by is not None and content != before:
                law = self.rulebook.laws.get(change.amended_by)
                if law is not None and law.is_effect_doubtful(day):
                    self.doubt("caution.reckoned", law=law.id, on=change.in_force_from)
            before = content

    def doubt_calendar(self, day: date) -> None:
        """Warn when the days off around that day are not recorded."""
        if not self.rulebook.calendar.is_known(day):
            self.doubt("caution.calendar_unknown", "CPC 48(4)", day=day)

    def note_clock(self, start: datetime, end: datetime) -> None:
        """Warn when the local clock was changed within a stretch of hours, or shows its start twice."""
        if start.utcoffset() != end.utcoffset():
            self.caution("caution.clock_changed", "CPC 48(5)", start=start, end=end)
        if is_shown_twice(start):
            self.caution("caution.hour_shown_twice", moment=start)

    def take(self, parameter_id: str, on: date | None = None) -> Decimal:
        """The bare value of a parameter (see `dated`)."""
        return self.dated(parameter_id, on).number

    def step(self, key: str, *references: str, **arguments: Argument) -> None:
        """Add a step to the trace."""
        self._trace.append(TraceStep(message=Message(key, arguments), references=references))

    def caution(self, key: str, *references: str, **arguments: Argument) -> None:
        """Add a warning, once."""
        caution = Caution(message=Message(key, arguments), references=references)
        if caution not in self._cautions:
            self._cautions.append(caution)

    def doubt(self, key: str, *references: str, **arguments: Argument) -> None:
        """Add a warning that also turns the currency of the outcome amber."""
        if self.currency is Currency.OK:
            self.currency = Currency.AMBER
        self.caution(key, *references, **arguments)

    def settle(self, result_id: str, *readings: Reading, note: Message | None = None) -> None:
        """Give the answer to one question: its readings, the defence's first."""
        self._results.append(Result(id=result_id, readings=readings, note=note))

    def milestone(self, milestone: Milestone) -> None:
        """Add a duty on the way."""
        self._milestones.append(milestone)

    def lane(self, lane: Lane) -> None:
        """Add a stretch of time to draw."""
        self._lanes.append(lane)

    def outcome(self) -> Outcome:
        """The finished outcome, everything in the order in which it was found.

        Where a provision that carries it has changed and the edition has no text of the change, it
        is red, as the provision itself is, and says so before every other warning.
        """
        outcome = self._found()
        overtaken = tuple(self._overtaken(outcome.relied_on))
        if not overtaken:
            return outcome
        return replace(outcome, currency=Currency.RED, cautions=(*overtaken, *outcome.cautions))

    def _overtaken(self, references: Iterable[str]) -> Iterator[Caution]:
        """A warning for each law that changed what the answer relies on, with what it changed."""
        changed: dict[tuple[str, date], list[str]] = {}
        for reference in references:
            with suppress(ValueError):  # a document is not changed by laws
                place = Pinpoint.parse(reference)
                for change in came(self.rulebook.laws.values(), place, self.as_of):
                    changed.setdefault(change, []).append(reference)
        for (law, day), places in changed.items():
            yield Caution(
                message=Message("caution.overtaken", {"law": law, "day": day}),
                references=tuple(places),
            )

    def _found(self) -> Outcome:
        return Outcome(
            calculator=self.spec.id,
            as_of=self.as_of,
            facts=self.facts.given,
            results=tuple(self._results),
            trace=tuple(self._trace),
            cautions=tuple(self._cautions),
            milestones=tuple(self._milestones),
            lanes=tuple(self._lanes),
            currency=self.currency,
            rules=tuple(f"{name}@{value}" for name, value in sorted(self._rules.items())),
        )
