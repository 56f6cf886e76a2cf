"""The line over a text says which place this is, wherever the text is scrolled to."""

from datetime import date

from PySide6.QtWidgets import QApplication

from kzref.model.law import Currency
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.article_pane import ArticlePane
from kzref.ui.pages.documents_page import DocumentsPage
from kzref.ui.pages.law_page import LawPage


def article(window: MainWindow, place: str) -> ArticlePane:
    window.open(place)
    QApplication.processEvents()
    page = window.page("law")
    assert isinstance(page, LawPage)
    return page.article


def test_it_names_article_act_and_unit(window: MainWindow) -> None:
    pane = article(window, "CPC 131(4)(5)")
    line = pane.where
    assert line.isVisible()
    assert line.said.startswith("CPC art. 131(4)(5) · Procedure for the procedural detention")
    assert line.accessibleName() == line.toolTip() == line.said
    assert pane.reader.accessibleDescription() == line.said
    pane.step(1)
    assert line.said.startswith("CPC art. 131(4)(6) · ")
    window.context.speak(Language.RU)
    assert "131 УПК · Порядок" in line.said
    assert article(window, "CPC 132") is pane
    assert "132 УПК · " in line.said


def test_it_names_a_day_that_is_not_today(window: MainWindow) -> None:
    line = article(window, "CPC 131(4)").where
    assert "law as of" not in line.said
    window.context.set_as_of(date(2018, 6, 1))
    assert line.said.endswith("law as of 01.06.2018")
    window.context.set_as_of(window.context.today)
    assert "law as of" not in line.said


def test_it_names_both_days_that_are_compared(window: MainWindow) -> None:
    pane = article(window, "CPC 131(4)")
    window.context.set_as_of(date(2018, 6, 1))
    pane.compare_from(date(2016, 1, 1))
    assert pane.where.said.endswith("01.01.2016 → 01.06.2018")
    pane.toggle_changes()
    assert pane.where.said.endswith("law as of 01.06.2018")


def test_it_takes_no_more_room_when_the_text_is_scrolled(window: MainWindow) -> None:
    pane = article(window, "CPC 131")
    pane.reader.scroll_to(0)
    before = pane.reader.geometry()
    pane.reader.scroll_to(700)
    QApplication.processEvents()
    assert pane.reader.geometry() == before


def test_it_names_a_section_and_a_register(window: MainWindow) -> None:
    window.open("kz-response-2020 Q3")
    page = window.page("documents")
    assert isinstance(page, DocumentsPage)
    line = page.section.where
    assert line.said.startswith("State response 2020, Q3 · ")
    window.open("kz-response-2020 Q3 p2")
    assert "Q3, ¶ 2" in line.said
    assert "¶ 2" in page.section.reader.toPlainText()  # named alike where it stands
    window.open("hazard:")
    assert line.said == window.context.words("register.hazard")


def test_a_day_after_the_check_of_the_edition_is_said_wherever_the_text_is_scrolled_to(
    window: MainWindow,
) -> None:
    line = article(window, "CPC 131(4)").where
    said = window.context.words("law.past_horizon")
    assert said not in line.said
    window.context.set_as_of(date(2031, 1, 1))
    assert line.said.endswith(f"law as of 01.01.2031 · {said}")


def test_that_a_known_change_has_come_is_said_over_the_text(window: MainWindow) -> None:
    library = window.context.desk.library
    place = next(
        str(found)
        for heading in library.headings["CPC"]
        if library.provision(
            found := Pinpoint(key="CPC", article=heading.article), date(2031, 1, 1)
        ).currency
        is Currency.RED
    )
    line = article(window, place).where
    window.context.set_as_of(date(2031, 1, 1))
    assert line.said.endswith("not checked")
