"""The search box over a few passages: words in three languages, slips, operators, citations."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from kzref.engine.citations.citation import Citation, CitationReader
from kzref.engine.citations.form import CitationWriter
from kzref.model.errors import DataError
from kzref.model.reference import Citable, parse_reference
from kzref.model.text import Language
from kzref.services.search.answer import Found, Suggestion
from kzref.services.search.search import Search
from kzref.store.index.building import build
from tests.engine.citation_world import ACTS, DOCUMENTS, NAMES
from tests.store.passage_world import EDITION, PASSAGES, Shelf

CUSTODY = "ngo-iccpr-2016 II.9 4"
MINOR = "kz-response-2020 Q4 p2"


class Desk:
    """Citations of what the passages hold."""

    def __init__(self, also: Iterable[str] = ("CPC 131", "CC 131")) -> None:
        existing = {*(passage.place for passage in PASSAGES), *also}
        self.reader = CitationReader(
            names=NAMES,
            instruments=ACTS,
            documents=DOCUMENTS,
            exists=lambda place: str(place) in existing,
        )
        self.writer = CitationWriter(instruments=ACTS, documents=DOCUMENTS)

    def read(self, text: str, as_of: date | None = None) -> Citation:
        return self.reader.read(text, as_of)

    def beside(self, text: str, place: Citable) -> list[Citable]:
        return [other for other in self.reader.read(text).candidates if other != place]

    def homes(self, name: str) -> tuple[str, ...]:
        return self.reader.homes(name)

    def write(self, reference: str, language: Language) -> str:
        try:
            return self.writer.write(parse_reference(reference), language)
        except ValueError:
            return reference


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder = tmp_path_factory.mktemp("search") / "index"
    build(folder, PASSAGES, edition=EDITION)
    return Search(Shelf(), folder, Desk())


def places(found: Found) -> list[str]:
    return [hit.place for hit in found.hits]


@pytest.mark.parametrize(
    "query",
    [
        "custody",
        "remand",  # a variant of the term
        "стража",  # one word of it
        "содержания под стражей",
        "күзетпен ұстау",
        "кузетпен устау",  # without Kazakh marks
        "custdoy",  # a slip
        "санкцианирует",  # a slip in a long word
        "cnhf;f",  # стража in the Latin layout
        "сгыещвн",  # custody in the Cyrillic layout
        "санкц",  # unfinished
    ],
)
def test_one_notion_is_found_by_every_way_to_type_it(search: Search, query: str) -> None:
    assert CUSTODY in places(search.find(query))


@pytest.mark.parametrize("language", list(Language))
def test_the_language_of_the_query_is_not_that_of_the_reader(
    search: Search, language: Language
) -> None:
    hit = next(h for h in search.find("стража", language=language).hits if h.place == CUSTODY)
    marked = {
        Language.EN: "[[custody]]",
        Language.RU: "[[содержание под стражей]]",
        Language.KK: "[[күзетпен ұстауды]]",
    }
    assert marked[language] in hit.snippet


def test_the_snippet_marks_words_as_they_stand(search: Search) -> None:
    found = search.find("осужденный елка", language=Language.RU)
    assert "[[осуждённого]]" in found.hits[0].snippet
    assert "[[ёлку]]" in found.hits[0].snippet


def test_a_number_is_found_whole(search: Search) -> None:
    assert "ngo-iccpr-2016 II.9 5" in places(search.find("prisoner 131-1"))
    assert places(search.find('"131-1 days"')) == ["ngo-iccpr-2016 II.9 5"]


def test_a_whole_query_in_the_wrong_layout_is_understood(search: Search) -> None:
    found = search.find("cj,k.ltybt cnhf;f cjlth;fybt", language=Language.RU)  # a mark for б ю ж
    assert CUSTODY in places(found)
    assert "стражей]]" in found.hits[0].snippet


def test_a_number_and_a_word_combine(search: Search) -> None:
    found = search.find("131 несовершеннолетний")
    assert found.jump is None
    assert places(found)[0] == MINOR


def test_one_place_is_one_hit(search: Search) -> None:
    found = search.find("release hours")
    hit = next(hit for hit in found.hits if hit.place == "CPC 131(4)")
    assert places(found).count("CPC 131(4)") == 1
    assert len(hit.others) == 1


def test_the_day_asked_for_chooses_the_version(search: Search) -> None:
    old = search.find("release", as_of=date(2016, 5, 1), language=Language.EN)
    new = search.find("release", as_of=date(2020, 5, 1), language=Language.EN)
    assert "seventy-two" in old.hits[0].snippet
    assert "forty-eight" in new.hits[0].snippet
    assert (
        "seventy-two" in search.find("release on:2016-05-01", language=Language.EN).hits[0].snippet
    )


def test_a_citation_jumps(search: Search) -> None:
    jump = search.find("УПК 131 ч. 4").jump
    assert jump is not None
    assert (jump.reference, jump.instrument, jump.eid) == ("CPC 131(4)", "CPC", "art_131__para_4")
    assert jump.citation == "ч. 4 ст. 131 УПК"


def test_an_ambiguous_citation_lists_its_candidates(search: Search) -> None:
    found = search.find("131")
    assert found.jump is None
    assert found.candidates == ("CPC 131", "CC 131")


def test_what_cites_the_place_is_found_with_it(search: Search) -> None:
    assert MINOR in places(search.find("УПК 131"))


def test_a_hit_tells_where_it_stands(search: Search) -> None:
    hit = search.find("custody", kinds=["source-paragraph"], language=Language.EN).hits[0]
    assert (hit.document, hit.section, hit.paragraph) == ("ngo-iccpr-2016", "II.9", "4")
    assert hit.citation == "NGO report 2016, II.9, para. 4"


def test_operators(search: Search) -> None:
    both = places(search.find("police OR custody"))
    assert {MINOR, CUSTODY} <= set(both)
    assert CUSTODY not in places(search.find("police -judge"))
    assert CUSTODY not in places(search.find("police NOT judge"))
    assert places(search.find("police AND minor")) == [MINOR]
    assert places(search.find("police kind:source-paragraph in:kz-response-2020")) == [MINOR]
    assert places(search.find("police in:kz")) == [MINOR]


def test_an_excluded_word_does_not_exclude_the_notion_that_it_names(search: Search) -> None:
    assert CUSTODY in places(search.find("судья -remand"))


def test_hits_are_counted_by_kind_whatever_kinds_are_shown(search: Search) -> None:
    assert search.find("custody", kinds=["glossary"]).counts["source-paragraph"]


def test_a_phrase_is_found_word_for_word(search: Search) -> None:
    assert CUSTODY in places(search.find('"содержание под стражей"'))
    assert MINOR not in places(search.find('"hours police"'))
    assert places(search.find("«не более чем на 24 часа»")) == [MINOR]


@pytest.mark.parametrize(
    "query",
    [
        "", " ", '"', '""', "-", "+", "*", "OR", "AND police", "police OR", "NOT", "kind:zebra police",
        "on:2016-99-99 police", "in: police", ":", "((", "🙂", "\x00\x01", "police " * 2000, "я" * 10_000,
        "'; DROP TABLE passage; --", "131" * 100, "(((((((" * 50, "\ud800",
    ],
)  # fmt: skip
def test_nothing_that_can_be_typed_is_an_error(search: Search, query: str) -> None:
    search.find(query)


@pytest.mark.parametrize("query", ["AND police", "police OR", "kind:zebra police", '"police'])
def test_a_malformed_operator_is_a_word(search: Search, query: str) -> None:
    assert MINOR in places(search.find(query))


def test_an_empty_result_offers_other_words(search: Search) -> None:
    found = search.find("custdoy", kinds=["case"])
    assert found.hits == ()
    assert Suggestion(kind="spelling", text="custody") in found.suggestions


def test_an_empty_result_offers_the_words_of_the_other_languages(search: Search) -> None:
    found = search.find("стража", kinds=["case"])
    assert {"custody", "күзетпен ұстау"} <= {one.text for one in found.suggestions}


def test_an_empty_result_offers_the_nearest_citation(search: Search) -> None:
    found = search.find("УПК 131 ч. 4 п. 9", kinds=["case"])
    assert "CPC 131(4)" in [one.reference for one in found.suggestions]


def test_a_missing_index_is_told_when_search_is_first_used(tmp_path: Path) -> None:
    search = Search(Shelf(), tmp_path / "nowhere", Desk())
    with pytest.raises(DataError) as fault:
        search.find("custody")
    assert fault.value.message.key == "index.missing"


def test_a_damaged_index_is_rebuilt_from_the_passages(tmp_path: Path) -> None:
    build(tmp_path / "index", PASSAGES, edition=EDITION)
    segment = next((tmp_path / "index").glob("*.trm"))
    segment.write_bytes(segment.read_bytes()[:-1])
    search = Search(Shelf(), tmp_path / "index", Desk(), tmp_path / "rebuilt")
    with pytest.raises(DataError):
        search.find("custody")
    told: list[tuple[int, int]] = []
    search.rebuild(lambda done, every: told.append((done, every)))
    assert told[-1] == (len(PASSAGES), len(PASSAGES))
    assert CUSTODY in places(search.find("custody"))
    again = Search(Shelf(), tmp_path / "index", Desk(), tmp_path / "rebuilt")
    assert CUSTODY in places(again.find("custody"))


def test_the_cited_place_comes_before_those_that_cite_it(search: Search) -> None:
    assert places(search.find("УПК 131 ч. 4"))[:2] == ["CPC 131(4)", MINOR]
