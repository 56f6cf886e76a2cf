"""A box to tick whose words wrap where there is little width; Qt's own cuts them off."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter
from typing_extensions import override

from kzref.ui.widgets.choice_box import is_on

_WRAPPED = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value)
_NARROWEST = 10  # letters
_EDGE = 4  # pixels above and below


class WrappedBox(QCheckBox):
    """As high as its words need at its width."""

    def __init__(self) -> None:
        """Make an empty box without words."""
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The words, wrapped at this width."""
        room = QRect(0, 0, max(width - self._beside(), 1), 10_000)
        words = self.fontMetrics().boundingRect(room, _WRAPPED, self.text()).height()
        return max(words + 2 * _EDGE, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        letters = _NARROWEST * self.fontMetrics().averageCharWidth()
        return QSize(self._beside() + letters, self.heightForWidth(self.width()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def hitButton(self, _place: object) -> bool:
        """The words are as good as the box."""
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus ticks, minus unticks, Enter goes on: all of them are on the numeric pad."""
        if event.text() in {"+", "-"}:
            self.setChecked(event.text() == "+")
        elif is_on(event):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The box beside the first line, the words in as many lines as they take."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        first = super().sizeHint().height()
        option.rect = QRect(0, 0, self._beside(), first)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        line = self.fontMetrics().height()
        room = self.rect().adjusted(self._beside(), max((first - line) // 2, 0), 0, 0)
        painter.drawText(room, _WRAPPED, self.text())
        painter.end()

    def _beside(self) -> int:
        """What the box itself takes of the width."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width()
        return max(super().sizeHint().width() - words, 1)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
