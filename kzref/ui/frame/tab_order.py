"""Where Tab goes: as the window is read, whenever its parts were built.

Qt goes from widget to widget as they came into being; here parts come when they are first needed, so
the last fact of a form would be followed by a clock, and the day of the law by the whole page.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QWidget,
)  # fmt: skip

_WHOLE = (QComboBox, QAbstractSpinBox, QAbstractScrollArea)  # one stop, whatever they are made of


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Everything in a widget that is seen and takes Tab, in the order in which it is laid out."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    if _takes_tab(widget):
        yield widget
    for part in _parts(widget):
        if part is not None:
            yield from stops(part)


def step(window: QWidget, *, forward: bool) -> bool:
    """Go on to the next stop of what fills a window, or the one before; False where the focus is in none."""
    way = list(stops(window))
    here = QApplication.focusWidget()
    if here not in way or len(way) == 1:
        return False
    _go(_beside(here, way, forward=forward), forward=forward)
    return True


def turn(window: QWidget, *, forward: bool) -> bool:
    """Go on to the next pane of what fills a window, or the one before: out of a long text at once.

    A pane is what stands beside others: in a splitter, or in the window itself.
    """
    first: dict[QWidget, QWidget] = {}
    for stop in stops(window):
        first.setdefault(_pane(stop, window), stop)
    here, panes = QApplication.focusWidget(), list(first)
    now = _pane(here, window) if here is not None and window.isAncestorOf(here) else window
    if now not in panes:
        return False
    _go(first[_beside(now, panes, forward=forward)], forward=forward)
    return True


def _beside(here: QWidget, order: list[QWidget], *, forward: bool) -> QWidget:
    """The next one in an order, or the one before; after the last comes the first."""
    return order[(order.index(here) + (1 if forward else -1)) % len(order)]


def _go(to: QWidget, *, forward: bool) -> None:
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    to.setFocus(reason)


def _pane(stop: QWidget, window: QWidget) -> QWidget:
    while (around := stop.parentWidget()) is not None and around is not window:
        if isinstance(around, QSplitter):
            break
        stop = around
    return stop


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy().value
    return bool(policy & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None


def _parts(widget: QWidget) -> Iterator[QWidget | None]:
    layout = widget.layout()
    if isinstance(widget, QScrollArea):
        yield widget.widget()
    elif isinstance(widget, QSplitter):
        yield from (widget.widget(place) for place in range(widget.count()))
    elif layout is not None and not isinstance(widget, _WHOLE):
        yield from _laid_out(layout)
    else:  # what places its parts itself names them
        yield from getattr(widget, "tab_stops", ())


def _laid_out(layout: QLayout) -> Iterator[QWidget | None]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    for item in map(layout.itemAt, places):
        inner = item.layout() if item is not None else None
        if inner is not None:
            yield from _laid_out(inner)
        elif item is not None:
            yield item.widget()
