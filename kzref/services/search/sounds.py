"""Words of the texts by their sound, for those who type Russian and Kazakh in Latin letters."""

from kzref.services.search.slips import nearest
from kzref.store.index.lexicon import Lexicon
from kzref.store.index.sounds import sounds

_SHORTEST = 3  # sounds by which a word is known
_SHORTEST_START = 4  # sounds of its beginning
_ONE_SLIP = 7  # sounds from which on one may be wrong
_MOST, _MOST_BEGUN = 8, 60


class Sounds:
    """The Cyrillic words of an index by sound."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Look into this lexicon."""
        self._lexicon = lexicon

    def alike(self, word: str) -> list[str]:
        """The words that sound like a folded Latin one, the commonest first."""
        heard = _sound(word)
        return self._lexicon.sounding(heard, _MOST) if len(heard) >= _SHORTEST else []

    def beginning(self, word: str) -> list[str]:
        """Words whose sound begins like that of a Latin one."""
        start = _sound(word)
        if len(start) < _SHORTEST_START:
            return []
        return self._lexicon.beginning_to_sound(start, _MOST_BEGUN)

    def close(self, word: str) -> list[str]:
        """Words that sound like a Latin one but for one slip."""
        heard = _sound(word)
        if len(heard) < _ONE_SLIP or not word.isascii():
            return []
        near = self._lexicon.sounds_of_length(range(len(heard) - 1, len(heard) + 2))
        found = nearest(heard, near, slips=1, most=2)
        return [w for match in found for w in self._lexicon.sounding(match[0], _MOST)][:_MOST]


def _sound(word: str) -> str:
    return sounds([word])[0]
