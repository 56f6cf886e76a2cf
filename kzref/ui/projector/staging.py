"""What a presenter has set for the deck in hand: the simulated moment, the hands counted, the other day. No Qt.

All of it belongs to one deck, and is gone with it; nothing is kept.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from kzref.model.slide import Cue, Deck
from kzref.services.workshop.ballot import tally_slide
from kzref.services.workshop.what_if import Side, what_if_slide
from kzref.ui.projector.decks import Decks


class Staging:
    """Makes the deck of a place as the presenter has set it."""

    def __init__(self, decks: Decks, place: str) -> None:
        """Begin with nothing counted, at the first moment, under the law of the window's day."""
        self.speak(decks, place)
        self.moment = self.clock.begins if self.clock else None
        self.tallies = [0] * len(self.options)
        self.day: date | None = None
        self.side = Side.BOTH

    def speak(self, decks: Decks, place: str) -> None:
        """Say what stands in that place in the words of these decks; what was set stays."""
        self.decks, self._deck = decks, decks.deck(place)
        self.place = self._deck.place
        self.scenario = decks.scenario(self.place)
        self.clock = decks.clock(self.place)
        self.options = decks.slides.options(self.scenario) if self.scenario else ()
        self._subject = decks.subject(self._deck)

    @property
    def deck(self) -> Deck:
        """The deck with the steps that depend on what was set."""
        cues = tuple(self._cues())
        return Deck(place=self._deck.place, title=self._deck.title, cues=cues)

    def _cues(self) -> Iterator[Cue]:
        for cue in self._deck.cues:
            yield cue
            if cue.step == "vote" and any(self.tallies) and self.scenario is not None:
                slide = tally_slide(self.decks.slides, self.scenario, self.tallies)
                yield Cue(name=slide.kicker, slide=slide, notes=cue.notes, step="tally")
            if cue.step == "answer" and self.clock is not None and self.moment is not None:
                slide = self.clock.slide(self.moment)
                yield Cue(name=slide.kicker, slide=slide, notes=self.clock.notes(), step="clock")

    def move(self, by: timedelta) -> None:
        """Move the simulated moment, as far as it goes."""
        if self.moment is not None:
            self.set_moment(self.moment + by)

    def set_moment(self, moment: datetime) -> None:
        """Set the simulated moment, or the nearest that can be shown."""
        if self.clock is not None:
            self.moment = self.clock.within(moment)

    def count(self, option: int, hands: int) -> None:
        """So many hands were raised for an option, counted from 0."""
        if 0 <= option < len(self.tallies):
            self.tallies[option] = max(0, hands)

    def forget_votes(self) -> None:
        """Count anew."""
        self.tallies = [0] * len(self.tallies)

    def next_change(self) -> bool:
        """To the next day on which the law is known to change; False where none is known."""
        found = self.decks.dates.following(self._subject, max(self.day or self._today, self._today))
        self.day = found or self.day
        return found is not None

    def previous_change(self) -> bool:
        """To the last day before the change before; False where none is known."""
        found = self.decks.dates.preceding(self._subject, min(self.day or self._today, self._today))
        self.day = found or self.day
        return found is not None

    def turn(self) -> None:
        """Show both days, then the earlier, then the later."""
        sides = tuple(Side)
        self.side = sides[(sides.index(self.side) + 1) % len(sides)]

    def what_if(self) -> Cue | None:
        """The aside on the law of the other day; None where no other day is chosen."""
        if self.day is None:
            return None
        slides, dates = self.decks.slides, self.decks.dates
        days = (self._today, self.day)
        slide = what_if_slide(slides, dates, self._subject, days, self.side)
        names = dates.beginning(self.day)
        notes = slides.words("workshop.beginning", day=self.day, names="; ".join(names))
        return Cue(name=slide.kicker, slide=slide, notes=notes if names else "", step="what_if")

    @property
    def _today(self) -> date:
        """The day whose law the window shows."""
        return self.decks.as_of
