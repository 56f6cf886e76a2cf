"""The clocks that run in this window: each calculation in progress may set some."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # loaded with the first calculation
    from kzref.services.calculations.clocks import RunningClock

FIRST = "police-detention"  # its clock stands above all others


class RunningClocks(QObject):
    """Kept in memory only: they are facts of a case."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Begin with none."""
        super().__init__(parent)
        self._clocks: dict[str, tuple[RunningClock, ...]] = {}

    def set(self, calculator: str, clocks: "tuple[RunningClock, ...]") -> None:
        """Let these run for a calculator, instead of those it had."""
        if clocks != self._clocks.get(calculator, ()):
            self._clocks[calculator] = clocks
            self.changed.emit()

    def run_for(self, calculator: str) -> bool:
        """Whether some run for this calculator."""
        return bool(self._clocks.get(calculator))

    def forget(self) -> None:
        """Stop every clock."""
        self._clocks.clear()
        self.changed.emit()

    @property
    def all(self) -> "tuple[RunningClock, ...]":
        """Every clock: police detention first, then the calculation that ends first."""
        groups = [clocks for clocks in self._clocks.values() if clocks]
        groups.sort(key=lambda clocks: (clocks[0].calculator != FIRST, clocks[0].until))
        return tuple(clock for clocks in groups for clock in clocks)
