"""Acts come apart into their units, in either language, whatever stands between them."""

from collections.abc import Callable
from datetime import date
from textwrap import wrap

from kzref.model.own_text import Action, Structure, Unit, UnitKind
from kzref.readers.act_structure import structure_act
from kzref.readers.formats import read_bytes
from tests.readers.own_texts import KAZAKH, MARKDOWN, RUSSIAN, WITH_CONTENTS


def structure(text: str) -> Structure:
    return structure_act(read_bytes(text.encode(), "act.txt").paragraphs)


def places(found: Structure, article: str, *kinds: UnitKind) -> list[str]:
    return [
        unit.at
        for unit in found.units
        if unit.holder == article and (not kinds or unit.kind in kinds)
    ]


def one(found: Structure, test: Callable[[Unit], bool]) -> Unit:
    (unit,) = [unit for unit in found.units if test(unit)]
    return unit


def test_every_paragraph_of_the_file_is_in_a_unit() -> None:
    for text in (RUSSIAN, KAZAKH, WITH_CONTENTS):
        words = "".join("".join(unit.text for unit in structure(text).units).split())
        assert len(words) == len("".join(text.split()))


def test_parts_points_and_inserted_numbers_have_their_places() -> None:
    found = structure(RUSSIAN)
    assert places(found, "1", UnitKind.PART) == ["(1)", "(1-1)", "(2)", "(3)"]
    assert places(found, "1", UnitKind.POINT) == ["(1)(1)", "(1)(2)", "(1)(3)", "(3)(1)", "(3)(2)"]


def test_a_list_under_a_point_is_of_the_point_and_the_tail_is_of_the_part() -> None:
    found = structure(RUSSIAN)
    assert places(found, "1", UnitKind.TEXT) == ["(1)(3)", "(1)(3)", "(1)"]


def test_broken_titles_are_joined_and_bodies_are_not_taken_for_titles() -> None:
    found = structure(RUSSIAN)
    assert one(found, lambda unit: unit.level == "chapter" and unit.number == "1").text == (
        "Глава 1. О том, кому и когда можно выходить на воду"
    )
    assert one(found, lambda unit: unit.kind is UnitKind.ARTICLE and unit.number == "2").text == (
        "Статья 2. Якорь"
    )


def test_an_excluded_unit_keeps_its_number_and_names_the_law() -> None:
    found = structure(RUSSIAN)
    assert [unit.at for unit in found.units if unit.is_excluded] == ["(1)(2)", "(2)"]
    gone = [change for change in found.amendments if change.action is Action.EXCLUDED]
    assert [(change.at, change.law) for change in gone] == [
        ("(1)(2)", "918-VI"),
        ("(2)", "988-VII"),
        ("", "984-VI"),
    ]


def test_a_ruling_with_its_own_list_adds_no_points() -> None:
    found = structure(RUSSIAN)
    assert found.count(UnitKind.COURT) == 3
    assert found.doubts == ()


def test_a_note_that_is_law_is_no_part_and_no_amendment() -> None:
    found = structure(RUSSIAN)
    assert places(found, "2", UnitKind.NOTE) == ["note", "note", "note"]


def test_a_remark_of_the_publisher_takes_its_sentence_and_nothing_more() -> None:
    found = structure(RUSSIAN)
    assert places(found, "3", UnitKind.REMARK) == ["", ""]
    assert places(found, "3", UnitKind.PART) == ["(1)"]


def test_a_note_over_several_paragraphs_is_one_with_its_earliest_day() -> None:
    found = structure(RUSSIAN)
    (change,) = [change for change in found.amendments if change.holder == "3"]
    assert (change.law, change.adopted, change.action) == (
        "988-VII",
        date(2021, 12, 28),
        Action.REWORDED,
    )
    assert change.in_force_from == date(2022, 1, 1)


def test_days_counted_from_a_publication_are_not_turned_into_a_date() -> None:
    for text in (RUSSIAN, KAZAKH):
        (change,) = [one for one in structure(text).amendments if one.law == "910-VIII"]
        assert change.adopted == date(2025, 7, 17)
        assert change.in_force_from is None
        assert change.days_after_publication == 60


def test_the_signature_is_of_no_article() -> None:
    found = structure(RUSSIAN)
    signed = [unit for unit in found.units if unit.kind is UnitKind.SIGNATURE]
    assert [unit.holder for unit in signed] == ["", ""]


def test_kazakh_puts_the_number_first() -> None:
    found = structure(KAZAKH)
    headings = [(unit.level, unit.number) for unit in found.units if unit.level]
    assert headings == [
        ("division", ""),
        ("section", "1"),
        ("chapter", "1"),
        ("article", "1"),
        ("article", "2"),
        ("article", "2-1"),
    ]
    assert places(found, "1", UnitKind.PART, UnitKind.POINT) == [
        "(1)",
        "(1)(1)",
        "(1)(2)",
        "(1)(3)",
        "(1-1)",
    ]


def test_kazakh_amendment_notes_and_notes_of_the_law_differ_by_three_letters() -> None:
    found = structure(KAZAKH)
    assert places(found, "1", UnitKind.AMENDMENT) == ["(1-1)"]
    assert places(found, "2", UnitKind.NOTE) == ["note"]
    assert [(change.law, change.in_force_from) for change in found.amendments] == [
        ("918-VI", date(2018, 3, 1)),
        ("948-V", date(2015, 1, 1)),
        ("910-VIII", None),
    ]


def test_an_inflected_mention_at_the_start_of_a_line_is_no_heading() -> None:
    found = structure(KAZAKH)
    assert places(found, "2-1", UnitKind.TEXT) == [""]


def test_languages_align_by_number() -> None:
    russian, kazakh = structure(RUSSIAN), structure(KAZAKH)
    laid = (UnitKind.PART, UnitKind.POINT)
    assert set(places(kazakh, "1", *laid)) <= set(places(russian, "1", *laid))


def test_markdown_marks_are_no_words_of_the_law() -> None:
    found = structure(MARKDOWN)
    assert not any(sign in unit.text for unit in found.units for sign in "*#>\\")
    assert places(found, "1", UnitKind.PART, UnitKind.POINT) == [
        "(1)",
        "(1)(1)",
        "(1)(2)",
        "(1-1)",
        "(2)",
    ]
    assert places(found, "1", UnitKind.TEXT) == ["(1-1)"]
    assert one(found, lambda unit: unit.level == "section").text == "Раздел II О реках"


def test_an_article_without_title_or_with_restarted_notes_is_whole() -> None:
    found = structure(MARKDOWN)
    assert places(found, "2") == ["", "", "note", "note 1", "note 2"]


def test_cyrillic_figures_in_a_law_number_are_read_as_roman() -> None:
    assert structure(MARKDOWN).amendments[0].law == "300-VI"


def test_a_list_of_contents_gives_no_articles_twice() -> None:
    found = structure(WITH_CONTENTS)
    assert found.count(UnitKind.ARTICLE) == 3
    assert found.count(UnitKind.CONTENTS) == 6
    assert found.doubts == ()


def test_gaps_repeats_and_empty_articles_are_reported_with_their_lines() -> None:
    found = structure(
        "Статья 1. А\n1. а\n3. в\nСтатья 4. Г\nг\nСтатья 4. Г\nд\nСтатья 2. Б\n1. б\n1. б\nСтатья 5. Е\n"
    )
    said = [(doubt.key.rpartition(".")[2], doubt.arguments["line"]) for doubt in found.doubts]
    assert said == [
        ("gap", 4),
        ("twice", 6),
        ("order", 8),
        ("gap", 11),
        ("missing", 3),
        ("repeated", 10),
        ("empty", 11),
    ]


def test_text_outside_any_article_is_reported_as_unclassified() -> None:
    found = structure("Глава 1. Ветер\n\n      Слова ниоткуда.\n\nСтатья 1. Сила\nВетер силен.\n")
    assert [(unit.line, unit.text) for unit in found.unclassified] == [(3, "Слова ниоткуда.")]


def test_a_text_broken_into_lines_is_joined_again() -> None:
    law = [
        "Статья 1. Сила ветра",
        "1. Ветер считается сильным, когда он гнет ветви старых деревьев и поднимает волны на реке"
        " выше пояса взрослого человека, как о том сказано в пунктах 1) и 2) статьи 7 правил.",
        "2. Слабый ветер не считается.",
    ]
    broken = [line for paragraph in law for line in wrap(paragraph, 53)]
    assert any(line.startswith("2) статьи") for line in broken)
    found = structure("\n".join(broken))
    assert [unit.text for unit in found.units] == law


def test_empty_lines_part_the_paragraphs_of_a_broken_text() -> None:
    law = [
        ["Статья 1. О силе ветра и о том, как ее меряют"],
        ["Сила ветра меряется по деревьям и по волнам на", "реке, озере, пруду и", "ручье."],
        ["Статья 2. О дожде и о том, как от него прячутся", "люди, птицы и звери поля"],
        ["1. От дождя прячутся под крышей или под деревом", "(Ведомости, 2001 г., ст.", "239)."],
    ]
    printed = "\n\n".join("\n".join(lines) for lines in law)
    found = structure(printed.replace("поля\n\n", "поля\n"))  # no empty line under a long title
    assert [unit.text for unit in found.units] == [" ".join(lines) for lines in law]
