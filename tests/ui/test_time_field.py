"""One field for times: typed in a hurry, nudged by single keys, in every layout."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kzref.engine.typed_time import nudged, plainly, typed_moment
from kzref.model.language import Language
from kzref.services.catalogue import catalogue
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage
from kzref.ui.widgets.time_field import TimeField

ALMATY = ZoneInfo("Asia/Almaty")
NOW = datetime(2026, 3, 11, 9, 5, tzinfo=ALMATY)
KEYS = {
    "+": Qt.Key.Key_Plus, "=": Qt.Key.Key_Equal, "-": Qt.Key.Key_Minus, "PgUp": Qt.Key.Key_PageUp,
    "PgDown": Qt.Key.Key_PageDown, "N": Qt.Key.Key_N, "Т": ord("Т"), "Up": Qt.Key.Key_Up,
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1003 2140", "10.03.2026 21:40"),
        ("10032140", "10.03.2026 21:40"),
        ("1003.2140", "10.03.2026 21:40"),
        ("1003252140", "10.03.2025 21:40"),
        ("100320252140", "10.03.2025 21:40"),
        ("10.03.26 21:40", "10.03.2026 21:40"),
        ("2026-03-10T21:40", "10.03.2026 21:40"),
        ("2140", "11.03.2026 21:40"),
        ("-3h", "11.03.2026 06:05"),
        ("-3ч", "11.03.2026 06:05"),
        ("-3сағ", "11.03.2026 06:05"),
        ("now", "11.03.2026 09:05"),
        ("қазір", "11.03.2026 09:05"),
    ],
)
def test_typed_in_a_hurry(typed: str, meant: str) -> None:
    moment = typed_moment(typed, NOW)
    assert moment is not None
    assert plainly(moment) == meant
    assert typed_moment(plainly(moment), NOW) == moment


@pytest.mark.parametrize(
    "typed",
    ["25:00", "3102 2140", "31022140", "10032026", "10032024", "2460", "10.03.26", "", "abc"],
)
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert typed_moment(typed, NOW) is None


def test_minutes_are_physical_and_days_keep_the_hour() -> None:
    before = datetime(2024, 2, 29, 23, 30, tzinfo=ALMATY)  # an hour later clocks go back
    assert plainly(nudged(before, minutes=60)) == "29.02.2024 23:30"
    assert plainly(nudged(before, days=1)) == "01.03.2024 23:30"


def press(field: TimeField, key: str, *, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    text = key if len(key) == 1 else ""
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, KEYS[key], held, text))


@pytest.mark.parametrize(
    ("typed", "key", "shift", "wanted"),
    [
        ("1003 2140", "+", True, "10.03.2026 21:41"),
        ("1003 2140", "=", False, "10.03.2026 21:41"),
        ("1003 2140", "-", False, "10.03.2026 21:39"),
        ("1003 2140", "Up", False, "10.03.2026 21:41"),
        ("1003 2140", "PgUp", False, "10.03.2026 22:40"),
        ("1003 2140", "PgDown", False, "10.03.2026 20:40"),
        ("1003 2140", "PgUp", True, "11.03.2026 21:40"),
        ("1003 2140", "PgDown", True, "09.03.2026 21:40"),
        ("", "N", False, "11.03.2026 09:05"),
        ("", "Т", False, "11.03.2026 09:05"),  # the N key in the Russian layout
        ("", "-", False, "-"),  # the beginning of -3h
        ("2026", "-", False, "2026-"),  # the beginning of 2026-03-10
        ("10", "-", False, "10-"),
    ],
)
def test_single_keys(
    qapp: QApplication,
    typed: str,
    key: str,
    shift: bool,  # noqa: FBT001
    wanted: str,
) -> None:
    assert qapp is not None
    field = TimeField(lambda: NOW)
    field.setText(typed)
    press(field, key, shift=shift)
    assert field.text() == wanted
    field.deleteLater()


@pytest.mark.parametrize("language", list(Language))
def test_echo_has_weekday_zone_and_offset(window: MainWindow, language: Language) -> None:
    window.context.speak(language)
    window.open("calc:police-detention?detained_at=2026-03-10T21:40")
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    echoes = [label.text() for label in page.form.findChildren(QLabel) if "21:40" in label.text()]
    weekday = {"en": "Tue", "ru": "вт", "kk": "сс"}[language.value]
    zone = window.context.words("zone.Asia/Almaty")
    assert any(weekday in echo and "UTC+5" in echo and zone in echo for echo in echoes)


@pytest.mark.parametrize(
    ("typed", "is_ahead"), [("23.11.2026 21:40", True), ("22.11.2026 21:40", False)]
)
def test_a_time_still_to_come_is_said(window: MainWindow, typed: str, is_ahead: bool) -> None:  # noqa: FBT001
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    field = page.form.field("detained_at")
    assert isinstance(field, TimeField)
    field.setText(typed)
    after_midnight = datetime(2026, 11, 22, 21, 57, tzinfo=UTC)  # 02:57 of the 23rd in Almaty
    page.form.echo(window.context.words, after_midnight)
    said = window.context.words("hint.moment.ahead")
    assert any(said in label.text() for label in page.form.findChildren(QLabel)) is is_ahead


@pytest.mark.parametrize("typed", ["2140", "-3h", "now", "2211"])
def test_what_was_typed_does_not_move_with_the_clock(window: MainWindow, typed: str) -> None:
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    form, field = page.form, page.form.field("detained_at")
    assert isinstance(field, TimeField)
    field.setText(typed)
    evening = datetime(2026, 11, 23, 18, 50, tzinfo=UTC)
    first = form.written(evening)
    assert first["detained_at"].startswith("2026-11-23T")
    after_midnight = evening + timedelta(hours=2)
    assert form.written(after_midnight) == first
    field.setText("")
    field.setText(typed)
    assert form.written(after_midnight)["detained_at"].startswith("2026-11-24T") is (typed != "-3h")


def test_a_time_is_set_by_a_finger(qtbot: QtBot) -> None:
    now = datetime(2026, 11, 20, 23, 59, tzinfo=ZoneInfo("Asia/Almaty"))
    field = TimeField(lambda: now)
    qtbot.addWidget(field)
    field.speak(catalogue(Language.RU))
    field.resize(300, 44)
    field.show()
    assert field.opener.width() >= 44
    field.opener.click()
    wheels = field.wheels
    assert wheels is not None
    assert wheels.isVisible()
    for button in wheels.buttons.values():
        assert min(button.width(), button.height()) >= 44
    wheels.buttons["minute", 1].click()
    assert field.text() == "21.11.2026 00:00"
    wheels.buttons["hour", -1].click()
    wheels.buttons["day", 1].click()
    assert field.text() == "21.11.2026 23:00"
    QTest.keyClick(wheels, Qt.Key.Key_Right)
    QTest.keyClick(wheels, Qt.Key.Key_Up)
    assert field.text() == "22.11.2026 00:00"
    QTest.keyClick(wheels, Qt.Key.Key_Return)
    assert not wheels.isVisible()


def test_the_wheels_open_by_key_with_what_stands_in_the_field(qtbot: QtBot) -> None:
    now = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Almaty"))
    field = TimeField(lambda: now)
    qtbot.addWidget(field)
    field.speak(catalogue(Language.KK))
    field.show()
    field.setText("10.03.2026 21:40")
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    wheels = field.wheels
    assert wheels is not None
    QTest.keyClick(wheels, Qt.Key.Key_Down)
    assert field.text() == "10.03.2026 20:40"
    QTest.keyClick(wheels, Qt.Key.Key_Escape)
    assert not wheels.isVisible()
    assert field.text() == "10.03.2026 20:40"
