"""Russian and Kazakh typed in Latin letters: `upk 131`, `zaderzhanie`, `qorgaushy`."""

import re

_PAIRS = {
    "shch": "щ", "sch": "щ", "zh": "ж", "kh": "х", "gh": "ғ", "ts": "ц", "ch": "ч", "sh": "ш",
    "yu": "ю", "ju": "ю", "ya": "я", "ja": "я", "yo": "ё",
}  # fmt: skip
_SINGLE = str.maketrans("abvgdezijklmnoprstufhcyqwx" + "'", "абвгдезийклмнопрстуфхцыкух" + "ь")
_PAIR = re.compile("|".join(_PAIRS), re.IGNORECASE)


def in_cyrillic(text: str) -> str:
    """The text with its Latin letters as a Russian or Kazakh typist without a layout means them."""
    pairs = _PAIR.sub(lambda found: _PAIRS[found[0].lower()], text)
    return pairs.lower().translate(_SINGLE)
