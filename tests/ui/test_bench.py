"""The prompter at the bench: the time, the rule, what to say, and the bare provision for the judge."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kzref.model.text import Language
from kzref.services.calculations.prompter import Prompter
from kzref.ui.bench.bench import Bench
from kzref.ui.bench.spoken import POINT
from kzref.ui.main_window import MainWindow

PLACE = (
    "calc:police-detention?detained_at=2026-11-20T23:40&protocol_at=2026-11-21T04:10&minor=yes"
    "&ground=drugs"
)


@pytest.fixture
def bench(window: MainWindow, qapp: QApplication) -> Bench:
    window.open(PLACE)
    press(window, Qt.Key.Key_F9)
    qapp.processEvents()
    opened = window.showing.bench
    assert opened is not None
    return opened


def press(window: MainWindow, key: Qt.Key) -> None:
    focus: QWidget | None = window.focusWidget()
    QTest.keyClick(focus or window, key)


def test_key_turns_the_window_and_esc_turns_it_back(window: MainWindow, bench: Bench) -> None:
    assert bench.isVisible()
    assert bench.geometry() == window.rect()
    press(window, Qt.Key.Key_Escape)
    assert not bench.isVisible()
    assert window.current == "calculators"


def test_time_rule_and_three_sentences(bench: Bench) -> None:
    assert ":" in bench.time.clock.text()
    assert "another reading" in bench.time.said.text()
    assert bench.rule.citation.text().startswith("CPC art. 131(4)")
    assert "48" in bench.rule.text.accessibleName()
    said = [sentence.accessibleName() for sentence in bench.say_this.sentences]
    assert all(sentence.isVisible() for sentence in bench.say_this.sentences)
    assert "3 hours" in said[0]
    assert said[0].startswith("BREACHED")
    assert "CPC art. 131(2)" in said[0]


def test_number_opens_the_authority_in_its_place(window: MainWindow, bench: Bench) -> None:
    press(window, Qt.Key.Key_1)
    assert bench.rule.citation.text().startswith("CPC art. 131(2)")
    assert window.current == "calculators", "the tab key belongs to the bench now"
    press(window, Qt.Key.Key_2)
    assert bench.rule.citation.text().startswith("CPC art. 541(5)")
    press(window, Qt.Key.Key_Right)
    assert not bench.rule.citation.text().startswith("CPC art. 541(5)")


def test_judge_sees_the_provision_and_nothing_else(window: MainWindow, bench: Bench) -> None:
    press(window, Qt.Key.Key_V)
    slide = bench.judge.screen.slide
    assert bench.judge.screen.isVisible()
    assert bench.judge.screen.geometry() == bench.rect()
    assert slide is not None
    assert slide.title == "CPC art. 131(4)"
    assert "9 January 2018" in slide.source
    assert "digest, not the official text" in slide.source
    press(window, Qt.Key.Key_Escape)
    assert not bench.judge.screen.isVisible()
    assert bench.isVisible()


def test_judge_is_shown_straight_from_the_law(window: MainWindow, qapp: QApplication) -> None:
    window.open("CPC 133(2)")
    qapp.processEvents()
    window.showing.show_judge()
    bench = window.showing.bench
    assert bench is not None
    assert bench.judge.screen.slide is not None
    assert bench.judge.screen.slide.title == "CPC art. 133(2)"
    QTest.keyClick(bench, Qt.Key.Key_Escape)
    assert not bench.isVisible()


def test_without_a_calculation_it_says_so(window: MainWindow) -> None:
    window.open("CPC 148(8)")
    bench = window.showing.open_bench()
    assert not bench.time.clock.isVisible()
    assert bench.time.title.text() == window.context.words("bench.no_clock")
    assert bench.rule.citation.text().startswith("CPC art. 148(8)")
    assert "bail amount" in bench.say_this.sentences[0].accessibleName()


def test_past_term_is_a_plain_sentence(window: MainWindow) -> None:
    window.open("calc:police-detention?detained_at=2026-01-20T10:00")
    bench = window.showing.open_bench()
    assert bench.time.clock.text().startswith("passed ")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 768)])
def test_nothing_is_cut_off(
    window: MainWindow, qapp: QApplication, language: Language, size: tuple[int, int]
) -> None:
    window.open(PLACE)
    window.resize(*size)
    window.context.speak(language)
    bench = window.showing.open_bench()
    qapp.processEvents()
    assert bench.size() == window.size()
    assert bench.minimumSizeHint().width() <= size[0]
    shown = [spoken for spoken in bench.say_this.sentences if spoken.isVisible()]
    assert shown
    for spoken in shown:
        assert spoken.points >= 28
        assert spoken.area.pages == 1
        assert spoken.area.height <= spoken.height() + 1
        assert spoken.area.widest_word <= spoken.width() + 1
        below = spoken.mapTo(bench, spoken.rect().bottomLeft()).y()
        assert below <= bench.help.geometry().top()
    assert bench.rule.text.points >= 28
    assert bench.rule.text.height() >= 2.5 * bench.rule.text.points
    assert bench.help.geometry().bottom() <= bench.height()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
def test_every_sentence_is_a_key_away(
    window: MainWindow, qapp: QApplication, language: Language, size: tuple[int, int]
) -> None:
    window.open(PLACE)
    window.resize(*size)
    window.context.speak(language)
    bench = window.showing.open_bench()
    qapp.processEvents()
    seen: set[int] = set()
    for _turn in range(3):
        shown = [n for n, one in enumerate(bench.say_this.sentences) if one.isVisible()]
        seen.update(shown)
        first, last, count = bench.say_this.page
        assert shown == list(range(first - 1, last))
        assert ("Tab" in bench.help.text()) == (last - first + 1 < count)
        QTest.keyClick(bench, Qt.Key.Key_Tab)
        qapp.processEvents()
    assert seen == {0, 1, 2}
    press(window, Qt.Key.Key_3)
    assert bench.rule.citation.text()


@pytest.mark.parametrize("language", Language)
def test_judge_hears_the_article_of_each_objection(
    window: MainWindow, qapp: QApplication, language: Language
) -> None:
    window.open(PLACE)
    window.resize(1366, 768)
    window.context.speak(language)
    bench = window.showing.open_bench()
    qapp.processEvents()
    zone = bench.say_this
    prompt = Prompter(wording=window.context.wording, as_of=window.context.as_of).prompt(
        bench._outcome, None, window.context.now
    )
    assert len(prompt.sentences) == 3
    for said, spoken, authority in zip(
        prompt.sentences, zone.sentences, zone.authorities, strict=True
    ):
        assert authority.isVisible()
        assert authority.text() in {said.citation, said.brief}
        for number in re.findall(r"\d+", window.context.cite(said.reference)):
            assert number in authority.text()
        assert authority.sizeHint().width() <= authority.width()
        assert authority.fontMetrics().height() <= authority.height()
        top, bottom = (authority.mapTo(bench, at).y() for at in _edges(authority))
        assert spoken.mapTo(bench, spoken.rect().bottomLeft()).y() < top
        assert bottom <= bench.help.geometry().top()
    assert bench.rule.text.height() >= 3 * bench.rule.text.points * POINT


def _edges(widget: QWidget) -> tuple[QPoint, QPoint]:
    return widget.rect().topLeft(), widget.rect().bottomLeft()


def test_long_rule_shows_its_pages(window: MainWindow, qapp: QApplication, bench: Bench) -> None:
    window.resize(1024, 640)
    window.context.speak(Language.RU)
    qapp.processEvents()
    pages = bench.rule.text.area.pages
    assert pages > 1
    assert f"1/{pages}" in bench.rule.citation.text()
    QTest.keyClick(bench, Qt.Key.Key_Space)
    assert f"2/{pages}" in bench.rule.citation.text()


def test_language_and_colours_change_in_place(window: MainWindow, bench: Bench) -> None:
    window.context.speak(Language.KK)
    assert bench.rule.citation.text().startswith("ҚПК 131-бабының 4-бөлігі")
    ground = bench.stage.ground
    press(window, Qt.Key.Key_D)
    assert bench.stage.ground != ground
    assert bench.isVisible()
