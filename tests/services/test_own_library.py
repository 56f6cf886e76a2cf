"""The user's texts are understood first, stored once, and opened by any pinpoint as of a day."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kzref.engine.words.figures_in_words import figures
from kzref.model.errors import InputError
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.services.desk import Desk
from kzref.services.own.currency_guard import CurrencyGuard
from kzref.services.own.library import OwnLibrary
from kzref.services.own.text_preview import Wishes
from kzref.store.library_db import LibraryDb

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = date(2026, 11, 23)

ACT = """\
Статья 131. Лодка

      1. Лодка стоит у причала.

      4. Лодку держат на привязи не более {hours} часов, {minor} – двадцати четырех часов, а в бурю – семидесяти двух часов:

      1) у мола;

      5) у камня.

      Привязь проверяют.

      Сноска. Статья 131 с изменениями, внесенными законами РК от 22.12.2017 № 918-VI (вводится в действие с 01.03.2018){law}.
Статья 132. Весло

      Весло сушат.
"""
OLD = ACT.format(hours="семидесяти двух", minor="малую", law="")
NEW = ACT.format(
    hours="тридцати шести",
    minor="малую",
    law="; от 05.06.2026 № 300-VIII (вводится в действие с 01.08.2026)",
)


class World:
    """A library in a folder of its own, and files to bring."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.folder = folder
        self.own = OwnLibrary(LibraryDb(folder / "library.db"), desk.library)
        self.guard = CurrencyGuard(desk.database, desk.library, self.own)

    def file(self, text: str, name: str = "winds.txt") -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def bring(self, text: str, *, redaction: date | None = None, **more: Language | None) -> None:
        wishes = Wishes(instrument="cpc-2014", redaction=redaction, language=more.get("language"))
        self.own.bring(self.own.preview(self.file(text), wishes), NOW)

    def text(self, place: str, day: date = LATER, language: Language = Language.RU) -> str:
        return self.own.official(Pinpoint.parse(place), day, language).text


@pytest.fixture
def world(desk: Desk, tmp_path: Path) -> World:
    return World(desk, tmp_path)


def refusal(world: World, place: str, day: date = LATER) -> str:
    with pytest.raises(InputError) as refused:
        world.text(place, day)
    return refused.value.message.key


def test_a_preview_stores_nothing(world: World) -> None:
    preview = world.own.preview(world.file(OLD), Wishes(instrument="CPC"))
    assert (preview.articles, preview.work, preview.language) == (2, "cpc-2014", Language.RU)
    assert world.own.texts() == ()


def test_every_pinpoint_opens_exactly_its_words(world: World) -> None:
    world.bring(OLD)
    assert world.text("CPC 131(4)(5)") == "5) у камня."
    assert world.text("CPC 131(4)").splitlines()[1:] == [
        "1) у мола;",
        "5) у камня.",
        "Привязь проверяют.",
    ]
    assert world.text("CPC 132") == "Весло сушат."
    assert "Сноска" not in world.text("CPC 131")


def test_a_place_without_text_opens_the_nearest_larger_one(world: World) -> None:
    world.bring(OLD)
    found = world.own.official(Pinpoint.parse("CPC 132(1)"), LATER, Language.RU)
    assert (str(found.place), found.text) == ("CPC 132", "Весло сушат.")
    assert refusal(world, "CPC 600") == "own.no_place"


def test_notes_and_amendments_stand_beside_the_words(world: World) -> None:
    world.bring(NEW)
    found = world.own.official(Pinpoint.parse("CPC 131"), LATER, Language.RU)
    assert [one.law for one in found.amendments] == ["918-VI", "300-VIII"]
    assert len(found.notes) == 1


def test_the_day_chooses_the_redaction(world: World) -> None:
    world.bring(OLD, redaction=date(2018, 3, 1))
    world.bring(NEW, redaction=date(2026, 8, 1))
    assert "семидесяти двух часов, малую" in world.text("CPC 131(4)", date(2026, 7, 31))
    assert "тридцати шести часов" in world.text("CPC 131(4)", date(2026, 8, 1))
    assert refusal(world, "CPC 131(4)", date(2018, 2, 28)) == "own.no_redaction"
    old = world.own.official(Pinpoint.parse("CPC 131"), date(2020, 1, 1), Language.RU)
    assert old.until == date(2026, 8, 1)


def test_without_a_text_it_is_said_that_none_was_imported(world: World) -> None:
    assert refusal(world, "CPC 131") == "official.not_imported"


def test_a_reader_of_another_language_gets_the_language_there_is(world: World) -> None:
    world.bring(OLD)
    found = world.own.official(Pinpoint.parse("CPC 132"), LATER, Language.KK)
    assert found.source.language is Language.RU


def test_the_same_file_twice_is_one(world: World) -> None:
    world.bring(OLD)
    world.bring(OLD)
    assert len(world.own.texts()) == 1


def test_the_same_file_as_something_else_is_refused(world: World) -> None:
    world.bring(OLD)
    preview = world.own.preview(world.file(OLD), Wishes(instrument="cc-2014"))
    with pytest.raises(InputError) as refused:
        world.own.bring(preview, NOW)
    assert refused.value.message.key == "own.is_here_as"


def test_nothing_is_overwritten_unasked(world: World) -> None:
    world.bring(OLD, redaction=date(2026, 8, 1))
    wishes = Wishes(instrument="cpc-2014", redaction=date(2026, 8, 1))
    preview = world.own.preview(world.file(NEW), wishes)
    with pytest.raises(InputError) as refused:
        world.own.bring(preview, NOW)
    assert refused.value.message.key == "own.same_redaction"
    world.own.bring(preview, NOW, replacing=True)
    assert "тридцати шести" in world.text("CPC 131(4)")


def test_a_deleted_text_comes_back(world: World) -> None:
    world.bring(OLD)
    (text,) = world.own.texts()
    world.own.delete(text, NOW)
    assert refusal(world, "CPC 131") == "official.not_imported"
    world.own.restore(text)
    assert world.text("CPC 132") == "Весло сушат."


def test_the_act_is_guessed_from_its_number_and_said(world: World) -> None:
    head = "КОДЕКС\nот 4 июля 2014 года № 231-V ЗРК\nпо состоянию на 16.09.2025\n"
    preview = world.own.preview(world.file(head + OLD))
    assert (preview.work, preview.redaction) == ("cpc-2014", date(2025, 9, 16))
    keys = [guess.key for guess in preview.guesses]
    assert keys == ["own.guess.language", "own.guess.act", "own.guess.stated_redaction"]


def test_a_redaction_is_guessed_from_the_latest_law(world: World) -> None:
    preview = world.own.preview(world.file(NEW), Wishes(instrument="cpc-2014"))
    assert preview.redaction == date(2026, 6, 5)
    assert "own.guess.redaction" in [guess.key for guess in preview.guesses]


def test_an_act_that_cannot_be_told_is_refused(world: World) -> None:
    with pytest.raises(InputError) as refused:
        world.own.preview(world.file(OLD))
    assert refused.value.message.key == "own.which_act"


def test_the_guard_names_a_law_later_than_the_verified_text(world: World) -> None:
    place = Pinpoint.parse("CPC 131(4)")
    assert world.guard.warnings(place) == ()
    world.bring(NEW)
    said = [one for one in world.guard.warnings(place) if one.key == "own.guard.amended"]
    assert [one.arguments["law"] for one in said] == ["300-VIII"]


def test_the_guard_says_where_a_figure_differs(world: World) -> None:
    place = Pinpoint.parse("CPC 131(4)")
    world.bring(NEW)
    said = [one for one in world.guard.warnings(place) if one.key == "own.guard.figure"]
    assert [one.arguments["ours"] for one in said] == [48]


def test_the_guard_is_silent_about_older_texts(world: World) -> None:
    world.bring(OLD, redaction=date(2015, 1, 1))  # before our figure began
    assert world.guard.warnings(Pinpoint.parse("CPC 131(4)")) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("не более сорока восьми часов", [(48, "hour")]),
        ("қырық сегіз сағаттан аспайтын", [(48, "hour")]),
        ("в течение двух месяцев, десяти суток", [(2, "month"), (10, "day")]),
        ("екі айға, он екі тәулікке", [(2, "month"), (12, "day")]),
        ("от тридцати до пятидесяти месячных расчетных показателей", [(50, "mci")]),
        ("двухсоткратного месячного расчетного показателя", [(200, "mci")]),
        ("жүз елу айлық есептік көрсеткіш", [(150, "mci")]),
        ("пяти тысяч месячных расчетных показателей", [(5000, "mci")]),
        ("трех календарных дней", [(3, "day")]),
        ("статьи 131 и части второй", []),
        ("72 часов", [(72, "hour")]),
    ],
)
def test_figures_written_out_are_read(words: str, expected: list[tuple[int, str]]) -> None:
    assert [(int(one.value), one.unit.value) for one in figures(words)] == expected


def test_the_real_code_goes_in_whole(world: World, shared: Path) -> None:
    path = shared / "law" / "cpc-2014-ru.txt"
    preview = world.own.preview(path)
    assert preview.articles == 686
    assert preview.structure.unclassified == ()
    assert (preview.work, preview.language, preview.redaction) == (
        "cpc-2014",
        Language.RU,
        date(2026, 1, 3),
    )
    printed = path.read_text(encoding="utf-8")
    kept = "".join("".join(unit.text for unit in preview.structure.units).split())
    assert len(kept) == len("".join(printed.split()))
    world.own.bring(preview, NOW)
    lines = {line.strip() for line in printed.splitlines()}
    for place, start in (
        ("CPC 131(4)(5)", "5) "),
        ("CPC 145(3)", "3. "),
        ("CPC 151(10)", "10. "),
        ("CPC 152(6)", "6. "),
    ):
        text = world.text(place)
        assert text.startswith(start)
        assert set(text.splitlines()) <= lines


def test_no_parameter_differs_from_the_real_code(world: World, shared: Path, desk: Desk) -> None:
    world.own.bring(world.own.preview(shared / "law" / "cpc-2014-ru.txt"), NOW)
    for reference in sorted(desk.database.pinpoints()):
        if reference.startswith("CPC "):
            assert world.guard.warnings(Pinpoint.parse(reference)) == ()
