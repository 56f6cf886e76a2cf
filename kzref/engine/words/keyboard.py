"""Text typed in the wrong keyboard layout: what the same keys say in the other one."""

import re

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_CYRILLIC = "йцукенгшщзфывапролдячсмить"
_LATIN_MARKS = "[];',.`"
_CYRILLIC_MARKS = "хъжэбюё"
_LATIN_DIGITS = "2345890-="
_KAZAKH_DIGITS = "әіңғүұқөһ"  # the digit keys of the Kazakh layout

_DIGIT_ROW = str.maketrans('"әіңғ,.үұқ', "1234567890")  # its keys 1 to 0
_ROW_ALONE = re.compile(r'(?<!\S)(?=["әіңғүұқ,.]*[әіңғүұқ])["әіңғүұқ,.]+(?!\S)', re.IGNORECASE)

_MIXED = re.compile(r"\S*(?:[^\W\d_][2-9\d=-]|[2-9\d=-][^\W\d_])\S*")  # digits among letters

_TO_CYRILLIC = str.maketrans(_LATIN + _LATIN.upper(), _CYRILLIC + _CYRILLIC.upper())
_MARKS_TO_CYRILLIC = str.maketrans(_LATIN_MARKS, _CYRILLIC_MARKS)
_DIGITS_TO_KAZAKH = str.maketrans(_LATIN_DIGITS, _KAZAKH_DIGITS)
_TO_LATIN = str.maketrans(
    _CYRILLIC + _CYRILLIC.upper() + _CYRILLIC_MARKS + _KAZAKH_DIGITS,
    _LATIN + _LATIN.upper() + _LATIN_MARKS + _LATIN_DIGITS,
)


def other_layouts(text: str) -> tuple[str, ...]:
    """What the keys of `text` say in the other layouts, likeliest first; never `text` itself."""
    cyrillic = text.translate(_TO_CYRILLIC)
    with_marks = cyrillic.translate(_MARKS_TO_CYRILLIC)
    kazakh = _MIXED.sub(lambda word: word[0].translate(_DIGITS_TO_KAZAKH), with_marks)
    variants = (cyrillic, with_marks, kazakh, text.translate(_TO_LATIN))
    return tuple(dict.fromkeys(variant for variant in variants if variant != text))


def digits_meant(text: str) -> str:
    """The text with what only the digit keys of the Kazakh layout type read as digits: `"і" ң ғ` is 131 4 5.

    No word of any language is made of those letters alone.
    """
    return _ROW_ALONE.sub(lambda word: word[0].lower().translate(_DIGIT_ROW), text)
