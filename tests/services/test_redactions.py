"""Two redactions of an act are compared article by article; two languages stand side by side."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kzref.cli.command_line import answer
from kzref.model.errors import InputError
from kzref.model.own_text import OwnText
from kzref.model.text import Language
from kzref.services.desk import Desk
from kzref.services.own.redactions import Change, compare, pairs, two_redactions
from kzref.services.own.text_preview import Wishes

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OLD = """\
Статья 1. Ветер
      1. Ветер дует два часа.
      2. Ветер стихает.
Статья 2. Парус
      Парус полон – всегда.
Статья 3. Штиль
      Штиль тих.
Статья 9. Буря
      Буря громка.
"""
NEW = """\
Статья 1. Ветер
      1. Ветер дует три часа.
      1-1. Ветер теплый.
      2. Ветер стихает.
      Сноска. Статья 1 с изменениями, внесенными Законом РК от 05.06.2021 № 50-VII (вводится в действие с 01.07.2021).
Статья 2. Парус
      Парус полон - всегда.
Статья 2-1. Рея
      Рея длинна.
      Сноска. Кодекс дополнен статьей 2-1 в соответствии с Законом РК от 05.06.2021 № 50-VII (вводится в действие с 01.07.2021).
Статья 3. Штиль
      Сноска. Статья 3 исключена Законом РК от 05.06.2021 № 50-VII (вводится в действие с 01.07.2021).
Статья 9. Буря
      Буря громка.
      Сноска. Статья 9 с изменением, внесенным Законом РК от 06.06.2021 № 51-VII (вводится в действие с 01.07.2021).
"""
KAZAKH = """\
1-бап. Жел
1. Жел үш сағат соғады.
2. Жел басылады.
1-1. Жел жылы.
2-бап. Желкен
Желкен толы.
"""


@pytest.fixture
def own_desk() -> Desk:
    return Desk()


def bring(desk: Desk, folder: Path, text: str, day: date | None, language: Language) -> OwnText:
    path = folder / f"{day}{language}.txt"
    path.write_text(text, encoding="utf-8")
    wishes = Wishes(instrument="cpc-2014", redaction=day, language=language)
    return desk.own_library.bring(desk.own_library.preview(path, wishes), NOW)


@pytest.fixture
def two(own_desk: Desk, tmp_path: Path) -> tuple[OwnText, OwnText]:
    return (
        bring(own_desk, tmp_path, OLD, date(2020, 1, 1), Language.RU),
        bring(own_desk, tmp_path, NEW, date(2021, 7, 1), Language.RU),
    )


def test_changed_articles_are_listed_with_their_laws(
    own_desk: Desk, two: tuple[OwnText, OwnText]
) -> None:
    found = compare(own_desk.own_library, *two)
    assert [(one.article, one.change) for one in found.changes] == [
        ("1", Change.CHANGED),
        ("2-1", Change.ADDED),
        ("3", Change.REMOVED),
        ("9", Change.NOTED),
    ]
    assert found.same == 1  # a dash of another layout is no change
    assert [[law.law for law in one.laws] for one in found.changes] == [
        ["50-VII"],
        ["50-VII"],
        ["50-VII"],
        ["51-VII"],
    ]


def test_units_are_aligned_by_number(own_desk: Desk, two: tuple[OwnText, OwnText]) -> None:
    rows = pairs(own_desk.own_library, *two, "1")
    assert [(row.at, row.change) for row in rows] == [
        ("title", Change.SAME),
        ("(1)", Change.CHANGED),
        ("(1-1)", Change.ADDED),
        ("(2)", Change.SAME),
    ]


def test_languages_are_aligned_by_number_though_their_order_differs(
    own_desk: Desk, two: tuple[OwnText, OwnText], tmp_path: Path
) -> None:
    kazakh = bring(own_desk, tmp_path, KAZAKH, date(2021, 7, 1), Language.KK)
    rows = pairs(own_desk.own_library, two[1], kazakh, "1")
    assert [(row.at, row.second) for row in rows][1:] == [
        ("(1)", "1. Жел үш сағат соғады."),
        ("(1-1)", "1-1. Жел жылы."),
        ("(2)", "2. Жел басылады."),
    ]


def test_days_choose_the_redactions_in_either_order(
    own_desk: Desk, two: tuple[OwnText, OwnText]
) -> None:
    own = own_desk.own_library
    chosen = two_redactions(own, "cpc-2014", date(2026, 1, 1), date(2020, 6, 1), Language.KK)
    assert chosen == two
    for days, key in (
        ((date(2022, 1, 1), date(2023, 1, 1)), "own.compare.one"),
        ((date(2019, 1, 1), date(2023, 1, 1)), "own.compare.none"),
    ):
        with pytest.raises(InputError) as refused:
            two_redactions(own, "cpc-2014", *days, Language.RU)
        assert refused.value.message.key == key


def test_the_command_tells_it(
    two: tuple[OwnText, OwnText], capsys: pytest.CaptureFixture[str]
) -> None:
    assert two
    assert answer(["compare", "CPC", "2020-02-01", "2022-01-01", "--json", "--lang", "ru"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["article"] for one in told["articles"]] == ["1", "2-1", "3", "9"]
    assert told["articles"][0]["units"][0] == {
        "at": "(1)",
        "change": "changed",
        "before": "1. Ветер дует два часа.",
        "after": "1. Ветер дует три часа.",
    }
    assert answer(["compare", "CPC", "2022-01-01", "2023-01-01"]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert answer(["compare", "nothing", "2022-01-01", "2023-01-01"]) == 2
