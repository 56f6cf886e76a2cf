"""A newcomer finds what they came for."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzref.model.text import Language
from kzref.ui.main_window import TABS, MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage
from kzref.ui.pages.law_page import LawPage
from kzref.ui.pages.page import Page
from kzref.ui.pages.recommendations_page import RecommendationsPage
from kzref.ui.pages.results_page import ResultsPage
from kzref.ui.theme import Theme
from kzref.ui.widgets.reader import Reader


def shown(window: MainWindow, name: str) -> str:
    reader = window.page(name).findChild(Reader)
    assert isinstance(reader, Reader)
    return reader.toPlainText()


def search(qtbot: QtBot, window: MainWindow, query: str) -> str:
    window.search(query)
    qtbot.waitUntil(lambda: window.current == "results", timeout=10_000)
    page = window.page("results")
    assert isinstance(page, ResultsPage)
    qtbot.waitUntil(lambda: bool(shown(window, "results")), timeout=10_000)
    return shown(window, "results")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("131 4 5", "art. 131(4)(5)"),
        ("задержание несовершеннолетнего", "24"),
        ("қорғаушы", "66"),
    ],
)
def test_search_box_finds(qtbot: QtBot, window: MainWindow, query: str, wanted: str) -> None:
    assert wanted in search(qtbot, window, query)


def test_enter_opens_the_citation(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "131 4 5")
    window.bar.search.returnPressed.emit()
    assert window.current == "law"
    assert "131" in shown(window, "law")


def test_every_page_speaks_every_language(window: MainWindow) -> None:
    titles = set()
    for language in Language:
        window.context.speak(language)
        titles.add(window.windowTitle())
        for name in TABS:
            assert window.show_page(name).name == name
    assert len(titles) == len(Language)


def test_date_of_the_law_changes_the_text(window: MainWindow) -> None:
    window.open("CPC 131(4)")
    page = window.page("law")
    assert isinstance(page, LawPage)
    today = shown(window, "law")
    window.context.set_as_of(date(2016, 5, 1))
    assert shown(window, "law") != today
    window.context.set_as_of(window.context.today)
    assert shown(window, "law") == today


def test_calculator_answers_with_its_law_and_counts(window: MainWindow) -> None:
    window.open("calc:police-detention?detained_at=2026-11-20T23:40&protocol_at=2026-11-21T01:10")
    text = shown(window, "calculators")
    assert "22 November 2026 (Sun), 23:40" in text
    assert "131(4)" in text
    assert window.clock_rail is not None
    assert window.clock_rail.isVisibleTo(window)


def test_impossible_fact_is_told_beside_the_form(window: MainWindow) -> None:
    window.open("calc:police-detention?detained_at=2026-02-31T23:40")
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    assert page.form.fault.isVisibleTo(page)
    assert "2026-02-31" in page.form.fault.text()


def test_filter_counts_what_it_lists(window: MainWindow) -> None:
    page = window.show_page("recommendations")
    assert isinstance(page, RecommendationsPage)
    field = page._fields["body"]
    field.setCurrentIndex(field.findData("un-hrc"))
    assert len(page.shown()) == 61
    assert "61" in shown(window, "recommendations").splitlines()[0]


def test_year_and_people_narrow_the_list_together(window: MainWindow) -> None:
    page = window.show_page("recommendations")
    assert isinstance(page, RecommendationsPage)
    year, group = page._fields["year"], page._fields["group"]
    group.setCurrentIndex(group.findData("children"))
    children = page.shown()
    assert children
    assert all("children" in one.groups for one in children)
    year.setCurrentIndex(year.findData("2011"))
    assert {one.id for one in page.shown()} == {one.id for one in children if one.year == 2011}
    assert 0 < len(page.shown()) < len(children)


def test_long_list_shows_its_rest_on_request(window: MainWindow) -> None:
    page = window.show_page("recommendations")
    assert isinstance(page, RecommendationsPage)
    last = page.shown()[-1].id
    assert last not in shown(window, "recommendations")
    page._on_followed("rest:")
    assert last in shown(window, "recommendations")
    page._on_clear()
    assert last not in shown(window, "recommendations")
    window.open(f"recommendation:{last}")
    assert last in shown(window, "recommendations")


def test_link_leads_to_the_provision(window: MainWindow) -> None:
    window.open("kz-response-2020 Q4 p4")
    assert window.current == "documents"
    window.context.opened.emit("CPC 131(4)(5)")
    assert window.current == "law"
    window.back()
    assert window.current == "documents"


def test_colours_change_and_nothing_is_lost(window: MainWindow) -> None:
    window.open("kz-response-2020 Q4 p4")
    before = shown(window, "documents")
    window.set_theme(Theme.DARK)
    assert shown(window, "documents") == before
    assert window.current == "documents"
    window.set_theme(Theme.LIGHT)


def test_no_text_is_laid_out_in_letters_that_are_about_to_change(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open("kz-response-2020 Q4 p4")
    window.open("CPC 131(4)")
    full: list[str] = []
    dressed: list[str] = []

    def watched(page: Page, sheet: str) -> None:
        readers = page.findChildren(Reader)
        full.extend(one.accessibleName() for one in readers if not one.document().isEmpty())
        dressed.append(page.name)
        QWidget.setStyleSheet(page, sheet)

    monkeypatch.setattr(Page, "setStyleSheet", watched, raising=False)
    window.set_theme(Theme.DARK)
    assert shown(window, "law")
    window.page("documents")
    assert {"law", "documents"} <= set(dressed)
    assert full == []
    window.set_theme(Theme.LIGHT)


def test_every_control_has_a_name(window: MainWindow) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    nameless = []
    for name in TABS:
        page = window.show_page(name)
        for control in page.findChildren(QAbstractButton):
            if not (control.accessibleName() or control.text()) and control.isVisibleTo(page):
                nameless.append(f"{name}: {control}")
        for field in [*page.findChildren(QLineEdit), *page.findChildren(QComboBox)]:
            if not field.accessibleName() and field.isVisibleTo(page):
                nameless.append(f"{name}: {field}")
    assert nameless == []


def test_enter_before_the_answer_opens_what_is_typed_now(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "131 4 5")
    window.bar.search.setText("УК 297")
    window.bar.search.returnPressed.emit()
    qtbot.waitUntil(lambda: window.current == "law", timeout=10_000)
    assert window.page("law").place == "CC 297"


def test_late_answer_does_not_pull_the_reader_away(qtbot: QtBot, window: MainWindow) -> None:
    window.search("custody")
    window.frame.rail.buttons["checklists"].click()
    qtbot.wait(400)
    assert window.current == "checklists"


def test_facts_of_one_client_do_not_stay_for_the_next(window: MainWindow) -> None:
    window.open("calc:police-detention?detained_at=2026-11-20T23:40&minor=yes")
    window.open("calc:police-detention?detained_at=2026-11-10T10:00")
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    assert page.form.written(window.context.now) == {
        "detained_at": "2026-11-10T10:00",
        "offence": "crime",
        "ground": "none",
    }


def test_repealed_constitution_stays_readable(window: MainWindow) -> None:
    window.open("Const-1995 16(2)")
    assert "72" in shown(window, "law")


def test_find_on_the_page_counts_the_places(window: MainWindow) -> None:
    window.open("CPC 131")
    window.find_here()
    bar = window.frame.find_bar
    assert bar is not None
    bar._field.setText("48")
    assert bar.found > 0
