"""The screen stays on while something is shown, and is let go afterwards; a refusal stops nothing."""

import pytest
from PySide6.QtWidgets import QWidget

from kzref.ui import awake
from kzref.ui.awake import AwakeWhileShown, Wakefulness, saver_of
from kzref.ui.main_window import MainWindow

BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus"}


class Recorder:
    """Writes down what a saver is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self) -> None:
        self.asked.append("hold")

    def release(self) -> None:
        self.asked.append("release")


class Refuser(Recorder):
    def hold(self) -> None:
        super().hold()
        raise OSError("no screen saver")


def test_from_the_first_to_the_last() -> None:
    saver = Recorder()
    screen = Wakefulness(saver)
    screen.need(1)
    screen.need(2)
    screen.need(2)
    screen.done(1)
    assert saver.asked == ["hold"]
    screen.done(2)
    screen.done(2)
    assert saver.asked == ["hold", "release"]


@pytest.mark.usefixtures("qapp")
def test_follows_a_widget() -> None:
    saver, widget = Recorder(), QWidget()
    AwakeWhileShown(widget, Wakefulness(saver))
    assert saver.asked == []
    widget.show()
    assert saver.asked == ["hold"]
    widget.hide()
    assert saver.asked == ["hold", "release"]
    widget.show()
    widget.close()
    assert saver.asked == ["hold", "release"] * 2


def test_refusal_is_silent() -> None:
    saver = Refuser()
    screen = Wakefulness(saver)
    screen.need(1)
    screen.done(1)
    assert saver.asked == ["hold", "release"]


def test_bench_and_room_hold_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    saver = Recorder()
    monkeypatch.setattr(awake, "_screen", [Wakefulness(saver)])
    bench = window.showing.open_bench()
    assert saver.asked == ["hold"]
    bench.close_if_open()
    assert saver.asked == ["hold", "release"]
    window.open("CPC 131(4)")
    presenter = window.showing.project()
    assert saver.asked == ["hold", "release", "hold"]
    presenter.close_if_open()
    assert saver.asked == ["hold", "release", "hold", "release"]


@pytest.mark.parametrize(
    ("platform", "screen", "environment", "wanted"),
    [
        ("linux", "xcb", BUS, awake._Bus),
        ("linux", "wayland", BUS, awake._Bus),
        ("linux", "xcb", {}, awake._Nobody),
        ("linux", "xcb", {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=192.0.2.1"}, awake._Nobody),
        ("linux", "offscreen", BUS, awake._Nobody),
        ("win32", "windows", {}, awake._Thread),
        ("darwin", "cocoa", {}, awake._Caffeinate),
    ],
)
def test_each_system_has_its_way(
    platform: str, screen: str, environment: dict[str, str], wanted: type
) -> None:
    assert type(saver_of(platform, screen, environment)) is wanted


def test_bus_that_is_not_there_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    screen = Wakefulness(awake._Bus())
    screen.need(1)
    screen.done(1)
    assert screen._who == set()
