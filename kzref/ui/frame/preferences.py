"""What the reader prefers, kept with the last place: at which side the rails stand, what is cleared."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from kzref.ui.actions import Action

if TYPE_CHECKING:  # the window keeps its preferences, not the other way round
    from kzref.services.last_place import LastPlace
    from kzref.ui.main_window import MainWindow

LEFT, RIGHT = "left", "right"
CLEARED, KEPT = "cleared", "kept"
LARGE, DENSE = "large", "dense"
_TOLD = 8000  # milliseconds that a change stays in the status bar


class Preferences:
    """Two choices of the palette, and how high questions are; none says anything of a case."""

    def __init__(self, window: "MainWindow", middle: QBoxLayout) -> None:
        """`middle` holds the tabs, the page and the clocks."""
        self._window, self._context, self._middle = window, window.context, middle
        self._is_cleared = False  # the clipboard is made when something is first copied

    def add_actions(self) -> None:
        """Put the choices into the table."""
        self._context.actions.add(
            Action(id="mirror", label="action.mirror", act=self._mirror),
            Action(
                id="clipboard.clear", label="action.clipboard.clear",
                act=lambda: self._clear(cleared=True), available=lambda: not self._is_cleared,
            ),
            Action(
                id="clipboard.keep", label="action.clipboard.keep",
                act=lambda: self._clear(cleared=False), available=lambda: self._is_cleared,
            ),
        )  # fmt: skip

    @property
    def hand(self) -> str:
        """The hand that the mouse is in: the clocks and their actions stand on its side."""
        is_left = self._middle.direction() is QBoxLayout.Direction.RightToLeft
        return LEFT if is_left else RIGHT

    @property
    def clipboard(self) -> str:
        """Whether what was copied is cleared after a minute."""
        return CLEARED if self._is_cleared else KEPT

    @property
    def rows(self) -> str:
        """Whether the questions of a checklist are as low as their words."""
        return DENSE if self._context.has_dense_rows else LARGE

    def bring_back(self, last: "LastPlace") -> None:
        """As it was in the last session."""
        self._set_hand(last.hand)
        self._set_cleared(cleared=last.clipboard == CLEARED)
        self._context.has_dense_rows = last.rows == DENSE

    def _mirror(self) -> None:
        self._set_hand(RIGHT if self.hand == LEFT else LEFT)
        self._tell(f"told.hand.{self.hand}")

    def _clear(self, *, cleared: bool) -> None:
        self._set_cleared(cleared=cleared)
        self._tell(f"told.clipboard.{self.clipboard}")

    def _set_hand(self, hand: str) -> None:
        sides = QBoxLayout.Direction
        self._middle.setDirection(sides.RightToLeft if hand == LEFT else sides.LeftToRight)

    def _set_cleared(self, *, cleared: bool) -> None:
        self._is_cleared = cleared
        if cleared or self._context.has_copied:
            self._context.clipboard.is_cleared = cleared

    def _tell(self, key: str) -> None:
        self._window.statusBar().showMessage(self._context.words(key), _TOLD)
