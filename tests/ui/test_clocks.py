"""The running clocks: right at every moment, beside every page, and honest about a wrong computer."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kzref.model.language import Language
from kzref.ui import context as context_module
from kzref.ui.clock_watch import ClockWatch
from kzref.ui.frame.clock_rail import BESIDE, ClockRail
from kzref.ui.main_window import TABS, MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage
from kzref.ui.theme import INKS, TYPE, Theme

FACTS = "calc:police-detention?detained_at=2026-11-20T23:40"
WALL = datetime(2026, 12, 1, 9, tzinfo=UTC)


def at(monkeypatch: pytest.MonkeyPatch, window: MainWindow, now: str) -> None:
    moment = datetime.fromisoformat(now)
    monkeypatch.setattr(context_module.Context, "now", property(lambda _self: moment))
    window.context.ticked.emit()


def said(window: MainWindow) -> list[str]:
    assert window.clock_rail is not None
    return [
        " | ".join(label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card))
        for card in window.clock_rail.cards
    ]


def test_no_clock_takes_no_room(window: MainWindow) -> None:
    window.show_page("law")
    assert window.findChild(ClockRail) is None
    window.open(FACTS)
    rail = window.findChild(ClockRail)
    assert rail is not None
    assert rail.isVisibleTo(window)
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    page.form.enter({})
    page.refresh()
    assert not rail.isVisibleTo(window)


def test_clock_stays_beside_every_page(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open(FACTS)
    at(monkeypatch, window, "2026-11-22T10:00:00+05:00")
    for name in TABS:
        window.show_page(name)
        (card,) = said(window)
        assert "13:40:00" in card
        assert "22 November 2026 (Sun), 23:40 (UTC+5)" in card
        assert "131" in card


def test_fact_and_protocol_run_side_by_side(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open(f"{FACTS}&protocol_at=2026-11-21T05:00")
    at(monkeypatch, window, "2026-11-22T23:40:00+05:00")
    fact, protocol = said(window)
    assert "0:00:00" in fact
    assert "fact" in fact
    assert "5:20:00" in protocol
    assert "protocol" in protocol


@pytest.mark.parametrize("language", list(Language))
def test_past_the_limit_it_says_so_in_a_sentence(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    window.context.speak(language)
    window.open(FACTS)
    at(monkeypatch, window, "2026-11-23T01:54:00+05:00")
    (card,) = said(window)
    words = window.context.words
    assert words("clock.passed", time=timedelta(hours=2, minutes=14)) in card
    assert words("clock.state.over") in card


def test_provision_of_a_clock_opens(window: MainWindow) -> None:
    window.open(FACTS)
    assert window.clock_rail is not None
    window.clock_rail.cards[0]._law.linkActivated.emit("kz:CPC%20131(4)")
    assert window.current == "law"
    assert window.page("law").place == "CPC 131(4)"


def test_one_provision_first_and_all_on_enter(window: MainWindow) -> None:
    window.open(FACTS)
    assert window.clock_rail is not None
    (card,) = window.clock_rail.cards
    assert "131(4)" in card._law.text()
    assert "128(5)" not in card._law.text()
    assert "128(5)" in card.toolTip()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert "131(4)" in card._law.text()
    assert "128(5)" in card._law.text()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert "128(5)" not in card._law.text()


def test_what_ends_is_said_once_for_all_lanes(window: MainWindow) -> None:
    window.open(f"{FACTS}&protocol_at=2026-11-21T05:00&minor=yes&ground=drugs")
    title = window.context.words("result.police-detention.release_by")
    shown = [title in card for card in said(window)]
    assert shown == [True, False, False]
    assert ["defence" in card for card in said(window)] == [True, False, False]
    assert ["protocol" in card for card in said(window)] == [False, False, True]


def test_past_the_limit_it_says_what_follows_and_where_to_go(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open(FACTS)
    at(monkeypatch, window, "2026-11-22T20:00:00+05:00")
    assert window.clock_rail is not None
    (card,) = window.clock_rail.cards
    assert not card._motion.isVisibleTo(card)
    at(monkeypatch, window, "2026-11-23T01:54:00+05:00")
    assert "frees the person at once" in card._passed.text()
    assert card._motion.isVisibleTo(card)
    card._motion.click()
    assert window.current == "checklists"
    assert window.page("checklists").place == "checklist:first-hours"


def test_narrow_window_keeps_the_time_in_sight(window: MainWindow) -> None:
    window.open(FACTS)
    window.resize(1024, 640)
    rail = window.clock_rail
    assert rail is not None
    assert rail.is_folded
    assert rail.width() < 150
    card = rail.cards[0]
    assert card._time.isVisibleTo(card)
    rail.toggle()
    assert not rail.is_folded


def test_a_folded_clock_says_by_what_it_counts(window: MainWindow) -> None:
    window.open(f"{FACTS}&protocol_at=2026-11-21T05:00&minor=yes&ground=drugs")
    window.resize(1024, 640)
    minor, drugs, protocol = said(window)
    assert "from the fact" in minor
    assert "defence" in minor
    assert "from the fact" in drugs
    assert "prosecution" in drugs
    assert "from the protocol" in protocol


def test_forgotten_facts_stop_the_clock(window: MainWindow) -> None:
    window.open(FACTS)
    window.context.clocks.forget()
    assert window.clock_rail is not None
    assert not window.clock_rail.isVisibleTo(window)


def watch() -> ClockWatch:
    return ClockWatch(date(2026, 11, 23), WALL, 1000.0)


@pytest.mark.parametrize(
    ("wall", "steady", "wanted"),
    [
        (WALL + timedelta(hours=8), 1000.0 + 8 * 3600, None),  # slept or not: both clocks went on
        (WALL + timedelta(hours=1, minutes=1), 1060.0, "clock.moved_on"),
        (WALL - timedelta(hours=1), 1060.0, "clock.moved_back"),
        (WALL + timedelta(seconds=61), 1060.0, None),  # a correction over the network
        (datetime(2026, 11, 20, tzinfo=UTC), 1060.0, "clock.before_edition"),
        (datetime(1970, 1, 1, tzinfo=UTC), 1060.0, "clock.before_edition"),  # a flat battery
    ],
)
def test_wrong_computer_clock_is_noticed(wall: datetime, steady: float, wanted: str | None) -> None:
    doubt = watch().doubt(wall, steady)
    assert (doubt.key if doubt else None) == wanted


def test_wrong_clock_is_said_above_every_page(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, window, "2019-01-01T00:00:00+00:00")
    assert window.frame.notice is not None
    assert "1 January 2019" in window.frame.notice.said
    window.context.speak(Language.RU)
    window.context.ticked.emit()
    assert "Часы компьютера" in window.frame.notice.said


def test_moved_clock_that_is_right_is_accepted(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = datetime.now(UTC) + timedelta(hours=3)
    at(monkeypatch, window, later.isoformat())
    assert window.frame.notice is not None
    assert window.frame.notice.said
    window.frame.notice.settled.emit()
    assert not window.frame.notice.said


def test_links_of_a_clock_take_the_colour_of_the_theme(window: MainWindow) -> None:
    window.set_theme(Theme.CONTRAST)
    window.open(FACTS)
    window.grab()  # drawn once in the yellow of high contrast
    window.set_theme(Theme.LIGHT)
    assert window.clock_rail is not None
    picture = window.clock_rail.cards[0].grab().toImage()
    yellow = INKS[Theme.CONTRAST].accent
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert INKS[Theme.LIGHT].text in colours
    assert yellow not in colours


@pytest.mark.parametrize(("width", "least"), [(1366, 40.0), (1920, 46.0)])
def test_the_time_is_as_large_as_the_rail_allows(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, width: int, least: float
) -> None:
    window.resize(width, 768)
    window.open(FACTS)
    for now, is_over in (("2026-11-21T09:00+05:00", False), ("2026-11-24T09:00+05:00", True)):
        at(monkeypatch, window, now)
        (time,) = times(window)
        assert time.text().startswith("−") is is_over
        if not is_over:
            assert time.font().pointSizeF() >= least
        assert fits(window, time)


@pytest.mark.parametrize("language", Language)
def test_days_and_hours_stand_in_one_line(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    window.context.speak(language)
    window.open("calc:custody-term?detained_on=2026-01-10&category=grave")
    at(monkeypatch, window, "2026-11-24T09:00+05:00")
    assert all(" " in time.text() and fits(window, time) for time in times(window))


def times(window: MainWindow) -> list[QLabel]:
    assert window.clock_rail is not None
    for card in window.clock_rail.cards:
        card._time.ensurePolished()
    return [card._time for card in window.clock_rail.cards]


def fits(window: MainWindow, time: QLabel) -> bool:
    assert window.clock_rail is not None
    wide = time.fontMetrics().horizontalAdvance(time.text())
    return wide <= window.clock_rail.width() - BESIDE and time.font().pointSizeF() <= TYPE["clock"]


def test_what_follows_is_said_once_for_one_limit(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open(f"{FACTS}&protocol_at=2026-11-21T01:10")
    at(monkeypatch, window, "2026-11-24T09:00+05:00")
    rail = window.clock_rail
    assert rail is not None
    first, second = rail.cards
    words = window.context.words
    assert first._motion.isVisibleTo(first)
    assert not second._motion.isVisibleTo(second)
    assert first.clock.follows is not None
    follows = words.say(first.clock.follows).partition(". ")[0]
    assert follows in first._passed.text()
    assert follows not in second._passed.text()
    second.turn()
    rail._tick()
    assert follows in second._passed.text()


def test_after_the_first_term_the_rung_that_runs_stands_below_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, window, "2026-11-23T11:00+05:00")
    window.open("calc:custody-term?detained_on=2026-03-10&category=grave")
    rail = window.clock_rail
    assert rail is not None
    results = [card.clock.result for card in rail.cards]
    assert results[0] == "term_2m"
    assert results[-1] not in {"term_2m", "cap"}
    states = [card.clock.state(window.context.now) for card in rail.cards]
    assert states[0] == "over"
    assert states[-1] == "running"
    words = window.context.words
    assert (
        words(f"result.custody-term.{results[-1]}")
        in rail.cards[results.index(results[-1])]._title.text()
    )


def test_before_its_end_the_first_term_runs_alone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, window, "2026-11-23T11:00+05:00")
    window.open("calc:custody-term?detained_on=2026-11-10&category=grave")
    assert window.clock_rail is not None
    assert {card.clock.result for card in window.clock_rail.cards} == {"term_2m"}
