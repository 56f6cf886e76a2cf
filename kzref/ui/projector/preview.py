"""A small picture of a slide in the presenter's window; the mouse over it points at what stands there."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from kzref.ui.projector.audience import Audience

SMALLEST = QSize(160, 90)
INSET = 0.32  # of its width


class Preview(QLabel):
    """Shows what a screen would show; `pointed` tells where on that screen the mouse is."""

    pointed = Signal(QPointF)
    left = Signal()

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._screen = QPixmap()  # as large as in the room
        self.setMouseTracking(True)
        self.setMinimumSize(SMALLEST)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def fit(self, room: QSize) -> None:
        """Take as much room as a wide screen needs of this."""
        room = QSize(16, 9).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self.setMaximumSize(room)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        """All the room there is, whatever picture is shown."""
        return self.maximumSize()

    def show_screen(self, screen: Audience | None) -> None:
        """Show what is drawn on the screen; None: nothing."""
        self._screen = screen.grab() if screen is not None else QPixmap()
        self._scale()

    def set_in(self, screen: Audience, frame: QColor) -> None:
        """Show in its corner what another screen shows, in a heavy frame of that colour."""
        width = round(self._screen.width() * INSET)
        small = screen.grab().scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        thick = max(2, width // 50)
        at = self._screen.rect()
        place = QRect(QPoint(), small.size())
        place.moveBottomRight(at.bottomRight() - QPoint(2 * thick, 2 * thick))
        painter = QPainter(self._screen)
        painter.fillRect(place.adjusted(-thick, -thick, thick, thick), frame)
        painter.drawPixmap(place, small)
        painter.end()
        self._scale()

    def _scale(self) -> None:
        if self._screen.isNull():
            self.setPixmap(QPixmap())
            return
        self.setPixmap(
            self._screen.scaled(
                self.size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole picture, however large it may be: letters and words around it change, too."""
        super().resizeEvent(event)
        self._scale()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where on the screen that is."""
        picture = self.pixmap().size()
        if picture.width() > 0:
            self.pointed.emit(event.position() * (self._screen.width() / picture.width()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        self.left.emit()
