"""Order of hits: clauses, variants and filters."""

from datetime import date

import pytest

from kzref.store.index.building import build
from kzref.store.index.ranking import Clause, Filters, Ranker, Variant
from kzref.store.index.search_index import SearchIndex
from tests.store.passage_world import EDITION, PASSAGES

ANY = Filters()


@pytest.fixture(scope="module")
def ranker(tmp_path_factory: pytest.TempPathFactory) -> Ranker:
    folder = tmp_path_factory.mktemp("ranking") / "index"
    build(folder, PASSAGES, edition=EDITION)
    return Ranker(SearchIndex(folder, edition=EDITION))


def word(*terms: str, required: bool = False, excluded: bool = False) -> Clause:
    variants = tuple(Variant("en", term) for term in terms)
    return Clause(variants=variants, required=required, excluded=excluded)


def ids(ranker: Ranker, *clauses: Clause, filters: Filters = ANY) -> list[str]:
    ranking = ranker.rank(clauses, filters, limit=10)
    return [ranker.index.cards.ids[scored.number] for scored in ranking.best]


def test_a_passage_with_more_of_the_words_comes_first(ranker: Ranker) -> None:
    assert ids(ranker, word("judg"), word("custodi"))[0] == "ngo-iccpr-2016 II.9 4"


def test_the_variants_of_a_word_do_not_add_up(ranker: Ranker) -> None:
    once = ranker.rank([word("minor")], ANY, limit=1).best[0]
    again = ranker.rank([word("minor", "minor")], ANY, limit=1).best[0]
    assert again == once


def test_a_passage_that_answers_a_word_twice_answers_it_more_surely(ranker: Ranker) -> None:
    both = "ngo-iccpr-2016 II.9 4"

    def score(*terms: str) -> float:
        best = ranker.rank([word(*terms)], ANY, limit=9).best
        return next(one.score for one in best if ranker.index.cards.ids[one.number] == both)

    assert score("custodi") < score("custodi", "judg") < 2 * score("custodi")


def test_a_variant_is_never_rarer_than_the_word(ranker: Ranker) -> None:
    alone = ranker.rank([word("judg")], ANY, limit=1).best[0]
    beside = ranker.rank([word("releas", "judg")], ANY, limit=5).best
    score = next(scored.score for scored in beside if scored.number == alone.number)
    assert score < alone.score


def test_an_excluded_word_keeps_passages_out(ranker: Ranker) -> None:
    assert "ngo-iccpr-2016 II.9 4" not in ids(ranker, word("polic"), word("judg", excluded=True))


def test_a_required_word_must_be_there(ranker: Ranker) -> None:
    assert ids(ranker, word("polic"), word("minor", required=True)) == ["kz-response-2020 Q4 p2"]


def test_the_law_of_a_day_leaves_other_versions_out(ranker: Ranker) -> None:
    before = Filters(as_of=date(2018, 1, 8))
    after = Filters(as_of=date(2018, 1, 9))
    assert ids(ranker, word("releas"), filters=before) == ["CPC 131(4)@2015-01-01"]
    assert ids(ranker, word("releas"), filters=after) == ["CPC 131(4)@2018-01-09"]


def test_filters_by_kind_and_home(ranker: Ranker) -> None:
    kinds = Filters(kinds=frozenset({"glossary"}))
    homes = Filters(homes=frozenset({"kz-response-2020"}))
    assert ids(ranker, word("custodi"), filters=kinds) == ["term:custody"]
    assert ids(ranker, word("polic"), filters=homes) == ["kz-response-2020 Q4 p2"]


def test_hits_are_counted_by_kind(ranker: Ranker) -> None:
    counts = ranker.rank([word("custodi")], ANY, limit=1).counts
    assert counts == {"source-paragraph": 1, "glossary": 1}


def test_nothing_asked_finds_nothing(ranker: Ranker) -> None:
    assert ids(ranker) == []
    assert ids(ranker, word("zebra")) == []
