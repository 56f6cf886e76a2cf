"""The lines of a file that were not understood, or are doubtful: each can be marked by hand."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from kzref.model.own_text import UnitKind
from kzref.services.own.bringing import Brought
from kzref.services.own.line_marks import MARKS
from kzref.services.own.text_preview import Wishes
from kzref.ui.context import Context
from kzref.ui.widgets.choice_box import ChoiceBox

MOST = 60  # lines; a text with more doubts than this was saved badly
LETTERS = 110


def doubted_lines(one: Brought) -> tuple[tuple[int, str], ...]:
    """The lines that were not understood, then those that a doubt names, each with its text."""
    if one.preview is None or one.file is None:
        return ()
    lines = [unit.line for unit in one.preview.structure.unclassified]
    lines += [line for line, _kind in one.wishes.marks]
    for doubt in one.doubts:
        line = doubt.arguments.get("line")
        if isinstance(line, int):
            lines.append(line)
    texts = {unit.line: unit.text for unit in one.preview.structure.units}
    found = dict.fromkeys(line for line in sorted(lines) if line in texts)
    return tuple((line, texts[line]) for line in list(found)[:MOST])


class LineMarks(QWidget):
    """A row for each doubted line; `marked` tells the wishes with the marks in them."""

    marked = Signal(object)  # Wishes

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context = context
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._rows)
        self.boxes: dict[int, QComboBox] = {}

    def show_file(self, one: Brought) -> None:
        """Put the lines of a file into rows; none (`boxes` is empty) where all is clear."""
        words = self._context.words
        self.setAccessibleName(words("own.window.lines"))
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        marks = dict(one.wishes.marks)
        self.boxes = {}
        for row, (line, text) in enumerate(doubted_lines(one), 1):
            box = ChoiceBox()
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.addItem(words("own.mark.as_understood"), None)
            for kind in MARKS:
                box.addItem(words(f"own.mark.{kind.value}"), kind)
            if line in marks:
                box.setCurrentIndex(1 + MARKS.index(marks[line]))
            name = words("own.window.line", line=line)
            box.setAccessibleName(name)
            shown = QLabel(text if len(text) <= LETTERS else text[:LETTERS] + " …")
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setWordWrap(True)
            shown.setToolTip(text[:600])
            number = QLabel(name)
            number.setProperty("role", "quiet")
            grid.addWidget(number, row, 0)
            grid.addWidget(shown, row, 1)
            grid.addWidget(box, row, 2)
            box.activated.connect(
                lambda _at, line=line, box=box: self._tell(one.wishes, line, box.currentData())
            )
            self.boxes[line] = box
        how = QLabel(words("screens.import.lines"))
        how.setWordWrap(True)
        grid.addWidget(how, 0, 0, 1, 3)
        before, self._rows = self._rows, rows
        before.hide()
        before.deleteLater()  # not at once: it may just be dressed
        self._column.replaceWidget(before, rows)
        rows.show()  # now, so that whoever asks how high it is hears the truth

    def _tell(self, wishes: Wishes, line: int, kind: UnitKind | None) -> None:
        marks = dict(wishes.marks)
        marks.pop(line, None)
        if kind is not None:
            marks[line] = UnitKind(kind)
        self.marked.emit(replace(wishes, marks=tuple(sorted(marks.items()))))
