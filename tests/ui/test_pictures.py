"""What is drawn beside an answer is true, is said in words too, and is told apart without colour."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from kzref.model.outcome import Outcome
from kzref.model.sheet import Stretches
from kzref.model.text import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.export.docx import docx_file
from kzref.services.export.html import markup
from kzref.services.sheets.calculation import calculation_sheet
from kzref.services.sheets.wording import Wording
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage
from kzref.ui.pictures.fan import Fan
from kzref.ui.pictures.ladder import Ladder, _room
from kzref.ui.theme import INKS, Theme

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)


def ladder_of(desk: Desk) -> Outcome:
    facts = {"detained_on": "2026-09-05", "category": "especially-grave"}
    return desk.calculators.run("custody-term", facts, now=NOW)


def clocks_of(desk: Desk, **more: str) -> Outcome:
    facts = {"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-21T01:10", **more}
    return desk.calculators.run("police-detention", facts, now=NOW)


@pytest.fixture
def ladder(qtbot: QtBot, desk: Desk) -> Ladder:
    picture = Ladder()
    qtbot.addWidget(picture)
    picture.show_lanes(ladder_of(desk).lanes, TODAY, catalogue(Language.EN), INKS[Theme.LIGHT])
    picture.resize(600, picture.sizeHint().height())
    return picture


def test_ladder_says_where_today_is(ladder: Ladder) -> None:
    states = [rung.state for rung in ladder._rungs]
    assert states == ["past", "running", "ahead", "ahead", "ahead"]
    said = ladder.accessibleDescription()
    assert "to 04.11.2026 · Basic term, 2 months: over" in said
    assert "First extension, to 3 months: runs" in said


def test_rungs_follow_one_another_without_a_gap(ladder: Ladder) -> None:
    for one, other in pairwise(ladder._rungs):
        assert one.end == other.start


def test_rungs_differ_without_colour(ladder: Ladder) -> None:
    grey = ladder.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    filled = []
    first, last = ladder._rungs[0].start, ladder._rungs[-1].end
    for number, rung in enumerate(ladder._rungs[:3]):
        middle = round(6 + ((rung.start + rung.end) / 2 - first) / (last - first) * 588)
        top = round(6 + number * ladder.row)
        spots = [
            grey.pixelColor(middle + dx, top + round(ladder.row * 0.5) + dy).value()
            for dx in range(-5, 6)
            for dy in range(-3, 4)
        ]
        filled.append(sum(spot < 140 for spot in spots) / len(spots))
    assert filled[0] > 0.9, "over: solid"
    assert 0.1 < filled[1] < 0.8, "running: hatched"
    assert filled[2] < 0.1, "ahead: empty"


def test_calculation_without_rungs_draws_no_ladder(ladder: Ladder, desk: Desk) -> None:
    ladder.show_lanes(clocks_of(desk).lanes, TODAY, catalogue(Language.EN), INKS[Theme.LIGHT])
    assert ladder.isHidden()
    assert ladder._rungs == ()


def test_fan_opens_where_the_law_leaves_two_answers(qtbot: QtBot, desk: Desk) -> None:
    fan = Fan()
    qtbot.addWidget(fan)
    outcome = clocks_of(desk, minor="yes", ground="drugs")
    fan.show_outcome(outcome, catalogue(Language.EN), INKS[Theme.LIGHT])
    assert [ray.text for ray in fan._rays] == [
        "21.11.2026 23:40 · for the defence",
        "23.11.2026 23:40 · for the prosecution",
    ]
    assert "21.11.2026 23:40 · for the defence" in fan.accessibleDescription()
    fan.show_outcome(clocks_of(desk), catalogue(Language.EN), INKS[Theme.LIGHT])
    assert fan._rays == ()


def test_the_fan_of_a_beginning_does_not_say_until(qtbot: QtBot, desk: Desk) -> None:
    fan = Fan()
    qtbot.addWidget(fan)
    facts = {"category": "grave", "term_months": "60", "from": "2026-01-01"}
    outcome = desk.calculators.run("parole", facts, now=NOW)
    fan.show_outcome(outcome, catalogue(Language.EN), INKS[Theme.LIGHT])
    assert [ray.text for ray in fan._rays] == [
        "01.07.2028 · for the defence",
        "02.07.2028 · for the prosecution",
    ]


def test_pictures_stand_above_the_answer(window: MainWindow) -> None:
    window.open("calc:custody-term?detained_on=2026-09-05&category=grave")
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    assert page.answer.pictures.ladder.isVisibleTo(page)
    assert not page.answer.pictures.lanes.isVisibleTo(page), "the rungs are drawn once"
    window.open("calc:police-detention?detained_at=2026-11-20T23:40")
    assert not page.answer.pictures.lanes.isVisibleTo(page), "one bar is compared with nothing"
    window.open("calc:police-detention?detained_at=2026-11-20T23:40&protocol_at=2026-11-21T05:00")
    assert page.answer.pictures.lanes.isVisibleTo(page)
    assert not page.answer.pictures.ladder.isVisibleTo(page)


@pytest.mark.parametrize("language", Language)
def test_paper_has_the_same_stretches(desk: Desk, language: Language) -> None:
    for outcome in (ladder_of(desk), clocks_of(desk)):
        sheet = calculation_sheet(Wording(desk, language), outcome, "code")
        (drawn,) = (block for block in sheet.blocks if isinstance(block, Stretches))
        assert len(drawn.rows) == len(outcome.lanes)
        assert min(row.begins for row in drawn.rows) == 0
        assert max(row.ends for row in drawn.rows) == 100
        assert all(row.begins < row.ends for row in drawn.rows)
        assert markup(sheet).count('class="bar"') == len(drawn.rows)
        assert docx_file(sheet).startswith(b"PK")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("points", [11, 22])
def test_labels_of_the_ladder_keep_out_of_each_other(
    qtbot: QtBot, desk: Desk, language: Language, points: int
) -> None:
    picture = Ladder()
    qtbot.addWidget(picture)
    font = picture.font()
    font.setPointSize(points)
    picture.setFont(font)
    picture.show_lanes(ladder_of(desk).lanes, TODAY, catalogue(language), INKS[Theme.LIGHT])
    picture.resize(620 * points // 11, picture.sizeHint().height())
    assert picture.row >= picture.fontMetrics().height(), "no line reaches into the next"
    metrics = QFontMetrics(picture.heading)
    first, last = picture._rungs[0].start, picture._rungs[-1].end
    for number, rung in enumerate(picture._rungs):
        row = QRectF(6, 6 + number * picture.row, picture.width() - 12, picture.row)
        scale = row.width() / (last - first)
        bar = QRectF(6 + (rung.start - first) * scale, row.top(),
                     (rung.end - rung.start) * scale, row.height())  # fmt: skip
        wanted = metrics.horizontalAdvance(rung.label)
        room = _room(row, bar, wanted)
        day = rung.label.partition(" · ")[0]
        assert room.width() >= metrics.horizontalAdvance(f"{day}…"), "the day at least is whole"
        assert row.contains(room)
        assert not room.intersects(bar) or bar.contains(room)


@pytest.mark.parametrize("width", [380, 620])
def test_words_of_the_fan_are_whole(qtbot: QtBot, desk: Desk, width: int) -> None:
    fan = Fan()
    qtbot.addWidget(fan)
    outcome = clocks_of(desk, minor="yes", ground="drugs")
    fan.show_outcome(outcome, catalogue(Language.EN), INKS[Theme.LIGHT])
    fan.resize(width, fan.sizeHint().height())
    widest = max(QFontMetrics(fan.heading).horizontalAdvance(ray.text) for ray in fan._rays)
    assert fan.words_at + widest <= width
    assert fan.words_at >= 0.14 * width
