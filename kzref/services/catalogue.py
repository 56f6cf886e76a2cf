"""Says messages in a language: the only place where keys become sentences and values become words."""

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kzref.model.language import Language
from kzref.paths import bundled
from kzref.services import calendar_words
from kzref.services.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from kzref.model.message import Argument, Message

_HOURS = {
    Language.EN: ("{h} h", "{m} min"),
    Language.RU: ("{h} ч", "{m} мин"),
    Language.KK: ("{h} сағ", "{m} мин"),
}

WITHOUT_TRANSLATIONS = {
    "database.missing": "The database is not at {path}; install kzref again",
    "database.damaged": "The database {path} is damaged; install kzref again",
    "database.other_version": "The database {path} is of another version; install kzref again",
    "translations.missing": "kzref cannot find its sentences in {path}; install kzref again",
    "fault.internal": "kzref has a fault of its own ({fault}); please report it",
}
"""What can still be said when the folder that holds the translations is gone too."""

FIRST_DAYS = {"expires_on", "eligible_on"}
"""Results that name the first day of something; other days are the last ones of a term."""
IN_YEARS = {"sanction"}
"""Results that are years of imprisonment in figures: `7-12`, `≤5`, `15-20/∞` with life."""


class Catalogue:
    """All sentences of one language."""

    def __init__(self, language: Language, folder: Path | None = None) -> None:
        """Open the compiled translations.

        Where those of the language are missing or damaged another language speaks: a warning in a
        foreign language is better than the key of one. Without any, keys are shown as they are.
        """
        self.language = language
        others = (one for one in Language if one is not language)
        folder = folder or bundled() / "translations"
        own = _opened(folder, language)
        self.speaks = own is not None
        """Whether the language itself is there."""
        self._sentences = own or next(filter(None, (_opened(folder, one) for one in others)), None)
        self._met: dict[str, str] = {}  # sentences by key, those that were asked for

    def knows(self, key: str) -> bool:
        """Whether there is a sentence for the key."""
        return self._sentence(key) != key

    def __call__(self, key: str, **arguments: "Argument") -> str:
        """The sentence of a key with its arguments."""
        return self._said(key, arguments)

    def say(self, message: "Message") -> str:
        """The sentence of a message."""
        return self._said(message.key, message.arguments)

    def _said(self, key: str, arguments: "Mapping[str, Argument]") -> str:
        said = {name: _Said(self.word(value), self, value) for name, value in arguments.items()}
        text = self._sentence(key)
        if text == key:
            text = WITHOUT_TRANSLATIONS.get(key, text)
        try:
            return text.format_map(_Missing(said))
        except (ValueError, LookupError, AttributeError):  # a damaged sentence
            return key

    def _sentence(self, key: str) -> str:
        """The sentence of a key as the translators wrote it; the key itself where there is none."""
        if key not in self._met:
            found = self._sentences.find(key) if self._sentences is not None else None
            self._met[key] = found if found is not None else key
        return self._met[key]

    def word(self, value: "Argument") -> str:
        """A value as it is written in a sentence of this language."""
        match value:
            case bool():
                return self("value.yes" if value else "value.no")
            case str() | int():
                return str(value)
            case tuple():
                return ", ".join(self.word(item) for item in value)
            case datetime():
                return self.moment(value)
            case date():
                return self.day(value)
            case timedelta():
                return self.duration(value)
            case None:
                return self("value.none")
        from kzref.model.message import Message  # noqa: PLC0415 - the first page needs neither
        from kzref.model.text import Text  # noqa: PLC0415

        if isinstance(value, Message):
            return self.say(value)
        return value[self.language] if isinstance(value, Text) else self.number(value)

    def value(self, value: "Argument", *, of: str) -> str:
        """The value of a result in words: a term runs to the end of its last day, a right begins on a day."""
        if isinstance(value, str):
            key = f"value.{value}"
            if self.knows(key):
                return self(key)
            return self._years(value) if of in IN_YEARS else value
        if isinstance(value, date) and not isinstance(value, datetime) and of not in FIRST_DAYS:
            return self("value.until_midnight", day=value)
        return self.word(value)

    def _years(self, figures: str) -> str:
        """Years of imprisonment as a lawyer says them."""
        years, _, life = figures.partition("/")
        key = "value.up_to_years" if years.startswith("≤") else "value.years"
        said = self(key, years=years.removeprefix("≤").replace("-", "–"))
        return self("value.or_life", years=said) if life else said

    def day(self, value: date) -> str:
        """A day with its weekday, as `22 November 2026 (Sun)`: fits any place of a sentence."""
        return f"{calendar_words.day(self, value)} ({calendar_words.weekday(self, value)})"

    def dated(self, text: str) -> str:
        """A date as precise as its source gives it: `1993`, `1993-03`, `1993-03-31`, in words.

        Two of them with a stroke are a stretch of time: `2020-01/2020-03`, `../2009`, `2024-05-02/..`
        (ISO 8601).
        """
        start, stroke, end = text.partition("/")
        if stroke:
            return self._stretch(start, end)
        try:
            return calendar_words.day(self, date.fromisoformat(text))
        except ValueError:
            year, _, month = text.partition("-")
        if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):  # noqa: PLR2004
            return text
        return calendar_words.month(self, date(int(year), int(month), 1))

    def _stretch(self, start: str, end: str) -> str:
        if start == "..":
            return self("dated.until", end=self.dated(end))
        if end == "..":
            return self("dated.since", start=self.dated(start))
        if len(start) == len("1993-03-31"):
            return f"{self.dated(start)} – {self.dated(end)}"
        written = calendar_words.years if len(start) == len("1993") else calendar_words.months
        first, last = (date.fromisoformat((one + "-01-01")[:10]) for one in (start, end))
        return written(self, first, last)

    def moment(self, value: datetime) -> str:
        """A moment with weekday and offset, as `22 November 2026 (Sun), 23:40 (UTC+5)`."""
        return f"{self.day(value.date())}, {value:%H:%M} ({offset(value)})"

    def duration(self, value: timedelta) -> str:
        """A stretch of time in hours and minutes; a minus sign when it runs backwards."""
        minutes = round(abs(value).total_seconds() / 60)
        hours, rest = _HOURS[self.language]
        parts = []
        if minutes >= 60:  # noqa: PLR2004 - minutes in an hour
            parts.append(hours.format(h=minutes // 60))
        if minutes % 60 or not parts:
            parts.append(rest.format(m=minutes % 60))
        sign = "−" if value < timedelta(0) else ""
        return sign + " ".join(parts)

    def number(self, value: "Decimal") -> str:
        """A number with the separators of the language; no digits are added or lost."""
        return calendar_words.number(self, value)

    def figure(self, printed: str) -> str:
        """A number as a document prints it, with the separators of the language; other words as they are."""
        from decimal import Decimal, InvalidOperation  # noqa: PLC0415 - not at the start

        try:
            return self.number(Decimal(printed.replace(" ", "").replace(",", "")))
        except InvalidOperation:
            return printed


class _Said(str):
    """An argument in words. In `{day:date}` a day has no weekday: what began on it concerns nobody."""

    _words: calendar_words.Words
    _value: "Argument"

    def __new__(cls, text: str, words: calendar_words.Words, value: "Argument") -> "_Said":
        """Words that remember what they tell."""
        said = super().__new__(cls, text)
        said._words, said._value = words, value
        return said

    def __format__(self, form: str) -> str:
        """As the sentence asks for it; no other form changes anything."""
        if form == "date" and type(self._value) is date:
            return calendar_words.day(self._words, self._value)
        return str(self)


class _Missing(dict[str, str]):
    """Shows `{name}` itself for an argument that a message was not given."""

    def __missing__(self, name: str) -> str:
        return _Said("{" + name + "}", str, None)


def _opened(folder: Path, language: Language) -> Sentences | None:
    try:
        return Sentences(folder / f"{language.value}.mo")
    except (OSError, ValueError):  # missing, or damaged
        return None


@cache
def catalogue(language: Language) -> Catalogue:
    """The bundled catalogue of a language, opened once."""
    return Catalogue(language)


def offset(value: datetime) -> str:
    """The offset of an aware moment, as `UTC+5`; empty for a naive one."""
    shift = value.utcoffset()
    if shift is None:
        return ""
    minutes = int(shift.total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
