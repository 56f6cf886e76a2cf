"""The page of calculators: large answers, keys of one hand, dates as people write them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit

from kzref.ui.main_window import MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage

PLACE = "calc:police-detention?detained_at=2026-11-20T23:40"


@pytest.fixture
def page(window: MainWindow) -> CalculatorsPage:
    window.open(PLACE)
    opened = window.page("calculators")
    assert isinstance(opened, CalculatorsPage)
    return opened


def field(page: CalculatorsPage, name: str) -> QLineEdit:
    found = page.form.field(name)
    assert isinstance(found, QLineEdit)
    return found


def choice(page: CalculatorsPage, name: str) -> QComboBox:
    found = page.form.field(name)
    assert isinstance(found, QComboBox)
    return found


def minor(page: CalculatorsPage) -> QCheckBox:
    found = page.form.field("minor")
    assert isinstance(found, QCheckBox)
    return found


def test_times_stand_as_people_write_them(window: MainWindow, page: CalculatorsPage) -> None:
    assert field(page, "detained_at").text() == "20.11.2026 23:40"
    window.open("calc:custody-term?detained_on=2026-10-01&category=grave")
    assert field(page, "detained_on").text() == "01.10.2026"


def test_answer_comes_first_and_arithmetic_on_demand(
    window: MainWindow, page: CalculatorsPage
) -> None:
    words = window.context.words
    text = page.answer.reader.toPlainText()
    title = words("result.police-detention.release_by")
    assert text.strip().startswith(title)
    assert "Police detention on suspicion" in text or "48 hours" in text
    steps = (
        [words.say(step.message) for step in page.answer.outcome.trace]
        if page.answer.outcome
        else []
    )
    assert steps
    assert all(step not in text for step in steps)
    page.answer.reader.setFocus()
    QTest.keyClick(page.answer.reader, Qt.Key.Key_T)
    assert all(step in page.answer.reader.toPlainText() for step in steps)
    QTest.keyClick(page.answer.reader, Qt.Key.Key_T)
    assert all(step not in page.answer.reader.toPlainText() for step in steps)


def test_seldom_facts_wait_until_they_are_filled_in(
    window: MainWindow, page: CalculatorsPage
) -> None:
    seldom = field(page, "admin_from")
    assert not seldom.isVisibleTo(page)
    assert field(page, "protocol_at").isVisibleTo(page)
    page.form._more.click()
    assert seldom.isVisibleTo(page)
    page.form._more.click()
    assert not seldom.isVisibleTo(page)
    window.open(f"{PLACE}&admin_from=2026-11-20T20:00")
    assert seldom.isVisibleTo(page), "a fact that counts is never hidden"
    page.form._more.click()
    assert seldom.isVisibleTo(page)


def test_numeric_pad_is_enough(window: MainWindow, page: CalculatorsPage) -> None:
    page.form.enter({})
    first = field(page, "detained_at")
    first.setFocus()
    for key in "20112340":
        QTest.keyClick(first, Qt.Key(ord(key)), Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(first, Qt.Key.Key_Enter)
    assert window.focusWidget() is field(page, "protocol_at")
    QTest.keyClick(field(page, "protocol_at"), Qt.Key.Key_Enter)
    assert window.focusWidget() is minor(page)
    QTest.keyClick(minor(page), Qt.Key.Key_Plus)
    assert minor(page).isChecked()
    ground = choice(page, "ground")
    ground.setFocus()
    QTest.keyClick(ground, Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier)
    assert ground.currentData() == "drugs"
    assert window.current == "calculators", "the digit is the ground here, not a tab"
    QTest.keyClick(ground, Qt.Key.Key_0)
    assert ground.currentData() == "none"
    assert page.form.written(window.context.now)["minor"] == "yes"


def test_m_and_g_work_while_a_time_is_typed(window: MainWindow, page: CalculatorsPage) -> None:
    first = field(page, "detained_at")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_M)
    assert minor(page).isChecked()
    QTest.keyClick(first, Qt.Key.Key_M)
    assert not minor(page).isChecked()
    first.setText("-30")
    QTest.keyClick(first, Qt.Key.Key_M)
    assert first.text() == "-30m"
    QTest.keyClick(field(page, "protocol_at"), Qt.Key.Key_G)
    assert window.focusWidget() is choice(page, "ground")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_targets_are_large_and_names_whole(
    window: MainWindow, qapp: QApplication, page: CalculatorsPage, size: tuple[int, int]
) -> None:
    window.resize(*size)
    qapp.processEvents()
    for name in page.facts.chooser.places():
        window.open(f"calc:{name}")
        qapp.processEvents()
        for one in page.form.findChildren(QLineEdit) + page.form.findChildren(QComboBox):
            assert one.height() >= 44 or not one.isVisible()
        title = page.facts.chooser
        assert title.fontMetrics().horizontalAdvance(title.currentText()) <= title.width() - 40


def test_next_calculator_by_key(window: MainWindow, page: CalculatorsPage) -> None:
    page.answer.reader.setFocus()
    QTest.keyClick(page.answer.reader, Qt.Key.Key_J)
    assert page.place == "calc:custody-term"
    assert window.current == "calculators"


LATE = "calc:police-detention?detained_at=2026-11-22T23:40&protocol_at=2026-11-21T05:00"


def test_a_fault_stands_under_its_field_and_what_holds_is_answered(
    window: MainWindow, page: CalculatorsPage
) -> None:
    window.open(LATE)
    fault, protocol = page.form.fault, field(page, "protocol_at")
    assert fault.isVisibleTo(page)
    assert fault.y() > protocol.y()
    assert fault.y() < minor(page).y() or fault.y() == 0, "under its own field"
    assert protocol.accessibleDescription() == fault.text()
    said = page.answer.reader.toPlainText()
    assert "24 November 2026 (Tue)" in said, "48 hours from the fact, whatever the protocol says"
    assert window.context.words("fact.protocol_at") in said
    assert page.answer.outcome is None, (
        "an answer that leaves a fact out is neither copied nor saved"
    )
    assert not page.answer.saver.isVisibleTo(page)
    assert window.context.clocks.run_for("police-detention")
    page.take_focus()
    assert window.focusWidget() is protocol


def test_a_mended_fact_is_at_fault_no_more(window: MainWindow, page: CalculatorsPage) -> None:
    window.open(LATE)
    window.open(LATE.replace("11-21", "11-23"))
    assert not page.form.fault.isVisibleTo(page)
    assert field(page, "protocol_at").accessibleDescription() == ""
    assert page.answer.outcome is not None
    assert page.answer.saver.isVisibleTo(page)


def test_without_a_fact_that_is_required_there_is_no_answer(
    window: MainWindow, page: CalculatorsPage
) -> None:
    window.open("calc:appeal?act=judge-sanction&announced_on=2026-02-31")
    assert page.form.fault.isVisibleTo(page)
    assert "2026-02-31" in page.form.fault.text()
    said = page.answer.reader.toPlainText()
    assert window.context.words("fact.announced_on") in said
    assert not page.answer.saver.isVisibleTo(page)


def test_nothing_is_chosen_for_the_lawyer(window: MainWindow, page: CalculatorsPage) -> None:
    window.open("calc:custody-term?detained_on=2026-10-01")
    assert choice(page, "category").currentData() == ""
    assert page.answer.outcome is None
    assert window.context.words("fact.category") in page.answer.reader.toPlainText()
    choice(page, "category").setFocus()
    QTest.keyClick(choice(page, "category"), Qt.Key.Key_3)
    assert choice(page, "category").currentData() == "grave"


def test_stretches_of_days_stand_and_are_typed_as_people_write_them(
    window: MainWindow, page: CalculatorsPage
) -> None:
    facts = "detained_on=2026-10-01&category=grave&earlier=2025-06-01..2025-06-10"
    window.open(f"calc:custody-term?{facts}")
    earlier = field(page, "earlier")
    assert earlier.text() == "01.06.2025 – 10.06.2025"
    earlier.setText("01.06.25 - 10.06.25, 0108 - 0508")
    written = page.form.written(window.context.now)["earlier"]
    year = window.context.now.year
    assert written == f"2025-06-01..2025-06-10,{year}-08-01..{year}-08-05"


def test_a_note_that_several_answers_share_is_said_once(
    window: MainWindow, page: CalculatorsPage
) -> None:
    window.open("calc:questioning?minor=yes")
    outcome = page.answer.outcome
    assert outcome is not None
    assert outcome.results[0].note is not None
    assert outcome.results[0].note == outcome.results[1].note
    said = window.context.words.say(outcome.results[0].note)
    assert page.answer.reader.toPlainText().count(said) == 1


def test_both_bounds_of_bail_come_before_the_cautions(
    window: MainWindow, page: CalculatorsPage
) -> None:
    window.open("calc:bail?category=medium&on=2026-11-20")
    outcome, words = page.answer.outcome, window.context.words
    assert outcome is not None
    text = page.answer.reader.toPlainText()
    titles = [
        text.index(words(f"result.bail.{bound}"))
        for bound in ("min_mci", "max_mci", "min_kzt", "max_kzt")
    ]
    assert titles == sorted(titles)
    assert titles[-1] < text.index(words.say(outcome.cautions[0].message))
    assert text.count(words("result.bail.max_kzt")) == 1


def test_the_others_are_named_only_where_no_list_of_them_stands(
    window: MainWindow, page: CalculatorsPage
) -> None:
    window.open("calc:custody-term")
    heading = window.context.words("lectern.other_calculators")
    for width, is_named in ((1024, True), (1920, False), (1024, True)):
        window.resize(width, 768)
        QApplication.processEvents()
        assert (heading in page.answer.reader.toPlainText()) is is_named


def test_a_calendar_is_offered_only_for_a_day(window: MainWindow, qapp: QApplication) -> None:
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    button = page.answer.saver.row.buttons["ics"]
    for place, has_day in (
        ("calc:drug-size?substance=heroin&amount=0.5&unit=g", False),
        ("calc:police-detention?detained_at=2026-11-20T23:40", True),
    ):
        window.open(place)
        qapp.processEvents()
        assert page.answer.outcome is not None
        assert button.isHidden() is not has_day


def test_arithmetic_stands_open_where_all_of_the_answer_is_seen(window: MainWindow) -> None:
    window.resize(1920, 1080)
    window.open("calc:fine?mci=200&on=2026-05-10")
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    QApplication.processEvents()
    page.refresh()
    words, outcome = window.context.words, page.answer.outcome
    assert outcome is not None
    said = [words.say(step.message) for step in outcome.trace]
    assert all(step in page.answer.reader.toPlainText() for step in said)
    page.answer.turn_trace()
    assert all(step not in page.answer.reader.toPlainText() for step in said)
    page.refresh()
    assert all(step not in page.answer.reader.toPlainText() for step in said), "once folded, folded"


@pytest.mark.parametrize("pasted", ["Ruling of 12 November 2026 on custody. " * 9, "٢٩٧", "<b>"])
def test_a_pasted_text_is_no_article_and_is_told_briefly(window: MainWindow, pasted: str) -> None:
    window.open("calc:drug-offence?article=297&part=3&on=2026-05-01")
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    field(page, "article").setText(pasted)
    page.refresh()
    assert page.answer.outcome is None
    told = page.form.fault.text()
    assert pasted[:20] in told
    assert len(told) < 200


def test_thousands_may_be_set_apart(window: MainWindow) -> None:
    window.open("calc:fine?mci=1&on=2026-05-10")
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    field(page, "mci").setText("1 000")
    assert page.form.written(window.context.now)["mci"] == "1000"
    field(page, "mci").setText("1\u00a0513\u202f750")
    assert page.form.written(window.context.now)["mci"] == "1513750"
    field(page, "mci").setText("1 00")
    assert page.form.written(window.context.now)["mci"] == "1 00"
