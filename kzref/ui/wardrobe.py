"""Dresses the windows part by part, so that a change of looks costs no more than what is seen of it.

A style sheet over the whole application would dress every widget there is before the next frame,
those of the pages behind, too. So each part has it for itself: what is hidden is dressed when it is
shown, or earlier by whoever shows it.
"""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_RULE = re.compile(r"([^{}]*)\{[^}]*\}")
_ALL = re.compile(r"\s*(\*|QWidget|QToolTip)\s*$")  # selects whatever a part is made of


class Wardrobe(QObject):
    """Knows the parts of all windows, and which of them still wear what was chosen before."""

    def __init__(self, parent: QObject) -> None:
        """Begin without a sheet; `change` brings one."""
        super().__init__(parent)
        self._sheet = ""
        self._parts: dict[QWidget, tuple[str, ...]] = {}  # of which kinds of widgets they are
        self._stale: set[QWidget] = set()

    def dress(self, part: QWidget, *kinds: str) -> None:
        """Dress a new part, which no other part holds, and again after every change.

        A part that the first look waits for names the kinds of widgets that it is made of: it is
        given the rules for these alone, which are sooner read.
        """
        self._parts[part] = kinds
        self._put_on(part)

    def change(self, sheet: str) -> None:
        """Dress what is seen now; the rest follows when it is shown."""
        for _ in self.changing(sheet):
            pass

    def changing(self, sheet: str) -> Iterator[None]:
        """The same part by part, each window as a whole first: what shows nothing until all is done."""
        self._sheet = sheet
        for part in self._parts:
            if part not in self._stale:
                self._stale.add(part)
                part.installEventFilter(self)
        for part in sorted(self._parts, key=lambda part: not part.isWindow()):
            if part in self._stale and _is_shown(part):
                self.freshen(part)
                if not part.isWindow():
                    yield

    def is_stale(self, part: QWidget) -> bool:
        """Whether it still wears what was chosen before."""
        return part in self._stale

    def freshen(self, part: QWidget) -> None:
        """Dress a part that is about to be shown, if it still wears what was chosen before."""
        if part in self._stale:
            self._stale.remove(part)
            part.removeEventFilter(self)
            self._put_on(part)

    def _put_on(self, part: QWidget) -> None:
        kinds, sheet = self._parts[part], self._sheet
        part.setStyleSheet(_rules(sheet, kinds) if kinds else sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress what is about to be shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.freshen(watched)
        return False


def _rules(sheet: str, kinds: tuple[str, ...]) -> str:
    return "".join(
        rule[0]
        for rule in _RULE.finditer(sheet)
        if _ALL.match(rule[1].rpartition("*/")[2]) or any(kind in rule[1] for kind in kinds)
    )


def _is_shown(part: QWidget) -> bool:
    """Whether it is seen as soon as its window is."""
    return part.isVisible() if part.isWindow() else part.isVisibleTo(part.window())
