"""The slider that moves the simulated moment."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSlider, QVBoxLayout, QWidget

from kzref.services.catalogue import Catalogue
from kzref.services.workshop.simulated_clock import SimulatedClock

STEP, LEAP = 10, 60  # minutes


class ClockPanel(QWidget):
    """A slider over the whole time of the situation; `moved` tells the moment."""

    moved = Signal(datetime)

    def __init__(self) -> None:
        """Build it for no situation."""
        super().__init__()
        self._clock: SimulatedClock | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setSingleStep(STEP)
        self.slider.setPageStep(LEAP)
        self.said = QLabel()
        self.said.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.slider)
        layout.addWidget(self.said)
        layout.addStretch(1)
        self.slider.valueChanged.connect(self._on_moved)

    def show_clock(
        self, clock: SimulatedClock | None, moment: datetime | None, words: Catalogue
    ) -> None:
        """Show a moment of that clock, without telling anybody."""
        self._clock = clock
        self.slider.setAccessibleName(words("workshop.clock.slider"))
        self.slider.setEnabled(clock is not None)
        self.slider.setVisible(clock is not None)
        if clock is None or moment is None:
            self.said.setText(words("workshop.clock.none"))
            return
        self.slider.blockSignals(True)
        self.slider.setRange(0, _minutes(clock.ends - clock.begins))
        self.slider.setValue(_minutes(moment - clock.begins))
        self.slider.blockSignals(False)
        real = words("workshop.clock.real")
        self.said.setText(f"{words('workshop.simulated', moment=moment)}\n{real}")

    def _on_moved(self, minutes: int) -> None:
        if self._clock is not None:
            self.moved.emit(self._clock.begins + timedelta(minutes=minutes))


def _minutes(time: timedelta) -> int:
    return int(time.total_seconds() // 60)
