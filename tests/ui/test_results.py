"""Results are walked by keyboard, looked at without leaving, and found again on the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kzref.model.text import Language
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.results_page import ResultsPage
from kzref.ui.widgets.find_bar import FindBar
from kzref.ui.widgets.reader import Reader


def ask(qtbot: QtBot, window: MainWindow, query: str) -> ResultsPage:
    window.search(query)
    page = window.page("results")
    assert isinstance(page, ResultsPage)

    def is_answered() -> bool:
        return page._found is not None and page._found.query == query

    qtbot.waitUntil(is_answered, timeout=10_000)
    return page


def test_cited_place_comes_first_and_once(qtbot: QtBot, window: MainWindow) -> None:
    page = ask(qtbot, window, "131 4 5")
    places = [row.place for row in page._rows]
    assert page._rows[0].kind == "jump"
    assert places[0] == "CPC 131(4)(5)"
    assert len(places) == len(set(places)) > 3


def test_arrows_choose_space_peeks_enter_opens(qtbot: QtBot, window: MainWindow) -> None:
    page = ask(qtbot, window, "custody")
    page.enter()
    short = next(at for at, row in enumerate(page._rows) if row.snippet.endswith(" …"))
    for _ in range(short):
        QTest.keyClick(page._reader, Qt.Key.Key_Down)
    wanted = page.chosen_place
    assert wanted == page._rows[short].place
    whole = page._whole()[-40:]
    assert whole not in page._reader.toPlainText()
    QTest.keyClick(page._reader, Qt.Key.Key_Space)
    assert whole in page._reader.toPlainText()
    QTest.keyClick(page._reader, Qt.Key.Key_Space)
    assert whole not in page._reader.toPlainText()
    QTest.keyClick(page._reader, Qt.Key.Key_Return)
    assert window.current != "results"
    window.back()
    assert window.current == "results"
    assert page.chosen_place == wanted


def test_way_back_finds_the_scroll(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 640)
    page = ask(qtbot, window, "задержание")
    page.scroll_to(240)
    assert page.scrolled == 240
    page._on_followed(page._rows[2].place)
    assert window.current != "results"
    window.back()
    assert page.scrolled == 240


def test_query_and_choice_survive_a_change_of_language(qtbot: QtBot, window: MainWindow) -> None:
    page = ask(qtbot, window, "131 4 5")
    page.step(1)
    wanted, before = page.chosen_place, page._found
    window.context.speak(Language.KK)
    qtbot.waitUntil(lambda: page._found is not before, timeout=10_000)
    assert page._found is not None
    assert page._found.query == "131 4 5"
    places = [row.place for row in page._rows]
    assert page.chosen_place == (wanted if wanted in places else places[0])


def test_up_from_the_first_row_leads_to_the_box(qtbot: QtBot, window: MainWindow) -> None:
    page = ask(qtbot, window, "custody")
    with qtbot.waitSignal(page.left):
        page.step(-1)


@pytest.fixture
def bar(window: MainWindow) -> FindBar:
    window.open("CPC 131")
    window.find_here()
    assert window.frame.find_bar is not None
    return window.frame.find_bar


def test_find_lists_every_place_with_its_surroundings(bar: FindBar) -> None:
    bar._field.setText("hours")
    assert bar.found > 2
    assert bar._list.count() == bar.found
    assert "«hours»" in bar._list.item(0).text()
    assert bar._count.text() == f"1 / {bar.found}"
    bar.step(-1)
    assert bar._count.text() == f"{bar.found} / {bar.found}"


def test_choosing_in_the_list_goes_there(bar: FindBar) -> None:
    bar._field.setText("hours")
    bar._list.setCurrentRow(2)
    assert bar._reader is not None
    assert bar._reader.textCursor().position() == bar._places[2].position()


def test_find_follows_the_page_and_leaves_it_clean(bar: FindBar, window: MainWindow) -> None:
    bar._field.setText("hours")
    reader = bar._reader
    assert isinstance(reader, Reader)
    english = bar.found
    window.context.speak(Language.RU)
    assert bar.found == reader.toPlainText().casefold().count("hours") != english
    bar.close_bar()
    assert reader.extraSelections() == []
    assert not bar.isVisible()


def test_find_goes_with_its_page(bar: FindBar, window: MainWindow) -> None:
    bar._field.setText("hours")
    window.open("kz-response-2020 Q4 p4")
    assert not bar.isVisible()
    window.find_here()
    assert bar.isVisible()


def test_found_place_is_in_view_beside_the_list(
    qtbot: QtBot, bar: FindBar, window: MainWindow
) -> None:
    window.resize(1366, 768)
    bar._field.setText("72")
    reader = bar._reader
    assert reader is not None
    qtbot.wait(50)
    for row in range(bar.found):
        bar._list.setCurrentRow(row)
        qtbot.waitUntil(lambda: reader.viewport().rect().contains(reader.cursorRect()))
        assert bar._list.item(row).toolTip()


@pytest.mark.parametrize("query", ["задержание", "131 4 5", "пытки", '"48 hours"'])
def test_the_numbers_by_kind_add_up_to_what_was_found(
    qtbot: QtBot, window: MainWindow, query: str
) -> None:
    page = ask(qtbot, window, query)
    found = page._found
    assert found is not None
    said = page._reader.toPlainText().splitlines()[0]
    count = sum(found.counts.values())
    assert said.startswith(f"Found: {count}")
    for number in found.counts.values():
        assert f" {number}" in said
    if len(found.hits) > count:
        assert f"follow: {len(found.hits) - count}" in said
    elif len(found.hits) < count:
        assert f"best {len(found.hits)} are shown" in said


def test_one_kind_alone_lists_that_kind_and_enter_goes_to_the_first(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = ask(qtbot, window, "пытки")
    before = page._found
    assert page._rows[0].kind == "jump"
    assert page._rows[0].title  # a place that was called by its name has its heading
    page._on_followed("filter:recommendation")
    qtbot.waitUntil(lambda: page._found is not before, timeout=10_000)
    assert {row.kind for row in page._rows} == {"recommendation"}
    assert page._found is not None
    assert f"Found: {page._found.counts['recommendation']}" in page._reader.toPlainText()
    QTest.keyClick(window.bar.search, Qt.Key.Key_Return)
    assert window.current not in {"law", "results"}


def test_a_wide_window_shows_the_chosen_result_beside_the_list(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1920, 1080)
    page = ask(qtbot, window, "131 4 5")
    qtbot.waitUntil(lambda: page.beside.is_open, timeout=5_000)
    margin = page.beside.margin
    assert margin is not None
    margin.catch_up()
    said = margin.toPlainText()
    assert "CPC art. 131" in said
    assert "(4)(6)" in said  # the whole article, not only what was found
    paragraph = next(at for at, row in enumerate(page._rows) if row.kind == "source-paragraph")
    page.step(paragraph)
    margin.catch_up()
    row = page._rows[paragraph]
    assert margin.toPlainText().startswith(row.label)
    assert page._whole() in margin.toPlainText()


def test_beside_nothing_found_stands_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1920, 1080)
    page = ask(qtbot, window, "custody")

    def is_open() -> bool:
        return page.beside.is_open

    qtbot.waitUntil(is_open, timeout=5_000)
    ask(qtbot, window, "qqwwzzxx")
    assert not is_open()
    ask(qtbot, window, "custody")
    assert is_open()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not is_open(), timeout=5_000)


def test_the_surroundings_of_a_place_cut_no_word(bar: FindBar) -> None:
    bar._field.setText("72")
    text = bar._reader.toPlainText() if bar._reader is not None else ""
    words = set(text.split())
    for row in range(bar.found):
        line = bar._list.item(row).text()
        if line.startswith("… "):
            assert line.split()[1].replace("«", "").replace("»", "") in words
        assert not line.startswith("…") or line.startswith("… ")
