"""Paragraphs weighed by their sections."""

import pytest

from kzref.services.search.sections import weighed
from kzref.store.index.ranking import Scored

PARAGRAPH, PROVISION, GLOSSARY = "source-paragraph", "provision", "glossary"


def order(*found: tuple[str, float], kind: str = PARAGRAPH) -> list[str]:
    places = [place for place, _ in found]
    best = [Scored(number, score) for number, (_, score) in enumerate(found)]
    return [places[one.number] for one in weighed(best, [kind] * len(places), places)]


def numbers(best: list[Scored], places: list[str]) -> list[int]:
    return [one.number for one in weighed(best, [PARAGRAPH] * len(places), places)]


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
    best = [Scored(0, 10.0), Scored(6, 5.1), Scored(1, 5.0)]
    assert numbers(best, places) == [0, 1, 6]


def test_a_neighbour_of_another_section_lends_nothing() -> None:
    places = ["ngo II.9 1", "ngo II.10 1", *(f"ngo II.12 {number}" for number in "123")]
    best = [Scored(0, 10.0), Scored(4, 5.1), Scored(1, 5.0)]
    assert numbers(best, places) == [0, 4, 1]


def test_provisions_keep_their_order_and_scores() -> None:
    best = [Scored(0, 3.0), Scored(1, 2.0)]
    assert weighed(best, [PROVISION] * 2, ["CPC 1", "CPC 2"]) == best


def test_a_term_answers_a_word_and_hardly_a_question() -> None:
    kinds, places = [GLOSSARY, PROVISION], ["glossary:custody", "CPC 147"]
    best = [Scored(0, 3.0), Scored(1, 2.7)]
    for words, expected in ((1, [0, 1]), (5, [1, 0])):
        found = weighed(best, kinds, places, words=words)
        assert [scored.number for scored in found] == expected
