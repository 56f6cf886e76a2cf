"""How words sound, alike for Cyrillic and for Latin letters: `zaderjanie`, `задержание`."""

import re
from collections.abc import Iterable

_ACCENTS = str.maketrans("şçğıñäâáöóüúýéñ", "scginaaaoouuuen")
_ROMAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia",
}  # fmt: skip
_ROMANISED = str.maketrans(_ROMAN)
_SOUNDS = (
    ("shch", "1"), ("sch", "1"), ("sh", "1"), ("ch", "2"), ("zh", "3"), ("kh", "h"), ("gh", "g"),
    ("ts", "c"), ("yu", "iu"), ("ju", "iu"), ("ya", "ia"), ("ja", "ia"), ("yo", "e"), ("ye", "e"),
    ("y", "i"), ("j", "3"), ("q", "k"), ("w", "u"), ("x", "h"), ("'", ""),
)  # fmt: skip
_TWICE = re.compile(r"([^\n])\1+")


def sounds(words: Iterable[str]) -> list[str]:
    """How folded words sound, alike for Cyrillic and for Latin letters: `zaderjanie`, `задержание`.

    Spellings differ (zh or j, y or i, kh or x), so all that sound alike are one.
    """
    text = "\n".join(words).translate(_ACCENTS).translate(_ROMANISED)  # all at once: thousands
    for spelled, heard in _SOUNDS:
        text = text.replace(spelled, heard)
    return _TWICE.sub(r"\1", text).split("\n")
