"""What was typed in the search box, taken apart: words, phrases, operators, filters.

Whatever is not a well-formed operator is a word; nothing that can be typed is an error.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kzref.engine.words.plain_text import plain
from kzref.model.passage import PassageKind

LONGEST = 300  # characters that are read
MOST_WORDS = 24
_PIECE = re.compile(r'(?P<sign>[-+]?)"(?P<phrase>[^"]*)"|(?P<word>\S+)')
_QUOTES = str.maketrans("«»“”„", '"""""')
_OR = {"OR", "ИЛИ", "НЕМЕСЕ", "|"}
_AND = {"AND", "И", "ЖӘНЕ", "&"}
_NOT = {"NOT", "НЕ", "ЕМЕС"}
_KINDS = {"kind", "вид", "түр"}
_HOMES = {"in", "doc", "в", "док", "документ", "құжат"}
_DAYS = {"on", "date", "на", "дата", "күні"}
_KIND_NAMES = {
    PassageKind.PROVISION: "law article закон статья норма заң бап",
    PassageKind.SOURCE_PARAGRAPH: "paragraph document абзац документ құжат",
    PassageKind.RECOMMENDATION: "рекомендация ұсыным",
    PassageKind.CHECKLIST_ITEM: "checklist чек-лист тізбек",
    PassageKind.GLOSSARY: "term термин",
    PassageKind.CASE: "дело іс",
    PassageKind.STATISTIC: "figure цифра статистика дерек",
    PassageKind.OWN_TEXT: "own свой өз",
}
_KINDS_BY_NAME = {
    name: kind
    for kind, names in _KIND_NAMES.items()
    for name in (kind.value, f"{kind.value}s", *names.split())
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A word or phrase of a query, and what is asked of it."""

    text: str
    phrase: bool = False
    required: bool = False
    excluded: bool = False
    unfinished: bool = False  # more letters may follow: the last word, or `word*`
    instead: bool = False  # serves in place of the piece before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query: its pieces in order, and the filters written into it."""

    text: str
    pieces: tuple[Piece, ...]
    kinds: frozenset[PassageKind] = frozenset()
    homes: tuple[str, ...] = ()
    as_of: date | None = None


def read_query(typed: str, homes: Callable[[str], Iterable[str]] = lambda name: (name,)) -> Query:
    """The query that was typed; `homes` finds the acts and documents that a filter names."""
    text = "".join(c if c.isprintable() else " " for c in plain(typed[:LONGEST]))[:LONGEST]
    return _Reading(text.translate(_QUOTES), homes).query(text)


class _Reading:
    def __init__(self, text: str, known_homes: Callable[[str], Iterable[str]]) -> None:
        self.text = text
        self.known_homes = known_homes
        self.kinds: set[PassageKind] = set()
        self.homes: list[str] = []
        self.as_of: date | None = None

    def query(self, typed: str) -> Query:
        pieces = list(self._pieces())[:MOST_WORDS]
        words = " ".join(piece.text for piece in pieces) if self._has_filters() else typed.strip()
        return Query(
            text=words,
            pieces=tuple(pieces),
            kinds=frozenset(self.kinds),
            homes=tuple(self.homes),
            as_of=self.as_of,
        )

    def _has_filters(self) -> bool:
        return bool(self.kinds or self.homes or self.as_of)

    def _pieces(self) -> Iterator[Piece]:
        found = list(_PIECE.finditer(self.text))
        operator = ""
        for at, match in enumerate(found):
            last = at == len(found) - 1
            if match["phrase"] is not None:
                if match["phrase"].strip():
                    yield self._piece(match["phrase"], match["sign"], operator, phrase=True)
                operator = ""
                continue
            word = match["word"]
            if not last and at and word in _OR | _AND | _NOT:
                operator = word
                continue
            if not self._filter(word):
                open_end = last and not self.text[-1:].isspace()
                yield self._word(word.replace('"', ""), operator, unfinished=open_end)
            operator = ""

    def _word(self, word: str, operator: str, *, unfinished: bool) -> Piece:
        sign = word[0] if word[:1] in {"-", "+"} and len(word) > 1 else ""
        bare = word.removeprefix(sign)
        starred = bare.endswith("*")
        return self._piece(bare, sign, operator, unfinished=unfinished or starred)

    def _piece(
        self, text: str, sign: str, operator: str, *, phrase: bool = False, unfinished: bool = False
    ) -> Piece:
        return Piece(
            text=text,
            phrase=phrase,
            required=sign == "+" or operator in _AND or (phrase and not sign),
            excluded=sign == "-" or operator in _NOT,
            unfinished=unfinished,
            instead=operator in _OR,
        )

    def _filter(self, word: str) -> bool:
        """Take `kind:case`, `in:CPC`, `on:2016-05-01`, in any language; False when it is none."""
        name, colon, value = word.partition(":")
        name, value = name.lower(), value.replace("_", " ")
        if not colon or not value:
            return False
        if name in _KINDS and (kind := _KINDS_BY_NAME.get(value.lower())):
            self.kinds.add(kind)
        elif name in _HOMES and (homes := tuple(self.known_homes(value))):
            self.homes += homes
        elif name in _DAYS and (day := _day(value)):
            self.as_of = day
        else:
            return False
        return True


def _day(text: str) -> date | None:
    """A day as `2016-05-01` or `01.05.2016`."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
    return None
