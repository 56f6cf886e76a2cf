"""Which words stand for each other in the three languages, learned from the passages themselves.

Every passage says the same in each language. Two stems that stand mostly in the same passages are
taken for translations; how surely is Dice's measure, the passages of both against those of either.
So `prohibit` finds запрещать, and through it a passage whose English says "ban".
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

import msgspec

from kzref.model.text import Language
from kzref.store.index.analysed import Analysed

_MOST_PASSAGES = 3000  # that are learned from
_FEWEST = 2  # passages in which a pair must meet
_COMMON = 0.2  # stems in a larger share of the passages tell nothing
_DOUBT = 2  # passages by which every pair is less sure: two that met by chance are none
_SURE_ENOUGH = 0.25
_MOST_TRANSLATIONS = 4


class Translation(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A stem, its counterpart in another language, and how surely it is one (1 is always)."""

    language: Language
    stem: str
    other: Language
    meant: str
    sureness: float


def learn(passages: Iterable[Analysed]) -> list[Translation]:
    """The likeliest counterparts of every stem, surest first."""
    known = (one for one in passages if all(one.text[language] for language in Language))
    kept = list(islice(known, _MOST_PASSAGES))
    found: list[Translation] = []
    for one, other in combinations(Language, 2):
        found += _counterparts(kept, one, other)
    return found


def _counterparts(
    passages: Sequence[Analysed], one: Language, other: Language
) -> Iterator[Translation]:
    runs = {
        language: [_words(passage, language) for passage in passages] for language in (one, other)
    }
    counts = {
        language: Counter(stem for run in runs[language] for stem in run) for language in runs
    }
    top = len(passages) * _COMMON
    usable = {
        language: {stem for stem, count in counts[language].items() if _FEWEST <= count <= top}
        for language in runs
    }
    together: dict[str, Counter[str]] = {}
    for left, right in zip(runs[one], runs[other], strict=True):
        meeting = right & usable[other]
        for stem in left & usable[one]:
            together.setdefault(stem, Counter()).update(meeting)
    sure: dict[tuple[Language, str], list[tuple[float, str]]] = {}
    for stem, met in together.items():
        for meant, count in met.items():
            sureness = 2 * count / (counts[one][stem] + counts[other][meant] + _DOUBT)
            if count >= _FEWEST and sureness >= _SURE_ENOUGH:
                sure.setdefault((one, stem), []).append((sureness, meant))
                sure.setdefault((other, meant), []).append((sureness, stem))
    for (language, stem), pairs in sorted(sure.items()):
        target = other if language is one else one
        for sureness, meant in sorted(pairs, reverse=True)[:_MOST_TRANSLATIONS]:
            yield Translation(language, stem, target, meant, round(sureness, 2))


def _words(passage: Analysed, language: Language) -> set[str]:
    return {stem for stem in passage.text[language] if not stem[0].isdigit()}
