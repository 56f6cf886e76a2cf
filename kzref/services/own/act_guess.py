"""Which act a text is: by its number and title in the head, its file's name, its articles' titles."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kzref.model.law import Heading, Instrument
from kzref.model.own_text import Structure, UnitKind
from kzref.model.text import Language

_NUMBER, _TITLE, _FILE, _YEAR = 10, 6, 8, 3
_MOST_TITLES: Final = 20
_LEAST: Final = 5  # points below which a guess would be no better than a throw of dice
_NOT_LETTERS: Final = re.compile(r"[\W_]+")


def guess_act(
    structure: Structure,
    *,
    head: str,
    file_name: str,
    language: Language,
    instruments: Iterable[Instrument],
    headings: Mapping[str, Sequence[Heading]],
) -> Instrument | None:
    """The act that a text most looks like, or None when none is likely or two are equally so."""
    titles = _titles(structure)
    names = set(_NOT_LETTERS.sub(" ", file_name.lower()).split())
    scored = []
    for act in instruments:
        score = _head_score(act, head, language) + min(
            _MOST_TITLES, _same_titles(headings.get(act.key, ()), titles, language)
        )
        if _is_named(act, file_name.lower(), names):
            score += _FILE
        scored.append((score, act.in_force_until is None, act))
    scored.sort(key=lambda one: one[:2], reverse=True)
    if not scored or scored[0][0] < _LEAST or scored[0][:2] == scored[1][:2]:
        return None
    return scored[0][2]


def _head_score(act: Instrument, head: str, language: Language) -> int:
    score = 0
    if act.number and re.search(rf"№\s*{re.escape(act.number.lower())}(?!\w)", head):
        score += _NUMBER
    title = act.title.own(language)
    if title and " ".join(title.lower().split()) in head:
        score += _TITLE
    if act.adopted and score and str(act.adopted.year) in head:
        score += _YEAR
    return score


def _is_named(act: Instrument, file_name: str, names: set[str]) -> bool:
    shorts = {act.short.own(one) for one in Language} | {act.key}
    return act.id in file_name or any(short and short.lower() in names for short in shorts)


def _titles(structure: Structure) -> dict[str, str]:
    return {
        unit.number: _letters(unit.text)
        for unit in structure.units
        if unit.kind is UnitKind.ARTICLE
    }


def _same_titles(known: Iterable[Heading], titles: Mapping[str, str], language: Language) -> int:
    same = 0
    for heading in known:
        title = heading.title.own(language)
        if title and titles.get(heading.article, "").endswith(_letters(title)):
            same += 1
    return same


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text.lower())
