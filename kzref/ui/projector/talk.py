"""Where a presenter is in a deck, and what of it the room may see. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from kzref.model.slide import Cue, Deck, PublicSlide


@dataclass(slots=True)
class Talk:
    """A deck being shown; `pages` tells how many pages a slide takes on the public screen.

    While frozen, the room goes on seeing what it saw; while blank, it sees nothing. An aside lies over
    the step for a while: going on past its last page, or back before its first, puts it away.
    """

    deck: Deck
    pages: Callable[[PublicSlide], int]
    at: int = 0
    page: int = 0
    is_blank: bool = False
    aside: Cue | None = None
    _below: int = 0
    _held: "tuple[PublicSlide, int] | None" = None

    @property
    def cue(self) -> Cue:
        """The aside, else the step that the presenter is at."""
        return self.aside or self.deck.cues[self.at]

    @property
    def next_cue(self) -> Cue | None:
        """What comes after it; None at the end."""
        if self.aside is not None:
            return self.deck.cues[self.at]
        following = self.deck.cues[self.at + 1 :]
        return following[0] if following else None

    @property
    def is_frozen(self) -> bool:
        """Whether the room is kept on an earlier step."""
        return self._held is not None

    @property
    def public(self) -> tuple[PublicSlide | None, int]:
        """What the room sees: a slide, or nothing, and its page."""
        if self.is_blank:
            return None, 0
        return self._held or (self.cue.slide, self.page)

    def forward(self) -> None:
        """To the next page, else to the next step."""
        if self.page + 1 < self.pages(self.cue.slide):
            self.page += 1
        elif self.aside is not None:
            self.turn_to(None)
        elif self.next_cue is not None:
            self.at, self.page = self.at + 1, 0

    def back(self) -> None:
        """To the page before, else to the last page of the step before."""
        if self.page > 0:
            self.page -= 1
        elif self.aside is not None:
            self.turn_to(None)
        elif self.at > 0:
            self.at -= 1
            self.page = self.pages(self.cue.slide) - 1

    def freeze(self) -> None:
        """Keep the room where it is, or let it come along again."""
        self._held = None if self.is_frozen else (self.cue.slide, self.page)

    def blank(self) -> None:
        """Empty the public screen, or show it again."""
        self.is_blank = not self.is_blank

    def turn_to(self, aside: Cue | None) -> None:
        """Lay an aside over the step, another one in its place, or put it away."""
        if aside is None and self.aside is not None:
            self.page = self._below
        elif aside is not None:
            self._below = self._below if self.aside is not None else self.page
            self.page = 0
        self.aside = aside

    def go_to(self, step: str) -> bool:
        """To the step of that name; False where the deck has none."""
        for number, cue in enumerate(self.deck.cues):
            if cue.step == step:
                self.turn_to(None)
                self.at, self.page = number, 0
                return True
        return False

    def renew(self, deck: Deck) -> None:
        """Go on at the same step of the deck as it is now."""
        step = self.deck.cues[self.at].step
        steps = [cue.step for cue in deck.cues]
        self.deck = deck
        is_named = (
            bool(step) and step in steps
        )  # questions and figures have no names, but keep their places
        self.at = steps.index(step) if is_named else min(self.at, len(steps) - 1)
        if self.aside is None:
            self.page = min(self.page, self.pages(self.cue.slide) - 1)
