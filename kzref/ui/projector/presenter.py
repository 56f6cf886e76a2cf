"""The presenter's own window: the list of decks, the talk, what can be set, private notes."""

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser, QWidget
from typing_extensions import override

from kzref.model.slide import Deck
from kzref.ui.awake import AwakeWhileShown
from kzref.ui.context import Context
from kzref.ui.frame.key_map import KeyMap
from kzref.ui.pressed import pressed
from kzref.ui.projector.audience import Audience
from kzref.ui.projector.commands import PAGE, add_commands
from kzref.ui.projector.conductor import Conductor
from kzref.ui.projector.decks import Decks
from kzref.ui.projector.desk_layout import DeskLayout
from kzref.ui.projector.keys import Keys
from kzref.ui.projector.panels.panels import Panels
from kzref.ui.projector.screens import Screens
from kzref.ui.projector.talk import Talk
from kzref.ui.projector.talk_view import TalkView


class Presenter(QWidget):
    """Leads a talk; the public screen is a window of its own and is only ever given slides."""

    def __init__(self, context: Context) -> None:
        """Build both windows, not yet shown; `begin` brings them up."""
        super().__init__()
        self.context = context
        self._decks = Decks(context.desk, context.words, context.as_of)
        rehearsal = Audience(self)  # never shown
        rehearsal.hide()
        self.panels = Panels(context)
        self.view = TalkView(context, self)
        self._map = KeyMap(self)
        self.conductor = Conductor(self._decks, rehearsal, self._show)
        AwakeWhileShown(self.audience)
        self._screens = Screens(self, self.audience)
        self.destroyed.connect(self.audience.deleteLater)
        for window in (self, self.audience):  # neither keeps kzref running without its main window
            window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._desk = DeskLayout(self, self.view, self.panels)
        self.listing = self._desk.listing
        self._keys = Keys(self, self.audience, self.listing, context.actions)
        self._connect()
        add_commands(context, self.conductor, self.do, self.toggle_map)
        self.view.follow(self.conductor)
        self.resize(1180, 720)

    @property
    def audience(self) -> Audience:
        """The public screen."""
        return self.conductor.audience

    @property
    def talk(self) -> Talk:
        """Where the talk is."""
        return self.conductor.talk

    @property
    def deck(self) -> Deck:
        """What is being shown."""
        return self.talk.deck

    @property
    def own_notes(self) -> QPlainTextEdit:
        """What is typed during the talk, and gone with it."""
        return self._desk.own

    @property
    def notes(self) -> QTextBrowser:
        """What the edition tells the presenter alone."""
        return self.view.notes

    def _connect(self) -> None:
        conductor, context = self.conductor, self.context
        for name, button in self._desk.buttons.items():
            button.clicked.connect(lambda _on, name=name: self.do(name))
        self.listing.chosen.connect(self._on_chosen)
        self.listing.clicked.connect(lambda _index: self._pick())
        self._keys.picked.connect(self._pick)
        self.panels.clock.moved.connect(conductor.set_moment)
        self.panels.vote.counted.connect(conductor.count)
        self.panels.law.picked.connect(conductor.pick)
        self.panels.law.asked.connect(self.do)
        self.view.now.pointed.connect(self._point)
        self.view.now.left.connect(lambda: self._point(None))
        context.ticked.connect(self._tick)
        context.language_changed.connect(self.speak)
        context.hidden.connect(self._on_hidden)

    def begin(self, place: str, own: QScreen) -> None:
        """Show the deck of a place: this window on its own screen, the public one on another."""
        self._say()  # the day of the law may have been changed since
        self.conductor.open(self._decks, place)
        self._list()
        self.view.follow(self.conductor)
        self._screens.show_on(own)
        self.setFocus()  # not the first field: letters are keys here
        self.conductor.renew()
        self._tick()

    def close_if_open(self) -> bool:
        """Put the map of keys away, else end the talk, the public screen first; False: neither."""
        if not self.isVisible():
            return False
        if not self._map.close_if_open():
            self._end()
        return True

    def _end(self) -> None:
        self.audience.hide()
        self.hide()

    def _on_hidden(self, hidden: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Nothing of the work is seen while the window shows its neutral screen."""
        if hidden:
            self._end()

    def speak(self) -> None:
        """Say everything, the deck too, in the language of the window."""
        self._say()
        self.conductor.speak(self._decks)
        self._list()

    def _say(self) -> None:
        words = self.context.words
        self._decks = Decks(self.context.desk, words, self.context.as_of)
        self.setWindowTitle(f"kzref · {words('projector.name')}")
        self.audience.setWindowTitle(f"kzref · {words('projector.audience')}")
        self._desk.speak(words)
        self.notes.setAccessibleName(words("projector.notes"))
        self.panels.speak()

    def _list(self) -> None:
        self.listing.fill(self._decks.entries())
        self.listing.choose(self.deck.place, silently=True)

    def do(self, name: str) -> None:
        """Do what a key or a button stands for."""
        match name:
            case "change":
                other = self.audience if self.isActiveWindow() else self
                other.raise_()
                other.activateWindow()
            case "close":
                self.context.escape.press()
            case "decks":
                self.activateWindow()  # the key may have been pressed on the public screen
                self._desk.choose()
            case "handout":
                self.panels.show_handouts()
            case _:
                self.conductor.do(name)
                self.panels.follow(name)

    def toggle_map(self) -> None:
        """Show the keys of this window, or put them away."""
        if not self._map.close_if_open():
            self._map.show_map(self.context, PAGE, alone=True)

    def _on_chosen(self, place: str) -> None:
        """Not while the presenter looks through the list: the room sees what is picked."""
        if not self.listing.hasFocus():
            self._open(place)

    def _pick(self) -> None:
        """Open what the list stands at."""
        if self.listing.current_place() != self.deck.place:
            self._open(self.listing.current_place())
        self.setFocus()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list stands at what is shown, again where nothing was picked."""
        super().focusInEvent(event)
        self.listing.choose(self.deck.place, silently=True)

    def _open(self, place: str) -> None:
        if self._decks.knows(place):
            self.conductor.open(self._decks, place)

    def _point(self, at: QPointF | None) -> None:
        before = self.conductor.lit
        self.conductor.point(at)
        if self.conductor.lit != before:
            self.view.draw()

    def _show(self) -> None:
        self.view.show(self.conductor)
        self.panels.show_staging(self.conductor)
        staging, talk = self.conductor.staging, self.talk
        self._desk.show_state(is_frozen=talk.is_frozen, is_blank=talk.is_blank)
        self._desk.show_keys(
            self.context.words, len(staging.options), has_clock=staging.clock is not None
        )

    def _tick(self) -> None:
        if self.isVisible():
            self.view.tick()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for."""
        if not self._keys.take(pressed(event)):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger pictures in a larger window."""
        super().resizeEvent(event)
        self._desk.share_width()
        self.view.fit(self.size())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """As many columns as larger letters leave width for."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.layout() is not None:
            QTimer.singleShot(0, self, self._desk.share_width)  # not while all are being dressed

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """End the talk."""
        self._end()
        super().closeEvent(event)
