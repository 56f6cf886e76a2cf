"""What looks wrong in the structure of an act: gaps, repeats, orders that do not rise."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from kzref.model.message import Message
from kzref.model.own_text import LAW, Amendment, Unit, UnitKind
from kzref.model.pinpoint import number_order

_EXCLUDING: Final = 1  # the heading alone


def doubts(units: Sequence[Unit], found: Iterable[Amendment]) -> Iterator[Message]:
    """Every doubt as a sentence with the article and the line of the file."""
    articles = _by_article(units)
    yield from _order(units)
    noted = {amendment.line for amendment in found}
    for number, of_article in articles.items():
        yield from _parts(number, of_article)
        yield from _points(number, of_article)
        if len(of_article) == _EXCLUDING:
            yield Message("own.doubt.empty", {"article": number, "line": of_article[0].line})
    for unit in units:
        if unit.kind is UnitKind.AMENDMENT and unit.line not in noted:
            yield Message("own.doubt.undated", {"article": unit.holder, "line": unit.line})


def _by_article(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    articles: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.holder:
            articles.setdefault(unit.holder, []).append(unit)
    return articles


def _order(units: Sequence[Unit]) -> Iterator[Message]:
    headings = [unit for unit in units if unit.kind is UnitKind.ARTICLE]
    for before, unit in pairwise(headings):
        was, now = number_order(before.number), number_order(unit.number)
        known = {"article": unit.number, "before": before.number, "line": unit.line}
        if now == was:
            yield Message("own.doubt.twice", {"article": unit.number, "line": unit.line})
        elif now < was:
            yield Message("own.doubt.order", known)
        elif now[0] > was[0] + 1:
            yield Message("own.doubt.gap", known)


def _parts(article: str, units: Sequence[Unit]) -> Iterator[Message]:
    yield from _sequence(article, "", [one for one in units if one.kind is UnitKind.PART])


def _points(article: str, units: Sequence[Unit]) -> Iterator[Message]:
    """Points are counted within their part; a repeated number means two lists in one part."""
    lists: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.kind is UnitKind.POINT:
            part = unit.at.removesuffix(f"({unit.number})")
            lists.setdefault(part, []).append(unit)
    for part, points in lists.items():
        yield from _sequence(article, part, points)


def _sequence(article: str, part: str, units: Sequence[Unit]) -> Iterator[Message]:
    expected = 1
    seen: set[str] = set()
    for unit in units:
        base = number_order(unit.number)[0]
        known = {"article": f"{article}{part}", "number": unit.number, "line": unit.line}
        if unit.number in seen:
            yield Message("own.doubt.repeated", known)
        elif base > expected:
            yield Message("own.doubt.missing", {**known, "expected": str(expected)})
        seen.add(unit.number)
        expected = max(expected, base + 1) if base >= expected else expected


def is_repealed(units: Iterable[Unit]) -> bool:
    """Whether only the heading and notes are left of an article."""
    return not any(unit.kind in LAW for unit in units)
