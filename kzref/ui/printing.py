"""What is open, or what is selected in it, on paper: to a printer, as PDF, for Word."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kzref.model.errors import InputError, KzrefError
from kzref.ui.actions import Action
from kzref.ui.background import Background
from kzref.ui.widgets.reader import Reader

if TYPE_CHECKING:  # loaded when something is printed
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from kzref.model.sheet import Sheet
    from kzref.ui.main_window import MainWindow

_FORBIDDEN = re.compile(r'[\\/:*?"<>|]+')  # in the names of files on Windows
TOLD = 8000  # milliseconds that the outcome stays in the status bar


class Printing:
    """Prints sheets; the dialog lies beside the work, not before it."""

    def __init__(self, window: "MainWindow") -> None:
        """Load nothing yet."""
        self._window, self._context = window, window.context
        self._background = Background(window)
        self.dialog: QPrintDialog | None = None
        self._context.to_print.connect(self.print_sheet)

    def add_actions(self) -> None:
        """Put its actions into the table."""
        self._context.actions.add(
            Action(id="print", label="action.print", keys=("Ctrl+P",), act=self.print_open),
            Action(
                id="sheet", label="action.sheet", keys=("Ctrl+S",), act=lambda: self.save("pdf")
            ),
            Action(
                id="sheet.word", label="action.sheet.word", keys=("Ctrl+Shift+S",),
                act=lambda: self.save("docx"),
            ),
        )  # fmt: skip

    def print_open(self) -> None:
        """Print what is open."""
        sheet = self.sheet()
        if sheet is None:
            self._tell(self._context.words("print.nothing"))
        else:
            self.print_sheet(sheet)

    def print_sheet(self, sheet: "Callable[[], Sheet]") -> None:
        """Ask for a printer, then print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo  # noqa: PLC0415 - as needed

        if not QPrinterInfo.availablePrinterNames():
            self._tell(self._context.words("print.no_printer"))
            return
        printer = self.printer()
        page = self._window.page(self._window.current)  # which dresses what belongs to it
        self.dialog = dialog = QPrintDialog(printer, page)
        dialog.setWindowTitle(self._context.words("print.title"))
        dialog.setModal(False)
        dialog.accepted.connect(lambda: self.send(sheet, printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def save(self, form: str) -> None:
        """Ask for a file, then write what would be printed into it, as `pdf` or `docx`."""
        from kzref.ui.widgets import save_row  # noqa: PLC0415 - as needed

        sheet, words = self.sheet(), self._context.words
        if sheet is None:
            self._tell(words("print.nothing"))
            return
        work = save_row.pdf_of(sheet) if form == "pdf" else save_row.word_of(sheet)
        page = self._window.page(self._window.current)
        place = _FORBIDDEN.sub(" ", page.place.removeprefix("calc:") or page.name)
        suggested = f"{place} {self._context.as_of}.{form}"

        def write(path: "Path") -> None:
            self._tell(words("save.working"))
            self._background.ask(
                lambda: save_row.written(path, suggested, work), self._on_saved, self._on_refused
            )

        save_row.ask_path(page, words("save.title"), suggested, write)

    def sheet(self) -> "Callable[[], Sheet] | None":
        """What would be printed: the selection, else what the page in front has for paper."""
        page = self._window.page(self._window.current)
        selected = _selected(page)
        if not selected:
            return page.sheet()
        wording, as_of = self._context.wording, self._context.as_of
        try:
            title = wording.cite(page.place)
        except (InputError, ValueError):  # the page is not a place that is cited
            title = self._window.windowTitle()

        def made() -> "Sheet":
            from kzref.services.sheets.selection import selection_sheet  # noqa: PLC0415

            return selection_sheet(wording, title, selected, as_of)

        return made

    def printer(self) -> "QPrinter":
        """A printer set to A4 with the margins of our sheets."""
        from PySide6.QtGui import QPageLayout, QPageSize  # noqa: PLC0415 - as needed
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - as needed

        from kzref.ui import paper  # noqa: PLC0415 - as needed

        paper.prepare()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageMargins(paper.MARGINS, QPageLayout.Unit.Millimeter)
        printer.setCreator("kzref")
        return printer

    def send(self, sheet: "Callable[[], Sheet]", printer: "QPrinter") -> None:
        """Print off the interface thread; the status bar tells how it went."""
        from kzref.ui import paper  # noqa: PLC0415 - as needed

        self._tell(self._context.words("save.working"))
        self._background.ask(
            lambda: paper.print_on(sheet(), printer), self._on_printed, self._on_refused
        )

    def _on_saved(self, path: "Path") -> None:
        self._tell(self._context.words("save.saved", path=str(path)))

    def _on_printed(self, pages: int) -> None:
        self._tell(self._context.words("print.done", pages=pages))

    def _on_refused(self, error: KzrefError) -> None:
        self._tell(self._context.words.say(error.message))

    def _tell(self, sentence: str) -> None:
        self._window.statusBar().showMessage(sentence, TOLD)


def _selected(page: QWidget) -> str:
    """The text that is selected in a reading pane of the page."""
    for reader in page.findChildren(Reader):
        if reader.isVisible() and reader.hasFocus():
            return reader.textCursor().selection().toPlainText().strip()
    return ""
