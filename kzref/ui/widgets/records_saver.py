"""Puts the records that a page shows, exactly those, on paper or into a table."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kzref.model.sheet import Sheet
from kzref.ui.context import Context
from kzref.ui.widgets.save_row import SaveRow, Work, pdf_of, word_of


class Shown(NamedTuple):
    """Records of a kind by their ids, and in words how they were chosen."""

    kind: str
    ids: frozenset[str]
    chosen: tuple[str, ...]


class RecordsSaver(QWidget):
    """Buttons for PDF, Word and a table under a list; `shown` tells what is in it when asked."""

    def __init__(self, context: Context, shown: Callable[[], Shown]) -> None:
        """Make the row."""
        super().__init__()
        self._context, self._shown = context, shown
        self.row = SaveRow(context, ("pdf", "docx", "csv"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        for name, button in self.row.buttons.items():
            button.clicked.connect(lambda _on, name=name: self._save(name))

    def speak(self) -> None:
        """Name the buttons in the language."""
        self.row.speak()

    def sheet(self) -> Callable[[], Sheet] | None:
        """How to make the sheet of what is shown; None: nothing is."""
        shown, wording = self._shown(), self._context.wording
        if not shown.ids:
            return None

        def made() -> Sheet:
            from kzref.services.sheets.records import records_sheet  # noqa: PLC0415 - as needed

            return records_sheet(wording, shown.kind, self._records(shown), shown.chosen)

        return made

    def _records(self, shown: Shown) -> "tuple[dict[str, object], ...]":
        from kzref.services.inventory import listed  # noqa: PLC0415 - as needed

        every = listed(self._context.desk, shown.kind)
        return tuple(record for record in every if record["id"] in shown.ids)

    def _save(self, form: str) -> None:
        shown, sheet = self._shown(), self.sheet()
        if sheet is None:
            return
        work: Work
        if form == "csv":
            work = lambda: self._table(shown)  # noqa: E731 - one of three works
        else:
            work = pdf_of(sheet) if form == "pdf" else word_of(sheet)
        self.row.save(f"{shown.kind} {len(shown.ids)}.{form}", work)

    def _table(self, shown: Shown) -> bytes:
        from kzref.services.export.tables import csv_file  # noqa: PLC0415 - as needed

        return csv_file(self._records(shown))
