"""Text into search terms: folded words and numbers, and their stems in each language.

Everything is folded first (case, ё, Kazakh letters without their marks, Latin letters inside
Cyrillic words), in texts and in queries alike, so that careless typing meets careful print.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from kzref.model.text import Language
from kzref.store.kazakh_stemmer import stem_kazakh

_FOLD = str.maketrans("ёәғқңөұүһі", "еагкноуухи")
_LOOK_ALIKES = str.maketrans("aeiocpxyhktmb", "аеиосрхунктмв")
_CYRILLIC = re.compile(r"[а-яәғқңөұүһіё]")
_TOKEN = re.compile(r"\d+(?:[.,]\d+|(?:-\d+)+)?|[^\W\d_]+")

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
    """The text as a careless typist would write it; of the same length as its composed form."""
    return text.lower().translate(_FOLD)


STOP_WORDS = {
    language: frozenset(fold(word) for word in words.split())
    for language, words in _STOP_WORDS.items()
}


@dataclass(frozen=True, slots=True)
class Word:
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


def words(text: str) -> Iterator[Word]:
    """The words and numbers of a text: `131-1` is one number, `296-303` is two."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter that has no small form of the same length
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for found in _TOKEN.finditer(lower):
        yield from _tidied(found[0], found.start())


def _tidied(token: str, start: int) -> Iterator[Word]:
    if token[0].isdigit():
        steps = token.split("-")
        if len(steps) == 2 and int(steps[0]) <= int(steps[1]):  # noqa: PLR2004 - from, to
            yield Word(steps[0], start, start + len(steps[0]))
            yield Word(steps[1], start + len(steps[0]) + 1, start + len(token))
            return
        yield Word(token.replace(",", "."), start, start + len(token))
        return
    folded = token.translate(_FOLD)
    if not token.isascii() and _CYRILLIC.search(token):
        folded = folded.translate(_LOOK_ALIKES)
    yield Word(folded, start, start + len(token))


_ENGLISH = Stemmer.Stemmer("english")
_RUSSIAN = Stemmer.Stemmer("russian")


@lru_cache(maxsize=100_000)
def stem(word: str, language: Language) -> str:
    """The stem of a folded word. Latin words in Cyrillic texts are stemmed as English."""
    if word[0].isdigit():
        return word
    if word.isascii():
        return str(_ENGLISH.stemWord(word))
    if language is Language.KK:
        return stem_kazakh(word)
    return str(_RUSSIAN.stemWord(word))


def stems(text: str, language: Language) -> list[str]:
    """The stems of a text in order, stop words left out."""
    stop = STOP_WORDS[language]
    return [stem(word.text, language) for word in words(text) if word.text not in stop]
