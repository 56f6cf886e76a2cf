"""What looks wrong in the structure of an act: gaps, repeats, orders that do not rise."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kzref.model.message import Argument, Message
from kzref.model.own_text import Amendment, Unit, UnitKind
from kzref.model.pinpoint import number_order
from kzref.readers.amendment_notes import excludes


def doubts(units: Sequence[Unit], found: Iterable[Amendment]) -> Iterator[Message]:
    """Every doubt as a sentence with the article and the line of the file."""
    articles = _by_article(units)
    yield from _order(units)
    noted = {amendment.line for amendment in found}
    for number, of_article in articles.items():
        yield from _parts(number, of_article)
        yield from _points(number, of_article)
        if len(of_article) == 1 and not of_article[0].is_excluded:  # the heading alone
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
        known: dict[str, Argument] = {
            "article": unit.number, "before": before.number, "line": unit.line,
        }  # fmt: skip
        if now == was:
            yield Message("own.doubt.twice", {"article": unit.number, "line": unit.line})
        elif now < was:
            yield Message("own.doubt.order", known)
        elif now[0] > was[0] + 1 and not _is_excluded_between(units, before, unit):
            yield Message("own.doubt.gap", known)


def _is_excluded_between(units: Sequence[Unit], before: Unit, after: Unit) -> bool:
    """Whether a chapter was excluded between two articles: its numbers are rightly missing."""
    between = units[units.index(before) : units.index(after)]
    return any(
        unit.kind is UnitKind.AMENDMENT and not unit.holder and excludes(unit.text)
        for unit in between
    )


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
        known: dict[str, Argument] = {
            "article": f"{article}{part}", "number": unit.number, "line": unit.line,
        }  # fmt: skip
        if unit.number in seen:
            yield Message("own.doubt.repeated", known)
        elif base > expected:
            yield Message("own.doubt.missing", {**known, "expected": str(expected)})
        seen.add(unit.number)
        expected = max(expected, base + 1) if base >= expected else expected
