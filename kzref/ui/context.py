"""What all pages share: the desk of services, the language, the date of the law, the way to a place."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kzref.model.language import Language
from kzref.services.catalogue import Catalogue, catalogue
from kzref.services.desk import Desk
from kzref.ui.actions import ActionTable
from kzref.ui.afterwards import Afterwards
from kzref.ui.clock_watch import ClockWatch, steady_seconds
from kzref.ui.frame.escape import Escape
from kzref.ui.running import RunningClocks
from kzref.ui.theme import INKS, Inks, Theme
from kzref.ui.wardrobe import Wardrobe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzref.model.text import Text
    from kzref.services.sheets.wording import Wording
    from kzref.services.soundness.health import Health
    from kzref.ui.clipboard import Clipboard
    from kzref.ui.notebook import Notebook


class Context(QObject):
    """The state of the window that is not in any page."""

    language_changed = Signal()
    as_of_changed = Signal()
    theme_changed = Signal()
    ticked = Signal()
    to_print = Signal(object)  # how to make a sheet that is to go to the printer
    hidden = Signal(bool)  # True: show nothing of the work, in any window; False: as it was
    checked = Signal()  # the files, the lawyers' cards, the clocks and the font were looked at
    own_changed = Signal()  # a text came into the own library, or left it
    opened = Signal(str)  # a place to go to: a reference as in data, or "calc:...", "checklist:..."

    def __init__(self, desk: Desk, language: Language, as_of: date | None = None) -> None:
        """Begin with this language and, unless told otherwise, the law of today."""
        super().__init__()
        self.desk = desk
        self.afterwards = Afterwards(self)
        self.actions = ActionTable()
        self.escape = Escape()
        self.wardrobe = Wardrobe(self)
        self.clocks = RunningClocks(self)
        self.language = language
        self._as_of = as_of
        self._notebook: Notebook | None = None
        self._clipboard: Clipboard | None = None
        self.theme = Theme.LIGHT
        self.zoom = 1.0
        self.has_dense_rows = False  # of checklists: all questions at a glance
        self.inks: Inks = INKS[Theme.LIGHT]
        self.health: Health | None = None  # None until it was looked at
        self.clock_watch = ClockWatch(
            date.fromisoformat(desk.database.meta["verified_through"]), self.now, steady_seconds()
        )
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.ticked)
        self._second.start()

    def stop(self) -> None:
        """Let the clock stand still, when the window is gone."""
        self._second.stop()
        self.afterwards.stop()

    @property
    def words(self) -> Catalogue:
        """The catalogue of the chosen language."""
        return catalogue(self.language)

    @property
    def now(self) -> datetime:
        """The present moment."""
        return datetime.now(UTC)

    @property
    def today(self) -> date:
        """The day of the local clock."""
        return self.now.astimezone().date()

    @property
    def as_of(self) -> date:
        """The day whose law is shown."""
        return self._as_of or self.today

    @property
    def is_as_of_today(self) -> bool:
        """Whether the law of today is shown."""
        return self._as_of is None or self._as_of == self.today

    def text(self, text: "Text") -> str:
        """A text for the reader; another language's text is marked as such."""
        shown, language = text.best(self.language)
        return shown if language is self.language or not shown else f"[{language.value}] {shown}"

    @property
    def wording(self) -> "Wording":
        """What sheets of paper are written with, in the chosen language."""
        from kzref.services.sheets.wording import Wording  # noqa: PLC0415 - for paper only

        return Wording(self.desk, self.language)

    @property
    def notebook(self) -> "Notebook":
        """The user's notes in the window, made when first needed."""
        if self._notebook is None:
            from kzref.ui.notebook import Notebook  # noqa: PLC0415 - not needed to start

            self._notebook = Notebook(self, self)
        return self._notebook

    @property
    def clipboard(self) -> "Clipboard":
        """The door to the system's clipboard, made when something is first copied."""
        if self._clipboard is None:
            from kzref.ui.clipboard import Clipboard  # noqa: PLC0415 - not needed to start

            self._clipboard = Clipboard(self)
        return self._clipboard

    @property
    def has_copied(self) -> bool:
        """Whether something was copied in this session, or is to be cleared."""
        return self._clipboard is not None

    def cite(self, reference: str) -> str:
        """A reference in the citation form of the language."""
        return self.desk.citations.write(reference, self.language)

    def cite_in_turn(self, references: "Sequence[str]") -> list[str]:
        """References that stand in one line: a document is named once for those that follow it."""
        return self.desk.citations.write_in_turn(references, self.language)

    def speak(self, language: Language) -> None:
        """Change the language of everything."""
        if language is not self.language:
            self.language = language
            self.language_changed.emit()

    def speak_next(self) -> None:
        """Change to the next language, in the order in which they stand in the bar."""
        order = (Language.KK, Language.RU, Language.EN)
        self.speak(order[(order.index(self.language) + 1) % len(order)])

    def set_as_of(self, day: date) -> None:
        """Change the day whose law is shown."""
        chosen = None if day == self.today else day
        if chosen != self._as_of:
            self._as_of = chosen
            self.as_of_changed.emit()
