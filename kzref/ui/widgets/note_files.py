"""Under the list of notes: save them as text, take them along, take others in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from kzref.model.errors import KzrefError
from kzref.ui.actions import Action
from kzref.ui.background import Background
from kzref.ui.context import Context
from kzref.ui.widgets.save_row import SaveRow


class NoteFiles(QWidget):
    """Buttons for the files of notes, and a line that tells what was done."""

    def __init__(self, context: Context) -> None:
        """Build the row."""
        super().__init__()
        self._context = context
        self._background = Background(self)
        self._row = SaveRow(context, ("html", "markdown", "json", "import"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self._row.buttons["html"].clicked.connect(self._save_html)
        self._row.buttons["markdown"].clicked.connect(self._save_markdown)
        self._row.buttons["json"].clicked.connect(self._save_json)
        self._row.buttons["import"].clicked.connect(self._ask)

    def speak(self) -> None:
        """Name the buttons."""
        self._row.speak()

    def commands(self, page: str, *, available: Callable[[], bool]) -> tuple[Action, ...]:
        """The same for the palette."""
        return tuple(
            Action(
                id=f"notes.{name}", label=f"save.{name}", page=page, act=button.click,
                available=available,
            )
            for name, button in self._row.buttons.items()
        )  # fmt: skip

    def say(self, sentence: str) -> None:
        """Tell what was done."""
        self._row.said.setText(sentence)

    def show_buttons(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's setVisible
        """Show the buttons; the line that tells stays."""
        for button in self._row.buttons.values():
            button.setVisible(shown)

    def _save_html(self) -> None:
        self._save_read("kzref-notes.html")

    def _save_markdown(self) -> None:
        self._save_read("kzref-notes.md")

    def _save_read(self, name: str) -> None:
        """Save the notes for reading, in the language of the window; the name tells the form."""
        context = self._context
        notes, citations = context.notebook.notes, context.desk.citations
        language, today = context.language, context.today

        def work() -> bytes:
            from kzref.services.notes import note_files  # noqa: PLC0415 - as needed

            writer = note_files.as_html if name.endswith(".html") else note_files.as_markdown
            return writer(notes, citations, language, today).encode()

        self._row.save(name, work)

    def _save_json(self) -> None:
        notes = self._context.notebook.notes

        def work() -> bytes:
            from kzref.services.notes.note_files import as_json  # noqa: PLC0415 - as needed

            return as_json(notes)

        self._row.save("kzref-notes.json", work)

    def _ask(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = self._context.words("save.import")
        dialog = QFileDialog(self, title, folder, "*.json")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setModal(False)  # beside the work, not before it
        dialog.fileSelected.connect(lambda name: self.take_in(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def take_in(self, path: Path) -> None:
        """Take in the notes of a file."""
        notes = self._context.notebook.notes

        def work() -> int:
            from kzref.services.notes.note_files import read_json  # noqa: PLC0415 - as needed

            return read_json(notes, path)

        self._background.ask(work, self._on_taken, self._on_refused)

    def _on_taken(self, count: int) -> None:
        self._context.notebook.changed.emit()
        self.say(self._context.words("notes.imported", count=count))

    def _on_refused(self, error: KzrefError) -> None:
        self.say(self._context.words.say(error.message))
