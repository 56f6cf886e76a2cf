"""Finds the figures in the words of a Russian or Kazakh provision: 48 hours, two months, 200 MCI.

The codes write figures out (сорока восьми часов, қырық сегіз сағат), in every case and sometimes
glued to the word they count (двухсоткратного). Only figures beside a unit are found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kzref.model.parameter import Unit

_ONES_RU: Final = {
    1: "один одного одной одну одним одна одни",
    2: "два двух две двум двумя",
    3: "три трех трем тремя трёх",
    4: "четыре четырех четырем четырёх",
    5: "пять пяти пятью",
    6: "шесть шести шестью",
    7: "семь семи семью",
    8: "восемь восьми восемью",
    9: "девять девяти девятью",
    10: "десять десяти десятью",
    11: "одиннадцать одиннадцати",
    12: "двенадцать двенадцати",
    13: "тринадцать тринадцати",
    14: "четырнадцать четырнадцати",
    15: "пятнадцать пятнадцати",
    16: "шестнадцать шестнадцати",
    17: "семнадцать семнадцати",
    18: "восемнадцать восемнадцати",
    19: "девятнадцать девятнадцати",
    20: "двадцать двадцати",
    30: "тридцать тридцати",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти",
    60: "шестьдесят шестидесяти",
    70: "семьдесят семидесяти",
    80: "восемьдесят восьмидесяти",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот",
    300: "триста трехсот",
    400: "четыреста четырехсот",
    500: "пятьсот пятисот",
    600: "шестьсот шестисот",
    700: "семьсот семисот",
    800: "восемьсот восьмисот",
    900: "девятьсот девятисот",
}
_ONES_KK: Final = {
    1: "бір", 2: "екі", 3: "үш", 4: "төрт", 5: "бес", 6: "алты", 7: "жеті", 8: "сегіз",
    9: "тоғыз", 10: "он", 20: "жиырма", 30: "отыз", 40: "қырық", 50: "елу", 60: "алпыс",
    70: "жетпіс", 80: "сексен", 90: "тоқсан",
}  # fmt: skip
_VALUES: Final = {
    word: value for table in (_ONES_RU, _ONES_KK) for value, words in table.items()
    for word in words.split()
}  # fmt: skip
_THOUSAND: Final = frozenset(["тысяча", "тысячи", "тысяч", "тысячу", "мың"])
_HUNDRED_KK: Final = "жүз"
_UNITS: Final = (
    (Unit.HOUR, re.compile(r"час(?:а|ов|ам|ами)?$|сағат\w*$")),
    (Unit.DAY, re.compile(r"суток$|сутки$|суткам\w*$|дн(?:я|ей|ям|ями)$|день$|тәулік\w*$|күн(?:ге|нен|нің|де|дік|і|ін|інен)?$")),
    (Unit.MONTH, re.compile(r"месяц(?:а|ев|ам|ем)?$|ай(?:ға|дан|дың|да|дық|ы)?$")),
    (Unit.YEAR, re.compile(r"год(?:а|у|ом|ам)?$|лет$|жыл(?:ға|дан|дың|да|дық|ы)?$|жас\w*$")),
)  # fmt: skip
_MCI_WORD: Final = re.compile(r"расчетн|есептік")
_TIMES: Final = re.compile(r"(.+?)кратн\w+$")
_WORD: Final = re.compile(r"\d+|[^\W\d_]+(?:-[^\W\d_]+)*")
_BETWEEN: Final = frozenset(
    [
        "календарных",
        "календарный",
        "рабочих",
        "рабочий",
        "последовательных",
        "полных",
        "күнтізбелік",
        "жұмыс",
        "ай",
    ]
)
_NEAR: Final = 3  # words that may stand between a figure and what it counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number and what it counts."""

    value: Decimal
    unit: Unit


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a provision, in the order of its words."""
    words = _WORD.findall(text.lower().replace("ё", "е"))
    return tuple(_figures(words))


def _figures(words: list[str]) -> Iterator[Figure]:
    at = 0
    while at < len(words):
        times = _TIMES.fullmatch(words[at])
        value, after = (_glued(times[1]), at + 1) if times else _number(words, at)
        if value is None:
            at += 1
            continue
        unit = _unit(words, after)
        if unit is not None:
            yield Figure(value=Decimal(value), unit=unit)
        at = max(after, at + 1)


def _number(words: list[str], at: int) -> tuple[int | None, int]:
    """The number that begins at a word, and the place after it."""
    if words[at].isdigit():
        return int(words[at]), at + 1
    total, part, start = 0, 0, at
    while at < len(words):
        word = words[at]
        if word == _HUNDRED_KK:
            part = max(part, 1) * 100
        elif word in _THOUSAND and at > start:
            total, part = total + max(part, 1) * 1000, 0
        elif word in _VALUES and (part == 0 or _VALUES[word] < _room(part)):
            part += _VALUES[word]
        else:
            break
        at += 1
    return (total + part or None), at


def _room(part: int) -> int:
    """How small the next word must be to add to a number: сорок + восемь, not сорок + тридцать."""
    if part % 100 == 0:
        return 100
    return 10 if part % 10 == 0 else 1


def _glued(stem: str) -> int | None:
    """The number of a word such as двухсотпятидесятикратный."""
    total, rest = 0, stem
    longest = sorted(_VALUES, key=len, reverse=True)
    while rest:
        word = next((one for one in longest if rest.startswith(one)), None)
        if word is None:
            return None
        value = _VALUES[word]
        total += value
        rest = rest[len(word) :]
    return total or None


def _unit(words: list[str], after: int) -> Unit | None:
    """What a figure before this place counts."""
    for word in words[after : after + _NEAR]:
        if _MCI_WORD.match(word):
            return Unit.MCI
    for word in words[after : after + _NEAR]:
        for unit, pattern in _UNITS:
            if pattern.match(word):
                if unit is Unit.MONTH and _MCI_WORD.match("".join(words[after + 1 : after + 2])):
                    return Unit.MCI
                return unit
        if word not in _BETWEEN:
            return None
    return None
