"""Bytes to text, in the encodings that occur in Kazakhstan.

Windows-1251, KZ-1048 and KOI8-R never fail on a byte they do not mean, so the choice between them
is by score: which reading looks most like Russian or Kazakh.
"""

import unicodedata
from typing import Final

from kzref.model.errors import InputError

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ONE_BYTE: Final = ("cp1251", "kz1048", "koi8-r", "cp866")
_SAMPLE: Final = 200_000
_WEIGHTS: Final = {  # how often a letter stands in Russian and Kazakh, roughly: the wrong letters are rare
    **dict.fromkeys("оеаинт ", 1.0),
    **dict.fromkeys("срвлы", 0.8),
    **dict.fromkeys("кмдпуі", 0.6),
    **dict.fromkeys("яьгзбқғңөәүұ", 0.4),
    **dict.fromkeys("чйхжшһ", 0.1),
    **dict.fromkeys("юцщэфъё", -0.3),
}
_SMALL: Final = 0.05  # more for a small letter than for a capital
_BLANKS: Final = 0.02  # of all bytes
_BLANKS_RATIO: Final = 20
LOST: Final = "�"  # stands for what could not be read
_REPLACEMENTS_ALLOWED: Final = 0.001  # a few damaged bytes do not make a file another encoding
_WHOLE_FOR_LOST: Final = (
    20  # letters of several bytes that are whole, for one that is not: it is UTF-8
)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of a file and the encoding it was in.

    Raises:
        InputError: it is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    if _is_wide(data[:_SAMPLE]):
        return _without_mark(data, name), "utf-16"
    if b"\x00" in data:
        raise InputError("own.not_text", file=name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        damaged = data.decode("utf-8", errors="replace")
        if _is_damaged_utf8(damaged):
            return damaged, "utf-8"
    sample = data[:_SAMPLE]
    encoding = max(_ONE_BYTE, key=lambda one: _score(sample.decode(one, errors="replace")))
    return data.decode(encoding, errors="replace"), encoding


def _is_damaged_utf8(text: str) -> bool:
    """Whether so few letters are lost that it is a cut or damaged file, and no other encoding."""
    lost = text.count(LOST)
    whole = sum(1 for sign in text if not sign.isascii()) - lost
    return lost <= len(text) * _REPLACEMENTS_ALLOWED or lost * _WHOLE_FOR_LOST <= whole


def _is_wide(data: bytes) -> bool:
    """Whether zero bytes stand as in UTF-16: beside every blank and sign, always on one side."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    return max(even, odd) > len(data) * _BLANKS and min(even, odd) * _BLANKS_RATIO < max(even, odd)


def _without_mark(data: bytes, name: str) -> str:
    """UTF-16 without its mark: spaces and digits have their zero byte last, or first."""
    little = data[1::2].count(0) >= data[0::2].count(0)
    try:
        text = data.decode("utf-16-le" if little else "utf-16-be")
    except UnicodeDecodeError:
        raise InputError("own.not_text", file=name) from None
    if "\x00" in text:
        raise InputError("own.not_text", file=name)
    return text


def _score(text: str) -> float:
    """How much a text looks like Russian or Kazakh: frequent letters, mostly small, no odd signs.

    A capital right after a small letter is what Russian looks like in the wrong encoding.
    """
    score = 0.0
    before = " "
    for sign in text:
        weight = _WEIGHTS.get(sign.lower())
        if weight is not None:
            score += weight + (_SMALL if sign.islower() else 0)
        elif sign == LOST or (
            unicodedata.category(sign) in {"Cc", "So", "Sm"} and sign not in "\r\n\t№"
        ):
            score -= 2
        elif sign.isalpha() and not ("а" <= sign.lower() <= "я" or sign in "ёЁ" or sign.isascii()):
            score -= 1.5
        if sign.isupper() and before.islower():
            score -= 2
        before = sign
    return score
