"""Reads the figures of a text: written in digits, as months, or in words."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kzref.model.text import Language

MONTHS = {
    Language.EN: "january february march april may june july august september october november"
    " december",
    Language.RU: "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр",
    Language.KK: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша"
    " желтоқсан",
}
ENDINGS = {
    Language.EN: "",
    Language.RU: "(?:ь|я|е|й|ю|а|у|ем|ом|ём)?",
    Language.KK: r"[а-яәіңғүұқөһ]*",
}
URL = re.compile(r"(?:https?://|www\.)\S+")
DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)")
THOUSANDS = {
    Language.EN: re.compile(r"(?<=\d),(?=\d{3}(?!\d))"),
    Language.RU: re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))"),
    Language.KK: re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))"),
}
SCALES = {
    1_000: r"thousand|тыс\w*\.?|мың\w*",
    1_000_000: r"million|млн\.?|миллион\w*",
    1_000_000_000: r"billion|млрд\.?|миллиард\w*",
}
NUMBER = re.compile(
    r"(\d+(?:[.,]\d+)?)(?:(?:st|nd|rd|th|s)\b)?"
     "(?:[ \u00a0-](?:"
    + "|".join(f"(?P<by{scale}>{words})" for scale, words in SCALES.items())
    + r")(?!\w))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one text, by the way they are written."""

    digits: frozenset[Decimal]
    months: frozenset[Decimal]
    words: frozenset[Decimal]

    @property
    def all(self) -> frozenset[Decimal]:
        """The figures, however written."""
        return self.digits | self.months | self.words
