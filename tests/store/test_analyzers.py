"""Words, numbers and stems of texts."""

import pytest

from kzref.model.text import Language
from kzref.store.index.analyzers import STOP_WORDS, fold, stems, words

EN, RU, KK = Language.EN, Language.RU, Language.KK


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ч. 4 ст. 131-1", ["ч", "4", "ст", "131-1"]),
        ("articles 296-303 of 2009-2012", ["articles", "296", "303", "of", "2009", "2012"]),
        ("299-1 and 299", ["299-1", "and", "299"]),
        ("0,01 г is 0.01 g", ["0.01", "г", "is", "0.01", "g"]),
        ("131-бап", ["131", "бап"]),
        ("fourteen-year-old", ["fourteen", "year", "old"]),
        ("CPC131", ["cpc", "131"]),
        ("", []),
        ("🙂 \x00 —", []),
    ],
)
def test_numbers_stay_whole_and_words_apart(text: str, found: list[str]) -> None:
    assert [word.text for word in words(text)] == found


def test_a_word_knows_where_it_stands_in_the_text_as_given() -> None:
    text = "İstanbul, ЁЛКА и Қазақ"
    assert [text[word.start : word.end] for word in words(text)] == [
        "İstanbul",
        "ЁЛКА",
        "и",
        "Қазақ",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ёлка", "елка"),
        ("казак", "қазақ"),
        ("уакыт", "уақыт"),
        ("тугел", "түгел"),
        ("конил", "көңіл"),
        ("гимарат", "ғимарат"),
        ("жихаз", "жиһаз"),
    ],
)
def test_letters_typed_without_their_marks_meet_those_with_them(typed: str, meant: str) -> None:
    assert fold(typed) == fold(meant)


def test_a_latin_letter_inside_a_cyrillic_word_is_taken_for_its_look_alike() -> None:
    assert words("бөлiк")[0].text == words("бөлік")[0].text
    assert words("iccpr")[0].text == "iccpr"


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (RU, "задержания", "задержание"),
        (RU, "осуждённого", "осужденному"),
        (EN, "prisoners", "prisoner"),
        (KK, "айыпталушының", "айыпталушыға"),
        (KK, "күзетпен", "күзетке"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: Language, one: str, other: str) -> None:
    assert stems(one, language) == stems(other, language) != []


def test_russian_legal_words_are_no_stop_words() -> None:
    legal = "суд срок право дело часть статья час сутки лицо время год"
    assert not STOP_WORDS[RU] & {fold(word) for word in legal.split()}


def test_kazakh_stop_words_are_folded_like_texts() -> None:
    assert stems("және үшін туралы", KK) == []
