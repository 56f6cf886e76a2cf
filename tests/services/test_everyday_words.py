"""Everyday words lead to the terms of the texts, after the words themselves."""

from pathlib import Path

import pytest

from kzref.model.practice import EverydayWords
from kzref.services.search.search import Search
from kzref.store.index.building import build
from tests.services.test_search import Desk, places
from tests.store.passage_world import EDITION, PASSAGES, Shelf, paragraph

NAMING = paragraph(
    "ngo-iccpr-2016 II.9 8",
    ("Custody needs a judge.", "Стража требует судьи.", "Күзетпен ұстауға судья керек."),
)
WORD_ITSELF = paragraph(
    "ngo-iccpr-2016 II.9 9",
    ("A hoosegow.", "Кутузка.", "Абақты."),
)
ROWS = (
    EverydayWords(
        id="jail",
        terms=("custody",),
        en=("hoosegow", "clink", "behind bars"),
        ru=("кутузка", "зона", "за решёткой"),
        kk=("абақты", "тор ішінде"),
    ),
)
WORLD = (*PASSAGES, NAMING, WORD_ITSELF)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder = tmp_path_factory.mktemp("search") / "index"
    build(folder, WORLD, edition=EDITION, everyday=ROWS)
    return Search(Shelf(WORLD), folder, Desk())


@pytest.mark.parametrize("query", ["clink", "behind bars", "зона", "за решеткой", "тор ішінде"])
def test_an_everyday_word_finds_the_places_that_name_the_term(search: Search, query: str) -> None:
    assert NAMING.place in places(search.find(query))


@pytest.mark.parametrize("query", ["clink", "зона"])
def test_it_finds_the_other_words_of_its_row_in_every_language(search: Search, query: str) -> None:
    assert WORD_ITSELF.place in places(search.find(query))


def test_the_word_itself_weighs_more(search: Search) -> None:
    found = places(search.find("hoosegow", kinds=["source-paragraph"]))
    assert found.index(WORD_ITSELF.place) < found.index(NAMING.place)


def test_several_words_are_one_thing_only_side_by_side(search: Search) -> None:
    assert NAMING.place not in places(search.find("bars behind", kinds=["source-paragraph"]))


def test_an_everyday_word_is_no_slip_of_the_hand(tmp_path: Path) -> None:
    clinic = paragraph("ngo-iccpr-2016 II.9 7", ("The clinik.", "Клиника.", "Емхана."))
    build(tmp_path / "plain", (*WORLD, clinic), edition=EDITION)
    build(tmp_path / "knowing", (*WORLD, clinic), edition=EDITION, everyday=ROWS)
    plain = Search(Shelf((*WORLD, clinic)), tmp_path / "plain", Desk())
    knowing = Search(Shelf((*WORLD, clinic)), tmp_path / "knowing", Desk())
    assert clinic.place in places(plain.find("clink "))
    assert clinic.place not in places(knowing.find("clink "))
    assert not knowing.find("clink ").suggestions


def test_a_word_that_must_stand_there_is_not_widened(search: Search) -> None:
    assert places(search.find('"hoosegow"', kinds=["source-paragraph"])) == [WORD_ITSELF.place]


def test_an_index_that_was_built_anew_has_them_too(tmp_path: Path) -> None:
    search = Search(Shelf(WORLD, ROWS), tmp_path / "none", Desk(), tmp_path / "rebuilt")
    search.rebuild()
    assert NAMING.place in places(search.find("clink"))
