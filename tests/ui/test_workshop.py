"""A talk in front of a room: simulated clock, law of another day, pointing, votes, handouts."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kzref.model.pinpoint import Pinpoint
from kzref.model.practice import Scenario
from kzref.model.slide import PublicSlide
from kzref.model.text import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.workshop.what_if import Side
from kzref.ui.main_window import MainWindow
from kzref.ui.projector.audience import Audience
from kzref.ui.projector.commands import KEYS, PAGE
from kzref.ui.projector.decks import Decks
from kzref.ui.projector.panels.vote_panel import MOST
from kzref.ui.projector.pointer import units
from kzref.ui.projector.presenter import Presenter
from kzref.ui.projector.stage import IVORY, NIGHT, Stage
from kzref.ui.projector.staging import Staging
from kzref.ui.projector.type_area import LINE, held
from tests.ui.test_projector import SIZES, contrast

DAY = date(2026, 11, 23)
FRIDAY = "scenario:friday-evening-hours"


@pytest.fixture
def presenter(window: MainWindow) -> Iterator[Presenter]:
    opened = window.showing.project()
    opened.audience.showNormal()
    opened.audience.resize(1024, 768)
    opened.begin(FRIDAY, opened.screen())
    yield opened
    opened.close_if_open()
    opened.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shown(presenter: Presenter) -> PublicSlide:
    slide = presenter.audience.slide
    assert slide is not None
    return slide


def lit_in(presenter: Presenter) -> int | None:
    """What the room sees lit."""
    return presenter.audience.lit


def press(presenter: Presenter, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(presenter, key, held or Qt.KeyboardModifier.NoModifier)


def test_simulated_time_moves_the_clocks_of_the_slide_alone(
    window: MainWindow, presenter: Presenter
) -> None:
    real = window.context.clocks.all
    press(presenter, Qt.Key.Key_C)
    before = shown(presenter)
    assert "72 h left" in before.paragraphs[0]
    assert "Simulated time" in before.notice
    press(presenter, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "71 h 50 min left" in shown(presenter).paragraphs[0]
    for _ in range(24):
        press(presenter, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    minor = next(text for text in shown(presenter).paragraphs if "aged 17" in text)
    assert "Passed 10 min ago" in minor
    assert "defence" in minor
    press(presenter, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    minor = next(text for text in shown(presenter).paragraphs if "aged 17" in text)
    assert "Ends at this minute" in minor
    assert window.context.clocks.all == real


def test_slider_and_keys_move_the_same_moment(presenter: Presenter) -> None:
    presenter.do("clock")
    presenter.panels.clock.slider.setValue(90)
    staging = presenter.conductor.staging
    assert staging.clock is not None
    assert staging.moment == staging.clock.begins + timedelta(minutes=90)
    assert "70 h 30 min left" in shown(presenter).paragraphs[0]
    presenter.do("hour_later")
    assert presenter.panels.clock.slider.value() == 150
    for _ in range(100):
        presenter.do("hour_later")
    assert staging.moment == staging.clock.ends
    for _ in range(100):
        presenter.do("hour_earlier")
    assert staging.moment == staging.clock.begins


def test_clock_comes_after_the_answer(presenter: Presenter) -> None:
    steps = [cue.step for cue in presenter.deck.cues]
    assert steps.index("clock") == steps.index("answer") + 1


def test_what_if_names_the_law_and_both_texts(desk: Desk) -> None:
    staging = Staging(Decks(desk, catalogue(Language.EN), date(2020, 1, 1)), FRIDAY)
    staging.day = date(2017, 1, 1)
    cue = staging.what_if()
    assert cue is not None
    said = "\n".join(cue.slide.paragraphs)
    assert "118-VI" in said
    minor = [text for text in cue.slide.paragraphs if text.startswith("B: aged 17")]
    assert "before" in minor[0]
    assert "after" in minor[1]
    assert "1 January 2017" in cue.slide.notice
    assert "1 January 2020" in cue.slide.notice
    assert minor[0].partition(": ")[2] != minor[1].partition(": ")[2]
    staging.side = Side.BEFORE
    before = staging.what_if()
    staging.side = Side.AFTER
    after = staging.what_if()
    assert before is not None
    assert after is not None
    assert before.slide.notice != after.slide.notice
    was, is_now = (text.partition("B: aged 17, ")[2].partition(": ")[2] for text in minor)
    assert f"B: aged 17: {was}" in before.slide.paragraphs
    assert f"B: aged 17: {is_now}" in after.slide.paragraphs
    assert f"B: aged 17: {is_now}" not in before.slide.paragraphs


def test_days_of_change_are_those_of_the_data(desk: Desk) -> None:
    decks = Decks(desk, catalogue(Language.EN), date(2017, 1, 1))
    staging = Staging(decks, FRIDAY)
    found = []
    while staging.next_change() and staging.day is not None and staging.day < date(2026, 12, 1):
        found.append(staging.day)
    versions = {
        version.in_force_from
        for reference in ("CPC 131(4)", "CPC 133(2)", "CC 297(1)")
        for version in desk.library.provision(Pinpoint.parse(reference), DAY).provision.versions
        if date(2017, 1, 1) < version.in_force_from <= DAY
    }
    assert versions
    assert versions <= set(found)
    assert found == sorted(set(found))


def test_every_own_change_shows_a_difference(desk: Desk) -> None:
    """A day to which the button leads is never one on which nothing happens, while it knows own ones."""
    for place in (FRIDAY, "scenario:four-weights-of-heroin", "scenario:remand-school-sale"):
        staging = Staging(Decks(desk, catalogue(Language.EN), date(2026, 11, 23)), place)
        assert staging.previous_change()
        cue = staging.what_if()
        assert cue is not None
        assert "nothing changes" not in cue.slide.paragraphs[0]


def test_limits_of_a_sanction_are_not_said_twice(desk: Desk) -> None:
    staging = Staging(Decks(desk, catalogue(Language.EN), DAY), "scenario:remand-school-sale")
    assert staging.previous_change()
    cue = staging.what_if()
    assert cue is not None
    assert "Imprisonment: 10 to 15 years" in cue.slide.paragraphs[0]
    assert cue.slide.paragraphs[0].count("15") == 1


def test_a_situation_of_an_earlier_law_cites_that_law(desk: Desk) -> None:
    decks = Decks(desk, catalogue(Language.EN), DAY)
    steps = {cue.step: cue.slide for cue in decks.deck("scenario:registration-fine").cues}
    fines = next(text for text in steps["authority"].paragraphs if "492(2)" in text)
    assert "5 MCI" in fines
    assert "7 MCI" not in fines  # of today
    assert all("2016" in slide.source for slide in steps.values())


@pytest.mark.parametrize("language", Language)
def test_every_paragraph_begins_like_a_sentence(desk: Desk, language: Language) -> None:
    decks = Decks(desk, catalogue(language), DAY)
    for scenario in desk.database.values(Scenario):
        staging = Staging(decks, f"scenario:{scenario.id}")
        shown = [cue.slide for cue in staging.deck.cues]
        if staging.previous_change():
            cue = staging.what_if()
            assert cue is not None
            shown.append(cue.slide)
        for slide in shown:
            assert not any(text[:1].islower() for text in (slide.title, *slide.paragraphs))


def test_paragraphs_of_a_situation_match_in_every_language(desk: Desk) -> None:
    for scenario in desk.database.values(Scenario):
        for text in (scenario.facts, scenario.question, scenario.answer):
            assert len({text[language].count("\n") for language in Language}) == 1, scenario.id


def test_presenter_sees_at_a_glance_what_the_room_sees(presenter: Presenter) -> None:
    def told(name: str) -> tuple[bool, str, bool]:
        role = str(presenter.view.state.property("role"))
        return presenter.conductor.is_elsewhere, role, presenter._desk.buttons[name].isChecked()

    for name in ("freeze", "blank"):
        assert told(name) == (False, "", False)
        presenter.do(name)
        presenter.do("forward")
        assert told(name) == (True, "todo", True)
        presenter.do(name)
        assert told(name) == (False, "", False)


def test_what_the_room_sees_stands_in_the_picture_when_it_is_something_else(
    presenter: Presenter, qtbot: QtBot
) -> None:
    frame = presenter.context.inks.bad

    def framed() -> bool:
        picture = presenter.view.now._screen.toImage()
        across = range(picture.width())
        row = picture.height() * 9 // 10
        return any(picture.pixelColor(x, row).name() == frame for x in across)

    qtbot.waitUntil(lambda: not presenter.view.now._screen.isNull())
    assert not framed()
    presenter.do("blank")
    qtbot.waitUntil(framed)
    presenter.do("blank")
    qtbot.waitUntil(lambda: not framed())


def test_a_replaced_constitution_names_its_successor(desk: Desk) -> None:
    staging = Staging(Decks(desk, catalogue(Language.EN), DAY), "scenario:assembly-dates")
    (successor,) = (
        one for one in desk.library.instruments.values() if one.replaces == "const-1995"
    )
    assert successor.in_force_from is not None
    assert staging.previous_change()
    assert staging.day == successor.in_force_from - timedelta(days=1)
    cue = staging.what_if()
    assert cue is not None
    assert any(successor.title.own(Language.EN) in text for text in cue.slide.paragraphs)  # type: ignore[operator]


def test_a_deck_is_made_once(desk: Desk) -> None:
    decks = Decks(desk, catalogue(Language.EN), DAY)
    assert decks.deck(FRIDAY) is decks.deck(FRIDAY)
    assert decks.deck("") is decks.deck("unknown")


def test_only_the_law_that_moved_an_answer_is_named(desk: Desk) -> None:
    """The 24 hours of a minor came with one law; another of these years touched other hours only."""
    decks = Decks(desk, catalogue(Language.EN), date(2020, 1, 1))
    subject = decks.subject(decks.deck(FRIDAY))
    found = decks.dates.differences(subject, date(2017, 1, 1), date(2020, 1, 1))
    minor = next(one for one in found if one.name == "B: aged 17")
    assert any("118-VI" in law for law in minor.laws)
    book = desk.calculators.rulebook
    others = {
        value.amended_by
        for rule in decks.dates._answers.rules(subject.variants[1], (date(2017, 1, 1),))
        for value in book.parameters[rule].history
        if date(2017, 1, 1) < value.in_force_from <= date(2020, 1, 1) and value.amended_by
    } - {"118-VI"}
    assert others
    assert not any(str(name) in law for name in others for law in minor.laws)


def test_nothing_changes_is_said(presenter: Presenter) -> None:
    presenter.conductor.pick(date(2026, 11, 24))
    press(presenter, Qt.Key.Key_W)
    assert "nothing changes" in shown(presenter).paragraphs[0]
    assert "as far as this edition knows" in shown(presenter).paragraphs[0]
    press(presenter, Qt.Key.Key_W)
    assert shown(presenter).paragraphs == presenter.deck.cues[0].slide.paragraphs


def test_next_known_change_is_after_the_day_of_the_window(presenter: Presenter) -> None:
    press(presenter, Qt.Key.Key_N)
    day = presenter.conductor.staging.day
    assert day is not None
    assert day > presenter.context.as_of
    assert presenter.panels.law.field.date().toPython() == day
    begun = [
        one.label.own(presenter.context.language)
        for one in presenter.context.desk.calculators.rulebook.parameters.values()
        if any(value.in_force_from == day for value in one.history)
    ]
    assert begun
    assert all(str(label) in presenter.notes.toPlainText() for label in begun)
    for _ in range(50):
        presenter.do("next_change")
    assert "no later change" in presenter.panels.law.said.text()


def test_side_key_turns_before_after_both(presenter: Presenter) -> None:
    presenter.do("previous_change")
    notices = []
    for _ in range(3):
        notices.append(shown(presenter).notice)
        press(presenter, Qt.Key.Key_T)
    assert len(set(notices)) == 3
    assert shown(presenter).notice == notices[0]


def test_going_on_leaves_the_aside(presenter: Presenter) -> None:
    presenter.do("forward")
    presenter.do("previous_change")
    for _ in range(10):
        if presenter.talk.aside is None:
            break
        presenter.do("forward")
    assert presenter.talk.aside is None
    assert presenter.talk.at == 1


def test_votes_are_bars_with_numbers_after_the_vote(presenter: Presenter) -> None:
    assert "tally" not in [cue.step for cue in presenter.deck.cues]
    for _ in range(3):
        press(presenter, Qt.Key.Key_2)
    press(presenter, Qt.Key.Key_1)
    press(presenter, Qt.Key.Key_1, Qt.KeyboardModifier.ShiftModifier)
    press(presenter, Qt.Key.Key_1, Qt.KeyboardModifier.ShiftModifier)
    steps = [cue.step for cue in presenter.deck.cues]
    assert steps[steps.index("vote") + 1] == "tally"
    tally = presenter.deck.cues[steps.index("tally")].slide
    assert tally.tallies == ("0", "3", "0", "0")
    assert [box.value() for box in presenter.panels.vote.boxes[:4]] == [0, 3, 0, 0]
    presenter.panels.follow("vote.1")
    assert presenter.panels.vote.boxes[0].lineEdit().width() > 20  # the number has room
    presenter.panels.vote.boxes[3].setValue(12)
    assert presenter.deck.cues[steps.index("tally")].slide.tallies == ("0", "3", "0", "12")
    press(presenter, Qt.Key.Key_Delete)
    assert "tally" not in [cue.step for cue in presenter.deck.cues]


def test_votes_are_forgotten_with_the_situation(presenter: Presenter) -> None:
    presenter.do("vote.1")
    presenter._open("scenario:fifteen-year-old")
    assert presenter.conductor.staging.tallies == [0, 0, 0]
    presenter._open(FRIDAY)
    assert presenter.conductor.staging.tallies == [0, 0, 0, 0]


def test_bars_are_as_long_as_their_numbers(audience: Audience) -> None:
    from kzref.model.slide import SlideKind

    audience.resize(1024, 768)
    slide = PublicSlide(
        kind=SlideKind.SCENARIO, kicker="", title="t", paragraphs=("a", "b", "c"), source="",
        tallies=("4", "2", "0"),
    )  # fmt: skip
    audience.show_slide(slide)
    picture = audience.grab().toImage()
    runs = sorted({longest_run(picture, y) for y in range(picture.height())}, reverse=True)
    bars = [run for run in runs if run > 100]
    assert len(bars) >= 2
    assert bars[0] == pytest.approx(2 * bars[1], abs=3) or bars[0] == pytest.approx(
        2 * bars[-1], abs=3
    )


def longest_run(picture: QImage, y: int) -> int:
    """The longest run of black in a line of the picture."""
    best = run = 0
    for x in range(picture.width()):
        run = run + 1 if picture.pixelColor(x, y).lightness() < 16 else 0
        best = max(best, run)
    return best


@pytest.fixture
def audience(qtbot: QtBot, window: MainWindow) -> Audience:  # noqa: ARG001 - loads the font
    screen = Audience()
    qtbot.addWidget(screen)
    return screen


def test_arrows_and_mouse_light_a_sentence_in_the_room(presenter: Presenter) -> None:
    assert lit_in(presenter) is None
    plain = presenter.audience.grab().toImage()
    press(presenter, Qt.Key.Key_Down)
    press(presenter, Qt.Key.Key_Down)
    assert lit_in(presenter) == 1
    lit = presenter.audience.grab().toImage()
    assert dark(lit) > dark(plain) + 200  # a line under it: seen in black and white
    press(presenter, Qt.Key.Key_X)
    assert lit_in(presenter) is None
    at = QPointF(presenter.audience.width() * 0.2, presenter.audience.height() * 0.25)
    presenter._point(at)
    assert lit_in(presenter) is not None
    presenter._point(None)
    assert lit_in(presenter) is None


def dark(picture: QImage) -> int:
    """How many dark points the picture has."""
    return sum(
        picture.pixelColor(x, y).lightness() < 60
        for y in range(0, picture.height(), 2)
        for x in range(0, picture.width(), 2)
    )


def test_a_frozen_room_sees_no_pointing_at_something_else(presenter: Presenter) -> None:
    presenter.do("freeze")
    presenter.do("forward")
    presenter.do("point_down")
    assert presenter.conductor.lit is not None
    assert lit_in(presenter) is None
    presenter.do("freeze")
    presenter.do("point_down")
    assert lit_in(presenter) is not None
    presenter.do("forward")
    assert lit_in(presenter) is None


def test_units_are_the_whole_text(desk: Desk, audience: Audience) -> None:
    audience.resize(1024, 768)
    most = 0
    for language in Language:
        for cue in Decks(desk, catalogue(language), DAY).deck(FRIDAY).cues:
            audience.show_slide(cue.slide)
            area = audience.area
            found = units(area)
            text = area.document.toPlainText()
            assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
            most = max(most, len(found))
    assert most > 20


@pytest.mark.parametrize("stage", [IVORY, NIGHT])
def test_lit_text_has_a_contrast_of_seven(stage: Stage) -> None:
    assert contrast(stage.ink, stage.lit) >= 7


def test_nothing_private_enters_with_clock_votes_or_law(
    window: MainWindow, presenter: Presenter
) -> None:
    fact = "2026-11-20T23:41"
    window.open(f"calc:police-detention?detained_at={fact}")
    field = window.page("calculators").findChildren(QLineEdit)[0]
    presenter.own_notes.setPlainText("ask about the brother")
    said: set[str] = set()
    lines: list[str] = []
    for name in (
        "vote.1", "clock", "hour_later", "what_if", "side", "side", "previous_change", "forward",
        "forward", "forward",
    ):  # fmt: skip
        presenter.do(name)
        slide = shown(presenter)
        assert type(slide) is PublicSlide
        assert presenter.talk.public[0] is slide
        lines += [slide.title, slide.kicker, slide.notice, slide.source, *slide.paragraphs]
        said |= set(slide.tallies)
        assert presenter.conductor.talk.cue.notes not in lines or not presenter.talk.cue.notes
    everything = "\n".join(lines)
    assert "brother" not in everything
    assert field.text() not in everything
    assert "23:41" not in everything
    assert said <= {"0", "1"}


def test_private_words_leave_no_point_on_the_public_screen(presenter: Presenter) -> None:
    presenter.do("clock")
    before = presenter.audience.grab().toImage()
    presenter.own_notes.setPlainText("ask about the brother")
    presenter.notes.setPlainText("a secret")
    presenter.conductor.renew()
    assert presenter.audience.grab().toImage() == before


def test_workshop_is_kept_from_the_users_own(desk: Desk) -> None:
    decks = Decks(desk, catalogue(Language.EN), DAY)
    assert decks._calculators is not desk.calculators
    assert decks._calculators._guard is None


def test_every_command_has_a_sentence_and_works(presenter: Presenter) -> None:
    table = {action.id: action for action in presenter.context.actions}
    for name in KEYS:
        action = table[f"projector.{name}"]
        assert action.page == PAGE
        for language in Language:
            assert catalogue(language).knows(action.label)
    for name in KEYS:
        if name != "change":
            table[f"projector.{name}"].act()
            assert presenter.isVisible()


def test_question_mark_shows_the_keys_of_this_window(presenter: Presenter) -> None:
    QTest.keyClicks(presenter, "?")
    assert presenter._map.isVisible()
    said = presenter._map._reader.toPlainText()
    assert "Simulated time" in said
    assert "option 4" in said
    assert "option 5" not in said
    press(presenter, Qt.Key.Key_Escape)
    assert not presenter._map.isVisible()
    assert presenter.isVisible()


def test_keys_stay_with_a_field_in_which_one_types(presenter: Presenter) -> None:
    box = presenter.panels.vote.boxes[0]
    QTest.keyClick(box, Qt.Key.Key_2)
    assert presenter.conductor.staging.tallies[1] == 0
    QTest.keyClick(presenter.panels.clock.slider, Qt.Key.Key_B)
    assert presenter.audience.slide is None


def test_every_vote_fits_the_keys(desk: Desk) -> None:
    for scenario in desk.database.values(Scenario):
        assert scenario.vote is not None
        assert 2 <= len(scenario.vote.options) <= MOST
        for text in (scenario.vote.ask, *scenario.vote.options):
            assert all(text.own(language) for language in Language)


def test_every_variant_can_be_reckoned(desk: Desk) -> None:
    decks = Decks(desk, catalogue(Language.EN), DAY)
    found = [one for scenario in desk.database.values(Scenario) for one in scenario.variants]
    assert len(found) > 10
    for variant in found:
        answers = decks.dates._answers.of(variant, DAY)
        assert "" not in answers, variant


@pytest.mark.parametrize("language", Language)
def test_no_set_slide_is_cut_off(desk: Desk, audience: Audience, language: Language) -> None:
    cut: list[str] = []
    decks = Decks(desk, catalogue(language), DAY)
    for scenario in desk.database.values(Scenario):
        staging = Staging(decks, f"scenario:{scenario.id}")
        staging.tallies = [7] * len(staging.options)
        slides = [cue.slide for cue in staging.deck.cues if cue.step in {"tally", "clock", "vote"}]
        if staging.previous_change() and (cue := staging.what_if()) is not None:
            slides.append(cue.slide)
        for size in SIZES:
            audience.resize(*size)
            for slide in slides:
                audience.show_slide(slide)
                area, edges = audience.area, audience._edges()
                is_cut = area.widest_word > edges[2] - edges[0] + 1
                is_low = edges[3] - edges[1] < audience.body * 4
                if is_cut or is_low or area.longest_line > LINE:
                    cut.append(f"{scenario.id} {slide.kicker} {size} {area.longest_line}")
    assert cut == []


def test_both_handouts_are_written_beside_each_other(
    presenter: Presenter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    panel = presenter.panels.handout
    path = tmp_path / "friday.docx"
    monkeypatch.setattr("kzref.ui.widgets.save_row.ask_path", lambda *asked: asked[-1](path))
    panel.form.setCurrentText("Word")
    panel.second.setCurrentIndex(panel.second.findData("kk"))
    panel.save("pair")
    answers = tmp_path / "friday-answers.docx"
    qtbot.waitUntil(answers.exists, timeout=20_000)
    assert path.read_bytes() != answers.read_bytes()


def test_short_paragraphs_are_not_torn_between_pages(desk: Desk, audience: Audience) -> None:
    audience.resize(1024, 768)
    seen = 0
    for scenario in desk.database.values(Scenario):
        deck = Decks(desk, catalogue(Language.KK), DAY).deck(f"scenario:{scenario.id}")
        audience.show_slide(deck.cues[-1].slide)
        area = audience.area
        block = area.document.begin().next().next()
        while block.isValid():
            box = area.document.documentLayout().blockBoundingRect(block)
            first, last = (int(y // area.page_height) for y in (box.top(), box.bottom() - 1))
            if box.height() < area.page_height / 2:
                assert first == last, block.text()
                seen += 1
            block = block.next()
    assert seen > 50


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("до 23 ноября 2026 г. (пн), 19:40", "23 ноября 2026 г. (пн),"),
        ("шегі 2026 ж. 23 қараша (дс), 19:40", "2026 ж. 23 қараша (дс),"),
        ("until 23 November 2026 (Mon), 19:40", "23 November 2026 (Mon),"),
        ("в статьях 301 и 303 УК, когда", "303 УК,"),
        ("дело У., О. говорит", "У., О. говорит"),
    ],
)
def test_what_belongs_together_stands_on_one_line(text: str, kept: str) -> None:
    assert kept.replace(" ", "\N{NO-BREAK SPACE}") in held(text)


def test_a_year_is_not_tied_to_any_word() -> None:
    assert "закон 1995" in held("Действует закон 1995 года в изложении наблюдателей")
