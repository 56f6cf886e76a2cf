"""A reading pane that knows where the citable units on its page lie, and keeps its reader in one.

The unit at the top of the view stays there when its words, letters or columns change (`spot.py`).
Where units lie is for `laid_units.py` to say.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kzref.ui.html.units import AFTER
from kzref.ui.widgets.laid_units import LaidUnits
from kzref.ui.widgets.reader import HEADROOM, Reader
from kzref.ui.widgets.spot import Spot, edge, spot

ABOVE = 10  # pixels over the card of a unit that is gone to


class PlacedReader(Reader):
    """Goes to a unit, and stays at it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty pane with this accessible name."""
        super().__init__(name, parent)
        self._placed = LaidUnits(self.document())
        self._spot: Spot | None = None  # where to stand as soon as its anchor is laid out
        self._beyond: Spot | None = None  # asked for, but the page ended before

    @override
    def show_page(self, page: str | Iterable[str], *, anchor: str | None = None) -> None:
        self._spot = self._beyond = None
        super().show_page(page, anchor=anchor)

    @override
    def hold(self) -> None:
        super().hold()
        if not self._anchor and not self._depth:  # else it is on its way to a place
            self._spot = self._found_spot()
            self._anchor = self._spot.anchor if self._spot is not None else ""

    @override
    def _go_to(self, anchor: str) -> None:
        """With the whole card of a unit in view; or where the reader stood in it before."""
        if self._spot is not None:
            self._stand(self._spot)
            return
        super()._go_to(anchor)
        self.bring_to_top(anchor)

    @override
    def _is_laid_below(self) -> bool:
        is_cut = self._spot is not None and self._placed.names[-1:] == [self._spot.anchor]
        return super()._is_laid_below() and not is_cut

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the unit at the top in a pane of another width."""
        is_reflowed = event.size().width() != event.oldSize().width()
        before = self._found_spot() if is_reflowed and not self._anchor else None
        super().resizeEvent(event)
        if before is not None:
            self._stand(before)
            if (
                self._beyond is not None and self._slices.is_at_work
            ):  # as soon as so much is laid out
                self._spot, self._anchor, self._has_anchor = before, before.anchor, True

    def _found_spot(self) -> Spot | None:
        """Where the view begins; None at the top of the page, and on a page without anchors."""
        bar = self.verticalScrollBar()
        begins = bar.value()
        if not begins or not self._placed.names:
            return None
        if self._beyond is not None and begins == bar.maximum():
            return self._beyond  # nobody has moved since
        # a unit that begins so near to the edge is the one at the top
        name = self._placed.at_depth(float(begins + HEADROOM))
        return spot(name, *self._placed.reach(name), begins)

    def _stand(self, found: Spot) -> None:
        """Let the view begin at a spot; where the page has lost it, as far down as before."""
        self.document().documentLayout().documentSize()  # else no more is laid out than is shown
        is_here = found.anchor in self._placed.names
        depth = edge(found, *self._placed.reach(found.anchor)) if is_here else self._depth
        bar = self.verticalScrollBar()
        bar.setValue(depth)
        self._beyond = found if depth > bar.value() else None

    def tint(self, anchor: str, ground: str, edge: str) -> None:
        """Give the card of a unit these colours: of its cells, and of the narrow first one."""
        self._placed.tint(anchor, ground, edge)

    def bring_to_top(self, anchor: str) -> None:
        """Scroll until the whole card of a unit is in view, from its top."""
        box = self._box(anchor)
        if box is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(box.top()) - ABOVE)

    @property
    def units(self) -> list[str]:
        """The anchors of the units on the page, in order."""
        self.complete()
        return [name for name in self._placed.names if name not in AFTER]

    def unit_at(self, point: QPoint) -> str | None:
        """The anchor of the unit at a point of the viewport; None where there is none."""
        self.complete()
        unit = self._placed.at_position(self.cursorForPosition(point).position())
        return unit if unit not in AFTER else None

    def _box(self, anchor: str) -> QRectF | None:
        """The card that holds a unit, in pixels of the viewport."""
        box = self._placed.card(anchor)
        if box is None:
            return None
        return box.translated(
            -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        )
