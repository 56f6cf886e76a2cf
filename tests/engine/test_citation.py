"""Citations in any spelling, in three languages and two keyboard layouts."""

from datetime import date
from time import perf_counter

import pytest

from kzref.engine.citations.citation import CitationReader
from kzref.engine.citations.nearest import Neighbours
from kzref.model.reference import Citable, parse_reference
from tests.engine.citation_world import ACTS, DOCUMENTS, NAMES

READER = CitationReader(names=NAMES, instruments=ACTS, documents=DOCUMENTS)


def first(text: str) -> str:
    candidates = READER.read(text).candidates
    return str(candidates[0]) if candidates else ""


def reader(*existing: str) -> CitationReader:
    def exists(place: Citable) -> bool:
        return str(place) in existing

    return CitationReader(names=NAMES, instruments=ACTS, documents=DOCUMENTS, exists=exists)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("131 4 5", "CPC 131(4)(5)"),
        ("131(4)(5)", "CPC 131(4)(5)"),
        ("131.4.5", "CPC 131(4)(5)"),
        ("131/4/5", "CPC 131(4)(5)"),
        ("ст.131 ч.4 п.5", "CPC 131(4)(5)"),
        ("п. 5 ч. 4 ст. 131 УПК РК", "CPC 131(4)(5)"),
        ("пункт 5) части четвертой статьи 131 УПК", "CPC 131(4)(5)"),
        ("5-й пункт 4-й части 131-й статьи УПК", "CPC 131(4)(5)"),
        ("частью второй статьи 131 УПК", "CPC 131(2)"),
        ("131-бап 4-бөлік 5) тармақ", "CPC 131(4)(5)"),
        ("ҚПК-нің 131-бабының 4-бөлігінің 5) тармағы", "CPC 131(4)(5)"),
        ("ҚПК 131-баптың төртінші бөлігі", "CPC 131(4)"),
        ("art 131(4)(5) CPC", "CPC 131(4)(5)"),
        ("Article 131, part 4, point 5 of the Code of Criminal Procedure", "CPC 131(4)(5)"),
        ("УПК 131", "CPC 131"),
        ("упк рк ст. 131", "CPC 131"),
        ("ҚПК 131", "CPC 131"),
        ("КПК 131", "CPC 131"),
        ("CPC131", "CPC 131"),
        ("131-бап", "CPC 131"),
        ("299-1", "CPC 299-1"),
        ("УК 299-1", "CC 299-1"),
        ("УК 299¹", "CC 299-1"),
        ("СС 299-1", "CC 299-1"),  # typed in Cyrillic letters
        ("299-1-бап ҚК", "CC 299-1"),
        ("CC 296 note 1", "CC 296 note 1"),
        ("примечание 1 к ст. 296 УК", "CC 296 note 1"),
        ("УК 296 примечание", "CC 296 note"),
        ("ҚК 296-бабының 1-ескертпесі", "CC 296 note 1"),
        ("ICCPR 9(3)", "ICCPR 9(3)"),
        ("МПГПП 9", "ICCPR 9"),
        ("ICCPR 14(3)(d)", "ICCPR 14(3)(d)"),
        ("14 3 d ICCPR", "ICCPR 14(3)(d)"),
        (
            "п. 3 ст. 9 Международного пакта о гражданских и политических правах",
            "ICCPR 9(3)",
        ),
        ("Const-1995 16(2)", "Const-1995 16(2)"),
        ("ст. 16 Конституции 1995", "Const-1995 16"),
        ("CC-1997 96", "CC-1997 96"),
        ("УК 1997 96", "CC-1997 96"),
        ("УПК", "CPC"),
        ("NGO II.9 4", "ngo-iccpr-2016 II.9 4"),
        ("ngo-iccpr-2016 II.9 4", "ngo-iccpr-2016 II.9 4"),
        ("ngo-iccpr-2016 II.2(3) 4", "ngo-iccpr-2016 II.2(3) 4"),
        ("Доклад НПО 2016 II.7 39.b18", "ngo-iccpr-2016 II.7 39.b18"),
        ("NGO II.12 fn51", "ngo-iccpr-2016 II.12 fn51"),
        ("kz-response-2020 Q4 p2", "kz-response-2020 Q4 p2"),
        ("kz-response Q4 p2", "kz-response-2020 Q4 p2"),
        ("Q4 p2", "kz-response-2020 Q4 p2"),
        ("Q11 p2", "kz-response-2020 Q11 p2"),
        ("kz-bill-2024 p13", "kz-bill-2024 body p13"),
        ("INCSR B.2 p2", "incsr-2015 B.2 p2"),
        ("s. 131 CPC", "CPC 131"),
        ("sec 131 CPC", "CPC 131"),
        ("section 131 of the CPC", "CPC 131"),
        ("§ 131 CPC", "CPC 131"),
        ("CPC, art. 131, p. 4, subp. 5", "CPC 131(4)(5)"),
        ("МПГПП ст 14 п 3 пп d", "ICCPR 14(3)(d)"),
        ("МПГПП ст. 14 п. 3 пп. d", "ICCPR 14(3)(d)"),
        ("МПГПП 14 3 д", "ICCPR 14(3)(d)"),
        ("NGO section II.9 para 4", "ngo-iccpr-2016 II.9 4"),
        ("Доклад НПО 2016, раздел II.9, п. 4", "ngo-iccpr-2016 II.9 4"),
        ("у\u0301пк 131", "CPC 131"),  # a stress mark
        ("У\u00adПК\u00a0131", "CPC 131"),  # a soft hyphen, a space that does not break
        ("\u200bCPC\u2060 131", "CPC 131"),  # zero width
        ("ＣＰＣ　１３１", "CPC 131"),
        ("upk 131", "CPC 131"),
        ("QPK 131", "CPC 131"),
        ("kpk 131-bap 4-bolik", "CPC 131(4)"),
        ("st. 131 ch. 4 p. 5 upk", "CPC 131(4)(5)"),
        ("konstituciya 1995 st 16", "Const-1995 16"),
    ],
)
def test_every_spelling_is_read(typed: str, meant: str) -> None:
    assert first(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cn 131", "CPC 131"),  # ст
        ("eg 131", ""),  # nothing in either layout
        ("cn/ 131 x/ 4", "CPC 131(4)"),  # ст. ч.
        ("131-,fg", "CPC 131"),  # бап
        ("egr 131", "CPC 131"),  # упк
        ("СЗС 131", "CPC 131"),  # CPC
        ("шссзк 9", "ICCPR 9"),
    ],
)
def test_the_wrong_keyboard_layout_is_forgiven(typed: str, meant: str) -> None:
    found = READER.read(typed)
    assert (str(found.candidates[0]) if found.is_whole else "") == meant


def test_a_nickname_is_read_with_any_ending() -> None:
    assert first("стражи") == "CPC 147"
    assert first("Правила Манделы") == "ICCPR 10"


def test_a_nickname_among_other_words_is_not_a_citation() -> None:
    assert not READER.read("стража на два месяца").is_whole


def test_a_bare_number_lists_the_acts_that_have_it() -> None:
    found = reader("CPC 131", "CC 131", "CPC 131(4)(5)").read("131")
    assert [str(place) for place in found.candidates] == ["CPC 131", "CC 131"]
    assert not found.named


def test_a_place_that_only_one_act_has_is_not_ambiguous() -> None:
    found = reader("CPC 131", "CC 131", "CPC 131(4)(5)").read("131 4 5")
    assert [str(place) for place in found.candidates] == ["CPC 131(4)(5)"]


def test_a_name_shared_by_two_acts_gives_both() -> None:
    keys = [str(place) for place in READER.read("Конституция 16").candidates]
    assert keys == ["Const-1995 16", "Const-2026 16"]


@pytest.mark.parametrize(
    ("day", "key"), [(date(2026, 7, 3), "Const-1995"), (date(2026, 7, 4), "Const-2026")]
)
def test_a_shared_name_means_the_act_in_force_on_the_day_asked_for(day: date, key: str) -> None:
    assert [str(p) for p in READER.read("Конституция 16", day).candidates] == [f"{key} 16"]


def test_what_does_not_exist_gives_the_nearest_larger_place() -> None:
    found = reader("CPC 131(4)").read("УПК 131 4 9")
    assert not found.candidates
    assert [str(place) for place in found.nearest] == ["CPC 131(4)"]


def test_bare_number_of_an_article_that_does_not_exist_gives_the_plain_one() -> None:
    found = reader("CPC 131").read("131-1")
    assert not found.candidates
    assert "CPC 131" in [str(place) for place in found.nearest]


def test_article_with_a_suffix_is_never_read_as_its_base() -> None:
    assert not reader("CC 299").read("УК 299-1").candidates


def test_words_beside_a_citation_are_kept_apart() -> None:
    found = READER.read("КоАП 492 штраф")
    assert (str(found.candidates[0]), found.rest, found.named) == ("CoAO 492", "штраф", True)
    assert not found.is_whole


def test_a_small_number_alone_is_a_guess() -> None:
    assert reader("ICCPR 2").read("2").one is None
    assert reader("ICCPR 2").read("МПГПП 2").one is not None
    assert reader("CPC 131").read("131").one is not None


@pytest.mark.parametrize(
    "typed",
    ["48 часов", "3 сағат", "72 hours", "10 лет", "5 жыл", "100 МРП", "30 тыс. тенге", "2 млн"],
)
def test_a_number_of_hours_or_money_cites_nothing(typed: str) -> None:
    assert not READER.read(typed).candidates


def test_hours_beside_an_article_are_no_part_of_it() -> None:
    assert first("ст. 131 48 часов") == "CPC 131"


def test_words_typed_in_latin_letters_stand_beside_their_citation() -> None:
    found = READER.read("upk 131 advokat")
    assert (str(found.candidates[0]), found.rest) == ("CPC 131", "адвокат")


def test_a_place_with_a_number_too_many_is_not_read() -> None:
    found = READER.read("NGO II.9(3) 4")
    assert found.rest
    assert found.one is None


def test_a_paragraph_that_does_not_exist_gives_its_section() -> None:
    exists = {"ngo-iccpr-2016 II.9 4", "ngo-iccpr-2016 II.9 head"}
    near = Neighbours(exists).nearest
    known = CitationReader(
        names=NAMES, documents=DOCUMENTS, exists=lambda p: str(p) in exists, nearest=near
    )
    found = known.read("NGO II.9 99")
    assert not found.candidates
    assert {str(place) for place in found.nearest} == exists


@pytest.mark.parametrize(
    ("meant", "nearest"),
    [
        ("CPC 131-1", ["CPC 131", "CPC 131-2"]),
        ("CPC 132", ["CPC 131-2", "CPC 140"]),
        ("CPC 500", ["CPC 140"]),
        ("CPC 131(4)(9)", ["CPC 131(4)", "CPC 131(4)(5)"]),
        ("CPC 131(9)(1)", ["CPC 131", "CPC 131(4)"]),
        ("CPC 140 note 2", ["CPC 140", "CPC 140 note 1"]),
        ("CC 500", []),
    ],
)
def test_neighbours_of_what_does_not_exist(meant: str, nearest: list[str]) -> None:
    known = "CPC 131, CPC 131(4), CPC 131(4)(5), CPC 131-2, CPC 140, CPC 140 note 1, CAT 1"
    found = Neighbours(known.split(", ")).nearest(parse_reference(meant))
    assert [str(place) for place in found] == nearest


def test_a_section_alone_means_its_beginning() -> None:
    exists = ("kz-response-2020 Q4 p1", "kz-response-2020 Q4 p2")
    assert [str(place) for place in reader(*exists).read("Q4").candidates] == [exists[0]]
    assert [
        str(place) for place in reader(*exists).read("Ответ государства 2020 Q4").candidates
    ] == [exists[0]]


def test_letters_that_are_digits_in_another_layout_cite_nothing() -> None:
    assert not READER.read("қорғалу құқығы").candidates


def test_the_former_act_is_near_when_only_it_has_the_article() -> None:
    found = reader("Const-1995 13").read("Конституция 13", date(2026, 9, 1))
    assert not found.candidates
    assert [str(place) for place in found.nearest] == ["Const-1995 13"]


def test_a_number_beside_words_is_no_named_citation() -> None:
    found = READER.read("131 задержание")
    assert not found.named
    assert found.rest == "задержание"


def test_a_number_far_from_the_article_is_no_part_of_it() -> None:
    assert first("ст. 131 УПК задержание на 48 часов") == "CPC 131"


def test_an_unfinished_citation_stands_where_it_was_while_typing() -> None:
    assert [first(typed) for typed in ("УПК 131", "УПК 131 ч", "УПК 131 ч.")] == ["CPC 131"] * 3


@pytest.mark.parametrize(
    "typed",
    ["", " ", "(", "131(", "ст.", "п п п", "—", "🙂 131 🙂", "9" * 500, "\x00", "(((", "II.", "Q"],
)
def test_nothing_that_can_be_typed_is_an_error(typed: str) -> None:
    READER.read(typed)


def test_a_question_is_read_within_a_keystroke() -> None:
    started = perf_counter()
    for _ in range(10):
        READER.read("how long can the police hold an adult under article 131 of the CPC in Almaty")
    assert (perf_counter() - started) / 10 < 0.02
