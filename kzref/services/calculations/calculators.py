"""Runs calculators on the bundled law and says what they found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import TypeAlias

from kzref.engine.calculator import Calculator, Question
from kzref.engine.drugs.drug_name import forget_names
from kzref.engine.facts import Facts
from kzref.engine.registry import CALCULATORS
from kzref.engine.rulebook import Rulebook
from kzref.model.calendar import WorkCalendar
from kzref.model.card import Card
from kzref.model.dated_list import DatedList
from kzref.model.errors import DataError, InputError
from kzref.model.law import AmendingLaw
from kzref.model.outcome import Caution, Currency, Message, Outcome
from kzref.model.parameter import Parameter
from kzref.model.substance import SizeRule, Substance
from kzref.services.calculations.cards import run_cards
from kzref.services.calculations.certificate import read_certificate, write_certificate
from kzref.store.reference_db import ReferenceDb

Guard: TypeAlias = Callable[[Outcome], tuple[Caution, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What recomputing a certificate showed."""

    match: bool
    reason: Message


class Calculators:
    """The calculators over one edition of the law."""

    def __init__(self, database: ReferenceDb, guard: Guard | None = None) -> None:
        """Use the law of this database; nothing is read before the first calculation.

        `guard` adds what the user's own texts know that the law of this edition does not.
        """
        self._database = database
        self._guard = guard
        self._substances = lru_cache(1)(lambda: database.values(Substance))
        self._failing: dict[str, tuple[str, ...]] = {}

    @property
    def all(self) -> tuple[Calculator, ...]:
        """Every calculator, in the order in which they are shown."""
        return CALCULATORS

    @cached_property
    def rulebook(self) -> Rulebook:
        """The dated law of the edition."""
        database = self._database
        return Rulebook(
            parameters={parameter.id: parameter for parameter in database.values(Parameter)},
            laws={law.id: law for law in database.values(AmendingLaw)},
            calendar=database.values(WorkCalendar)[0],
            lists={one.id: one for one in database.values(DatedList)},
            substances=self._substances,
            size_rules=database.values(SizeRule),
        )

    def forget_substances(self) -> None:
        """Hold no table of substances, 1 MB with its names; it is read again when one is asked for."""
        self._substances.cache_clear()
        forget_names()

    def get(self, calculator_id: str) -> Calculator:
        """The calculator with this id.

        Raises:
            InputError: there is none.
        """
        for calculator in self.all:
            if calculator.spec.id == calculator_id:
                return calculator
        raise InputError(
            "calc.unknown",
            calculator=calculator_id,
            known=", ".join(calculator.spec.id for calculator in self.all),
        )

    def run(
        self, calculator_id: str, written: Mapping[str, str], *, now: datetime,
        as_of: date | None = None,
    ) -> Outcome:  # fmt: skip
        """The outcome of written facts.

        Raises:
            InputError: the calculator or a fact is unknown, missing, or cannot be used.
            DataError: one of the calculator's cards does not come out right, so it is locked.
        """
        calculator = self.get(calculator_id)
        if failing := self.failing_cards(calculator_id):
            raise DataError("calc.locked", calculator=calculator_id, card=failing[0])
        facts = Facts.read(calculator.spec, written)
        outcome = calculator.calculate(facts, self.rulebook, Question(now=now, as_of=as_of))
        return self._guarded(outcome)

    def _guarded(self, outcome: Outcome) -> Outcome:
        """The outcome with the guard's doubts first; the answer itself, and its certificate, stay."""
        doubts = self._guard(outcome) if self._guard else ()
        if not doubts:
            return outcome
        currency = Currency.AMBER if outcome.currency is Currency.OK else outcome.currency
        return replace(outcome, cautions=(*doubts, *outcome.cautions), currency=currency)

    def failing_cards(self, calculator_id: str) -> tuple[str, ...]:
        """The cards of a calculator that do not come out as expected: such a rule is locked.

        They are run once, before its first answer, and cost a few milliseconds.
        """
        if calculator_id not in self._failing:
            cards = self._database.values(Card, parent=calculator_id)
            report = run_cards(cards, self.rulebook)
            self._failing[calculator_id] = tuple(one.card.name for one in report.failures)
        return self._failing[calculator_id]

    def certificate(self, outcome: Outcome) -> str:
        """A code over the facts, the rules used and the database, which `verify` recomputes."""
        return write_certificate(outcome, self._database.sha256)

    def verify(self, written: str, *, now: datetime) -> Verdict:
        """Whether a certificate comes out the same on this edition."""
        asked = read_certificate(written)
        if asked is None:
            return Verdict(match=False, reason=Message("certificate.unreadable"))
        try:
            outcome = self.run(asked.calculator, asked.facts, now=now, as_of=asked.as_of)
        except InputError:
            return Verdict(match=False, reason=Message("certificate.unreadable"))
        match = self.certificate(outcome) == written.strip()
        return Verdict(
            match=match, reason=Message("certificate.match" if match else "certificate.other")
        )
