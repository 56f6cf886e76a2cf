"""Looks over a window as it stands: what is cut off, what overlaps, what sticks out, what is faint."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QBoxLayout,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

from kzref.ui.frame.overlay import Overlay
from kzref.ui.theme import Theme
from kzref.ui.widgets.wrapped_box import WrappedBox
from tests.gallery.contrast import faint_in_document, ratio

LEAST = {Theme.LIGHT: 4.5, Theme.DARK: 4.5, Theme.CONTRAST: 7.0}
SLACK = 2  # pixels by which a sum of rounded parts may differ


def blemishes(root: QWidget, theme: Theme) -> list[str]:
    """What is wrong with what is seen now, each in a line; empty when nothing is."""
    found: list[str] = []
    root = _foremost(root)
    seen = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root) and not widget.visibleRegion().isEmpty():
            kinds = [*_faults(widget), *faint_in_document(widget, LEAST[theme])]
            contrast = _seen_contrast(widget, seen, root)
            if 0 < contrast < LEAST[theme]:
                kinds.append(f"contrast {contrast:.1f}")
            found += [f"{kind}: {called(widget)}" for kind in kinds]
    return list(dict.fromkeys(found))


def _foremost(root: QWidget) -> QWidget:
    """The sheet that lies over the window, where one does."""
    over = [one for one in root.findChildren(Overlay) if one.isVisible()]
    return over[-1] if over else root


def called(widget: QWidget) -> str:
    """What a widget is, by its kind, its name and the beginning of its words."""
    words = getattr(widget, "text", str)() or widget.accessibleName()
    named = f"#{widget.objectName()}" if widget.objectName() else ""
    parent = widget.parentWidget()
    within = f" in {type(parent).__name__}" if parent is not None else ""
    return f"{type(widget).__name__}{named} «{words[:60]}»{within}"


def _faults(widget: QWidget) -> Iterator[str]:
    cut = 0 if isinstance(widget, WrappedBox) else _cut(widget)  # that one breaks its own lines
    if cut and not (widget.toolTip() and isinstance(widget, QComboBox | QLineEdit)):
        yield f"cut off by {cut} px"
    if isinstance(widget, QAbstractScrollArea):
        bar = widget.horizontalScrollBar()
        if bar.isVisible() and bar.maximum() > 0:
            yield f"scrolls sideways by {bar.maximum()} px"
    if isinstance(widget, QAbstractItemView):
        yield from (f"no hint for the cut line {line!r}" for line in _unhinted(widget))
    yield from _overlaps(widget)
    if _sticks_out(widget):
        yield "sticks out of its parent"


def _cut(widget: QWidget) -> int:
    """By how many pixels the words of a widget do not fit; 0 when they do."""
    if isinstance(widget, QLabel):
        if not widget.text() or not widget.pixmap().isNull():
            return 0
        if widget.wordWrap():
            lacking = widget.heightForWidth(widget.width()) - widget.height()
        else:
            lacking = (
                0 if widget.minimumWidth() == 1 else widget.sizeHint().width() - widget.width()
            )
    elif isinstance(widget, QAbstractButton) and widget.text():
        hint = widget.sizeHint()
        lacking = max(hint.width() - widget.width(), hint.height() - widget.height())
    elif isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        room = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            widget,
        )
        lacking = widget.fontMetrics().horizontalAdvance(widget.currentText()) - room.width()
    elif isinstance(widget, QLineEdit) and not widget.text():
        frame = QStyleOptionFrame()
        widget.initStyleOption(frame)
        area = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, widget)
        lacking = widget.fontMetrics().horizontalAdvance(widget.placeholderText()) - area.width()
    else:
        return 0
    return lacking if lacking > SLACK else 0


def _unhinted(view: QAbstractItemView) -> Iterator[str]:
    """Lines in view that are cut short and whose whole text nothing shows."""
    at = QPoint(8, 4)
    while view.viewport().rect().contains(at):
        index = view.indexAt(at)
        if not index.isValid():
            return
        box, words = view.visualRect(index), str(index.data() or "")
        wide = view.fontMetrics().horizontalAdvance(words)
        right = min(box.right(), view.viewport().width())
        if wide > right - box.left() and not index.data(3):  # Qt.ItemDataRole.ToolTipRole
            yield words[:50]
        at = QPoint(at.x(), box.bottom() + 3)


def _overlaps(widget: QWidget) -> Iterator[str]:
    """Pairs that one layout placed over each other."""
    layout = widget.layout()
    placed = list(_placed(layout)) if isinstance(layout, QBoxLayout) else []
    for one, other in combinations(placed, 2):
        shared = one.geometry() & other.geometry()
        if shared.width() > SLACK and shared.height() > SLACK:
            yield f"{called(one)} lies over {called(other)}"


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if isinstance(inner, QLayout):  # a spacer may come back in the place of a layout that went
            yield from _placed(inner)
        elif widget is not None and widget.isVisible():
            yield widget


def _sticks_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return False
    above = parent.parentWidget()
    if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
        return False  # it scrolls
    room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    return not room.contains(widget.geometry())


def _seen_contrast(widget: QWidget, seen: QImage, root: QWidget) -> float:
    """Between the ground and the ink that differs most from it; 0 where no words are seen."""
    if not isinstance(widget, QLabel | QAbstractButton) or not widget.isEnabled():
        return 0
    box = widget.visibleRegion().boundingRect()
    if not widget.text() or box.size() != widget.size():  # no words, or not all of it in view
        return 0
    image = seen.copy(box.translated(widget.mapTo(root, QPoint(0, 0))))
    colours = Counter(memoryview(image.constBits()).cast("I"))  # four bytes for each pixel
    ground = QColor(colours.most_common(1)[0][0] & 0xFFFFFF)
    return max(ratio(QColor(one & 0xFFFFFF), ground) for one in colours)
