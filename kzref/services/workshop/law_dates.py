"""What if the law were that of another day: which answers and provisions read otherwise, and by which law.

The days on which something changes are those of the edition's own records: versions of provisions,
values of parameters, lists. None is written here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from kzref.model.dated_list import DatedList, ListVersion
from kzref.model.errors import InputError
from kzref.model.law import Certainty, Instrument, Provision, Version
from kzref.model.parameter import DatedValue, Parameter
from kzref.model.pinpoint import Pinpoint
from kzref.model.practice import Variant
from kzref.services.calculations.calculators import Calculators
from kzref.services.slides import Slides
from kzref.services.workshop.answers import Answers

_NUMBER = re.compile(r"\d+")
LIMITS = ("penalty_min_years", "penalty_max_years")  # answers that a sanction sums up

Dated: TypeAlias = "Version | DatedValue | ListVersion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is asked about: places of the law, and facts whose answer is reckoned."""

    title: str
    references: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What reads otherwise on the later day; `laws` are sentences, one for each law."""

    name: str
    before: str
    after: str
    laws: tuple[str, ...]


class LawDates:
    """Compares a subject under the law of two days."""

    def __init__(self, slides: Slides, calculators: Calculators) -> None:
        """Use the library and the words of the slides."""
        self._slides, self._calculators = slides, calculators
        self._answers = Answers(calculators, slides.words)
        self._known: dict[tuple[str, ...], tuple[tuple[str, Provision], ...]] = {}

    def following(self, subject: Subject, day: date) -> date | None:
        """The next day after this one on which something of the subject changes.

        Where nothing of it does, the next change anywhere in the edition; None: none is known.
        """
        own = (one for one in self._days(subject) if one > day)
        return min(own, default=None) or min(
            (one for one in self._every if one > day), default=None
        )

    def preceding(self, subject: Subject, day: date) -> date | None:
        """The last day before the change before this day: the law as it read until then."""
        return max(
            (one - timedelta(days=1) for one in self._days(subject) if one <= day), default=None
        )

    def beginning(self, day: date) -> tuple[str, ...]:
        """The names of all legal numbers, lists and laws of the edition that take effect on a day."""
        book, slides = self._calculators.rulebook, self._slides
        dated: tuple[Parameter | DatedList, ...] = (*book.parameters.values(), *book.lists.values())
        named = [
            slides.text(one.label)
            for one in dated
            if any(value.in_force_from == day for value in one.history)
        ]
        laws = (law for law in book.laws.values() if law.in_force.on == day)
        return (*named, *(slides.words("reading.history.law", law=law.id) for law in laws))

    def differences(self, subject: Subject, earlier: date, later: date) -> tuple[Difference, ...]:
        """What reads otherwise, answers first, then provisions in the order of the subject."""
        found = [self._answer(variant, earlier, later) for variant in subject.variants]
        told: list[str] = []
        for place, provision in self._provisions(subject):
            if any(place.startswith(f"{wider}(") for wider in told):
                continue  # the larger unit is shown already, and its digest tells the same change
            difference = self._unit(place, provision, earlier, later)
            if difference is not None:
                told.append(place)
                found.append(difference)
        return tuple(one for one in found if one is not None)

    def _answer(self, variant: Variant, earlier: date, later: date) -> Difference | None:
        before, after = (self._answers.of(variant, day) for day in (earlier, later))
        if before == after:
            return None
        changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        held = tuple(
            value
            for rule in self._answers.rules(variant, (earlier, later))
            for value in self._history(rule)
            for day in _turns(value)
            if earlier < day <= later and self._moves(variant, changed, day)
        )
        said = [
            ". ".join(self._told(one, changed)) or self._slides.words("value.none")
            for one in (before, after)
        ]
        return Difference(
            name=self._slides.text(variant.name), before=said[0], after=said[1],
            laws=self._laws(held),
        )  # fmt: skip

    def _told(self, answers: Mapping[str, str], changed: Iterable[str]) -> Iterator[str]:
        """The answers that changed; a sanction from so many to so many years in one sentence."""
        least, most = (_digits(answers.get(name, "")) for name in LIMITS)
        is_range = bool(least and most) and _digits(answers.get("sanction", "")) == least + most
        for name in changed:
            if is_range and name == "sanction":
                yield self._slides.words("lesson.years", least=least[0], most=most[0])
            elif name in answers and not (is_range and name in LIMITS):
                yield answers[name]

    def _moves(self, variant: Variant, names: list[str], day: date) -> bool:
        """Whether one of these answers is another on that day than on the day before."""
        before = self._answers.of(variant, day - timedelta(days=1))
        on_day = self._answers.of(variant, day)
        return any(before.get(name) != on_day.get(name) for name in names)

    def _unit(
        self, place: str, provision: Provision, earlier: date, later: date
    ) -> Difference | None:
        before, after = provision.version(earlier), provision.version(later)
        texts = [self._slides.text(one.gist) if one else "" for one in (before, after)]
        if texts[0] == texts[1]:
            return None
        versions = [one for one in provision.versions if earlier < one.in_force_from <= later]
        words, first, act = self._slides.words, provision.versions[0], self._act(place)
        is_begun = before is None and first in versions
        is_unread = is_begun and not self._is_beginning(place, first)
        absent = (
            "not_read"
            if is_unread
            else "not_yet"
            if is_begun and not first.amended_by
            else "absent"
        )
        laws: tuple[str, ...] = ()
        if not is_unread:
            laws = self._laws(versions)
        elif len(versions) > 1:
            laws = self._laws(versions[1:])
        if after is None and act.in_force_until is not None and act.in_force_until <= later:
            laws = self._successors(act)
        elif absent == "not_yet" and len(versions) == 1:
            laws = (words("law.in_force_from", day=first.in_force_from),)
        return Difference(
            name=self._slides.cite(place),
            before=texts[0] or words(f"workshop.{absent}"),
            after=texts[1] or words("workshop.absent"),
            laws=laws,
        )

    def _successors(self, act: Instrument) -> tuple[str, ...]:
        """The acts that took the place of one that is no longer in force."""
        words, slides = self._slides.words, self._slides
        return tuple(
            words("workshop.replaced", act=slides.text(one.title), day=one.in_force_from)
            for one in slides.library.instruments.values()
            if one.replaces == act.id
        )

    def _act(self, place: str) -> Instrument:
        return self._slides.library.instruments[Pinpoint.parse(place).key]

    def _is_beginning(self, place: str, version: Version) -> bool:
        """Whether the law began with this version, and not only what the edition knows of it."""
        return bool(version.amended_by) or version.in_force_from == self._act(place).in_force_from

    def _laws(self, dated: Iterable[Dated]) -> tuple[str, ...]:
        """Who made the changes; where a text names no law, that is said."""
        found = tuple(dict.fromkeys(one.amended_by for one in dated if one.amended_by))
        if not found:
            return (self._slides.words("reading.changes.by_unknown"),)
        return tuple(map(self._law, found))

    def _law(self, name: str) -> str:
        words, law = self._slides.words, self._slides.library.laws.get(name)
        if law is None or law.adopted is None:
            return words("workshop.law", law=words("reading.history.law", law=name))
        said = words("law.by_law", law=name, adopted=law.adopted)
        if law.in_force.on is not None:
            said += f", {words('law.in_force_from', day=law.in_force.on)}"
        if law.in_force.certainty is not Certainty.EXACT:
            said += f" ({words(f'workshop.day.{law.in_force.certainty.value}')})"
        return words("workshop.law", law=said)

    def _provisions(self, subject: Subject) -> tuple[tuple[str, Provision], ...]:
        """The digested units of every place of the subject, once each."""
        if subject.references not in self._known:
            units = chain.from_iterable(map(self._units, subject.references))
            self._known[subject.references] = tuple(dict(units).items())
        return self._known[subject.references]

    def _units(self, reference: str) -> Iterator[tuple[str, Provision]]:
        """The unit of a place, and those under it; nothing where the edition has no digest of it."""
        try:
            found = self._slides.library.article_of(Pinpoint.parse(reference))
        except (InputError, ValueError):
            return
        place, article, unit = found
        for provision in article.provisions:
            if not unit.at or provision.at == unit.at or provision.at.startswith(f"{unit.at}("):
                yield str(article.pinpoint(place.key, provision)), provision

    def _days(self, subject: Subject) -> set[date]:
        """The days on which the law of the subject changes."""
        days: set[date] = set()
        for place, provision in self._provisions(subject):
            for version in provision.versions:
                if version is not provision.versions[0] or self._is_beginning(place, version):
                    days.add(version.in_force_from)
                if version.in_force_until is not None:
                    days.add(version.in_force_until)
        for variant in subject.variants:
            for rule in self._answers.rules(variant, (self._slides.as_of,)):
                days |= {day for value in self._history(rule)[1:] for day in _turns(value)}
        return days

    def _history(self, rule: str) -> tuple[DatedValue, ...] | tuple[ListVersion, ...]:
        book = self._calculators.rulebook
        if rule in book.parameters:
            return book.parameters[rule].history
        return book.lists[rule].history if rule in book.lists else ()

    @cached_property
    def _every(self) -> frozenset[date]:
        """Every day on which a legal number, a list or a law of the edition takes effect."""
        book = self._calculators.rulebook
        numbers = {value.in_force_from for one in book.parameters.values() for value in one.history}
        lists = {version.in_force_from for one in book.lists.values() for version in one.history}
        laws = {law.in_force.on for law in book.laws.values() if law.in_force.on}
        return frozenset(numbers | lists | laws)


def _turns(value: DatedValue | ListVersion) -> tuple[date, ...]:
    """The days on which a value begins, and on which it is no longer in doubt."""
    return tuple(day for day in (value.in_force_from, value.certain_from) if day is not None)


def _digits(text: str) -> list[str]:
    return _NUMBER.findall(text)
