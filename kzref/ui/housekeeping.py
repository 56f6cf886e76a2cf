"""Garbage is collected on the interface thread only."""

import gc

from PySide6.QtCore import QObject, QTimer


class Housekeeping(QObject):
    """Collects garbage on the interface thread only.

    Python may collect on whichever thread allocates; were that a worker, widgets that have become
    garbage would be destroyed there, which Qt does not survive.
    """

    def __init__(self, parent: QObject) -> None:
        """Take garbage collection over from Python."""
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(2000)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
