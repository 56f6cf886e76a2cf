"""The presenter's own window: what the room sees, what comes next, notes, the time, the keys."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kzref.model.practice import Scenario
from kzref.model.sheet import Sheet
from kzref.model.slide import Deck, PublicSlide
from kzref.ui.awake import AwakeWhileShown
from kzref.ui.context import Context
from kzref.ui.pressed import pressed
from kzref.ui.projector.audience import Audience
from kzref.ui.projector.decks import Decks
from kzref.ui.projector.stage import IVORY, NIGHT
from kzref.ui.projector.talk import Talk
from kzref.ui.widgets.listing import Listing
from kzref.ui.widgets.save_row import SaveRow, pdf_of

NOW, NEXT = QSize(620, 350), QSize(340, 192)
KEYS = {
    "Right": "forward", "Down": "forward", "Space": "forward", "PgDown": "forward",
    "Return": "forward", "Left": "back", "Up": "back", "PgUp": "back", "Backspace": "back",
    "F": "freeze", "B": "blank", "P": "change", "D": "darken", "Esc": "close", "F8": "language",
}  # fmt: skip


class Presenter(QWidget):
    """Leads a talk; the public screen is a window of its own and is only ever given slides."""

    def __init__(self, context: Context) -> None:
        """Build both windows, not yet shown; `begin` brings them up."""
        super().__init__()
        self._context = context
        self._decks = Decks(context.desk, context.words, context.as_of)
        self.audience = Audience()
        AwakeWhileShown(self.audience)
        self.destroyed.connect(self.audience.deleteLater)
        self._rehearsal = Audience(self)  # never shown: what the room would see, at its size
        self._rehearsal.hide()
        self._begun: datetime = context.now
        self._stage = IVORY
        self._listing = Listing("decks")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_pictures)
        self._state, self._step, self._clock = QLabel(), QLabel(), QLabel()
        self._now, self._next = QLabel(), QLabel()
        self._next_name, self._private, self._help = QLabel(), QLabel(), QLabel()
        self.notes, self._own = QTextBrowser(), QPlainTextEdit()
        self.buttons = {
            name: QPushButton() for name in ("back", "forward", "freeze", "blank", "close")
        }
        self._row = SaveRow(context, ("handout", "handout_answers"))
        self.talk = Talk(deck=self._decks.deck(""), pages=self._pages)
        self._build()
        self._connect()
        self.speak()
        self.resize(1180, 720)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for window in (self, self.audience):  # neither keeps kzref running without its main window
            window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._clock.setProperty("role", "title")
        for quiet in (self._private, self._help, self._step):
            quiet.setProperty("role", "quiet")
        self._help.setWordWrap(True)
        self._now.setFixedSize(NOW)
        self._next.setFixedSize(NEXT)
        self._own.setMaximumHeight(110)
        middle = QVBoxLayout()
        top = QHBoxLayout()
        top.addWidget(self._step, 1)
        top.addWidget(self._clock)
        row = QHBoxLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        middle.addLayout(top)
        middle.addWidget(self._now)
        middle.addWidget(self._state)
        middle.addLayout(row)
        middle.addWidget(self._row)
        middle.addStretch(1)
        middle.addWidget(self._help)
        right = QVBoxLayout()
        for widget in (self._next_name, self._next, self._private, self.notes, self._own):
            right.addWidget(widget)
        grid = QGridLayout(self)
        grid.addWidget(self._listing, 0, 0)
        grid.addLayout(middle, 0, 1)
        grid.addLayout(right, 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def _connect(self) -> None:
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on, name=name: self.do(name))
        for name, button in self._row.buttons.items():
            button.clicked.connect(lambda _on, name=name: self._print(name))
        self._listing.chosen.connect(self._open)
        self._listing.clicked.connect(lambda _index: self.setFocus())
        self._context.ticked.connect(self._tick)
        self._context.language_changed.connect(self.speak)
        self._context.hidden.connect(self._on_hidden)
        for watched in (self.audience, self._listing, *self.buttons.values()):
            watched.installEventFilter(self)

    def begin(self, place: str) -> None:
        """Show the deck of a place, the public window on another screen where there is one."""
        self._begun = self._context.now
        self.talk = Talk(deck=self._decks.deck(place), pages=self._pages)
        self.speak()
        screens = QGuiApplication.screens()
        own = QGuiApplication.primaryScreen()
        other = next((screen for screen in screens if screen is not own), own)
        self.show()
        self.audience.setGeometry(other.geometry())
        self.audience.showFullScreen()
        if other is own:
            self.audience.activateWindow()
        self._show()

    def close_if_open(self) -> bool:
        """End the talk; False when there was none. The public screen goes first."""
        if not self.isVisible():
            return False
        self.audience.hide()
        self.hide()
        return True

    def _on_hidden(self, hidden: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Nothing of the work is seen while the window shows its neutral screen."""
        if hidden:
            self.close_if_open()

    def speak(self) -> None:
        """Say everything, the deck too, in the language of the window."""
        words = self._context.words
        self._decks = Decks(self._context.desk, words, self._context.as_of)
        deck = self._decks.deck(self.talk.deck.place)
        self.talk.deck = deck
        self.talk.page = 0
        self.setWindowTitle(f"kzref · {words('projector.name')}")
        self.audience.setWindowTitle(f"kzref · {words('projector.audience')}")
        self._listing.setAccessibleName(words("projector.choose"))
        self._listing.fill(self._decks.entries())
        self._listing.choose(deck.place, silently=True)
        for name, button in self.buttons.items():
            button.setText(words(f"projector.{name}"))
        self._private.setText(words("projector.private"))
        self.notes.setAccessibleName(words("projector.notes"))
        self._own.setPlaceholderText(words("projector.own_notes"))
        self._own.setAccessibleName(words("projector.own_notes"))
        self._help.setText(words("projector.keys"))
        self._row.speak()
        self._show()

    def do(self, name: str) -> None:
        """Do what a key or a button stands for."""
        match name:
            case "forward" | "back" | "freeze" | "blank":
                getattr(self.talk, name)()
                self._show()
            case "change":
                other = self.audience if self.isActiveWindow() else self
                other.raise_()
                other.activateWindow()
            case "darken":
                self._stage = NIGHT if self._stage is IVORY else IVORY
                self._show()
            case "language":
                self._context.speak_next()
            case "close":
                self._context.escape.press()

    def _open(self, place: str) -> None:
        if self._decks.knows(place):
            self.talk = Talk(deck=self._decks.deck(place), pages=self._pages)
            self._show()

    def _pages(self, slide: PublicSlide) -> int:
        self._rehearse(slide, 0)
        return self._rehearsal.pages

    def _rehearse(self, slide: PublicSlide, page: int) -> Audience:
        self._rehearsal.resize(self.audience.size())
        self._rehearsal.set_stage(self._stage)
        self._rehearsal.show_slide(slide, page)
        return self._rehearsal

    def _show(self) -> None:
        words, talk = self._context.words, self.talk
        self.audience.set_stage(self._stage)
        self.audience.show_slide(*talk.public)
        pages = self._pages(talk.cue.slide)
        step = words("projector.step", number=talk.at + 1, count=len(talk.deck.cues))
        page = words("projector.page", number=talk.page + 1, count=pages) if pages > 1 else ""
        self._step.setText(" · ".join(filter(None, (talk.cue.name, step, page))))
        self._now.setAccessibleName(f"{words('projector.now')}: {talk.cue.slide.title}")
        self._soon.start()  # the room first, the small pictures after it
        self.notes.setPlainText(talk.cue.notes)
        state = "blanked" if talk.is_blank else "frozen" if talk.is_frozen else "shown"
        self._state.setText(words(f"projector.{state}"))
        self._row.setVisible(self._scenario() is not None)
        self._tick()

    def _show_pictures(self) -> None:
        """What is on the screen; and the next page of the step, else the next step."""
        words, talk = self._context.words, self.talk
        self._now.setPixmap(self._picture(talk.cue.slide, talk.page, self._now.size()))
        pages = self._pages(talk.cue.slide)
        goes_on = talk.page + 1 < pages
        following = talk.cue if goes_on else talk.next_cue
        said = following.name if following else words("projector.end")
        self._next_name.setText(f"{words('projector.next')}: {said}")
        picture = QPixmap()
        if following is not None:
            picture = self._picture(
                following.slide, talk.page + 1 if goes_on else 0, self._next.size()
            )
        self._next.setPixmap(picture)

    def _picture(self, slide: PublicSlide, page: int, room: QSize) -> QPixmap:
        return (
            self._rehearse(slide, page)
            .grab()
            .scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )

    def _tick(self) -> None:
        if not self.isVisible():
            return
        gone = int((self._context.now - self._begun).total_seconds())
        self._clock.setText(f"{gone // 60:02}:{gone % 60:02}")

    def _scenario(self) -> Scenario | None:
        return self._decks.scenario(self.talk.deck.place)

    def _print(self, name: str) -> None:
        scenario = self._scenario()
        if scenario is None:
            return
        wording, as_of = self._context.wording, self._context.as_of

        def sheet() -> Sheet:
            from kzref.services.sheets.scenario import scenario_sheet  # noqa: PLC0415 - as needed

            return scenario_sheet(wording, scenario, as_of, with_answer=name == "handout_answers")

        self._row.save(f"{scenario.id}.pdf", pdf_of(sheet))

    def _takes(self, event: QKeyEvent) -> bool:
        for chord in pressed(event):
            if chord in KEYS:
                self.do(KEYS[chord])
                return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for."""
        if not self._takes(event):
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The same keys on the public screen; in the list, its own arrows stay with it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            chord = pressed(event)[-1]
            if watched is self.audience:
                return self._takes(event)
            if watched is self._listing and chord == "Return":
                self.setFocus()
                return True
            if len(chord) == 1 or chord == "Esc":
                return self._takes(event)
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger pictures in a larger window."""
        super().resizeEvent(event)
        for label, size, share in ((self._now, NOW, 0.5), (self._next, NEXT, 0.28)):
            width = round(self.width() * share)
            label.setFixedSize(QSize(width, round(width * size.height() / size.width())))
        self._soon.start()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """End the talk."""
        self.close_if_open()
        super().closeEvent(event)

    @property
    def deck(self) -> Deck:
        """What is being shown."""
        return self.talk.deck
