"""A row of buttons that put what is shown into a file, and the sentence that tells how it went."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from kzref.model.errors import KzrefError
from kzref.model.message import Message
from kzref.model.sheet import Sheet
from kzref.services.export.saving import checked, save
from kzref.ui.background import Background
from kzref.ui.context import Context

BESIDE = 16  # letters: less is no room for a sentence
ABREAST = 4  # buttons in a line at most: the sentence beside them needs its room
Work: TypeAlias = Callable[[], bytes]  # runs off the interface thread


def ask_path(parent: QWidget, title: str, suggested: str, then: Callable[[Path], object]) -> None:
    """Ask where the user wants the file, beside the work and not before it; nothing is remembered."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    form = Path(suggested).suffix.removeprefix(".")
    dialog = QFileDialog(parent, title, str(Path(folder) / suggested), f"*.{form}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(form)
    dialog.setModal(False)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()


def written(path: Path, suggested: str, work: Work) -> Path:
    """Do the work and write its file, which must be of the kind suggested; where it lies.

    Raises:
        InputError: the name is that of another kind, or the folder is not there.
        DataError: the disk refuses.
    """
    checked(path, (Path(suggested).suffix.removeprefix("."),))
    save(path, work())
    return path


class SaveRow(QWidget):
    """Buttons by name (`save.<name>` says what is on them); `buttons` are for whoever uses the row."""

    def __init__(self, context: Context, names: Iterable[str]) -> None:
        """Make a row that has nothing to save yet."""
        super().__init__()
        self._context = context
        self._background = Background(self)
        self._told: Message | None = None
        self.buttons = {name: QPushButton() for name in names}
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setProperty("role", "quiet")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._shape = (0, False)
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one button."""
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many buttons in a line as have room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        most = min(ABREAST, len(self.buttons))
        fitting = (n for n in range(most, 1, -1) if self._taken(n) <= self.width())
        abreast = next(fitting, 1)
        beside = (
            self.width() - self._taken(abreast) >= BESIDE * self.fontMetrics().averageCharWidth()
        )
        if (abreast, beside) == self._shape:
            return
        self._shape = (abreast, beside)
        for number, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, number // abreast, number % abreast)
        below = (len(self.buttons) + abreast - 1) // abreast
        self._grid.removeWidget(self.said)
        if beside:
            self._grid.addWidget(self.said, 0, abreast, below, 1)
        else:
            self._grid.addWidget(self.said, below, 0, 1, abreast + 1)
        for column in range(ABREAST + 1):
            self._grid.setColumnStretch(column, int(column == abreast))

    def _taken(self, abreast: int) -> int:
        """The width of so many columns."""
        widths = [button.sizeHint().width() for button in self.buttons.values()]
        columns = (max(widths[column::abreast]) for column in range(abreast))
        return sum(columns) + self._grid.horizontalSpacing() * abreast

    def speak(self) -> None:
        """Name the buttons in the language."""
        for name, button in self.buttons.items():
            button.setText(self._context.words(f"save.{name}"))
        self.tell(self._told)
        self._shape = (0, False)
        self._arrange()

    def save(self, suggested: str, work: Work, *, also: Mapping[str, Work] | None = None) -> None:
        """Ask where, then do the work and write the file; the row tells how it went.

        `also` makes more files beside it, by what is added to its name.
        """
        title, every = self._context.words("save.title"), {"": work, **(also or {})}
        ask_path(self, title, suggested, lambda path: self._write(path, suggested, every))

    def _write(self, path: Path, suggested: str, every: Mapping[str, Work]) -> None:
        def write() -> Path:
            for more, work in every.items():
                written(path.with_stem(path.stem + more), suggested, work)
            return path

        self.setEnabled(False)
        self.tell(Message("save.working"))
        self._background.ask(write, self._on_saved, self._on_refused)

    def _on_saved(self, path: Path) -> None:
        self.setEnabled(True)
        self.tell(Message("save.saved", {"path": str(path)}))

    def _on_refused(self, error: KzrefError) -> None:
        self.setEnabled(True)
        self.tell(error.message)

    def tell(self, told: Message | None) -> None:
        """Say how it went, and say it again when the language changes."""
        self._told = told
        self.said.setText(self._context.words.say(told) if told is not None else "")
        self.said.setVisible(told is not None)


def pdf_of(sheet: Callable[[], Sheet]) -> Work:
    """The work of making a sheet and printing it. Call it on the interface thread."""
    from kzref.ui import paper  # noqa: PLC0415 - loaded when something is printed

    paper.prepare()
    return lambda: paper.pdf(sheet()).content


def word_of(sheet: Callable[[], Sheet]) -> Work:
    """The work of making a sheet and writing it for Word."""

    def work() -> bytes:
        from kzref.services.export.docx import docx_file  # noqa: PLC0415 - slow to import

        return docx_file(sheet())

    return work
