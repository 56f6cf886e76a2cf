"""The list of acts, sections and other places."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kzref.model.language import Language
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.law_page import LawPage
from kzref.ui.widgets.entries import ENTRY
from kzref.ui.widgets.listing import Entry, Listing

ARTICLES = tuple(
    Entry(place=f"A {number}", label=f"art. {number} title", number=f"{number}", title="title " * 9)
    for number in range(1, 60)
)
ACTS = (
    Entry(place="A", label="An act", children=ARTICLES),
    Entry(place="B", label="Another", children=(Entry(place="B 1", label="one"),)),
    Entry(place="C", label="Alone"),
)


@pytest.fixture
def listing(qtbot: QtBot) -> Listing:
    made = Listing("acts")
    qtbot.addWidget(made)
    made.resize(250, 400)
    made.fill(ACTS)
    made.show()
    return made


def test_model_keeps_qt_rules(listing: Listing) -> None:
    tester = QAbstractItemModelTester(
        listing.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    listing.fill(ACTS[1:])
    listing.fill(ACTS)
    assert tester.model() is listing.model()
    assert listing.places()[-3:] == ["B", "B 1", "C"]


def test_click_folds_a_group_and_chooses_a_line(listing: Listing) -> None:
    chosen: list[str] = []
    listing.chosen.connect(chosen.append)
    group = listing.model().index(0, 0)

    def click(index: object) -> None:
        point = listing.visualRect(index).center()  # type: ignore[arg-type]
        QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=point)

    click(group)
    assert listing.isExpanded(group)
    click(listing.model().index(2, 0, group))
    assert chosen[-1] == "A 3"
    click(group)
    assert not listing.isExpanded(group)


def test_heading_stays_at_the_top_and_leads_back(listing: Listing) -> None:
    listing.choose("A 40", silently=True)
    group = listing.model().index(0, 0)
    chosen = listing.visualRect(listing.currentIndex())
    assert listing.visualRect(group).bottom() < 0  # the heading itself is far above
    assert chosen.top() >= listing._plate(group).bottom()
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 5))
    assert listing.visualRect(group).top() == 0
    assert listing.current_place() == "A 40"


def test_filling_anew_keeps_place_and_folds(listing: Listing) -> None:
    listing.choose("A 40", silently=True)
    listing.fill(ACTS)
    assert listing.current_place() == "A 40"
    assert listing.isExpanded(listing.model().index(0, 0))
    listing.relabel(Entry(place="C", label="Renamed"))
    assert listing.model().index(2, 0).data() == "Renamed"


def test_titles_have_two_lines_beside_their_number(listing: Listing) -> None:
    group = listing.model().index(0, 0)
    listing.expandAll()
    short = listing.visualRect(listing.model().index(2, 0)).height()
    long = listing.visualRect(listing.model().index(0, 0, group)).height()
    assert long > 1.4 * short
    assert listing.indentation() == 0


def filtered(window: MainWindow, typed: str) -> list[Entry]:
    """The articles that are left when something is typed over the list."""
    window.go_to("law")
    page = window.page("law")
    assert isinstance(page, LawPage)
    field, listing = page.findChild(QLineEdit, "filter"), page.findChild(Listing)
    assert field is not None
    assert listing is not None
    field.setText(typed)
    model = listing.model()
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    return [
        model.index(row, 0, group).data(ENTRY)
        for group in groups
        for row in range(model.rowCount(group))
    ]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("131", {"131"}), ("lawful detention", set()), ("unlawful", None), ("zzz", set())],
)
def test_filter_by_number_or_words(
    window: MainWindow, typed: str, numbers: set[str] | None
) -> None:
    shown = filtered(window, typed)
    if numbers:
        assert {one.number for one in shown} >= numbers
    words = typed.split()
    assert all(
        all(one.number.startswith(word) or word in one.title.casefold() for word in words)
        for one in shown
    )
    assert bool(shown) == (typed != "zzz")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("bail", "CPC 145"),
        ("залог", "CPC 145"),
        ("кепіл", "CPC 145"),
        ("Задержания 131", "CPC 131"),
        ("упк 131", "CPC 131"),
        ("қпк 131", "CPC 131"),
    ],
)
def test_the_filter_understands_three_languages(
    window: MainWindow, language: Language, typed: str, wanted: str
) -> None:
    window.context.speak(language)
    shown = filtered(window, typed)
    assert wanted in {one.place for one in shown}
    assert len(shown) < 12


@pytest.mark.parametrize(
    ("language", "typed"),
    [(Language.RU, "ст. 131"), (Language.KK, "131-бап"), (Language.EN, "art. 131")],
)
def test_the_filter_takes_an_article_as_the_list_writes_it(
    window: MainWindow, language: Language, typed: str
) -> None:
    window.context.speak(language)
    assert [one.place for one in filtered(window, typed)] == ["CPC 131"]


def test_from_the_filter_into_the_list(window: MainWindow) -> None:
    window.go_to("law")
    page = window.page("law")
    field, listing = page.findChild(QLineEdit, "filter"), page.findChild(Listing)
    assert field is not None
    assert listing is not None
    field.setFocus()
    field.setText("147")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.place == "CPC 147"
    assert listing.hasFocus()


def test_the_chosen_line_stays_in_sight_in_another_size(listing: Listing, qtbot: QtBot) -> None:
    listing.choose("A 40", silently=True)
    for width, height in ((250, 120), (120, 400), (120, 200), (400, 300)):
        listing.resize(width, height)
        qtbot.wait(20)
        line = listing.visualRect(listing.currentIndex())
        assert listing.current_place() == "A 40"
        assert line.top() >= 0
        assert line.bottom() <= listing.viewport().height()
