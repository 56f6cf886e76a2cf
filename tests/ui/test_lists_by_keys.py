"""The lists by keys alone: answer a checklist and print its complaint, filter recommendations, read a document."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QComboBox

from kzref.ui.pages.checklists_page import ChecklistsPage
from kzref.ui.pages.documents_page import DocumentsPage
from kzref.ui.pages.recommendations_page import RecommendationsPage
from kzref.ui.widgets.check_item import CheckItem
from kzref.ui.widgets.reader import Reader
from tests.ui.test_walk import CONTROL, Hands, go_to, hands, kazakh  # noqa: F401 - fixtures


def test_a_complaint_is_printed_from_the_first_hours(
    hands: Hands,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["one"]))
    window = hands.window
    hands.key("3", CONTROL)
    page = window.page("checklists")
    assert isinstance(page, ChecklistsPage)
    assert isinstance(QApplication.focusWidget(), CheckItem)
    hands.key("n")
    hands.key("Down")
    hands.key("y")
    hands.key("Down")
    hands.key("n")
    assert list(page.said.values()) == ["no", "yes", "no"]
    hands.key("t")
    assert page._foot.motion.isVisible()
    go_to(hands, page._foot.motion.buttons["motion.print"])
    hands.key("Space")
    assert window.printing.dialog is not None
    assert window.printing.dialog.isVisible()
    window.printing.dialog.reject()


def test_recommendations_are_filtered_and_lead_to_their_source(hands: Hands) -> None:  # noqa: F811
    window = hands.window
    hands.key("4", CONTROL)
    page = window.page("recommendations")
    assert isinstance(page, RecommendationsPage)
    every = len(page.shown())
    hands.key("f")
    assert isinstance(QApplication.focusWidget(), QComboBox)
    hands.key("Down")
    assert 0 < len(page.shown()) < every
    hands.key("Escape")
    assert isinstance(QApplication.focusWidget(), Reader)
    hands.key("j")
    asked = page.hand.at_top
    assert asked == page.shown()[1]
    QGuiApplication.clipboard().clear()
    hands.key("w")
    assert QGuiApplication.clipboard().text().startswith(asked.id)
    hands.key("Tab")
    hands.key("Return")
    assert window.current != "recommendations"
    hands.key("Backspace")
    assert window.current == "recommendations"
    assert 0 < len(page.shown()) < every


def test_a_document_is_found_in_its_list_and_read(kazakh: Hands) -> None:  # noqa: F811
    kazakh.key("5", CONTROL)
    page = kazakh.window.page("documents")
    assert isinstance(page, DocumentsPage)
    kazakh.key("j")
    kazakh.key("j")
    assert page.place == "kz-response-2020 Q1 p2"
    kazakh.key("l")
    kazakh.key("Down")
    assert page.place == "kz-response-2020 Q2"
    kazakh.key("j")
    assert page.place == "kz-response-2020 Q2 p1"


def test_a_section_that_is_a_title_alone_leads_on(hands: Hands) -> None:  # noqa: F811
    hands.window.open("ngo-iccpr-2016 INTRO")
    page = hands.window.page("documents")
    hands.key("Tab")
    hands.key("Return")
    assert page.place == "ngo-iccpr-2016 I.1"
