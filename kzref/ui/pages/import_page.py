"""Bringing own texts: the files on the left, on the right what was understood, before it is stored."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kzref.services.own.bringing import Brought, Stage
from kzref.ui.context import Context
from kzref.ui.html.own_import import file_page, nothing_page
from kzref.ui.own.import_queue import ImportQueue
from kzref.ui.own.mending import Mending
from kzref.ui.pages.page import Page
from kzref.ui.theme import MEASURE
from kzref.ui.widgets.listing import Entry, Listing
from kzref.ui.widgets.panes import Panes
from kzref.ui.widgets.reader import Reader
from kzref.ui.widgets.steady_button import SteadyButton

if TYPE_CHECKING:
    from kzref.services.own.text_preview import Wishes

SIGNS = {
    Stage.WAITING: "…", Stage.UNDERSTOOD: "•", Stage.QUESTION: "?", Stage.REFUSED: "✗",
    Stage.PRESENT: "=", Stage.STORED: "✓",
}  # fmt: skip
BUTTONS = ("files", "folder", "mend", "store", "store_all", "replace", "go_on", "stop", "remove")
OPEN = {Stage.UNDERSTOOD, Stage.QUESTION}  # what a file is can still be changed
MANY = 50
FEW = 14  # lines of letters: on a lower page what was understood needs the room
GAP = 16  # pixels between what was understood and what mends it, beside each other
WIDE = 180  # letters: a wider page has room for what mends a file beside what was understood


class ImportPage(Page):
    """The preview: nothing is stored before it is asked for."""

    name = "import"

    def __init__(self, context: Context) -> None:
        """Build the panes, with no file yet."""
        super().__init__(context)
        self.queue = ImportQueue(context, self)
        self._current: Path | None = None
        self._listing = Listing("files", flat=True)
        self._reader, self._mending = Reader("import"), Mending(context)
        self.buttons = {
            name: SteadyButton() if name == "mend" else QPushButton() for name in BUTTONS
        }
        self.buttons["store_all"].setProperty("role", "main")
        self._reader.limit_lines(MEASURE)
        self._bar, self._told = QProgressBar(), QLabel()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(300)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._bar.setTextVisible(False)
        self._told.setProperty("role", "quiet")
        self._told.setWordWrap(True)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        sources = QHBoxLayout()
        sources.addWidget(self.buttons["files"])
        sources.addWidget(self.buttons["folder"])
        column.addLayout(sources)
        column.addWidget(self._listing, 1)
        column.addWidget(self._bar)
        column.addWidget(self._told)
        right = QWidget()
        answers = QVBoxLayout(right)
        answers.setContentsMargins(0, 0, 0, 0)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both.addWidget(self._reader, 1)
        self._both.addWidget(self._mending)
        answers.addLayout(self._both, 1)
        row = QHBoxLayout()
        for name in BUTTONS[2:]:
            row.addWidget(self.buttons[name])
        row.addStretch(1)
        answers.addLayout(row)
        panes = Panes(left, right, sizes=(330, 900), letters=62)
        QHBoxLayout(self).addWidget(panes)

    def _connect(self) -> None:
        queue, buttons = self.queue, self.buttons
        queue.changed.connect(self._on_changed)
        self._soon.timeout.connect(self._show)
        queue.stored.connect(self.context.own_changed)
        self._listing.chosen.connect(self._on_chosen)
        self._reader.followed.connect(self.context.opened)
        self._mending.mended.connect(self._understand)
        buttons["files"].clicked.connect(self.ask_files)
        buttons["folder"].clicked.connect(self.ask_folder)
        buttons["store"].clicked.connect(lambda: self._on_current(lambda p: queue.store((p,))))
        buttons["store_all"].clicked.connect(lambda: queue.store(queue.ready))
        buttons["replace"].clicked.connect(lambda: self._on_current(queue.replace_other))
        buttons["remove"].clicked.connect(lambda: self._on_current(queue.remove))
        buttons["mend"].clicked.connect(self._share_room)
        buttons["go_on"].clicked.connect(queue.go_on)
        buttons["stop"].clicked.connect(queue.stop)

    @override
    def spare(self, lines: int) -> None:
        """On a low page what was understood, or what mends it: each has the whole height."""
        self._told.setVisible(lines >= FEW and bool(self._told.text()))
        self._share_room()

    @property
    def place(self) -> str:
        """The page is one place."""
        return "import:"

    def speak(self) -> None:
        """Name everything and show it anew."""
        words = self.context.words
        self._listing.setAccessibleName(words("own.window.files_list"))
        self._reader.setAccessibleName(words("own.window.understood"))
        self._bar.setAccessibleName(words("own.window.progress"))
        for name, button in self.buttons.items():
            button.setText(words(f"own.button.{name}", count=len(self.queue.ready)))
        self._mending.speak()
        self._show()

    def refresh(self) -> None:
        """Show the same in the context's colours."""
        self._show()

    def open(self, place: str) -> bool:
        """Only the page itself."""
        return place == "import:"

    def take(self, paths: Iterable[Path]) -> None:
        """Begin with these files and folders."""
        self.queue.add(paths)

    def ask_files(self) -> None:
        """Let the user choose files."""
        dialog = QFileDialog(self, self.context.words("own.button.files"), _documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._ask(dialog)

    def ask_folder(self) -> None:
        """Let the user choose a folder."""
        dialog = QFileDialog(self, self.context.words("own.button.folder"), _documents())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        """Beside the work, not before it."""
        dialog.setModal(False)
        dialog.filesSelected.connect(lambda chosen: self.take(Path(one) for one in chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    @property
    def _one(self) -> Brought | None:
        return self.queue.get(self._current) if self._current else None

    def _on_current(self, act: object) -> None:
        if self._current is not None and callable(act):
            act(self._current)

    def _understand(self, wishes: "Wishes") -> None:
        if self._current is not None:
            self.queue.understand(self._current, wishes)

    def _on_chosen(self, place: str) -> None:
        self._current = Path(place)
        self.buttons["mend"].setChecked(False)
        self._show_file()

    def _on_changed(self) -> None:
        """Show it; a long list, that takes a moment to fill, a few times a second at most."""
        if len(self.queue.items) < MANY:
            self._show()
        elif not self._soon.isActive():
            self._soon.start()

    def _show(self) -> None:
        """All that is known of the files; the reader stays on the file he is at."""
        queue = self.queue
        items = queue.items
        entries = [self._entry(one) for one in items]
        if [entry.place for entry in entries] == self._listing.places():
            for entry in entries:
                self._listing.relabel(entry)
        else:
            self._listing.fill(entries)
        if self._one is None:
            self._current = items[0].path if items else None
        if self._current is not None:
            self._listing.choose(str(self._current), silently=True)
        self._bar.setVisible(queue.is_busy)
        self._bar.setRange(0, max(queue.total, 1))
        self._bar.setValue(queue.done)
        self._told.setText(self._summary(items))
        self._told.setVisible(self._lines >= FEW and bool(items))
        self._show_file()

    def _entry(self, one: Brought) -> Entry:
        sign = SIGNS[one.stage] if one.path != self.queue.now else "→"
        stage = self.context.words(f"own.stage.{one.stage.value}")
        return Entry(
            place=str(one.path), label=f"{sign}  {one.path.name}", hint=f"{stage}: {one.path}"
        )

    def _summary(self, items: tuple[Brought, ...]) -> str:
        words = self.context.words
        if self.queue.is_busy and self.queue.now is not None:
            return words("own.window.working", file=self.queue.now.name, done=self.queue.done, total=self.queue.total)  # fmt: skip
        stages = [one.stage for one in items]
        return " · ".join(
            f"{words(f'own.stage.{stage.value}')}: {stages.count(stage)}"
            for stage in Stage
            if stage in stages
        )

    def _show_file(self) -> None:
        one, queue = self._one, self.queue
        if one is None:
            self._reader.refresh(nothing_page(self.context))
        else:
            self._reader.refresh(file_page(self.context, one))
            self._mending.show_file(one)
        self._share_room()
        ready = queue.ready
        waiting = any(item.stage is Stage.WAITING for item in queue.items)
        rival = one is not None and one.preview is not None and one.stage is Stage.QUESTION
        shown = {
            "store": one is not None and one.is_ready and len(ready) > 1,
            "store_all": bool(ready),
            "replace": rival,
            "go_on": waiting and not queue.is_busy,
            "stop": queue.is_busy,
            "remove": one is not None and one.path != queue.now,
        }
        for name, is_shown in shown.items():
            self.buttons[name].setVisible(is_shown)
        key = "own.button.store_all" if len(ready) > 1 else "screens.import.store"
        self.buttons["store_all"].setText(self.context.words(key, count=len(ready)))

    def _share_room(self) -> None:
        """What mends an open file stands beside what was understood, under it, or in its place."""
        is_open, is_low = self._is_open, self._lines < FEW
        is_mended = is_open and (not is_low or self.buttons["mend"].isChecked())
        is_beside = self.width() > WIDE * self.fontMetrics().averageCharWidth() and not is_low
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._both.setSpacing(GAP if is_beside else -1)
        self._both.setStretch(1, int(is_beside or is_low))
        self._mending.limit(is_limited=not is_beside and not is_low)
        self.buttons["mend"].setVisible(is_open and is_low)
        self._mending.setVisible(is_mended)
        self._reader.setVisible(not (is_mended and is_low))

    @property
    def _is_open(self) -> bool:
        """Whether what the file in hand is can still be changed."""
        return self._one is not None and self._one.stage in OPEN


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
