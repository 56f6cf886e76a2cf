"""The printed page: one page, letters that are there as text, and buttons that make it."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QFontMetricsF, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzref.model.practice import Scenario
from kzref.model.sheet import Layout, Paragraph, Rows, Sheet
from kzref.model.text import Language
from kzref.services.desk import Desk
from kzref.services.sheets.calculation import calculation_sheet
from kzref.services.sheets.checklist import checklist_sheet
from kzref.services.sheets.facing import facing_sheet
from kzref.services.sheets.scenario import scenario_sheet
from kzref.services.sheets.wording import Wording
from kzref.ui import paper
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage
from kzref.ui.pages.checklists_page import ChecklistsPage
from kzref.ui.pages.law_page import LawPage
from kzref.ui.resources import FAMILY
from kzref.ui.widgets import save_row
from kzref.ui.widgets.save_row import SaveRow

KAZAKH = "ӘҒҚҢӨҰҮҺІәғқңөұүһі"
PLACE = "calc:police-detention?detained_at=2026-11-20T23:40&protocol_at=2026-11-21T01:10"
NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)


def text_of(content: bytes) -> str:
    """The letters of a PDF, as another program reads them, without the spaces between."""
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return close("".join(pages))


def close(text: str) -> str:
    """The text without spaces: readers of PDF guess them, each in its own way."""
    return "".join(text.split())


def sheet(
    desk: Desk, language: Language, calculator: str = "police-detention", **facts: str
) -> Sheet:
    given = facts or {"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-21T01:10"}
    outcome = desk.calculators.run(calculator, given, now=NOW)
    certificate = desk.calculators.certificate(outcome)
    return calculation_sheet(Wording(desk, language), outcome, certificate)


@pytest.fixture(autouse=True)
def _prepared(qapp: QApplication) -> None:  # noqa: ARG001 - the paper needs the font loaded
    paper.prepare()


@pytest.mark.parametrize("language", Language)
def test_police_detention_fits_one_page(desk: Desk, language: Language) -> None:
    printed = paper.pdf(sheet(desk, language))
    assert printed.pages == 1
    assert printed.content.startswith(b"%PDF")
    text = text_of(printed.content)
    assert close("23:40 (UTC+5)") in text
    assert desk.database.sha256 in text
    assert desk.database.meta["edition"] in text


def test_kazakh_letters_are_embedded_and_can_be_copied(desk: Desk) -> None:
    whole = sheet(desk, Language.KK)
    letters = Paragraph(text=KAZAKH)
    alphabet = Sheet(
        language=Language.KK, kicker="", title=whole.title, blocks=(letters,), footer="",
        page_label="{page}/{pages}",
    )  # fmt: skip
    content = paper.pdf(alphabet).content
    assert close(KAZAKH) in text_of(content)
    assert b"KzrefSans-Regular" in content
    assert close("Күдіктіні ұстап алу") in text_of(paper.pdf(whole).content)


def test_long_ladder_takes_more_pages_and_numbers_them(desk: Desk) -> None:
    facts = {"detained_on": "2026-01-31", "category": "especially-grave"}
    printed = paper.pdf(sheet(desk, Language.EN, "custody-term", **facts))
    assert printed.pages > 1
    text = text_of(printed.content)
    for page in range(1, printed.pages + 1):
        assert close(f"page {page} of {printed.pages}") in text


USUAL = {
    "police-detention": "detained_at=2026-11-20T23:40 protocol_at=2026-11-21T04:10 minor=yes",
    "custody-term": "detained_on=2026-11-20 category=medium",
    "short-custody": "from=2026-11-01 days=10",
    "qualification": "applied_on=2026-11-01 listed_crime=yes",
    "trial-custody": "received_on=2026-08-31 category=grave",
    "appeal": "act=judge-sanction announced_on=2026-11-20",
    "custody-credit": "days=100 measure=custody against=imprisonment regime=medium",
    "custody-permitted": "max_years=7 article=190 part=3 on=2026-11-01 minor=yes",
    "bail": "category=grave intent=intentional on=2026-11-01",
    "fine": "mci=200 on=2026-11-01",
    "drug-offence": "article=297 part=3 on=2026-11-01",
    "drug-size": "substance=гашиш amount=30 dried=yes",
    "responsibility-age": "born_on=2011-05-05 act_on=2026-10-01 article=188",
    "limitation": "category=grave act_on=2020-02-29 minor=yes",
    "parole": "category=especially-grave term_months=120 from=2020-01-31",
    "questioning": "minor=yes",
    "administrative-detention": "detained_at=2026-11-20T23:40",
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("calculator", USUAL)
def test_a_usual_calculation_fits_one_page(desk: Desk, calculator: str, language: Language) -> None:
    facts = dict(fact.split("=") for fact in USUAL[calculator].split())
    most = (
        2 if calculator == "custody-term" else 1
    )  # the ladder: type that is read, before one page
    assert paper.pdf(sheet(desk, language, calculator, **facts)).pages <= most
    assert size_of(sheet(desk, language, calculator, **facts)) >= 9


@pytest.mark.parametrize("language", Language)
def test_a_full_page_leaves_out_the_digests_before_its_letters_are_small(
    desk: Desk, language: Language
) -> None:
    facts = {"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-21T04:10", "minor": "yes"}
    words = Wording(desk, language).words
    full = text_of(paper.pdf(sheet(desk, language, **facts)).content)
    assert close(words("paper.law")) not in full
    assert close(words("calc.arithmetic")) in full
    roomy = text_of(paper.pdf(sheet(desk, language, "questioning", minor="yes")).content)
    assert close(words("paper.law")) in roomy


@pytest.mark.parametrize("language", Language)
def test_two_readings_of_the_limit_take_two_pages_of_large_type(
    desk: Desk, language: Language
) -> None:
    facts = {"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-21T04:10"}
    one = sheet(desk, language, **facts, minor="yes", ground="drugs")
    assert size_of(one) >= 10
    content = paper.pdf(one).content
    first, second = (close(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages)
    words = Wording(desk, language).words
    assert close(words("paper.results")) in first
    assert second.startswith(close(words("calc.arithmetic")))


@pytest.mark.parametrize("language", Language)
def test_a_sheet_of_two_pages_is_set_large_and_cuts_no_section_that_fits(
    desk: Desk, language: Language
) -> None:
    facts = {"detained_on": "2026-03-10", "category": "grave", "requested_months": "9"}
    content = paper.pdf(sheet(desk, language, "custody-term", **facts)).content
    assert size_of(sheet(desk, language, "custody-term", **facts)) >= 9
    words = Wording(desk, language).words
    first, second = (close(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages)
    assert close(words("paper.results")) in first
    assert second.startswith(close(words("calc.arithmetic")))


def test_the_offset_is_said_once_where_all_moments_have_it(desk: Desk) -> None:
    one = sheet(desk, Language.EN)
    tables = [block for block in one.blocks if isinstance(block, Rows)]
    findings = next(block for block in tables if block.layout is Layout.FINDINGS)
    assert findings.head[1].endswith("(UTC+5)")
    assert not any("UTC" in row.value for row in findings.rows)
    facts = {"detained_at": "2024-02-29T14:00", "protocol_at": "2024-02-29T15:00"}
    changed = sheet(
        desk, Language.EN, **facts
    )  # the clock was changed on the night to 1 March 2024
    tables = [block for block in changed.blocks if isinstance(block, Rows)]
    findings = next(block for block in tables if block.layout is Layout.FINDINGS)
    assert not findings.head[1].endswith(")")
    assert any("UTC+6" in row.value for row in findings.rows)
    assert any("UTC+5" in row.value for row in findings.rows)


def test_every_calculator_has_been_printed(desk: Desk) -> None:
    assert set(USUAL) == {one.spec.id for one in desk.calculators.all}


def test_the_number_of_a_step_has_room() -> None:
    font = QFont(FAMILY)
    font.setPointSizeF(max(paper.SIZES))
    inch = 96  # pixels of Qt's style sheets
    dots = font.pointSizeF() * inch / 72
    font.setPixelSize(round(dots))
    assert QFontMetricsF(font).horizontalAdvance("15.") <= paper.INDENT


def test_short_sheet_is_set_in_larger_type_than_a_full_one(desk: Desk) -> None:
    small = sheet(desk, Language.KK)
    large = sheet(desk, Language.EN, "questioning", minor="yes")
    assert size_of(large) == paper.SIZES[0]
    assert size_of(small) < paper.SIZES[0]


@pytest.mark.parametrize("language", Language)
def test_a_handout_goes_overleaf_rather_than_into_small_type(
    desk: Desk, language: Language
) -> None:
    wording = Wording(desk, language)
    pair = (wording, Wording(desk, Language.RU if language is Language.KK else Language.KK))
    longest = 0
    for scenario in desk.database.values(Scenario):
        full = scenario_sheet(wording, scenario, NOW.date(), with_answer=True)
        facing = facing_sheet(pair, scenario, NOW.date(), with_answer=True)
        assert min(map(size_of, (full, facing))) - paper.SMALLER >= 9
        longest = max(longest, paper.pdf(facing).pages)
        plain = scenario_sheet(wording, scenario, NOW.date(), with_answer=False)
        assert paper.pdf(plain).pages == 1  # the question, and the lines to write on under it
    assert longest > 1


@pytest.mark.parametrize("language", Language)
def test_a_page_cuts_no_question_of_a_checklist(desk: Desk, language: Language) -> None:
    for checklist in desk.checklists:
        document = fitted(checklist_sheet(Wording(desk, language), checklist))
        page = document.pageSize().height()
        questions = document.rootFrame().childFrames()
        assert len(questions) >= len(checklist.items)
        for frame in questions:
            bounds = document.documentLayout().frameBoundingRect(frame)
            assert bounds.top() // page == (bounds.bottom() - 1) // page


def size_of(one: Sheet) -> float:
    return fitted(one).defaultFont().pointSizeF()


def fitted(one: Sheet) -> QTextDocument:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(paper.DOTS)
    writer.setPageMargins(paper.MARGINS)
    return paper._fitting(one, writer)[0]


@pytest.fixture
def wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user says that the file shall go."""
    folder = tmp_path / "Құжаттар"
    folder.mkdir()
    monkeypatch.setattr(
        save_row, "ask_path", lambda _parent, _title, suggested, then: then(folder / suggested)
    )
    return folder


def saved(qtbot: QtBot, row: SaveRow, folder: Path) -> Path:
    qtbot.waitUntil(row.isEnabled, timeout=20_000)
    files = list(folder.iterdir())
    assert len(files) == 1, row.said.text()
    assert str(files[0]) in row.said.text()
    return files[0]


@pytest.mark.parametrize(("button", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_calculation_is_saved_from_the_window(
    qtbot: QtBot, window: MainWindow, wanted: Path, button: str, begins: bytes
) -> None:
    window.open(PLACE)
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    row = page.answer.saver.row
    row.buttons[button].click()
    path = saved(qtbot, row, wanted)
    assert path.name == f"police-detention 2026-11-20.{button}"
    assert path.read_bytes().startswith(begins)


def test_calendar_holds_only_what_was_ticked(
    qtbot: QtBot, window: MainWindow, wanted: Path
) -> None:
    window.open(PLACE)
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    saver = page.answer.saver
    saver.row.buttons["ics"].click()
    assert saver.deadlines.isVisibleTo(page)
    assert list(wanted.iterdir()) == []
    offered = saver.deadlines.ticked
    for number in range(1, len(offered)):
        saver.deadlines.tick(number, ticked=False)
    saver.deadlines.confirmed.emit()
    calendar = saved(qtbot, saver.row, wanted).read_bytes()
    assert calendar.count(b"BEGIN:VEVENT") == 1


def test_nothing_is_offered_before_there_is_an_answer(window: MainWindow) -> None:
    window.open(PLACE)
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    assert page.answer.saver.isVisibleTo(page)
    window.open("calc:police-detention?detained_at=2026-02-31T23:40")
    assert not page.answer.saver.isVisibleTo(page)


def test_article_and_checklist_are_printed_from_the_window(
    qtbot: QtBot, window: MainWindow, wanted: Path
) -> None:
    window.open("CPC 131(4)")
    law = window.page("law")
    assert isinstance(law, LawPage)
    law._row.buttons["print"].click()
    path = saved(qtbot, law._row, wanted)
    assert "131(4)" in text_of(path.read_bytes())
    path.unlink()
    checklists = window.show_page("checklists")
    assert isinstance(checklists, ChecklistsPage)
    checklists._row.buttons["list.pdf"].click()
    assert saved(qtbot, checklists._row, wanted).name.endswith(".pdf")


def test_refused_path_is_told_in_the_row(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(save_row, "ask_path", lambda *asked: asked[-1](tmp_path / "gone" / "x.pdf"))
    window.open(PLACE)
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    row = page.answer.saver.row
    row.buttons["pdf"].click()
    qtbot.waitUntil(lambda: "gone" in row.said.text(), timeout=20_000)
