"""Which screen the room sees: never the presenter's own where there is another, and again after a cable was pulled."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def room_screen(screens: Sequence[QScreen], own: QScreen) -> QScreen:
    """The first screen that shows something else than the presenter's own; that one, when none does."""
    place = own.geometry()
    return next((one for one in screens if one.geometry() != place), own)


class Screens(QObject):
    """Puts the presenter's window on the screen of the work, the public one on another."""

    def __init__(self, presenter: QWidget, audience: QWidget) -> None:
        """Follow the screens as they come and go, while the public one is shown."""
        super().__init__(presenter)
        self._presenter, self._audience = presenter, audience
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.screenAdded.connect(self._fill)
        application.screenRemoved.connect(self._fill)

    def show_on(self, own: QScreen) -> None:
        """Bring both up; `own` is the screen on which the presenter works."""
        if self._presenter.screen().geometry() != own.geometry():
            self._presenter.setScreen(own)
            self._presenter.move(own.availableGeometry().topLeft())
        self._presenter.show()
        self._audience.show()
        self._fill()

    def _fill(self, _changed: QScreen | None = None) -> None:
        if not self._audience.isVisible():
            return
        own = self._presenter.screen()  # not kept: its wrapper dies with the widget that gave it
        room = room_screen(QGuiApplication.screens(), own)
        is_alone = room.geometry() == own.geometry()
        self._audience.setScreen(room)
        self._audience.setGeometry(room.geometry())
        self._audience.showFullScreen()
        front = self._audience if is_alone else self._presenter
        front.raise_()
        front.activateWindow()
