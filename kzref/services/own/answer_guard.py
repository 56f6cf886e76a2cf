"""What the user's own texts know against an answer: only the provisions that carry it count."""

from collections.abc import Iterable, Iterator
from datetime import date

from kzref.model.dated_list import DatedList, ListVersion
from kzref.model.outcome import Caution, Outcome
from kzref.model.own_text import Amendment
from kzref.model.parameter import DatedValue, Parameter
from kzref.services.law.verified_text import Checked, checked_figure
from kzref.services.own.currency_guard import CurrencyGuard, pinpoint_of
from kzref.store.reference_db import ReferenceDb


class AnswerGuard:
    """The currency guard, asked about the answers of calculators."""

    def __init__(self, database: ReferenceDb, guard: CurrencyGuard) -> None:
        """Ask this guard about answers reached with the figures of this database."""
        self._database = database
        self._guard = guard

    def cautions(self, outcome: Outcome) -> tuple[Caution, ...]:
        """What to check before relying on an answer.

        One caution for each law and article, one for each figure that differs.
        """
        used = tuple(self._used(outcome.rules))
        return (*self._differing(used, outcome.as_of), *self._amended(used, outcome))

    def _used(
        self, rules: Iterable[str]
    ) -> Iterator[tuple[Parameter | DatedList, DatedValue | ListVersion]]:
        """The figures and lists that an outcome names in its rules, as they stood for it."""
        for rule in rules:
            name, _, taken = rule.partition("@")
            record = self._database.get(Parameter, name) or self._database.get(DatedList, name)
            for one in record.history if record else ():
                if record and one.in_force_from.isoformat() == taken.partition("=")[0]:
                    yield record, one

    def _differing(
        self,
        used: Iterable[tuple[Parameter | DatedList, DatedValue | ListVersion]],
        as_of: date,
    ) -> Iterator[Caution]:
        for record, value in used:
            if isinstance(record, Parameter) and isinstance(value, DatedValue):
                for said in self._guard.differing(record, value, as_of):
                    yield Caution(message=said, references=(value.reference,))

    def _amended(
        self,
        used: Iterable[tuple[Parameter | DatedList, DatedValue | ListVersion]],
        outcome: Outcome,
    ) -> Iterator[Caution]:
        relied: dict[str, list[Checked]] = {reference: [] for reference in outcome.relied_on}
        for record, value in used:
            checked = checked_figure(record)
            relied.setdefault(value.reference, []).extend([checked] if checked else [])
        found: dict[tuple[str, str], tuple[Amendment, date, list[str]]] = {}
        for reference, held in relied.items():
            place = pinpoint_of(reference)
            if place is None:
                continue
            for checked in held or self._guard.checked(place):
                for one in self._guard.later(place, checked, outcome.as_of):
                    key = (f"{place.key} {place.article}", one.law or one.adopted.isoformat())
                    places = found.setdefault(key, (one, checked.through, []))[2]
                    if reference not in places:
                        places.append(reference)
        for (article, _law), (one, through, places) in found.items():
            yield Caution(
                message=self._guard.sentence(one, article, through), references=tuple(places)
            )
