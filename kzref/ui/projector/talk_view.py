"""What a presenter sees of the talk: the slide in the room, the next one, the step, notes, the time gone."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QTextBrowser

from kzref.ui.context import Context
from kzref.ui.projector.conductor import Conductor
from kzref.ui.projector.preview import Preview


class TalkView(QObject):
    """The widgets that follow the talk; `desk_layout` puts them in their places."""

    def __init__(self, context: Context, parent: QObject) -> None:
        """Build them; `follow` says what they show."""
        super().__init__(parent)
        self._context = context
        self._conductor: Conductor | None = None
        self._begun: datetime = context.now
        self.state, self.step, self.clock, self.next_name = QLabel(), QLabel(), QLabel(), QLabel()
        self.now, self.next = Preview(), Preview()
        self.notes = QTextBrowser()
        self._soon = QTimer(self)  # the room first, the small pictures after it
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_pictures)

    def follow(self, conductor: Conductor) -> None:
        """Show this talk from now on."""
        self._conductor = conductor
        self._begun = self._context.now

    def fit(self, window: QSize) -> None:
        """Larger pictures in a larger window, and room for what stands under them."""
        self.now.fit(QSize(round(window.width() * 0.46), round(window.height() * 0.42)))
        self.next.fit(QSize(round(window.width() * 0.26), round(window.height() * 0.26)))
        self.draw()

    def draw(self) -> None:
        """Draw the small pictures anew, as soon as there is time."""
        self._soon.start()

    def show(self, conductor: Conductor) -> None:
        """Show where the talk is."""
        words, talk = self._context.words, conductor.talk
        pages = conductor.pages(talk.cue.slide)
        step = words("projector.step", number=talk.at + 1, count=len(talk.deck.cues))
        page = words("projector.page", number=talk.page + 1, count=pages) if pages > 1 else ""
        self.step.setText(" · ".join(filter(None, (talk.cue.name, step, page))))
        self.now.setAccessibleName(f"{words('projector.now')}: {talk.cue.slide.title}")
        self.notes.setPlainText(talk.cue.notes)
        state = "blanked" if talk.is_blank else "frozen" if talk.is_frozen else "shown"
        self.state.setText(words(f"projector.{state}"))
        self.state.setProperty("role", "" if state == "shown" else "todo")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        QCoreApplication.sendEvent(self.state, QEvent(QEvent.Type.StyleChange))  # its padding
        self.draw()

    def tick(self) -> None:
        """Show how long the talk has gone on, by the real clock."""
        gone = int((self._context.now - self._begun).total_seconds())
        now = f"{self._context.now.astimezone():%H:%M}"
        said = self._context.words("lesson.time", now=now, gone=f"{gone // 60}:{gone % 60:02}")
        self.clock.setText(said)

    def _show_pictures(self) -> None:
        """What is on the screen; and the next page of the step, else the next step."""
        conductor = self._conductor
        if conductor is None:
            return
        words, talk = self._context.words, conductor.talk
        self.now.show_screen(conductor.rehearse(*conductor.here))
        if conductor.is_elsewhere:
            seen = conductor.rehearse(*talk.public)
            self.now.set_in(seen, QColor(self._context.inks.bad))
        goes_on = talk.page + 1 < conductor.pages(talk.cue.slide)
        following = talk.cue if goes_on else talk.next_cue
        said = following.name if following else words("projector.end")
        self.next_name.setText(f"{words('projector.next')}: {said}")
        page = talk.page + 1 if goes_on else 0
        self.next.show_screen(conductor.rehearse(following.slide, page) if following else None)
