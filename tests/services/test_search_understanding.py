"""What a query means: articles beside words, slips of alphabet and layout, ids, what else to try."""

from datetime import date
from pathlib import Path

import pytest

from kzref.model.passage import Passage
from kzref.model.text import Language, Text
from kzref.services.search.answer import Found, Suggestion
from kzref.services.search.search import Search
from kzref.store.index.building import build
from tests.services.test_search import Desk, places
from tests.store.passage_world import EDITION, PASSAGES, Shelf, paragraph, provision

ARTICLE = provision(
    "CPC 131",
    ("How a suspect is detained.", "Порядок задержания.", "Ұстап алу тәртібі."),
    date(2015, 1, 1),
)
CITING = paragraph(
    "ngo-iccpr-2016 II.9 6",
    (
        "Detention, detention and again detention under article 131.",
        "Задержание, задержание и снова задержание по статье 131.",
        "131-бап бойынша ұстап алу, ұстап алу.",
    ),
    ["CPC 131"],
)
ENGLISH = Passage(
    id="ngo-iccpr-2016 II.9 7",
    kind=CITING.kind,
    place="ngo-iccpr-2016 II.9 7",
    title=Text(en="Loitering"),
    text=Text(en="Loitering is no reason to hold anybody."),
    context=Text(),
)
WORLD = (*PASSAGES, CITING, ARTICLE, ENGLISH)


class Records:
    def called(self, typed: str, language: Language) -> tuple[str, str] | None:
        return ("case:C001", f"C001 {language}") if typed == "C001" else None


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder = tmp_path_factory.mktemp("search") / "index"
    build(folder, WORLD, edition=EDITION)
    return Search(Shelf(WORLD), folder, Desk(["CPC 131"]), records=Records())


def texts(found: Found, kind: str) -> list[str]:
    return [one.text for one in found.suggestions if one.kind == kind]


@pytest.mark.parametrize(
    "query", ["131 задержание", "CPC 131 detention", "УПК 131 задержание", "131-бап ұстап алу"]
)
def test_an_article_named_beside_words_comes_before_what_cites_it(
    search: Search, query: str
) -> None:
    found = search.find(query)
    assert places(found)[:2] == ["CPC 131", "ngo-iccpr-2016 II.9 6"]
    assert found.cited == ("CPC 131",)
    assert found.jump is None


def test_a_number_is_no_article_where_its_article_is_about_something_else(search: Search) -> None:
    found = search.find("131 лойтеринг ёлка")
    assert places(found)[0] != "CPC 131"
    assert not found.cited


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zaderzhanie", "ngo-iccpr-2016 II.9 6"),
        ("zaderjaniya", "ngo-iccpr-2016 II.9 6"),
        ("qorgaushy", "ngo-iccpr-2016 II.9 5"),
        ("korgawshi", "ngo-iccpr-2016 II.9 5"),
        ("zashchitnik", "ngo-iccpr-2016 II.9 5"),
        ("zashchitn", "ngo-iccpr-2016 II.9 5"),  # still being typed
        ("0jh5feis", "ngo-iccpr-2016 II.9 5"),  # қорғаушы in the Latin layout
        ("pflth;fyb", "ngo-iccpr-2016 II.9 6"),  # задержани, still being typed
    ],
)
def test_words_in_another_alphabet_or_layout_are_found(
    search: Search, typed: str, meant: str
) -> None:
    assert meant in places(search.find(typed))


def test_invisible_signs_change_nothing(search: Search) -> None:
    plain = places(search.find("задержание"))
    assert places(search.find("заде\u0301ржа\u00adние\u200b")) == plain


def test_the_query_without_its_slips_is_offered_whole(search: Search) -> None:
    found = search.find("custdoy judge ")
    assert texts(found, "spelling")[0] == "custody judge"
    assert not texts(search.find("custody judge "), "spelling")


def test_a_citation_of_nothing_offers_the_nearest(search: Search) -> None:
    found = search.find("УПК 131 ч. 4 п. 9", language=Language.RU)
    assert (
        Suggestion(kind="citation", text="ч. 4 ст. 131 УПК", reference="CPC 131(4)")
        in found.suggestions
    )
    assert places(found)[0] == "CPC 131(4)"
    assert not found.candidates


def test_the_other_act_of_that_name_is_offered(tmp_path: Path) -> None:
    rights = [
        provision(f"{key} 16", ("Rights.", "Права.", "Құқықтар."), date(2015, 1, 1))
        for key in ("Const-1995", "Const-2026")
    ]
    build(tmp_path / "index", rights, edition=EDITION)
    search = Search(Shelf(rights), tmp_path / "index", Desk(one.place for one in rights))
    found = search.find("Конституция 16", as_of=date(2026, 9, 1))
    assert found.jump is not None
    assert found.jump.reference == "Const-2026 16"
    assert [one.reference for one in found.suggestions if one.kind == "counterpart"] == [
        "Const-1995 16"
    ]


def test_the_id_of_a_record_jumps_to_it(search: Search) -> None:
    jump = search.find("C001", language=Language.KK).jump
    assert jump is not None
    assert (jump.reference, jump.citation) == ("case:C001", "C001 kk")


def test_a_text_in_another_language_says_so(search: Search) -> None:
    hit = search.find("loitering", language=Language.RU).hits[0]
    assert hit.snippet.startswith("[en] [[Loitering]] is")
    assert hit.title == "[en] Loitering"


def test_the_reader_sees_his_own_language_when_the_text_is_in_it(search: Search) -> None:
    hit = next(
        h for h in search.find("hours", language=Language.KK).hits if h.place == "CPC 131(4)"
    )
    assert "сағат" in hit.snippet
    assert "[kk]" not in hit.snippet


@pytest.mark.parametrize("home", ["УПК", "ҚПК", "cpc", "CP"])
def test_an_act_is_named_in_any_language_in_a_filter(search: Search, home: str) -> None:
    found = search.find(f"в:{home} задержание")
    assert places(found)
    assert all(place.startswith("CPC ") for place in places(found))


def test_filters_stay_when_the_words_were_in_the_wrong_layout(search: Search) -> None:
    found = search.find("pflth;fybt kind:source-paragraph")
    assert places(found)
    assert {hit.kind for hit in found.hits} == {"source-paragraph"}


def test_a_short_list_that_was_asked_for_is_no_poor_result(search: Search) -> None:
    assert len(search.find("custody police ").hits) >= 3
    assert not texts(search.find("custody police ", limit=1), "term")


def test_the_beginning_of_a_word_is_ranked_as_the_word_that_it_most_likely_begins(
    tmp_path: Path,
) -> None:
    once = provision("CPC 7", ("One custom.", "Один обычай.", "Бір әдет."), date(2015, 1, 1))
    often = provision(
        "CPC 147", ("Custody.", "Содержание под стражей.", "Күзетпен ұстау."), date(2015, 1, 1)
    )
    others = [
        paragraph(
            f"ngo-iccpr-2016 II.9 {number}",
            ("Whoever is sentenced leaves custody, whatever else.", "Иное.", "Өзге."),
            [],
        )
        for number in range(20, 24)
    ]
    world = (once, often, *others)
    build(tmp_path / "index", world, edition=EDITION)
    found = Search(Shelf(world), tmp_path / "index", Desk([]), records=Records()).find(
        "cust", language=Language.EN
    )
    assert places(found)[0] == "CPC 147"
    assert "CPC 7" in places(found)
