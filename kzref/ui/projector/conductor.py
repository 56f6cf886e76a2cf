"""Leads a talk: what each command does to it, and what the room sees after it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QPointF

from kzref.model.slide import PublicSlide
from kzref.ui.projector.audience import Audience
from kzref.ui.projector.decks import Decks
from kzref.ui.projector.panels.clock_panel import LEAP, STEP
from kzref.ui.projector.panels.vote_panel import MOST
from kzref.ui.projector.stage import IVORY, NIGHT
from kzref.ui.projector.staging import Staging
from kzref.ui.projector.talk import Talk

OF_THE_TALK = {"forward", "back", "freeze", "blank"}


class Conductor:
    """Holds the talk and the public screen; the screen is only ever given finished slides.

    `rehearsal` is a screen of the same size that is never shown: it tells how many pages a slide
    takes in the room, and draws the small pictures.
    """

    def __init__(self, decks: Decks, rehearsal: Audience, changed: Callable[[], None]) -> None:
        """Begin with the first deck; `changed` is called after everything that was done."""
        self.audience = Audience()
        self.rehearsal = rehearsal
        self.staging = Staging(decks, "")
        self.talk = Talk(deck=self.staging.deck, pages=self.pages)
        self.stage = IVORY
        self.told = ""  # the key of what could not be done, if anything
        self.lit: int | None = None
        self._seen: tuple[PublicSlide, int] | None = None
        self._changed = changed
        self._commands: dict[str, Callable[[], object]] = {
            "darken": self._darken,
            "point_down": partial(self._point_on, 1),
            "point_up": partial(self._point_on, -1),
            "point_off": partial(self._point, None),
            "clock": lambda: self.talk.go_to("clock"),
            "later": partial(self._move, STEP),
            "earlier": partial(self._move, -STEP),
            "hour_later": partial(self._move, LEAP),
            "hour_earlier": partial(self._move, -LEAP),
            "what_if": self._what_if,
            "side": self._turn,
            "next_change": partial(self._seek, "next_change", "workshop.law.no_more"),
            "previous_change": partial(self._seek, "previous_change", "workshop.law.no_earlier"),
            "no_votes": self._forget_votes,
            **{f"vote.{n + 1}": partial(self._vote, n, 1) for n in range(MOST)},
            **{f"unvote.{n + 1}": partial(self._vote, n, -1) for n in range(MOST)},
        }

    def do(self, name: str) -> None:
        """Do what a command says, and show it."""
        self.told = ""
        if name in OF_THE_TALK:
            getattr(self.talk, name)()
        else:
            self._commands[name]()
        self.renew()

    def open(self, decks: Decks, place: str) -> None:
        """Begin the deck of a place; all that was set for the one before is gone."""
        self.staging = Staging(decks, place)
        self.talk = Talk(deck=self.staging.deck, pages=self.pages)
        self.told = ""
        self.renew()

    def speak(self, decks: Decks) -> None:
        """Say the same in other words."""
        self.staging.speak(decks, self.staging.place)
        self.talk.page = 0
        self.renew()

    def set_moment(self, moment: datetime) -> None:
        """Show the limits at that simulated moment."""
        self.staging.set_moment(moment)
        self.renew()

    def count(self, option: int, hands: int) -> None:
        """Put down how many hands were raised for an option, counted from 0."""
        self.staging.count(option, hands)
        self.renew()

    def pick(self, day: date) -> None:
        """Compare with the law of that day."""
        self.told, self.staging.day = "", day
        self.renew()

    def point(self, at: QPointF | None) -> None:
        """Point at what stands there on the slide, in the coordinates of the public screen."""
        self.lit = None if at is None else self.rehearse(*self.here).unit_at(at)
        self.light()

    def renew(self) -> None:
        """Make the slides that depend on what is set, and show the one in hand."""
        self.talk.renew(self.staging.deck)
        if self.talk.aside is not None:
            page, aside = self.talk.page, self.staging.what_if()
            self.talk.turn_to(aside)
            if aside is not None:
                self.talk.page = min(page, self.pages(aside.slide) - 1)
        if self.here != self._seen:
            self._seen, self.lit = self.here, None
        self.audience.set_stage(self.stage)
        self.audience.show_slide(*self.talk.public)
        self._changed()
        self.light()

    def light(self) -> None:
        """Light in the room what is pointed at; not while it sees something else."""
        self.audience.light(self.lit if self.talk.public == self.here else None)

    @property
    def here(self) -> tuple[PublicSlide, int]:
        """The slide and the page that the presenter is at."""
        return self.talk.cue.slide, self.talk.page

    def pages(self, slide: PublicSlide) -> int:
        """How many pages a slide takes in the room."""
        return self.rehearse(slide, 0).pages

    @property
    def is_elsewhere(self) -> bool:
        """Whether the room sees something else than the slide that the presenter is at."""
        return self.talk.public != self.here

    def rehearse(self, slide: PublicSlide | None, page: int) -> Audience:
        """A screen that shows what the room would see."""
        self.rehearsal.resize(self.audience.size())
        self.rehearsal.set_stage(self.stage)
        self.rehearsal.show_slide(slide, page)
        self.rehearsal.light(self.lit if (slide, page) == self.here else None)
        return self.rehearsal

    def _darken(self) -> None:
        self.stage = NIGHT if self.stage is IVORY else IVORY

    def _point(self, unit: int | None) -> None:
        self.lit = unit

    def _point_on(self, by: int) -> None:
        """To the next unit of the page; up from the first one: to nothing."""
        units = self.rehearse(*self.here).units
        if not units:
            return
        if self.lit not in units:
            self.lit = units[0] if by > 0 else units[-1]
            return
        at = units.index(self.lit) + by
        self.lit = units[min(at, len(units) - 1)] if at >= 0 else None

    def _move(self, minutes: int) -> None:
        self.staging.move(timedelta(minutes=minutes))

    def _vote(self, option: int, hands: int) -> None:
        tallies = self.staging.tallies
        if option < len(tallies):
            self.staging.count(option, tallies[option] + hands)

    def _forget_votes(self) -> None:
        self.staging.forget_votes()

    def _what_if(self) -> None:
        if self.talk.aside is not None:
            self.talk.turn_to(None)
            return
        staging = self.staging
        if staging.day is None and not (staging.next_change() or staging.previous_change()):
            self.told = "workshop.law.no_more"
        self.talk.turn_to(staging.what_if())

    def _turn(self) -> None:
        if self.talk.aside is not None:
            self.staging.turn()

    def _seek(self, step: str, otherwise: str) -> None:
        if not getattr(self.staging, step)():
            self.told = otherwise
        elif self.talk.aside is None:
            self.talk.turn_to(self.staging.what_if())
