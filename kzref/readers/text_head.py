"""Guesses from the head of a text: its language, its redaction, and the names it bears."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from kzref.model.own_text import Amendment, ReadParagraph
from kzref.model.text import Language

_HEAD: Final = 60  # paragraphs
_SAMPLE: Final = 400  # paragraphs
_KAZAKH: Final = frozenset("әғқңөұүһ")
_DATE: Final = r"(\d{1,2})\.(\d{1,2})\.(\d{4})"
_REDACTION: Final = re.compile(
    rf"(?:по\s+состоянию\s+на|в\s+редакции\s+(?:от|на)|редакция\s+(?:от|на)|актуально\s+на)\s*:?\s*{_DATE}"
    rf"|{_DATE}\s*(?:г\.|ж\.?|года)?\s*(?:жағдай|редакция)",
    re.I,
)


def language_of(paragraphs: Sequence[ReadParagraph]) -> Language:
    """The language of a text, by its letters."""
    letters = "".join(one.text for one in paragraphs[:_SAMPLE]).lower()
    kazakh = sum(letters.count(letter) for letter in _KAZAKH)
    russian = sum("а" <= letter <= "я" for letter in letters)
    latin = sum("a" <= letter <= "z" for letter in letters)
    if latin > russian + kazakh:
        return Language.EN
    return Language.KK if kazakh * 25 > russian + kazakh else Language.RU


def stated_redaction(paragraphs: Sequence[ReadParagraph]) -> date | None:
    """The redaction that the head of a text names, or None."""
    for paragraph in paragraphs[:_HEAD]:
        if found := _REDACTION.search(paragraph.text):
            groups = [group for group in found.groups() if group]
            try:
                return date(int(groups[2]), int(groups[1]), int(groups[0]))
            except ValueError:
                continue
    return None


def latest_law(found: Iterable[Amendment]) -> date | None:
    """The day of adoption of the latest law that the notes of a text name, or None."""
    return max((amendment.adopted for amendment in found), default=None)


def head_words(paragraphs: Sequence[ReadParagraph]) -> str:
    """The head of a text in small letters, its words one space apart."""
    return " ".join(" ".join(one.text for one in paragraphs[:_HEAD]).lower().split())
