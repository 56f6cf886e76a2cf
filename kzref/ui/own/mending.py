"""What mends an understood file: what it is, and under it each doubted line, in one sheet that scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.services.own.bringing import Brought
from kzref.ui.context import Context
from kzref.ui.own.choice_form import ChoiceForm
from kzref.ui.own.line_marks import LineMarks

HEIGHT = 260  # pixels at the usual size of letters, at most, where the text understood stands above
BAR = 8  # pixels between what is written and the scroll bar


class Mending(QScrollArea):
    """The form and the lines of one file; `mended` tells the wishes with what the user says."""

    mended = Signal(object)  # Wishes

    def __init__(self, context: Context) -> None:
        """Make it with no file."""
        super().__init__()
        self._context = context
        self.form, self.marks = ChoiceForm(context), LineMarks(context)
        self._sheet = QWidget()
        self._sheet.setObjectName("sheet")
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, BAR, 0)
        column.addWidget(self.form)
        column.addWidget(self.marks)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take it, and are scrolled to
        self.setWidget(self._sheet)
        self.form.chosen.connect(self.mended)
        self.marks.marked.connect(self.mended)

    def speak(self) -> None:
        """Name the fields."""
        self.setAccessibleName(self._context.words("own.window.lines"))
        self.form.speak()

    def show_file(self, one: Brought) -> None:
        """Show what is known of a file; no lines where all is clear."""
        self.form.show_file(one)
        self.marks.show_file(one)
        self.marks.setVisible(bool(self.marks.boxes))

    def limit(self, *, is_limited: bool) -> None:
        """Leave the height to what stands above; or take what there is."""
        most = round(HEIGHT * max(1.0, self._context.zoom)) if is_limited else 16_777_215
        self.setMaximumHeight(most)
        self.updateGeometry()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the sheet has one."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def sizeHint(self) -> QSize:
        """As high as its sheet: what Qt keeps of it is that of the file before."""
        hint = self._sheet.sizeHint()
        return QSize(hint.width(), min(hint.height(), self.maximumHeight()))

    @override
    def minimumSizeHint(self) -> QSize:
        """Wide enough for the form; of the height some is enough."""
        return QSize(self._sheet.minimumSizeHint().width(), self.form.minimumSizeHint().height())
