"""Keeps the screen from going dark while something is shown to a court or to a room.

Each system has a way of its own, which needs no network: a word to the screen saver over the message
bus of the session (Linux), a state of the thread (Windows), a program of the system (macOS). Where the
system has none or refuses, the screen dims as it always did; nothing else goes wrong.
"""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from subprocess import Popen

    from PySide6.QtWidgets import QWidget

REASON = "kzref shows a provision"  # for the screen saver's own list, in the language of such lists
_SAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver")
_LINE = "kzref screen"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # of SetThreadExecutionState


class Saver(Protocol):
    """What would darken the screen."""

    def hold(self) -> None:
        """Ask it to wait."""

    def release(self) -> None:
        """Let it go on."""


class _Bus:
    """The screen saver of a Linux desktop.

    It waits for as long as whoever asked stays on the bus, so the line to it is one of its own, and
    hanging up is the release; nothing is waited for, not even an answer.
    """

    def hold(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - when something is shown

        line = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _LINE)
        please = QDBusMessage.createMethodCall(*_SAVER, _SAVER[0], "Inhibit")
        please.setArguments(["kzref", REASON])
        line.send(please)

    def release(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - loaded by now

        QDBusConnection.disconnectFromBus(_LINE)


class _Thread:
    """Windows: the state lasts until it is taken back, or the program ends."""

    def hold(self) -> None:
        _execution_state(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def release(self) -> None:
        _execution_state(_CONTINUOUS)


class _Caffeinate:
    """macOS: its own program, bound to the life of this one."""

    def __init__(self) -> None:
        self._child: Popen[bytes] | None = None

    def hold(self) -> None:
        import subprocess  # noqa: PLC0415 - here only; other systems have ways without it

        self._child = subprocess.Popen(  # noqa: S603 - a program of the system, by its full path
            ["/usr/bin/caffeinate", "-d", "-w", str(os.getpid())]
        )

    def release(self) -> None:
        if self._child is not None:
            self._child.terminate()
            self._child.wait(1)
            self._child = None


class _Nobody:
    """A screen without a saver, or one that cannot be reached."""

    def hold(self) -> None:
        pass

    def release(self) -> None:
        pass


def saver_of(platform: str, screen: str, environment: "Mapping[str, str]") -> Saver:
    """What would darken the screen of this system.

    Args:
        platform: as `sys.platform`.
        screen: Qt's name of what it draws on; nobody looks at `offscreen`.
        environment: names the bus of the session. Only a bus inside the machine is spoken to.
    """
    if screen in {"offscreen", "minimal"}:
        return _Nobody()
    if platform == "win32":
        return _Thread()
    if platform == "darwin":
        return _Caffeinate()
    address = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    return _Bus() if address.startswith("unix:") else _Nobody()


class Wakefulness:
    """Holds the saver from the first who needs the screen to the last."""

    def __init__(self, saver: Saver) -> None:
        """Nobody needs it yet."""
        self._saver = saver
        self._who: set[int] = set()

    def need(self, who: int) -> None:
        """Somebody shows something."""
        if not self._who:
            self._try(self._saver.hold)
        self._who.add(who)

    def done(self, who: int) -> None:
        """That one shows nothing any more."""
        if who in self._who:
            self._who.discard(who)
            if not self._who:
                self._try(self._saver.release)

    @staticmethod
    def _try(act: "Callable[[], None]") -> None:
        with suppress(Exception):  # a screen that dims is no reason to stop a hearing
            act()


_screen: list[Wakefulness] = []
"""The one of this program; made when something is first shown."""


def _the_screen() -> Wakefulness:
    if not _screen:
        saver = saver_of(sys.platform, QGuiApplication.platformName(), os.environ)
        _screen.append(Wakefulness(saver))
    return _screen[0]


class AwakeWhileShown(QObject):
    """Keeps the screen on for as long as a widget is to be seen."""

    def __init__(self, widget: "QWidget", screen: Wakefulness | None = None) -> None:
        """Follow that widget; `screen` is another one for tests."""
        super().__init__(widget)
        self._screen = screen
        widget.installEventFilter(self)
        who = id(self)
        widget.destroyed.connect(lambda: (screen or _the_screen()).done(who))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See it come and go."""
        screen = self._screen or _the_screen()
        if event.type() == QEvent.Type.Show:
            screen.need(id(self))
        elif event.type() == QEvent.Type.Hide:
            screen.done(id(self))
        return False


def _execution_state(state: int) -> None:
    import ctypes  # noqa: PLC0415 - when something is shown, on Windows

    ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state))  # type: ignore[attr-defined]
