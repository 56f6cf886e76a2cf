"""Finds rows of the size table by any of their names, however carelessly typed.

Case, spaces and hyphens, ё, Kazakh letters without their marks, Latin letters that look like
Cyrillic ones, and a zero in place of an O make no difference; nor does it which alphabet spells the
sounds, as in ЛСД and LSD.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from kzref.engine.citations.tokens import skeleton
from kzref.model.substance import Substance
from kzref.model.text import Text

_BETWEEN_WORDS = re.compile(r"[\s,;()]+")
_SOUNDS = str.maketrans(
    dict(
        zip(
            "абвгдеёзийклмнопрстуфхцыэәғқңөұүһі",
            "abvgdeeziiklmnoprstufhcyeagknouuhi",
            strict=True,
        ),
        ж="zh",
        ч="ch",
        ш="sh",
        щ="sch",
        ъ="",
        ь="",
        ю="yu",
        я="ya",
    )
)
_LIKENESS = 0.75  # from which on a name is offered as one that may have been meant
_OFFERED = 5


_KNOWN = 4096  # more than all names of the table: each is folded once


@lru_cache(_KNOWN)
def seen(name: str) -> str:
    """The letters and digits of a name as a careless typist would see them."""
    return _letters(skeleton(name.casefold()).replace("0", "o"))


@lru_cache(_KNOWN)
def heard(name: str) -> str:
    """The letters and digits of a name spelled by their sounds in the Latin alphabet."""
    return _letters(name.casefold().translate(_SOUNDS))


def forget_names() -> None:
    """Keep no folded name; the next that is asked for is folded anew, as all names of the table are."""
    seen.cache_clear()
    heard.cache_clear()


def _letters(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum())


def names(row: Substance) -> Iterator[str]:
    """All names of a row, in all languages."""
    yield from (*row.names.ru, *row.names.kk, *row.names.en)


def main_name(row: Substance) -> Text:
    """The first name of a row in each language."""
    return Text(
        en=row.names.en[0] if row.names.en else None,
        ru=row.names.ru[0],
        kk=row.names.kk[0] if row.names.kk else None,
    )


def rows_named(rows: tuple[Substance, ...], name: str) -> tuple[Substance, ...]:
    """The rows that bear this name."""
    for fold in (seen, heard):
        wanted = fold(name)
        if found := tuple(row for row in rows if any(fold(one) == wanted for one in names(row))):
            return found
    return ()


def rows_with_words(rows: tuple[Substance, ...], name: str) -> tuple[Substance, ...]:
    """The rows one of whose names holds every word of this one and more, or is wholly held by it."""
    wanted = _words(name)
    return tuple(
        row
        for row in rows
        if any(
            words and wanted and (wanted <= words or words <= wanted)
            for words in map(_words, names(row))
        )
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(filter(None, map(seen, _BETWEEN_WORDS.split(name))))


def names_like(rows: tuple[Substance, ...], name: str) -> tuple[str, ...]:
    """Names in the table that look like this one, the likest first: perhaps it is misspelt."""
    known: dict[str, str] = {}
    for row in rows:
        for one in names(row):
            known.setdefault(heard(one), one)
    close = get_close_matches(heard(name), known, n=_OFFERED, cutoff=_LIKENESS)
    return tuple(known[one] for one in close)
