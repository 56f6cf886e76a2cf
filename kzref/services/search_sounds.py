"""Words of the texts by their sound, for those who type Russian and Kazakh in Latin letters."""

from bisect import bisect_left
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kzref.engine.words.latin_letters import sounds
from kzref.store.lexicon import Spelling

_SHORTEST = 3  # sounds by which a word is known
_SHORTEST_START = 4  # sounds of its beginning
_ONE_SLIP = 7  # sounds from which on one may be wrong
_MOST = 8


class Sounds:
    """The Cyrillic words of an index by sound."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        """Learn the words, the commonest of those that sound alike first."""
        self._by_sound: dict[str, list[str]] = {}
        cyrillic = [one for one in spellings if not one.folded.isascii()]
        commonest = sorted(cyrillic, key=lambda one: -one.passages)
        known = [spelling.folded for spelling in commonest]
        for heard, word in zip(sounds(known), known, strict=True):
            self._by_sound.setdefault(heard, []).append(word)
        self._sorted = sorted(self._by_sound)

    def alike(self, word: str) -> list[str]:
        """The words that sound like a folded Latin one."""
        heard = _sound(word)
        return self._by_sound.get(heard, [])[:_MOST] if len(heard) >= _SHORTEST else []

    def beginning(self, word: str) -> list[str]:
        """Words whose sound begins like that of a Latin one."""
        start = _sound(word)
        if len(start) < _SHORTEST_START:
            return []
        first = bisect_left(self._sorted, start)
        last = bisect_left(self._sorted, start + "\uffff", lo=first)
        return [word for heard in self._sorted[first:last] for word in self._by_sound[heard]]

    def close(self, word: str) -> list[str]:
        """Words that sound like a Latin one but for one slip."""
        heard = _sound(word)
        if len(heard) < _ONE_SLIP or not word.isascii():
            return []
        found = process.extract(heard, self._sorted, scorer=OSA.distance, score_cutoff=1, limit=2)
        return [spelled for match in found for spelled in self._by_sound[match[0]]][:_MOST]


def _sound(word: str) -> str:
    return sounds([word])[0]
