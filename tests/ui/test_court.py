"""Small things that a court asks for: the other hand, one hand, the law behind an answer, a clean clipboard."""

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kzref.model.language import Language
from kzref.services.last_place import last_place_file, read_last_place
from kzref.ui import clipboard
from kzref.ui.background import wait
from kzref.ui.frame.clock_rail import ClockRail
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage
from kzref.ui.pages.law_page import LawPage
from kzref.ui.pages.recommendations_page import RecommendationsPage
from kzref.ui.widgets.reader import Reader
from tests.ui.test_walk import CONTROL, KAZAKH, SHIFT, Hands, find_131

FACTS = "calc:police-detention?detained_at=2026-11-20T23:40"


@pytest.fixture
def hands(qapp: QApplication, window: MainWindow) -> Hands:
    window.activateWindow()
    qapp.processEvents()
    return Hands(qapp, window, {})


def do(hands: Hands, action: str) -> None:
    """What the palette does with an action that it offers."""
    table = hands.window.context.actions
    next(one for one in table.here(hands.window.current) if one.id == action).act()
    hands.application.processEvents()


@pytest.mark.parametrize("layout", [{}, KAZAKH])
def test_one_hand_reads_and_cites(
    qapp: QApplication, window: MainWindow, layout: dict[str, str]
) -> None:
    hands = Hands(qapp, window, {})
    find_131(hands)
    hands.layout = layout
    hands.key("q")
    assert window.page("law").place == "CPC 131(4)(4)"
    hands.key("e")
    hands.key("e")
    assert window.page("law").place == "CPC 131(4)(6)"
    QGuiApplication.clipboard().clear()
    hands.key("w")
    assert QGuiApplication.clipboard().text().startswith("CPC art. 131(4)(6)")


def test_o_opens_the_law_behind_the_answer_and_behind_a_clock(hands: Hands) -> None:
    window = hands.window
    window.open(FACTS)
    window.page("calculators").take_focus()
    hands.key("o")
    assert window.current == "law"
    assert window.page("law").place == "CPC 7(29)"
    window.go_to("recommendations")
    hands.key("o")
    assert window.current == "law"


def test_o_says_when_there_is_nothing_behind(hands: Hands) -> None:
    hands.key("6", CONTROL)
    hands.key("o")
    assert hands.window.current == "about"
    said = hands.window.statusBar().currentMessage()
    assert said == hands.window.context.words("source.none")


def test_the_clocks_stand_at_the_other_hand_and_stay_there(hands: Hands) -> None:
    window = hands.window
    window.open(FACTS)
    hands.application.processEvents()
    clocks, tabs = window.clock_rail, window.frame.rail
    assert isinstance(clocks, ClockRail)
    assert clocks.x() > tabs.x()
    window.memory.keep()
    do(hands, "mirror")
    assert clocks.x() < tabs.x()
    window.memory.keep()
    wait()
    last = read_last_place(last_place_file())
    assert last is not None
    assert last.hand == "left"
    do(hands, "mirror")
    assert clocks.x() > tabs.x()
    window.preferences.bring_back(last)
    hands.application.processEvents()
    assert clocks.x() < tabs.x()


def test_what_was_copied_goes_when_the_reader_wants_it(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "CLEARED_AFTER", 1500)
    context, board = hands.window.context, QGuiApplication.clipboard()
    do(hands, "clipboard.clear")
    find_131(hands)
    hands.key("c", CONTROL | SHIFT)
    assert board.text()
    hands.until(lambda: not board.text())
    hands.key("c", CONTROL | SHIFT)
    board.setText("from a letter")  # another program, meanwhile
    context.clipboard.clear()
    assert board.text() == "from a letter"
    do(hands, "clipboard.keep")
    assert not context.clipboard.is_cleared


def test_beginning_anew_takes_what_was_copied(hands: Hands) -> None:
    find_131(hands)
    hands.key("c", CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text()
    hands.window.forget()
    assert not QGuiApplication.clipboard().text()


def test_reading_old_law_changes_no_running_clock(hands: Hands) -> None:
    window, context = hands.window, hands.window.context
    window.open(FACTS)
    before = [(one.due, one.references) for one in context.clocks.all]
    assert before
    for day in (date(2016, 1, 1), date(1999, 1, 1), date(2030, 1, 1)):
        context.set_as_of(day)
        hands.application.processEvents()
        assert [(one.due, one.references) for one in context.clocks.all] == before
        assert window.clock_rail is not None
        assert window.clock_rail.isVisible()
    context.set_as_of(date(2016, 1, 1))
    answer = window.page("calculators").findChild(Reader)
    assert answer is not None
    assert "23 November 2026 (Mon), 23:40" in answer.toPlainText()  # what if


def test_a_slip_of_the_keys_stops_no_clock(hands: Hands) -> None:
    window, clocks = hands.window, hands.window.context.clocks
    window.open(FACTS)
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    before = clocks.all
    page.form.enter({"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-20T22:40"})
    page.refresh()
    assert page.sheet() is None
    assert clocks.all == before
    page.form.enter({})
    page.refresh()
    assert clocks.all == ()


def test_after_a_look_the_keyboard_is_on_its_link_again(hands: Hands) -> None:
    window = hands.window
    window.open("CPC 131(4)")
    page = window.page("law")
    assert isinstance(page, LawPage)
    reader = page.article.reader
    reader.setFocus()
    hands.key("Tab")
    link = reader.focused_link()
    assert link
    hands.key("Space")
    assert page.article.hand.is_looking
    hands.key("Escape")
    assert reader.focused_link() == link
    hands.key("Return")
    assert page.place != "CPC 131(4)" or window.current != "law"


@pytest.mark.parametrize(
    ("language", "citation"),
    [
        (Language.EN, "R055: NGO report 2016, "),
        (Language.RU, "R055: Доклад НПО 2016, "),
        (Language.KK, "R055: "),
    ],
)
def test_a_recommendation_is_cited_and_stepped_through(
    hands: Hands, language: Language, citation: str
) -> None:
    window, board = hands.window, QGuiApplication.clipboard()
    window.context.speak(language)
    window.open("recommendation:R055")
    page = window.page("recommendations")
    assert isinstance(page, RecommendationsPage)
    page.take_focus()
    hands.application.processEvents()
    hands.key("c", CONTROL | SHIFT)
    assert board.text().startswith(citation)
    assert "\n" not in board.text()
    hands.key("c")
    asked = next(one for one in page.shown() if one.id == "R055")
    assert board.text().endswith(asked.gist[language])
    hands.key("j")
    hands.key("w")
    assert board.text().startswith("R056: ")
    hands.key("k")
    hands.key("w")
    assert board.text().startswith("R055: ")


def test_a_recommendation_names_the_page_of_its_source(window: MainWindow) -> None:
    window.go_to("recommendations")
    page = window.page("recommendations")
    assert isinstance(page, RecommendationsPage)
    first = next(one for one in page.shown() if one.page)
    said = page._reader.toPlainText()
    block = said[said.index(f"{first.id} ·") :].split("\n", 1)[0]
    assert block.endswith(f"page {first.page}")
