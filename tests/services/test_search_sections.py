"""Paragraphs weighed by their sections."""

import pytest

from kzref.services.search_sections import weighed
from kzref.store.ranking import Scored
from kzref.store.search_index import Card


def card(place: str, kind: str = "source-paragraph") -> Card:
    return Card(id=place, kind=kind, place=place, home="", start=0, until=0, lengths=(1, 1, 1))


def order(*found: tuple[str, float], kind: str = "source-paragraph") -> list[str]:
    cards = [card(place, kind) for place, _ in found]
    best = [Scored(number, score) for number, (_, score) in enumerate(found)]
    return [cards[scored.number].place for scored in weighed(best, cards)]


def test_paragraphs_of_the_section_that_answers_come_before_a_stray_one() -> None:
    found = order(
        ("ngo I.1 9", 10.0), ("ngo II.9 1", 9.8), ("ngo II.9 2", 9.7), ("ngo II.9 3", 9.0)
    )
    assert found[:2] == ["ngo II.9 1", "ngo II.9 2"]


def test_a_far_better_stray_paragraph_stays_first() -> None:
    found = order(
        ("ngo I.1 9", 20.0), ("ngo II.9 1", 9.8), ("ngo II.9 2", 9.7), ("ngo II.9 3", 9.0)
    )
    assert found[0] == "ngo I.1 9"


@pytest.mark.parametrize("beside", ["fn12", "4.b1"])
def test_a_paragraph_comes_before_what_stands_beside_it(beside: str) -> None:
    assert order((f"ngo II.9 {beside}", 10.0), ("ngo II.9 4", 9.9))[0] == "ngo II.9 4"


def test_a_paragraph_beside_one_that_answers_comes_before_one_far_from_it() -> None:
    places = [f"ngo II.9 {number}" for number in range(1, 9)]
    cards = [card(place) for place in places]
    best = [Scored(0, 10.0), Scored(6, 5.1), Scored(1, 5.0)]
    assert [scored.number for scored in weighed(best, cards)] == [0, 1, 6]


def test_a_neighbour_of_another_section_lends_nothing() -> None:
    cards = [card("ngo II.9 1"), card("ngo II.10 1"), *(card(f"ngo II.12 {n}") for n in "123")]
    best = [Scored(0, 10.0), Scored(4, 5.1), Scored(1, 5.0)]
    assert [scored.number for scored in weighed(best, cards)] == [0, 4, 1]


def test_provisions_keep_their_order_and_scores() -> None:
    cards = [card("CPC 1", "provision"), card("CPC 2", "provision")]
    best = [Scored(0, 3.0), Scored(1, 2.0)]
    assert weighed(best, cards) == best


def test_a_term_answers_a_word_and_hardly_a_question() -> None:
    cards = [card("glossary:custody", "glossary"), card("CPC 147", "provision")]
    best = [Scored(0, 3.0), Scored(1, 2.7)]
    assert [scored.number for scored in weighed(best, cards, words=1)] == [0, 1]
    assert [scored.number for scored in weighed(best, cards, words=5)] == [1, 0]
