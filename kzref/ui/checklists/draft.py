"""The motion or complaint that the answers come to: a button with its count, or unfolded with its ways out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.model.practice import Checklist, ChecklistItem
from kzref.services.catalogue import offset
from kzref.ui.checklists.answers import missing, tally
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.listed import links
from kzref.ui.widgets.reader import Reader
from kzref.ui.widgets.save_row import SaveRow
from kzref.ui.widgets.steady_button import SteadyButton

LINES, LINES_LOW = 7, 6  # of letters that the draft is high


class Draft(QWidget):
    """The points that were answered no, folded on a low page until they are asked for; the list's own buttons."""

    def __init__(self, context: Context) -> None:
        """Build an empty draft with its buttons (`motion`) and those of the list (`row`)."""
        super().__init__()
        self._context = context
        self._missing: tuple[ChecklistItem, ...] = ()
        self._has_room, self._is_narrow = False, False
        self._is_open: bool | None = None  # None: where the page is high enough
        self.reader, self.fold, self.tally = Reader("draft"), SteadyButton(), QLabel()
        self.dense = QPushButton()  # the whole list on a low page
        self.dense.setCheckable(True)
        self.row = SaveRow(context, ("list.pdf", "list.docx", "clear"))
        self.motion = SaveRow(context, ("motion.print", "motion.pdf", "motion.docx"))
        for saving in (self.row, self.motion):
            if (buttons := saving.layout()) is not None:
                buttons.setContentsMargins(0, 0, 0, 0)
        self.fold.setCheckable(True)
        self.fold.clicked.connect(self._on_folded)
        self.reader.followed.connect(context.opened)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.row, 1)
        self._line.addWidget(self.dense, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.tally)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.reader)
        column.addWidget(self.motion)
        column.addLayout(self._line)
        self._show()

    def speak(self) -> None:
        """Name everything in the language."""
        self.row.speak()
        self.motion.speak()
        self.dense.setText(self._context.words("rows.dense"))
        self.dense.setToolTip(self._context.words("rows.dense.what"))
        self.dense.setAccessibleDescription(self._context.words("rows.dense.what"))
        self.reader.setAccessibleName(self._context.words("motion.title"))

    def collect(self, checklist: Checklist, said: Mapping[str, str]) -> None:
        """Count the answers, and number what was answered no, each point with its law."""
        context, self._missing = self._context, missing(checklist, said)
        points = "".join(
            f"<p>{number}. {escape(context.text(item.ask))} "
            + links(context, item.provisions)
            + "</p>"
            for number, item in enumerate(self._missing, 1)
        )
        counted = context.words("checklist.tally", **tally(checklist, said))
        zone = context.words("keyboard.zone", zone=offset(context.now.astimezone()))
        self.tally.setText(f"{counted}\n{zone}" if said else counted)
        heading = f"<p><b>{escape(context.words('motion.asked'))}:</b></p>"
        self.reader.refresh(markup.page(heading + points, context.inks))
        self.row.buttons["clear"].setEnabled(bool(said))
        self._show()
        self._arrange()

    def spare(self, *, has_room: bool, is_low: bool, is_narrow: bool) -> None:
        """Unfold of itself only where the page has room; all in one line where that has room."""
        self._has_room = has_room
        metrics = self.fontMetrics()
        self.reader.setFixedHeight((LINES_LOW if is_low else LINES) * metrics.height())
        self._is_narrow = is_narrow
        self._arrange()
        self._show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put its buttons beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.tally.setWordWrap(False)
        is_across = not self._is_narrow and self._line_width() <= self.width()
        self.tally.setWordWrap(not is_across)
        self._line.setDirection(across if is_across else down)

    def _line_width(self) -> int:
        """What the line under the draft takes, every button beside the next."""
        parts = [self.fold, *self.row.buttons.values(), self.tally]
        if not self.dense.isHidden():
            parts.append(self.dense)
        return sum(part.sizeHint().width() + self._line.spacing() for part in parts)

    def _on_folded(self) -> None:
        self._is_open = self.fold.isChecked()
        self._show()

    def _show(self) -> None:
        is_open = self._has_room if self._is_open is None else self._is_open
        is_open = is_open and bool(self._missing)
        self.fold.setEnabled(bool(self._missing))
        self.fold.setChecked(is_open)
        mark = "▾" if is_open else "▸"
        count = len(self._missing)
        self.fold.setText(f"{mark} {self._context.words('lectern.draft', count=count)}")
        self.reader.setVisible(is_open)
        self.motion.setVisible(is_open)
