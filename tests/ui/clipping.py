"""Finds what is cut off: controls smaller than their words, or outside what can be seen or scrolled to."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QWidget,
)

LINES = 3  # of letters: less of a page is not reading
SLACK = 2  # pixels


def clipped(root: QWidget) -> list[str]:
    """What is cut off in a window, one sentence each."""
    kinds = (QAbstractButton, QLabel, QLineEdit, QComboBox, QTextBrowser)
    found = []
    for kind in kinds:
        for widget in root.findChildren(kind):
            if widget.isVisible() and _is_meant(widget):
                found += [f"{_name(widget)}: {fault}" for fault in _faults(widget, root)]
    return found


def _is_meant(widget: QWidget) -> bool:
    """Not the inner parts of other controls, nor what is cut short on purpose."""
    parent = widget.parentWidget()
    return widget.minimumWidth() != 1 and not isinstance(parent, QComboBox | QLineEdit)


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", str)()
    said = text or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} «{said[:40]}»"


def _faults(widget: QWidget, root: QWidget) -> Iterator[str]:
    yield from _small(widget)
    area = _scrolled_by(widget)
    room: QRect
    if area is None:
        room = QRect(QPoint(0, 0), root.size())
        place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
        if not room.contains(place.adjusted(SLACK, SLACK, -SLACK, -SLACK)):
            yield f"lies outside the window, {place.getRect()}"
        seen = widget.visibleRegion().boundingRect()
        if seen.width() < widget.width() - SLACK or seen.height() < widget.height() - SLACK:
            yield f"covered or cut: {seen.getRect()} of {widget.size().toTuple()}"
        return
    viewport = area.viewport()
    left = widget.mapTo(viewport, QPoint(0, 0)).x()
    if left + widget.width() > viewport.width() + SLACK:
        yield f"wider than its page: {left + widget.width()} of {viewport.width()}"
    if viewport.height() < 1.5 * root.fontMetrics().height():
        yield f"its page shows {viewport.height()} pixels only"


def _small(widget: QWidget) -> Iterator[str]:
    """Smaller than what stands in it."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QTextBrowser):
        if widget.viewport().height() < LINES * metrics.height():
            yield f"shows less than {LINES} lines: {widget.viewport().height()}"
    elif isinstance(widget, QLabel) and widget.wordWrap():
        if widget.text() and widget.heightForWidth(widget.width()) > widget.height() + SLACK:
            yield f"words need {widget.heightForWidth(widget.width())} of {widget.height()}"
    elif isinstance(widget, QLabel | QAbstractButton):
        wanted = widget.sizeHint().width()
        if widget.hasHeightForWidth():  # its words wrap
            wanted = widget.minimumSizeHint().width()
        if wanted > widget.width() + SLACK:
            yield f"words need {wanted} of {widget.width()}"
    if not isinstance(widget, QLabel) and widget.height() < metrics.height():
        yield f"lower than its letters: {widget.height()}"


def _scrolled_by(widget: QWidget) -> QAbstractScrollArea | None:
    """The area whose bar brings it into view."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return parent
        parent = parent.parentWidget()
    return None
