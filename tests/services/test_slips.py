"""Words that differ by a slip: the same as a library for edit distances finds among all words."""

import random

import pytest
from rapidfuzz import process
from rapidfuzz.distance import OSA

from kzref.services.search.slips import nearest

LETTERS = "абвг"  # few, so that pieces repeat and changes fall together


def _word(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(LETTERS, k=length))


@pytest.mark.parametrize("slips", [1, 2])
@pytest.mark.parametrize("length", [3, 5, 6, 9, 10])
def test_every_word_so_near_is_found_and_no_other(slips: int, length: int) -> None:
    chance = random.Random(length * slips)  # noqa: S311 - the same words every time
    words = {_word(chance, at) for at in range(1, length + 3) for _ in range(200)}
    for _ in range(40):
        word = _word(chance, length)
        expected = process.extract(
            word, sorted(words), scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        found = nearest(word, "\n".join(words), slips=slips, most=len(words))
        assert found == [(match[0], match[1]) for match in expected]


@pytest.mark.parametrize(
    ("typed", "slips"), [("адвокат", 0), ("адвакат", 1), ("давокат", 1), ("адовкта", 2)]
)
def test_slips_are_counted(typed: str, slips: int) -> None:
    assert nearest(typed, "суд\nадвокат", slips=2, most=8) == [("адвокат", slips)]


def test_letters_that_changed_places_are_not_changed_again() -> None:
    assert nearest("сарай", "абсрай", slips=2, most=8) == []  # са to ас, with a letter between


def test_the_fewest_slips_come_first_and_no_more_than_asked() -> None:
    words = "праве\nправа\nправо\nправда\nбрак"
    assert nearest("права", words, slips=1, most=3) == [("права", 0), ("правда", 1), ("праве", 1)]
