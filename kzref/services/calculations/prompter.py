"""What the lectern shows: the clock that matters, the rule behind it, three sentences to say."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kzref.engine.facts import Facts
from kzref.model.errors import InputError
from kzref.model.objection import Objection
from kzref.model.outcome import Outcome, Reading, Result
from kzref.model.pinpoint import Pinpoint
from kzref.services.calculations.objections import fitting, is_breached
from kzref.services.sheets.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What is counted down to, in words too, and what other readings of the law would give."""

    title: str
    until: datetime
    said: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A provision as of a day: what it says, where that stands, since when, how far it was checked."""

    reference: str
    citation: str
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """An objection to say aloud, with its authority; `brief` is its first provision, "+2" more."""

    text: str
    citation: str
    brief: str
    reference: str
    is_breached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """All that is on the lectern; `rules` holds references, the foremost first."""

    clock: Clock | None
    rules: tuple[str, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompter:
    """Chooses, for one day of the law, what is said about a calculation or a provision."""

    wording: Wording
    as_of: date

    def prompt(self, outcome: Outcome | None, pinpoint: Pinpoint | None, now: datetime) -> Prompt:
        """What to show; `pinpoint` is the provision in hand, when one is open."""
        result = None if outcome is None else self._foremost(outcome, now)
        rules: list[str] = [] if pinpoint is None else [str(pinpoint)]
        if outcome is not None and result is not None:
            rules += self.authorities(outcome, result.readings[0])
        chosen = fitting(
            self.wording.desk.database.values(Objection),
            as_of=self.as_of, now=now, outcome=outcome, pinpoint=pinpoint,
        )  # fmt: skip
        return Prompt(
            clock=self._clock(outcome, result) if outcome and result else None,
            rules=tuple(rule for rule in dict.fromkeys(rules) if self.rule(rule) is not None),
            sentences=tuple(self._sentence(one, outcome) for one in chosen),
        )

    def rule(self, reference: str) -> Rule | None:
        """The provision; None when the edition has no text of it for the day."""
        wording, words = self.wording, self.wording.words
        try:
            view = wording.desk.library.provision(Pinpoint.parse(reference), self.as_of)
        except (InputError, ValueError):
            return None
        if view.version is None:
            return None
        checked = words(f"currency.{view.currency.value}")
        since = words("law.in_force_from", day=view.version.in_force_from)
        return Rule(
            reference=reference,
            citation=wording.cite(str(view.pinpoint)),
            text=wording.text(view.version.gist),
            source=" · ".join((words("layer.digest"), since, checked)),
        )

    def _foremost(self, outcome: Outcome, now: datetime) -> Result | None:
        """The rung of a ladder that the day is on; else the first answer, which is what was asked."""
        rungs = {lane.id for lane in outcome.lanes}
        ladder = [result for result in outcome.results if result.id in rungs]
        dated = [
            result
            for result in ladder or outcome.results[:1]
            if result.readings and isinstance(result.readings[0].value, date)
        ]
        ahead = [one for one in dated if self._end(outcome, one.readings[0]) >= now]
        return next(iter(ahead or dated[-1:]), None)

    def _clock(self, outcome: Outcome, result: Result) -> Clock:
        wording = self.wording
        said = tuple(wording.value(one.value, of=result.id) for one in result.readings)
        return Clock(
            title=wording.words(f"result.{outcome.calculator}.{result.id}"),
            until=self._end(outcome, result.readings[0]),
            said=said[0],
            others=said[1:],
        )

    def _end(self, outcome: Outcome, reading: Reading) -> datetime:
        """The instant: a day runs to 24:00 of it."""
        value = reading.value
        if isinstance(value, datetime):
            return value
        assert isinstance(value, date)  # noqa: S101 - `_foremost` chooses no other
        spec = self.wording.desk.calculators.get(outcome.calculator).spec
        zone = Facts.read(spec, outcome.facts).zone
        return datetime.combine(value + timedelta(days=1), datetime.min.time(), tzinfo=zone)

    def authorities(self, outcome: Outcome, reading: Reading) -> list[str]:
        """The provisions of an answer, those first that its number comes from."""
        parameters = self.wording.desk.calculators.rulebook.parameters
        numbers = set()
        for rule in outcome.rules:
            name, _, rest = rule.partition("@")
            day = rest.partition("=")[0]
            history = parameters[name].history if name in parameters else ()
            numbers |= {one.reference for one in history if one.in_force_from.isoformat() == day}
        articles = {one.partition("(")[0] for one in numbers}
        return sorted(
            reading.references,
            key=lambda one: (one not in numbers, one.partition("(")[0] not in articles),
        )

    def _sentence(self, objection: Objection, outcome: Outcome | None) -> Sentence:
        first, more = objection.provisions[0], len(objection.provisions) - 1
        return Sentence(
            text=self.wording.text(objection.say),
            citation=self.wording.cite(*objection.provisions),
            brief=self.wording.cite(first) + (f" +{more}" if more else ""),
            reference=first,
            is_breached=is_breached(objection, outcome),
        )
