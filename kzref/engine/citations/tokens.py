"""Citations as tokens: numbers, words and marks, compared by a skeleton of their letters.

The skeleton forgives case, Kazakh letters typed without their marks, and Latin letters that look
like Cyrillic ones, so `ҚПК`, `КПК` and a `CC` typed in Cyrillic all find their act.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

from kzref.engine.words.plain_text import plain

T = TypeVar("T")

_SKELETON = str.maketrans(
    "әғқңөұүһіё" + "авекмнорстхуи",
    "aгkhoyyxie" + "abekmhopctxyi",
)
_SUPERSCRIPT = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")  # typed as hyphens
_TOKEN = re.compile(r"(?P<number>\d+(?:-\d+)*)|(?P<word>[^\W\d_]+|¶)|(?P<mark>[^\w\s¶]|_)")
_INFLECTED = 4  # letters from which on a word may carry another ending
_ENDING = 2  # letters that another ending may replace
_LONGEST_ENDING = 6


def skeleton(text: str) -> str:
    """The letters as a careless typist would see them; as long as `text`."""
    lower = text.lower()
    if len(lower) != len(text):  # some letters have no small form of one character
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.translate(_SKELETON)


def tidy(text: str) -> str:
    """Composed letters, plain hyphens, and a raised number as the suffix it stands for."""
    raised = _SUPERSCRIPT.sub(lambda found: "-" + unicodedata.normalize("NFKC", found[0]), text)
    return plain(raised).translate(_DASHES)


_SHORT_NOUNS = frozenset({skeleton("заң")})


class TokenKind(Enum):
    """What a token is."""

    NUMBER = auto()
    WORD = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a citation: as written, its skeleton, and where it starts."""

    kind: TokenKind
    text: str
    skeleton: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


_KINDS = {"number": TokenKind.NUMBER, "word": TokenKind.WORD, "mark": TokenKind.MARK}


def tokenise(text: str) -> list[Token]:
    """The tokens of a tidy text."""
    return [
        Token(_KINDS[str(found.lastgroup)], found[0], skeleton(found[0]), found.start())
        for found in _TOKEN.finditer(text)
    ]


def same_word(typed: str, known: str) -> bool:
    """Whether two skeletons are one word, a longer one perhaps with another ending."""
    if typed == known:
        return True
    if (len(known) < _INFLECTED and known not in _SHORT_NOUNS) or abs(
        len(typed) - len(known)
    ) > _LONGEST_ENDING:
        return False
    return typed.startswith(known[: max(_INFLECTED, len(known) - _ENDING)])


@dataclass(frozen=True, slots=True)
class NameFound(Generic[T]):
    """A name met among tokens: from which to which token, and whose name it is."""

    first: int
    last: int
    targets: tuple[T, ...]


class NameTable(Generic[T]):
    """Finds names of several words; one name may belong to several targets."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """Learn the names; earlier targets of a name come first."""
        self._names: dict[tuple[str, ...], list[T]] = {}
        self._by_start: dict[str, list[tuple[str, ...]]] = {}
        for name, target in names:
            words = tuple(t.skeleton for t in tokenise(tidy(name)) if t.kind is not TokenKind.MARK)
            if not words:
                continue
            targets = self._names.setdefault(words, [])
            if not targets:
                self._by_start.setdefault(words[0][:4], []).append(words)
            if target not in targets:
                targets.append(target)

    def find(self, tokens: Sequence[Token]) -> NameFound[T] | None:
        """The longest name among the tokens, the first of equals; marks inside it do not count."""
        positions = [at for at, token in enumerate(tokens) if token.kind is not TokenKind.MARK]
        words = [tokens[at].skeleton for at in positions]
        best: NameFound[T] | None = None
        longest = (0, 0, 0)
        for start, word in enumerate(words):
            for name in self._by_start.get(word[:4], ()):
                end = start + len(name)
                if not all(map(same_word, words[start:end], name)) or end > len(words):
                    continue
                exact = sum(map(str.__eq__, words[start:end], name))
                length = (len(name), exact, sum(map(len, name)))
                if length > longest:
                    longest = length
                    targets = tuple(self._names[name])
                    best = NameFound(positions[start], positions[end - 1], targets)
        return best
