"""Esc in a field: the typing ends, nothing is lost, and plain keys are keys of the window again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

if TYPE_CHECKING:  # the window asks for this, not the other way round
    from kzref.ui.main_window import MainWindow


def leave_field(window: "MainWindow") -> bool:
    """Give the keyboard to the text of the page, or to its tab; False where nobody was typing."""
    if not _is_typed_in(QApplication.focusWidget()):
        return False
    window.page(window.current).take_focus()
    if _is_typed_in(QApplication.focusWidget()):
        window.frame.rail.button(window.current).setFocus()
    return True


def _is_typed_in(widget: QWidget | None) -> bool:
    return isinstance(widget, QComboBox) or (
        widget is not None and widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    )
