"""Reads the figures of a text: written in digits, as the name of a month, or in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from kzref.model.text import Language

DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)")
GROUPS = {  # what parts the thousands: 40,000 or 40 000
    Language.EN: re.compile(r"(?<=\d)(?:,(?=\d{3}(?!\d))|[ ](?=000(?!\d)))"),
    Language.RU: re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))"),
    Language.KK: re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))"),
}
TOKEN = {
    Language.EN: re.compile(r"(?P<number>\d+(?:\.\d+)?)(?:(?:st|nd|rd|th)\b)?|(?P<word>[^\W\d_]+)"),
    Language.RU: re.compile(r"(?P<number>\d+(?:[.,]\d+)?)|(?P<word>[^\W\d_]+)"),
    Language.KK: re.compile(r"(?P<number>\d+(?:[.,]\d+)?)|(?P<word>[^\W\d_]+)"),
}
Form = Literal["digits", "word", "roman"]
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
NOT_A_MONTH = re.compile(r"(?:^|(?<=[.?!:] ))May\b(?! \d)")  # "May the judge order custody?"
SCALE = 100  # the smallest word that multiplies the one before it
TENS = range(10, 100, 10)

MONTHS = {
    Language.EN: "January February Mar(?:ch)? April May June July August September October November"
    " December",
    Language.RU: "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр",
    Language.KK: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша"
    " желтоқсан",
}
MONTH_ENDINGS = {
    Language.EN: "",
    Language.RU: "(?:[ьяйеюау]|ем|ом)?",
    Language.KK: "(?:(?:ы|і)?н?(?:да|де|та|те)?(?:ғы|гі)?|[дтн][аеы]н|[ғгқк][ае]|[дтн][ыі]ң)",
}
NUMBER_WORDS = {
    Language.EN: """1 one|first; 2 two|second|twice; 3 three|thirds?; 4 four|fourth; 5 five|fifth;
        6 six|sixth; 7 seven|seventh; 8 eight|eighth; 9 nine|ninth; 10 ten|tenth; 11 eleven\\w*;
        12 twel\\w+; 13 thirteen\\w*; 14 fourteen\\w*; 15 fifteen\\w*; 16 sixteen\\w*;
        17 seventeen\\w*; 18 eighteen\\w*; 19 nineteen\\w*; 20 twent\\w+; 30 thirt(?:y|ieth);
        40 fort(?:y|ieth); 50 fift(?:y|ieth); 60 sixt(?:y|ieth); 70 sevent(?:y|ieth);
        80 eight(?:y|ieth); 90 ninet(?:y|ieth); 100 hundred; 1000 thousand; 1000000 mil(?:lion)?;
        1000000000 billion""",
    Language.RU: """11 одиннадцат\\w+; 12 двенадцат\\w+; 13 тринадцат\\w+; 14 четырнадцат\\w+;
        15 пятнадцат\\w+; 16 шестнадцат\\w+; 17 семнадцат\\w+; 18 восемнадцат\\w+;
        19 девятнадцат\\w+; 20 двадцат\\w+; 30 тридцат\\w+; 40 сорок\\w*; 50 пят[ьи]десят\\w*;
        60 шест[ьи]десят\\w*; 70 сем[ьи]десят\\w*; 80 вос[её]?м[ьи]десят\\w*; 90 девяност\\w+;
        1 один|одн(?:а|о|ой|ого|ому|им|их|у)|перв\\w+; 2 два|две|дво(?:е|их)|дву[хм]\\w*|втор\\w+;
        3 три|трое|троих|тр[её][хм]\\w*|трет\\w+|треть; 4 четыр\\w+|четв[её]рт\\w+;
        5 пят(?:ь|и|ью|ый|ая|ое|ого|ой|ом|ую)|пяти\\w+|пятеро; 6 шест\\w+;
        7 сем(?:ь|и|ью)|седьм\\w+|семи(?:лет|месяч)\\w+|семеро; 8 восем\\w*|восьм\\w+;
        9 девят\\w+; 10 десят\\w+; 100 сто|ста|сот(?:ни|ен|ня)?; 1000 тысяч\\w*|тыс;
        1000000 миллион\\w*|млн; 1000000000 миллиард\\w*|млрд""",
    Language.KK: """20 жиырма\\w*; 30 отыз\\w*; 40 қырық\\w*; 50 елу\\w*; 60 алпыс\\w*; 70 жетпіс\\w*;
        80 сексен\\w*; 90 тоқсан; 1 бір|бірінші\\w*; 2 екі\\w*; 3 үш|үшеу\\w*|үшінші\\w*|үштен;
        4 төрт\\w*; 5 бес\\w*; 6 алты\\w*; 7 жеті\\w*; 8 сегіз\\w*; 9 тоғыз\\w*; 10 он|оныншы\\w*;
        100 жүз|жүзден|жүздеген; 1000 мың\\w*; 1000000 миллион\\w*|млн;
        1000000000 миллиард\\w*|млрд""",
}
_WORDS = {
    language: tuple(
        (Decimal(value), re.compile(forms))
        for value, forms in (row.split(maxsplit=1) for row in table.split(";"))
    )
    for language, table in NUMBER_WORDS.items()
}
_MONTHS = {  # a translation may quote the English print
    language: tuple(
        re.compile(f"(?i:{own}{MONTH_ENDINGS[language]})|{english}")
        if language is not Language.EN
        else re.compile(english)
        for own, english in zip(names.split(), MONTHS[Language.EN].split(), strict=True)
    )
    for language, names in MONTHS.items()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of a text, by the way they are written."""

    digits: frozenset[Decimal] = frozenset()  # with the names of months: a date may be either
    words: frozenset[Decimal] = frozenset()
    roman: frozenset[Decimal] = frozenset()

    @property
    def all(self) -> frozenset[Decimal]:
        """The figures, however they are written."""
        return self.digits | self.words | self.roman

    def __or__(self, other: "Figures") -> "Figures":
        """The figures of both texts."""
        return Figures(
            digits=self.digits | other.digits,
            words=self.words | other.words,
            roman=self.roman | other.roman,
        )


NONE = Figures()


@cache
def figures(text: str, language: Language = Language.EN) -> Figures:
    """The figures of a text; `forty-eight` is 48, `10 thousand` 10000, `May` 5, `II` 2."""
    text = NOT_A_MONTH.sub("may", text)
    text = GROUPS[language].sub("", DATE.sub(r"\1 \2 \3", text))
    numbers = tuple(_numbers(text, language))
    return Figures(
        digits=frozenset(number.value for number in numbers if number.form == "digits"),
        words=frozenset(number.value for number in numbers if number.form == "word"),
        roman=frozenset(number.value for number in numbers if number.form == "roman"),
    )


@dataclass(slots=True)
class _Number:
    value: Decimal
    form: Form
    end: int

    def joined(self, word: "_Number") -> bool:
        """Take in the next word of the same number: a multiplier, or what is added."""
        follows = word.value < (SCALE if self.value >= SCALE else min(TENS))
        if word.value >= SCALE:
            self.value *= word.value
        elif self.form == "word" and follows and (self.value >= SCALE or self.value in TENS):
            self.value += word.value
        else:
            return False
        self.end = word.end
        return True


def _numbers(text: str, language: Language) -> Iterator[_Number]:
    last: _Number | None = None
    for token in TOKEN[language].finditer(text):
        found = _number(token, language)
        if found is None:
            continue
        beside = last is not None and text[last.end : token.start()] in {" ", "-", "\u00a0", "\n"}
        if beside and last is not None and found.form == "word" and last.joined(found):
            continue
        if last is not None:
            yield last
        last = found
    if last is not None:
        yield last


def _number(token: re.Match[str], language: Language) -> _Number | None:
    """What one number or word stands for; None for a word that is no figure."""
    if digits := token["number"]:
        return _Number(Decimal(digits.replace(",", ".")), form="digits", end=token.end())
    value, form = _word(token["word"], language)
    return None if value is None else _Number(value, form=form, end=token.end())


@cache
def _word(word: str, language: Language) -> tuple[Decimal | None, Form]:
    for month, name in enumerate(_MONTHS[language], start=1):
        if name.fullmatch(word.capitalize() if word.isupper() else word):
            return Decimal(month), "digits"
    if ROMAN.fullmatch(word):
        return _roman(word), "roman"
    for value, forms in _WORDS[language]:
        if forms.fullmatch(word.lower()):
            return value, "word"
    return None, "word"


def _roman(digits: str) -> Decimal:
    values = [{"I": 1, "V": 5, "X": 10}[digit] for digit in digits]
    after = [*values[1:], 0]
    return Decimal(sum(-v if v < n else v for v, n in zip(values, after, strict=True)))
