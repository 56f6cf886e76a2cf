"""What a room sees: slides alone, whole and large in every language, and never the user's own."""

from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kzref.model.practice import Scenario
from kzref.model.slide import Deck, PublicSlide, SlideKind
from kzref.model.text import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage
from kzref.ui.projector.audience import Audience
from kzref.ui.projector.decks import FIGURES, Decks
from kzref.ui.projector.presenter import Presenter
from kzref.ui.projector.stage import IVORY, NIGHT, Stage
from kzref.ui.projector.talk import Talk
from kzref.ui.projector.type_area import LINE
from tests.conftest import ROOT

DAY = date(2026, 11, 23)
SIZES = ((1024, 768), (1366, 768), (1920, 1080))
FACT = "2026-11-20T23:40"


@pytest.fixture
def audience(qtbot: QtBot, window: MainWindow) -> Audience:  # noqa: ARG001 - loads the font
    screen = Audience()
    qtbot.addWidget(screen)
    return screen


@pytest.fixture
def presenter(window: MainWindow) -> Iterator[Presenter]:
    opened = window.showing.project()
    opened.audience.showNormal()
    opened.audience.resize(1024, 768)
    yield opened
    opened.close_if_open()
    opened.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def decks(desk: Desk, language: Language) -> Iterator[Deck]:
    made = Decks(desk, catalogue(language), DAY)
    for scenario in desk.database.values(Scenario):
        yield made.deck(f"scenario:{scenario.id}")
    for checklist in desk.checklists:
        yield made.deck(f"checklist:{checklist.id}")
    yield made.deck(FIGURES)


@pytest.mark.parametrize("language", Language)
def test_nothing_is_cut_off_at_any_size(desk: Desk, audience: Audience, language: Language) -> None:
    cut, shown = [], 0
    for deck in decks(desk, language):
        for size in SIZES if deck.place.startswith("scenario") else SIZES[:1]:
            audience.resize(*size)
            for cue in deck.cues:
                audience.show_slide(cue.slide)
                area, edges = audience.area, audience._edges()
                shown += 1
                if (
                    area.widest_word > edges[2] - edges[0] + 1
                    or edges[3] - edges[1] < audience.body * 4
                ):
                    cut.append(f"{deck.place} {cue.name} {size}")
                if area.longest_line > LINE:
                    cut.append(f"{deck.place} {cue.name} {size}: {area.longest_line} letters")
    assert shown > 400
    assert cut == []


def test_every_word_stands_on_some_page(desk: Desk, audience: Audience) -> None:
    deck = Decks(desk, catalogue(Language.RU), DAY).deck("scenario:friday-evening-hours")
    audience.resize(1024, 768)
    slide = deck.cues[-1].slide
    audience.show_slide(slide)
    assert audience.pages > 1
    whole = audience.area._document.toPlainText()
    assert whole == "\n".join((slide.title, *slide.paragraphs))
    height = audience.area._height
    assert audience.area._document.pageSize().height() == height
    pictures = []
    for page in range(audience.pages):
        audience.show_slide(slide, page)
        pictures.append(audience.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))


def test_letters_are_32_points_at_1080_lines(audience: Audience) -> None:
    audience.resize(1920, 1080)
    assert audience.body * 72 / 96 >= 32


@pytest.mark.parametrize("stage", [IVORY, NIGHT])
def test_every_ink_has_a_contrast_of_seven(stage: Stage) -> None:
    for ink in (stage.ink, stage.quiet, stage.alarm):
        assert contrast(ink, stage.ground) >= 7, ink


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_public_screen_takes_slides_only(audience: Audience) -> None:
    class Sly(PublicSlide):
        pass

    sly = Sly(kind=SlideKind.SCENARIO, kicker="", title="", paragraphs=(), source="")
    for private in ("text", QLabel("note"), sly):
        with pytest.raises(TypeError):
            audience.show_slide(private)  # type: ignore[arg-type]
    assert audience.slide is None
    assert audience.findChildren(QWidget) == []


def test_slide_is_frozen_and_holds_words_only() -> None:
    slide = PublicSlide(kind=SlideKind.SCENARIO, kicker="", title="", paragraphs=(), source="")
    with pytest.raises(FrozenInstanceError):
        slide.title = "note"  # type: ignore[misc]
    assert {field.type for field in fields(PublicSlide)} <= {"str", "tuple[str, ...]", str,
                                                             tuple[str, ...], SlideKind, "SlideKind"}  # fmt: skip


def test_linter_keeps_private_rooms_from_the_public_screen() -> None:
    """`make lint` keeps these contracts; here: that they are there, indirect imports included."""
    import tomllib

    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    public = [
        one
        for one in contracts["tool"]["importlinter"]["contracts"]
        if "kzref.ui.projector.audience" in one.get("source_modules", ())
        or "kzref.services.slides" in one.get("source_modules", ())
    ]
    assert len(public) == 2
    assert not any(one.get("allow_indirect_imports") for one in public)
    forbidden = {name for one in public for name in one["forbidden_modules"]}
    assert {
        "kzref.services",
        "kzref.ui.context",
        "kzref.ui.pages",
        "kzref.engine.facts",
    } <= forbidden


def test_facts_and_notes_never_reach_the_room(window: MainWindow, presenter: Presenter) -> None:
    window.open(f"calc:police-detention?detained_at={FACT}")
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    field = page.form.findChildren(QLineEdit)[0]
    assert field.text()
    presenter.own_notes.setPlainText("ask about the brother")
    said = ""
    for _ in range(30):
        slide, _page = presenter.talk.public
        assert slide is presenter.audience.slide
        assert slide is not None
        said += " ".join((slide.title, slide.kicker, slide.source, *slide.paragraphs))
        presenter.do("forward")
    assert "brother" not in said
    assert field.text() not in said


def test_steps_go_from_facts_to_authority(presenter: Presenter) -> None:
    presenter.begin("scenario:fifteen-year-old", presenter.screen())
    names = [cue.name for cue in presenter.deck.cues]
    assert names == ["Facts", "Question", "Vote", "Answer", "Authority"]
    answer = presenter.deck.cues[3].slide.paragraphs[0]
    for at in range(3):
        assert presenter.talk.at == at
        slide = presenter.audience.slide
        assert slide is not None
        assert answer not in slide.paragraphs
        assert answer in presenter.notes.toPlainText()
        presenter.do("forward")
    assert presenter.audience.slide is presenter.deck.cues[3].slide
    assert "CPC art. 541(1)" in " ".join(presenter.deck.cues[4].slide.paragraphs)


def test_list_is_looked_through_before_the_room_sees_anything(
    presenter: Presenter, qtbot: QtBot
) -> None:
    presenter.begin("scenario:fifteen-year-old", presenter.screen())
    presenter.activateWindow()
    qtbot.waitUntil(presenter.isActiveWindow)
    assert presenter.hasFocus()  # letters are keys, and stand in no field
    first = presenter.audience.slide
    QTest.keyClick(presenter, Qt.Key.Key_L)
    assert presenter.listing.hasFocus()
    QTest.keyClick(presenter.listing, Qt.Key.Key_Down)
    assert presenter.audience.slide is first
    QTest.keyClick(presenter.listing, Qt.Key.Key_Escape)
    assert presenter.isVisible()
    assert presenter.listing.current_place() == "scenario:fifteen-year-old"
    QTest.keyClick(presenter, Qt.Key.Key_L)
    QTest.keyClick(presenter.listing, Qt.Key.Key_Down)
    QTest.keyClick(presenter.listing, Qt.Key.Key_Return)
    assert presenter.deck.place == presenter.listing.current_place()
    assert presenter.audience.slide is not first
    assert presenter.hasFocus()


def test_escape_leaves_the_notes_and_not_the_talk(presenter: Presenter, qtbot: QtBot) -> None:
    presenter.begin("scenario:fifteen-year-old", presenter.screen())
    presenter.activateWindow()
    qtbot.waitUntil(presenter.isActiveWindow)
    presenter.own_notes.setFocus()
    QTest.keyClick(presenter.own_notes, Qt.Key.Key_B)
    assert presenter.audience.slide is not None
    QTest.keyClick(presenter.own_notes, Qt.Key.Key_Escape)
    assert presenter.isVisible()
    assert presenter.hasFocus()


@pytest.mark.parametrize("place", ["checklist:first-hours", "register:statistic"])
def test_questions_and_figures_go_on(presenter: Presenter, place: str) -> None:
    presenter.begin(place, presenter.screen())
    seen = [presenter.audience.slide]
    for _ in range(3):
        presenter.do("forward")
        seen.append(presenter.audience.slide)
    assert seen == [cue.slide for cue in presenter.deck.cues[:4]]
    presenter.do("back")
    assert presenter.audience.slide is presenter.deck.cues[2].slide


def test_freeze_keeps_the_room_and_blank_empties_it(presenter: Presenter) -> None:
    presenter.begin("scenario:fifteen-year-old", presenter.screen())
    first = presenter.audience.slide
    presenter.do("freeze")
    presenter.do("forward")
    assert presenter.audience.slide is first
    presenter.do("blank")
    assert presenter.audience.slide is None
    presenter.do("blank")
    assert presenter.audience.slide is first
    presenter.do("freeze")
    assert presenter.audience.slide is presenter.deck.cues[1].slide


def test_keys_work_on_both_windows(presenter: Presenter) -> None:
    presenter.begin("scenario:fifteen-year-old", presenter.screen())
    QTest.keyClick(presenter.audience, Qt.Key.Key_Right)
    assert presenter.talk.at == 1
    QTest.keyClick(presenter, Qt.Key.Key_Left)
    assert presenter.talk.at == 0
    QTest.keyClick(presenter, Qt.Key.Key_B)
    assert presenter.audience.slide is None
    QTest.keyClick(presenter, Qt.Key.Key_Escape)
    assert not presenter.isVisible()
    assert not presenter.audience.isVisible()


def test_language_changes_and_the_step_stays(window: MainWindow, presenter: Presenter) -> None:
    presenter.begin("scenario:fifteen-year-old", presenter.screen())
    presenter.do("forward")
    window.context.speak(Language.KK)
    slide = presenter.audience.slide
    assert slide is not None
    assert slide.title == "Қорғауындағы адам 15 жаста"
    assert presenter.talk.at == 1


def test_neutral_screen_hides_the_room_too(window: MainWindow, presenter: Presenter) -> None:
    window.sheets.hide_everything()
    assert not presenter.audience.isVisible()
    assert not presenter.isVisible()


def test_open_provision_and_checklist_are_shown(window: MainWindow, presenter: Presenter) -> None:
    window.open("CPC 131(4)")
    window.showing.project()
    assert presenter.audience.slide is not None
    assert presenter.audience.slide.title == "CPC art. 131(4)"
    assert "digest" in presenter.audience.slide.source
    window.open("checklist:first-hours")
    window.showing.project()
    assert presenter.deck.place == "checklist:first-hours"


def test_pages_come_before_the_next_step() -> None:
    slide = PublicSlide(kind=SlideKind.SCENARIO, kicker="", title="", paragraphs=(), source="")
    from kzref.model.slide import Cue

    deck = Deck(place="", title="", cues=(Cue(name="a", slide=slide), Cue(name="b", slide=slide)))
    talk = Talk(deck=deck, pages=lambda _slide: 2)
    seen = []
    for _ in range(5):
        seen.append((talk.at, talk.page))
        talk.forward()
    assert seen == [(0, 0), (0, 1), (1, 0), (1, 1), (1, 1)]
    talk.back()
    talk.back()
    assert (talk.at, talk.page) == (0, 1)


@pytest.mark.parametrize("language", Language)
def test_handout_has_the_answer_only_when_asked(desk: Desk, language: Language) -> None:
    from kzref.services.export.html import markup
    from kzref.services.sheets.scenario import scenario_sheet
    from kzref.services.sheets.wording import Wording

    (scenario, *_) = desk.database.values(Scenario)
    wording = Wording(desk, language)
    from html import escape

    answer = escape(wording.text(scenario.answer)).split("\n")
    plain = markup(scenario_sheet(wording, scenario, DAY, with_answer=False))
    full = markup(scenario_sheet(wording, scenario, DAY, with_answer=True))
    assert not any(one in plain for one in answer)
    assert all(one in full for one in answer)
