"""What can be shown to a room: the situations, the lists, the figures, and the provision in hand."""

from datetime import date
from functools import cached_property

from kzref.model.practice import Scenario
from kzref.model.records import Statistic
from kzref.model.slide import Deck
from kzref.services.calculations.calculators import Calculators
from kzref.services.catalogue import Catalogue
from kzref.services.desk import Desk
from kzref.services.slides import Slides
from kzref.services.workshop.law_dates import LawDates, Subject
from kzref.services.workshop.simulated_clock import SimulatedClock
from kzref.ui.widgets.listing import Entry

FIGURES = "register:statistic"


class Decks:
    """Decks by place, in one language and of one day; each is made once, when it is asked for."""

    def __init__(self, desk: Desk, words: Catalogue, as_of: date) -> None:
        """Draw on the edition, and on official texts that the user has brought."""
        self._words, self.as_of = words, as_of
        self._scenarios = {f"scenario:{one.id}": one for one in desk.database.values(Scenario)}
        self._checklists = {f"checklist:{one.id}": one for one in desk.checklists}
        self._figures = desk.database.values(Statistic)
        self.slides = Slides(
            library=desk.library,
            citations=desk.citations,
            words=words,
            as_of=as_of,
            official=desk.own_library.official,
        )
        # calculators of the edition alone: without the guard that knows the user's own texts
        self._calculators = Calculators(desk.database)
        self._own: str | None = None
        self._made: dict[str, Deck] = {}  # without provisions: they may be texts of the user's own

    def knows(self, place: str) -> bool:
        """Whether there is a deck of that place."""
        return (
            place in self._scenarios or place in self._checklists or place in {FIGURES, self._own}
        )

    def deck(self, place: str) -> Deck:
        """The deck of a place; the first situation where there is none."""
        if self._is_provision(place):
            self._own = place
            return self.slides.provision_deck(place)
        if not self.knows(place):
            place = next(iter(self._scenarios))
        if place not in self._made:
            self._made[place] = self._deck(place)
        return self._made[place]

    def _deck(self, place: str) -> Deck:
        if place in self._checklists:
            return self.slides.checklist(self._checklists[place])
        if place == FIGURES:
            return self.slides.figures(self._words("projector.figures"), self._figures)
        return self.slides.scenario(self._scenarios[place])

    def scenario(self, place: str) -> Scenario | None:
        """The situation of that place."""
        return self._scenarios.get(place)

    @cached_property
    def dates(self) -> LawDates:
        """What compares the law of two days."""
        return LawDates(self.slides, self._calculators)

    def clock(self, place: str) -> SimulatedClock | None:
        """The simulated clock of a situation that has limits to show."""
        scenario = self.scenario(place)
        clock = SimulatedClock(scenario, self._calculators, self.slides) if scenario else None
        return clock if clock is not None and clock.limits else None

    def subject(self, deck: Deck) -> Subject:
        """What of a deck can read otherwise under the law of another day."""
        place, title = deck.place, deck.title
        if place in self._scenarios:
            one = self._scenarios[place]
            return Subject(title=title, references=one.references, variants=one.variants)
        if place in self._checklists:
            items = self._checklists[place].items
            cited = tuple(dict.fromkeys(name for item in items for name in item.provisions))
            return Subject(title=title, references=cited)
        return Subject(title=title, references=() if place == FIGURES else (place,))

    def entries(self) -> tuple[Entry, ...]:
        """All of them for a list, under their kinds."""
        words, slides = self._words, self.slides
        groups = [
            Entry(
                place="scenarios",
                label=words("projector.scenarios"),
                children=tuple(
                    Entry(place=place, label=slides.text(one.title))
                    for place, one in self._scenarios.items()
                ),
            ),
            Entry(
                place="checklists",
                label=words("projector.checklists"),
                children=tuple(
                    Entry(place=place, label=slides.text(one.title))
                    for place, one in self._checklists.items()
                ),
            ),
            Entry(place=FIGURES, label=words("projector.figures")),
        ]
        if self._own is not None:
            groups.insert(0, Entry(place=self._own, label=slides.cite(self._own)))
        return tuple(groups)

    def _is_provision(self, place: str) -> bool:
        return self.slides.has(place)
