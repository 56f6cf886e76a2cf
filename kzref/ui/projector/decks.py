"""What can be shown to a room: the situations, the lists, the figures, and the provision in hand."""

from datetime import date

from kzref.model.practice import Scenario
from kzref.model.records import Statistic
from kzref.model.slide import Deck
from kzref.services.catalogue import Catalogue
from kzref.services.desk import Desk
from kzref.services.slides import Slides
from kzref.ui.widgets.listing import Entry

FIGURES = "register:statistic"


class Decks:
    """Decks by place, in one language and of one day; each is made when it is asked for."""

    def __init__(self, desk: Desk, words: Catalogue, as_of: date) -> None:
        """Draw on the edition, and on official texts that the user has brought."""
        self._words = words
        self._scenarios = {f"scenario:{one.id}": one for one in desk.database.values(Scenario)}
        self._checklists = {f"checklist:{one.id}": one for one in desk.checklists}
        self._figures = desk.database.values(Statistic)
        self._slides = Slides(
            library=desk.library,
            citations=desk.citations,
            words=words,
            as_of=as_of,
            official=desk.own_library.official,
        )
        self._own: str | None = None

    def knows(self, place: str) -> bool:
        """Whether there is a deck of that place."""
        return (
            place in self._scenarios or place in self._checklists or place in {FIGURES, self._own}
        )

    def deck(self, place: str) -> Deck:
        """The deck of a place; the first situation where there is none."""
        if place in self._checklists:
            return self._slides.checklist(self._checklists[place])
        if place == FIGURES:
            return self._slides.figures(self._words("projector.figures"), self._figures)
        if place in self._scenarios:
            return self._slides.scenario(self._scenarios[place])
        deck = self._slides.provision_deck(place) if self._is_provision(place) else None
        if deck is not None:
            self._own = place
            return deck
        return self._slides.scenario(next(iter(self._scenarios.values())))

    def scenario(self, place: str) -> Scenario | None:
        """The situation of that place."""
        return self._scenarios.get(place)

    def entries(self) -> tuple[Entry, ...]:
        """All of them for a list, under their kinds."""
        words, slides = self._words, self._slides
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
        return self._slides.has(place)
