"""Text into search terms: folded words and numbers, and their stems in each language.

Everything is folded first (case, ё, Kazakh letters without their marks, Latin letters inside
Cyrillic words), in texts and in queries alike, so that careless typing meets careful print.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from kzref.model.text import Language
from kzref.store.index.kazakh_stemmer import stem_kazakh

_FOLD = tuple(zip("ёәғқңөұүһі", "еагкноуухи", strict=True))
_LOOK_ALIKES = str.maketrans("aeiocpxyhktmb", "аеиосрхунктмв")
_CYRILLIC = re.compile(r"[а-я]")
_MIXED = re.compile(r"[a-z](?:(?=[а-я])|(?<=[а-я][a-z]))")
_LETTERS = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[a-zà-ɏа-я]+|\d+(?:[.,]\d+|(?:-\d+)+)?")

_STOP_WORDS = {
    Language.EN: "a about after an and any are as at be been before by can could did do does for from "
    "had has have he her his how i if in into is it its may might must no not of on or our she "
    "should so some such than that the their them then there these they this those to under up "
    "was were what when where which while who whom whose why will with without would you your",
    Language.RU: "а без бы был была были было быть в во вот все вы где да для до его ее если есть же "
    "за и из или им их к как какая какие какой ко когда который которая которые кто ли либо между "
    "мы на над не него нее нет ни них но о об он она они от по под при с со так также то того "
    "только том у уже что чтобы эта эти это этого этой этом этот",
    Language.KK: "ал ақылы арқылы бар болып болса бойынша бұл деп де да және жоқ жүр кейін кім қай "
    "қалай қандай қашан ма мен ме не неге немесе ол олар осы па пен пе сияқты сол соң туралы үшін "
    "ше ғана егер емес еді екен бен бір",
}


def fold(text: str) -> str:
    """The text as a careless typist would write it; as long as it was."""
    lower = text.lower()
    if len(lower) != len(text):  # some letters have no small form of one character
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if lower.isascii():
        return lower
    for letter, plain in _FOLD:  # ten times as fast as str.translate
        lower = lower.replace(letter, plain)
    if _MIXED.search(lower):
        lower = _LETTERS.sub(_without_look_alikes, lower)
    return lower


def _without_look_alikes(match: re.Match[str]) -> str:
    word = match[0]
    return word.translate(_LOOK_ALIKES) if _CYRILLIC.search(word) else word


STOP_WORDS = {
    language: frozenset(map(fold, listed.split())) for language, listed in _STOP_WORDS.items()
}


class Word(NamedTuple):
    """A word or number of a text, folded, and where it stands in the text as given."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit."""
        return self.text[0].isdigit()

    @property
    def is_cyrillic(self) -> bool:
        """Whether it is written in Cyrillic letters."""
        return _CYRILLIC.search(self.text) is not None


_word = tuple.__new__  # thrice as fast as calling Word; this is the innermost loop of search


def tokens(folded: str) -> list[str]:
    """The words and numbers of a folded text, ranges of numbers in one piece."""
    found: list[str] = _TOKEN.findall(folded)
    return found


def words(text: str) -> list[Word]:
    """The words and numbers of a text: `131-1` is one number, `296-303` is two."""
    folded = fold(text)
    found = []
    end = 0
    for token in tokens(folded):
        start = folded.find(token, end)
        end = start + len(token)
        if token[0].isdigit():
            found += _numbers(token, start)
        else:
            found.append(_word(Word, (token, start, end)))
    return found


def _numbers(token: str, start: int) -> list[Word]:
    first, hyphen, second = token.partition("-")
    if hyphen and second.isdigit() and int(first) <= int(second):  # from, to
        middle = start + len(first)
        return [Word(first, start, middle), Word(second, middle + 1, start + len(token))]
    return [Word(token.replace(",", "."), start, start + len(token))]


_ENGLISH = Stemmer.Stemmer("english", 0)  # keeps no words of its own: it would keep ten thousand
_RUSSIAN = Stemmer.Stemmer("russian", 0)


@lru_cache(maxsize=4_000)  # more saves no time where an index is built, and takes memory
def stem(word: str, language: Language) -> str:
    """The stem of a folded word. Latin words in Cyrillic texts are stemmed as English."""
    if word[0].isdigit():
        return word
    if word.isascii():
        return str(_ENGLISH.stemWord(word))
    if language is Language.KK:
        return stem_kazakh(word)
    return str(_RUSSIAN.stemWord(word))


def content(text: str, language: Language) -> list[Word]:
    """The words of a text without its stop words."""
    stop = STOP_WORDS[language]
    return [word for word in words(text) if word[0] not in stop]


def stems(text: str, language: Language) -> list[str]:
    """The stems of a text in order, stop words left out."""
    return [stem(word[0], language) for word in content(text, language)]
