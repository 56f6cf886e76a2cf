"""The clocks of a situation at a simulated moment: what is left, and what has passed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kzref.engine.facts import Facts
from kzref.model.outcome import FactKind, Favours
from kzref.model.practice import Scenario, Variant
from kzref.model.slide import PublicSlide, SlideKind
from kzref.services.calculations.calculators import Calculators
from kzref.services.calculations.clocks import RunningClock, running_clocks
from kzref.services.slides import Slides, begun

AFTERWARDS = timedelta(hours=6)  # as far as the simulated clock goes past the last limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A clock of one variant of a situation; `favours` is empty where there is one reading."""

    name: str
    favours: str
    begins: datetime
    clock: RunningClock


class SimulatedClock:
    """Shows the limits of a situation at any moment; the computer's clock has no part in it."""

    def __init__(self, scenario: Scenario, calculators: Calculators, slides: Slides) -> None:
        """Run the variants of the situation that begin at a known moment."""
        self._scenario, self._slides = scenario, slides
        self._calculators = calculators
        self.limits = tuple(limit for one in scenario.variants for limit in self._limits(one))

    @property
    def begins(self) -> datetime:
        """The earliest moment that can be shown, aware; only where there are limits."""
        return min(limit.begins for limit in self.limits)

    @property
    def ends(self) -> datetime:
        """The latest one: some hours past the last limit."""
        return max(limit.clock.until for limit in self.limits) + AFTERWARDS

    def within(self, now: datetime) -> datetime:
        """The moment, or the nearest one that can be shown."""
        return min(max(now, self.begins), self.ends)

    def slide(self, now: datetime) -> PublicSlide:
        """Every limit at that moment, under the notice that the time is simulated."""
        words = self._slides.words
        return PublicSlide(
            kind=SlideKind.SCENARIO,
            kicker=words("slide.clock"),
            title=self._slides.text(self._scenario.title),
            notice=words("workshop.simulated", moment=now),
            paragraphs=tuple(self._said(limit, now) for limit in self.limits),
            source=words("workshop.simulated.source", day=self.begins.date()),
        )

    def notes(self) -> str:
        """Under which assumption each limit runs, for whoever presents."""
        words = self._slides.words
        return "\n\n".join(
            f"{self._name(limit)}.\n{begun(words.say(limit.clock.lane))}"
            for limit in self.limits
            if limit.clock.lane is not None
        )

    def _said(self, limit: Limit, now: datetime) -> str:
        words, clock = self._slides.words, limit.clock
        left = clock.left(now)
        key = "over" if left < timedelta(0) else "ends" if not left else "left"
        return words(
            f"workshop.clock.{key}",
            name=self._name(limit),
            time=abs(left),
            until=self._until(clock.due),
        )

    def _until(self, due: datetime | date) -> str:
        """The end without its time zone: the notice above names it."""
        words = self._slides.words
        if isinstance(due, datetime):
            return f"{words.day(due)}, {due:%H:%M}"
        return words.day(due)

    def _name(self, limit: Limit) -> str:
        return f"{limit.name}, {limit.favours}" if limit.favours else limit.name

    def _limits(self, variant: Variant) -> Iterator[Limit]:
        spec = self._calculators.get(variant.calculator).spec
        facts = Facts.read(spec, variant.facts)
        moments = [one.name for one in spec.facts if one.kind is FactKind.MOMENT and one.required]
        if not moments:
            return
        begins = facts.required_moment(moments[0])
        outcome = self._calculators.run(variant.calculator, variant.facts, now=begins)
        clocks = running_clocks(outcome, facts.zone)
        readings = outcome.results[0].readings
        for number, clock in enumerate(clocks):
            sides = {reading.favours for reading in readings}
            favours = readings[number].favours if number < len(readings) else Favours.NEUTRAL
            yield Limit(
                name=self._slides.text(variant.name),
                favours=self._slides.words(f"favours.{favours.value}") if len(sides) > 1 else "",
                begins=begins,
                clock=clock,
            )
