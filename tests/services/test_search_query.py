"""What is typed, taken apart into words, phrases, operators and filters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzref.model.passage import PassageKind
from kzref.services.search.query import LONGEST, MOST_WORDS, Piece, read_query


def pieces(typed: str) -> list[Piece]:
    return list(read_query(typed).pieces)


def test_only_the_last_word_is_unfinished_and_only_while_it_is_typed() -> None:
    assert [piece.unfinished for piece in pieces("стража срок")] == [False, True]
    assert [piece.unfinished for piece in pieces("стража срок ")] == [False, False]
    assert [piece.unfinished for piece in pieces("страж* срок ")] == [True, False]


@pytest.mark.parametrize("typed", ['"two words"', "«two words»", "“two words”"])
def test_a_phrase_in_any_quotes_is_required(typed: str) -> None:
    assert pieces(typed) == [Piece(text="two words", phrase=True, required=True)]


@pytest.mark.parametrize("word", ["NOT", "НЕ", "ЕМЕС"])
def test_exclusion_in_each_language(word: str) -> None:
    assert [piece.excluded for piece in pieces(f"police {word} judge ")] == [False, True]
    assert pieces("-judge ")[0] == Piece(text="judge", excluded=True)


@pytest.mark.parametrize("word", ["OR", "ИЛИ", "НЕМЕСЕ", "|"])
def test_choice_in_each_language(word: str) -> None:
    assert [piece.instead for piece in pieces(f"police {word} judge ")] == [False, True]


@pytest.mark.parametrize("typed", ["OR judge ", "judge OR ", "NOT ", "- ", "or judge "])
def test_an_operator_without_its_words_is_a_word(typed: str) -> None:
    found = pieces(typed)
    assert "".join(piece.text for piece in found) == typed.replace(" ", "")
    assert not any(piece.excluded or piece.instead for piece in found)


def test_filters_are_taken_out_of_the_words() -> None:
    query = read_query("kind:case in:CPC on:2016-05-01 torture")
    assert query.kinds == {PassageKind.CASE}
    assert query.homes == ("CPC",)
    assert query.as_of == date(2016, 5, 1)
    assert query.text == "torture"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("kind:law", PassageKind.PROVISION),
        ("вид:закон", PassageKind.PROVISION),
        ("түр:бап", PassageKind.PROVISION),
        ("Вид:Дело", PassageKind.CASE),
        ("түр:іс", PassageKind.CASE),
        ("kind:source-paragraph", PassageKind.SOURCE_PARAGRAPH),
        ("kind:statistics", PassageKind.STATISTIC),
        ("вид:чек-лист", PassageKind.CHECKLIST_ITEM),
    ],
)
def test_kinds_are_named_in_each_language(typed: str, kind: PassageKind) -> None:
    assert read_query(f"{typed} пытки").kinds == {kind}


@pytest.mark.parametrize(
    "typed",
    ["on:2016-05-01", "date:2016-05-01", "на:01.05.2016", "дата:01.05.2016", "күні:01.05.2016"],
)
def test_a_day_is_named_in_each_language(typed: str) -> None:
    assert read_query(typed).as_of == date(2016, 5, 1)


def test_a_filter_by_an_act_that_nobody_knows_is_a_word() -> None:
    query = read_query("in:zebra in:УПК пытки", lambda name: ["CPC"] if name == "УПК" else [])
    assert query.homes == ("CPC",)
    assert [piece.text for piece in query.pieces] == ["in:zebra", "пытки"]


@pytest.mark.parametrize("typed", ["kind:zebra", "on:yesterday", "on:2016-02-30", "in:", "a:b"])
def test_a_filter_that_makes_no_sense_is_a_word(typed: str) -> None:
    assert [piece.text for piece in pieces(typed)] == [typed]


@given(st.text(max_size=400))
def test_anything_can_be_typed(typed: str) -> None:
    query = read_query(typed)
    assert len(query.pieces) <= MOST_WORDS
    assert len(query.text) <= LONGEST
    assert query.text.isprintable()
