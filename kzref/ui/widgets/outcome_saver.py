"""Puts the calculation that is shown on paper or into a calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kzref.model.outcome import Outcome
from kzref.model.sheet import Sheet
from kzref.ui.context import Context
from kzref.ui.widgets.deadline_list import DeadlineList
from kzref.ui.widgets.save_row import SaveRow, pdf_of, word_of


@dataclass(frozen=True, slots=True)
class _Shown:
    """The calculation in the form in which the user sees it."""

    outcome: Outcome
    certificate: str


class OutcomeSaver(QWidget):
    """Buttons for PDF, Word and calendar under an answer, and the list to tick."""

    def __init__(self, context: Context) -> None:
        """Make a row that has nothing to save yet."""
        super().__init__()
        self._context = context
        self._shown: _Shown | None = None
        self.row = SaveRow(context, ("pdf", "docx", "ics"))
        self.deadlines = DeadlineList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        column.addWidget(self.deadlines)
        for name, button in self.row.buttons.items():
            button.clicked.connect(lambda _on, name=name: self._on_clicked(name))
        self.deadlines.confirmed.connect(self._save_calendar)
        self.show_outcome(None, "")

    @property
    def outcome(self) -> Outcome | None:
        """The calculation that the buttons are about."""
        return self._shown.outcome if self._shown else None

    def speak(self) -> None:
        """Name everything in the language."""
        self.row.speak()
        self.deadlines.speak(self._context.words)

    def show_outcome(self, outcome: Outcome | None, certificate: str) -> None:
        """What the buttons are about now; None: nothing is answered, nothing can be saved."""
        is_other = self._shown is None or self._shown.certificate != certificate
        self._shown = None if outcome is None else _Shown(outcome, certificate)
        self.setVisible(outcome is not None)
        if outcome is not None:
            self.row.buttons["ics"].setVisible(_has_day(outcome))
        self.deadlines.hide()
        if is_other:  # the same answer again leaves standing what was said of it
            self.row.tell(None)

    def sheet(self) -> Callable[[], Sheet] | None:
        """How to make the sheet of the calculation that is shown; None: nothing is."""
        shown, wording = self._shown, self._context.wording
        if shown is None:
            return None

        def made() -> Sheet:
            from kzref.services.sheets.calculation import calculation_sheet  # noqa: PLC0415

            return calculation_sheet(wording, shown.outcome, shown.certificate)

        return made

    def _on_clicked(self, name: str) -> None:
        if self._shown is None:
            return
        if name == "ics":
            self._offer_deadlines()
            return
        sheet = self.sheet()
        if sheet is not None:
            work = pdf_of(sheet) if name == "pdf" else word_of(sheet)
            self.row.save(self._file_name(name), work)

    def _offer_deadlines(self) -> None:
        from kzref.services.calculations.deadlines import ahead, deadlines  # noqa: PLC0415 - when asked for

        if self._shown is None:
            return
        every = deadlines(self._context.wording, self._shown.outcome)
        words = self._context.words
        self.row.said.setText("" if every else words("export.no_deadlines"))
        self.deadlines.offer(every, ahead(every, self._context.now), words)

    def _save_calendar(self) -> None:
        ticked, now = self.deadlines.ticked, self._context.now
        if not ticked:
            return

        def work() -> bytes:
            from kzref.services.export.ics import ics_file  # noqa: PLC0415 - slow to import

            return ics_file(ticked, now=now)

        self.row.save(self._file_name("ics"), work)

    def _file_name(self, form: str) -> str:
        outcome = self._shown.outcome if self._shown else None
        return f"{outcome.calculator} {outcome.as_of}.{form}" if outcome else f"kzref.{form}"


def _has_day(outcome: Outcome) -> bool:
    """Whether there is anything for a calendar: a day or an hour in the answer, or a duty."""
    readings = (reading for result in outcome.results for reading in result.readings)
    return bool(outcome.milestones) or any(isinstance(one.value, date) for one in readings)
