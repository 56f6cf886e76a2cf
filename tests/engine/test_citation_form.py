"""Citations as each language writes them, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzref.engine.citations.citation import CitationReader
from kzref.engine.citations.form import CitationWriter
from kzref.model.document import Place
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import Citable, parse_reference
from kzref.model.text import Language
from tests.engine.citation_world import ACTS, DOCUMENTS, NAMES, WITHOUT_PARTS

READER = CitationReader(names=NAMES, instruments=ACTS, documents=DOCUMENTS)
WRITER = CitationWriter(instruments=ACTS, documents=DOCUMENTS, without_parts=WITHOUT_PARTS)

plain = st.integers(1, 99).map(str)
numbers = st.builds(
    lambda base, suffix: f"{base}-{suffix}" if suffix else str(base),
    st.integers(1, 999),
    st.integers(0, 9),
)
letters = st.sampled_from("abcdefgh")
units = st.lists(numbers, max_size=4).map(tuple)
keys = st.sampled_from([act.key for act in ACTS])
pinpoints = st.one_of(
    st.builds(Pinpoint, key=keys),
    st.builds(Pinpoint, key=keys, article=numbers, units=units),
    st.builds(Pinpoint, key=keys, article=numbers, note=st.one_of(st.just(""), plain)),
    st.builds(
        lambda article, units: Pinpoint(key="ICCPR", article=article, units=units),
        numbers,
        st.one_of(st.tuples(letters), st.tuples(plain, letters)),
    ),
)
paragraphs = st.one_of(
    plain,
    plain.map("p{}".format),
    plain.map("fn{}".format),
    st.just("head"),
    st.builds("{}.b{}".format, st.one_of(st.just("0"), plain), plain),
)
places = st.sampled_from(DOCUMENTS).flatmap(
    lambda document: st.builds(
        Place,
        document=st.just(document.id),
        section=st.sampled_from([section.id for section in document.sections]),
        number=paragraphs,
    )
)


@given(place=st.one_of(pinpoints, places), language=st.sampled_from(Language))
def test_what_is_written_is_read_back(place: Citable, language: Language) -> None:
    found = READER.read(WRITER.write(place, language))
    assert found.candidates[0] == place
    assert not found.rest


@given(place=st.one_of(pinpoints, places))
def test_the_spelling_of_data_is_read_back(place: Citable) -> None:
    assert READER.read(str(place)).candidates[0] == place
    assert parse_reference(str(place)) == place


@pytest.mark.parametrize(
    ("reference", "en", "ru", "kk"),
    [
        (
            "CPC 131(4)(5)",
            "CPC art. 131(4)(5)",
            "п. 5) ч. 4 ст. 131 УПК",
            "ҚПК 131-бабының 4-бөлігінің 5) тармағы",
        ),
        ("CPC 7(29)", "CPC art. 7(29)", "п. 29) ст. 7 УПК", "ҚПК 7-бабының 29) тармағы"),
        ("CC 299-1", "CC art. 299-1", "ст. 299-1 УК", "ҚК 299-1-бабы"),
        (
            "CC 296 note 1",
            "CC art. 296, note 1",
            "примечание 1 к ст. 296 УК",
            "ҚК 296-бабының 1-ескертпесі",
        ),
        ("ICCPR 9(3)", "ICCPR art. 9(3)", "п. 3 ст. 9 МПГПП", "АСҚХП 9-бабының 3-тармағы"),
        (
            "ngo-iccpr-2016 II.7 39.b18",
            "NGO report 2016, II.7, para. 39, bullet 18",
            "Доклад НПО 2016, II.7, п. 39, тире 18",
            "ҮЕҰ баяндамасы 2016, II.7, 39-тармақ, 18-сызықша",
        ),
        (
            "kz-response-2020 Q4 p2",
            "State response 2020, Q4, ¶ 2",
            "Ответ государства 2020, Q4, абз. 2",
            "Мемлекет жауабы 2020, Q4, 2-абзац",
        ),
        (
            "caricc-2019-43 item1 p3",
            "CARICC 43, item 1, ¶ 3",
            "ЦАРИКЦ 43, сообщение 1, абз. 3",
            "CARICC 43 бюллетені, 1-хабар, 3-абзац",
        ),
        (
            "ngo-iccpr-2016 INTRO 2",
            "NGO report 2016, introduction, para. 2",
            "Доклад НПО 2016, введение, п. 2",
            "ҮЕҰ баяндамасы 2016, кіріспе, 2-тармақ",
        ),
        (
            "kz-bill-2024 body p2",
            "Bill 2024, ¶ 2",
            "Законопроект 2024, абз. 2",
            "Заң жобасы 2024, 2-абзац",
        ),
    ],
)
def test_each_language_has_its_own_form(reference: str, en: str, ru: str, kk: str) -> None:
    place = parse_reference(reference)
    assert [WRITER.write(place, language) for language in Language] == [en, ru, kk]
