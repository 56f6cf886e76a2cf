"""Irregularities of real codes, each in words of our own: nothing is lost, nothing is misplaced."""

from datetime import date

import pytest

from kzref.model.own_text import Action, Structure, Unit, UnitKind
from kzref.readers.act_structure import structure_act
from kzref.readers.formats import read_bytes


def structure(text: str) -> Structure:
    return structure_act(read_bytes(text.encode(), "act").paragraphs)


def placed(found: Structure, *kinds: UnitKind) -> list[tuple[str, str]]:
    return [(unit.holder, unit.at) for unit in found.units if not kinds or unit.kind in kinds]


def headings(found: Structure) -> list[tuple[str, str]]:
    return [(unit.level, unit.number) for unit in found.units if unit.level]


def the(found: Structure, kind: UnitKind) -> list[Unit]:
    return [unit for unit in found.units if unit.kind is kind]


def test_a_title_in_capitals_between_chapters_is_no_text_of_the_article_above() -> None:
    found = structure(
        "Глава 1. Ветер\nСтатья 1. Сила\nВетер силен.\nЗАКЛЮЧИТЕЛЬНЫЕ ПОЛОЖЕНИЯ\nСтатья 2. День\nСегодня.\n"
    )
    assert headings(found)[2] == ("division", "")
    assert placed(found, UnitKind.TEXT) == [("1", ""), ("2", "")]


def test_a_chapter_title_in_capitals_over_two_lines_is_one_heading() -> None:
    found = structure("ГЛАВА 1. НАРУШЕНИЯ\nПОКОЯ ВЕТРА\nСтатья 1. Сила\nВетер силен.\n")
    assert the(found, UnitKind.HEADING)[0].text == "ГЛАВА 1. НАРУШЕНИЯ ПОКОЯ ВЕТРА"


def test_numbered_titles_without_their_level_are_headings() -> None:
    found = structure(
        "2-тарау. Қайықтар\n57-бап. Ескек\n1. Ескек ұзын.\n2. Ескек қысқа.\n2. Қайық серiктестiгi\n"
        "1. Жалпы ережелер\n58-бап. Зәкір\nЗәкір ауыр.\n"
    )
    assert headings(found) == [
        ("chapter", "2"), ("article", "57"), ("paragraph", "2"), ("paragraph", "1"), ("article", "58"),
    ]  # fmt: skip
    assert placed(found, UnitKind.PART) == [("57", "(1)"), ("57", "(2)")]
    assert found.doubts == ()


def test_a_marked_heading_with_the_number_of_an_inserted_article_is_one() -> None:
    found = structure("#### 54-бап. Жел\n\n1. Жел күшті.\n\n##### 54-1. Дауыл\n\nДауыл қатты.\n")
    assert headings(found) == [("article", "54"), ("article", "54-1")]


def test_kazakh_headings_with_a_latin_i_are_headings() -> None:
    found = structure("ЖАЛПЫ БӨЛIК\n1-БӨЛIМ. ЖЕЛ\n1-кiшi бөлiм. Күш\n1-бап. Дауыл\nДауыл қатты.\n")
    assert [level for level, _ in headings(found)] == [
        "division", "section", "subsection", "article",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading", ["Статья 65¹. Ветер", "65¹-бап. Жел", "Статья 65 - 1. Ветер", "65 – бап. Жел"]
)
def test_raised_and_spaced_numbers_are_numbers(heading: str) -> None:
    found = structure(f"{heading}\n1. а.\n1¹. б.\n2) в;\n2¹) г.\n")
    assert the(found, UnitKind.ARTICLE)[0].number == ("65" if "–" in heading else "65-1")
    assert [at for _, at in placed(found, UnitKind.PART, UnitKind.POINT)] == [
        "(1)", "(1-1)", "(1-1)(2)", "(1-1)(2-1)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Статья 2. Исключена Законом РК от 05.06.2021 № 50-VII (вводится в действие с 01.07.2021).",
        "Статья 2 исключена Законом РК от 05.06.2021 № 50-VII (вводится в действие с 01.07.2021).",
        "2-бап. Алып тасталды - ҚР 05.06.2021 № 50-VII (01.07.2021 бастап қолданысқа енгізіледі) Заңымен.",
        "2-бап алып тасталды - ҚР 05.06.2021 № 50-VII (01.07.2021 бастап қолданысқа енгізіледі) Заңымен.",
        "2-баптың күші жойылды",
    ],
)
def test_an_article_of_which_only_its_exclusion_is_left(line: str) -> None:
    found = structure(f"Статья 1. Ветер\nВетер силен.\n{line}\nСтатья 3. Дождь\nДождь мокрый.\n")
    if "баптың" in line:  # inflected: running text, never a heading
        assert found.count(UnitKind.ARTICLE) == 2
        return
    assert found.count(UnitKind.ARTICLE) == 3
    (gone,) = [unit for unit in found.units if unit.is_excluded]
    assert (gone.number, gone.kind) == ("2", UnitKind.ARTICLE)
    (change,) = found.amendments
    assert (change.holder, change.action, change.in_force_from) == (
        "2", Action.EXCLUDED, date(2021, 7, 1),
    )  # fmt: skip
    assert found.doubts == ()


def test_an_exclusion_under_its_title_is_a_note_though_it_lacks_the_word() -> None:
    found = structure(
        "Статья 1. Ветер\nСтатья 1 исключена Законом РК от 05.06.2021 № 50-VII (вводится в действие с 01.07.2021).\n"
    )
    assert [unit.kind for unit in found.units] == [UnitKind.ARTICLE, UnitKind.AMENDMENT]


def test_a_part_that_has_run_out_is_excluded() -> None:
    found = structure(
        "Статья 1. Ветер\n1. а.\n2. Действовал до 01.01.2022 в соответствии с Законом РК от 27.12.2019 № 295-VІ.\n"
    )
    assert [unit.at for unit in found.units if unit.is_excluded] == ["(2)"]
    assert [(one.law, one.action) for one in found.amendments] == [("295-VI", Action.EXCLUDED)]


QUOTED = """\
467-бап. Қолданысқа енгізу
1. Күші жойылды деп танылсын:
1) ескі кодекс.
Бұл ретте 51-бап мынадай редакцияда жазылсын:
"51-бап. Жел
1. Жел соғады.
Жел "Дауыл туралы" Заңға сәйкес соғады.
2. Жел тынады.
Ескертпе. Жел бостандықта.";
2) ескі заң.
Ескерту. 467-бапқа өзгеріс енгізілді - ҚР 13.11.2015 № 400-V (01.01.2016 бастап қолданысқа енгізіледі) Заңымен.
"""


def test_an_article_quoted_within_an_article_adds_no_parts_to_it() -> None:
    found = structure(QUOTED)
    assert placed(found, UnitKind.PART, UnitKind.POINT) == [
        ("467", "(1)"), ("467", "(1)(1)"), ("467", "(1)(2)"),
    ]  # fmt: skip
    assert found.count(UnitKind.NOTE) == 0
    assert found.count(UnitKind.AMENDMENT) == 1
    assert found.doubts == ()


def test_a_quotation_mark_that_is_never_closed_swallows_no_article() -> None:
    found = structure(
        "Статья 1. Ветер\n«1. Ветер силен.\n2. Слаб.\nСтатья 2. Дождь\n1. Мокрый»;\n2. Сух.\n"
    )
    assert found.count(UnitKind.ARTICLE) == 2


SIGNED = "Статья 1. Ветер\n1. а.\nПрезидент\nРеспублики Казахстан А. Лодочников\n"


@pytest.mark.parametrize(
    "annex",
    [
        "Приложение 1\nк Кодексу ветров\nПЕРЕЧЕНЬ ВЕТРОВ\n1. Северный.\n1) с моря;\nТихий.\n",
        "Приложение к Кодексу\nПеречень ветров\n1. Северный.\n1) с моря;\nТихий.\n",
        "Желдер кодексіне\n1-қосымша\nЖелдер тізбесі\n1. Солтүстік.\n1) теңізден;\nТынық.\n",
        "ҚОСЫМША\nЖелдер тізбесі\n1. Солтүстік.\n1) теңізден;\nТынық.\n",
    ],
)
def test_an_annex_after_the_signature_is_of_no_article_and_no_signature(annex: str) -> None:
    found = structure(SIGNED + annex)
    assert ("annex" in [level for level, _ in headings(found)]) is True
    assert placed(found, UnitKind.PART, UnitKind.POINT) == [
        ("1", "(1)"),
        ("", "(1)"),
        ("", "(1)(1)"),
    ]
    assert found.unclassified == ()
    assert found.units[-1].kind is UnitKind.TEXT


def test_running_text_that_names_an_annex_opens_none() -> None:
    found = structure(
        "Статья 1. Ветер\n1. Ветер силен:\nПриложение 1 к настоящему Кодексу не касается.\n"
    )
    assert headings(found) == [("article", "1")]


@pytest.mark.parametrize(
    ("note", "law", "adopted"),
    [
        ("Ескерту. 1-бапқа өзгерту енгізілді - Қазақстан Республикасының 1998.06.29. N 238 Заңымен.", "238", date(1998, 6, 29)),
        ("Ескерту. 1-бап жаңа редакцияда - ҚР 2011.03.25 N 421-IV Заңымен.", "421-IV", date(2011, 3, 25)),
        ("Сноска. Статья 1 - с изменениями, внесенными Указом Президента, N 2447 от 31.08.95 г.", "2447", date(1995, 8, 31)),
        ("Сноска. Статья 1 с изменениями, внесенными ЗакономРК от 2 марта 1998 г. N 211.", "211", date(1998, 3, 2)),
    ],
)  # fmt: skip
def test_notes_of_the_nineties_name_their_law_too(note: str, law: str, adopted: date) -> None:
    found = structure(f"Статья 1. Ветер\n1. а.\n{note}\n")
    assert [(one.law, one.adopted) for one in found.amendments] == [(law, adopted)]
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("effect", "since", "days"),
    [
        ("вводится в действие 01.01.2015", date(2015, 1, 1), None),
        ("вводится в действие по истечении десяти календарныхдней после дня", None, 10),
        (
            "вводится в действие с 01.01.2021, за исключением абзаца третьего подпункта 2), который"
            " вводится в действие с 01.01.2018",
            date(2021, 1, 1),
            None,
        ),
    ],
)
def test_days_of_effect_in_every_spelling(
    effect: str, since: date | None, days: int | None
) -> None:
    found = structure(
        f"Статья 1. Ветер\n1. а.\nСноска. Статья 1 с изменением, внесенным Законом РК от 29.12.2014 № 272-V ({effect}).\n"
    )
    (change,) = found.amendments
    assert (change.in_force_from, change.days_after_publication) == (since, days)


@pytest.mark.parametrize(
    "sanction",
    ["влекут штраф в размере десяти показателей.", "он айлық көрсеткіш мөлшерінде айыппұл салуға әкеп соғады."],
)  # fmt: skip
def test_a_sanction_after_a_list_is_of_the_part(sanction: str) -> None:
    found = structure(f"Статья 1. Ветер\n1. Свист:\n1) ночью;\n2) днем;\n{sanction}\n")
    assert placed(found, UnitKind.TEXT) == [("1", "(1)")]


TABLE = """\
# Статья 503. Ставки

1. Ставки таковы:

<table>
<tr>
<td>№ п/п</td>
<td>Балл</td>
</tr>
<tr>
<td>1.</td>
<td>2,4</td>
</tr>
<tr><td>7</td><td></td></tr>
</table>

2. Других нет.
"""


def test_rows_of_a_table_are_neither_parts_nor_page_numbers() -> None:
    pages = (
        TABLE,
        f"<html><body>{TABLE.replace('# ', '<p>').replace(chr(10) * 2, '<p>')}</body></html>",
    )
    for text in pages:
        found = structure(text)
        assert placed(found, UnitKind.PART) == [("503", "(1)"), ("503", "(2)")]
        rows = the(found, UnitKind.TEXT)
        assert [(row.text, row.at) for row in rows] == [
            ("№ п/п | Балл", "(1)"), ("1. | 2,4", "(1)"), ("7", "(1)"),
        ]  # fmt: skip


def test_a_page_laid_out_in_a_table_is_read_as_a_page() -> None:
    cell = "<p>Статья 1. Ветер</p><p>1. Силен.</p><table><tr><td>а</td><td>б</td></tr></table><p>2. Слаб.</p>"
    found = structure(f"<html><table><tr><td>Меню</td><td>{cell}</td></tr></table></html>")
    assert placed(found, UnitKind.PART) == [("1", "(1)"), ("1", "(2)")]
    assert [unit.text for unit in the(found, UnitKind.TEXT)] == ["а | б"]
