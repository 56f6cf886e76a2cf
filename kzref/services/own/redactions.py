"""Two texts of one act beside each other: redactions, article by article, or languages, by number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kzref.model.errors import InputError
from kzref.model.own_text import LAW, Amendment, OwnText, Unit, UnitKind
from kzref.model.pinpoint import number_order
from kzref.model.text import FALLBACK, Language
from kzref.services.own.library import OwnLibrary


class Change(StrEnum):
    """What became of an article or of a unit of it between two redactions."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    NOTED = "noted"  # the words are the same, but the later text names a new amending law
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleChange:
    """An article that two redactions do not have alike, with the laws that the later one names."""

    article: str
    title: str
    change: Change
    laws: tuple[Amendment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed between two redactions, and how many articles read the same."""

    earlier: OwnText
    later: OwnText
    changes: tuple[ArticleChange, ...]
    same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPair:
    """A unit in two texts; None where one of them has none of this number."""

    at: str
    first: str | None
    second: str | None

    @property
    def change(self) -> Change:
        """What became of it, the first text being the earlier."""
        if self.first is None:
            return Change.ADDED
        if self.second is None:
            return Change.REMOVED
        return Change.SAME if _words(self.first) == _words(self.second) else Change.CHANGED


def two_redactions(
    own: OwnLibrary, work: str, earlier: date, later: date, language: Language
) -> tuple[OwnText, OwnText]:
    """The texts that show the law of two days, both in one language.

    Raises:
        InputError: there is no text of one of the days, or one text shows both.
    """
    if earlier > later:
        earlier, later = later, earlier
    refusal = InputError("own.compare.none", work=work, earlier=earlier, later=later)
    for one in dict.fromkeys((*FALLBACK[language], *Language)):
        texts = [text for text in own.texts(work) if text.language is one and text.redaction]
        first, second = _of_day(texts, earlier), _of_day(texts, later)
        if first is not None and second is not None:
            if first != second:
                return first, second
            refusal = InputError(
                "own.compare.one", work=work, redaction=first.redaction, file=first.file_name
            )
    raise refusal


def _of_day(texts: Iterable[OwnText], day: date) -> OwnText | None:
    held = [text for text in texts if text.redaction and text.redaction <= day]
    return max(held, key=lambda text: (text.redaction or date.min, text.id), default=None)


def compare(own: OwnLibrary, earlier: OwnText, later: OwnText) -> Comparison:
    """The articles that the later redaction has otherwise, in the order of their numbers."""
    before, after = _articles(own.units(earlier)), _articles(own.units(later))
    named = {(one.law, one.adopted, one.holder) for one in own.amendments(earlier)}
    laws: dict[str, list[Amendment]] = {}
    for one in own.amendments(later):
        if (one.law, one.adopted, one.holder) not in named:
            named.add((one.law, one.adopted, one.holder))
            laws.setdefault(one.holder, []).append(one)
    changes = []
    for article in sorted(before.keys() | after.keys(), key=number_order):
        change = _change(before.get(article), after.get(article), laws.get(article, ()))
        if change is not Change.SAME:
            units = after.get(article) or before[article]
            changes.append(
                ArticleChange(
                    article=article,
                    title=_title(units),
                    change=change,
                    laws=tuple(laws.get(article, ())),
                )
            )
    same = len(before.keys() | after.keys()) - len(changes)
    return Comparison(earlier=earlier, later=later, changes=tuple(changes), same=same)


def pairs(own: OwnLibrary, first: OwnText, second: OwnText, article: str) -> tuple[UnitPair, ...]:
    """An article in two texts, aligned by the numbers of its units, never by their order."""
    one, other = _wordings(own.units(first, article)), _wordings(own.units(second, article))
    return tuple(
        UnitPair(at=at, first=one.get(at), second=other.get(at)) for at in _merged(one, other)
    )


def _articles(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.holder:
            found.setdefault(unit.holder, []).append(unit)
    return found


def _change(
    before: list[Unit] | None, after: list[Unit] | None, laws: Iterable[Amendment]
) -> Change:
    if before is None:
        return Change.ADDED
    if after is None or (_is_law(before) and not _is_law(after)):
        return Change.REMOVED
    if not _is_law(before) and _is_law(after):
        return Change.ADDED
    if _law(before) != _law(after):
        return Change.CHANGED
    return Change.NOTED if tuple(laws) else Change.SAME


def _is_law(units: Iterable[Unit]) -> bool:
    return any(unit.kind in LAW and not unit.is_excluded for unit in units)


def _law(units: Iterable[Unit]) -> list[tuple[str, str]]:
    """The title and the law's own words of an article, each with its place."""
    return [
        (unit.at, _words(unit.text))
        for unit in units
        if unit.kind in LAW or unit.kind is UnitKind.ARTICLE
    ]


def _wordings(units: Iterable[Unit]) -> dict[str, str]:
    """The title and the law's own words by place, paragraphs of one place together."""
    found: dict[str, str] = {}
    for unit in units:
        if unit.kind is UnitKind.ARTICLE:
            found["title"] = unit.text
        elif unit.kind in LAW:
            found[unit.at] = f"{found[unit.at]}\n{unit.text}" if unit.at in found else unit.text
    return found


def _merged(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """The places of both texts: those of the first in its order, others after what precedes them."""
    places = list(first)
    last = -1
    for at in second:
        if at in first:
            last = places.index(at)
        else:
            last += 1
            places.insert(last, at)
    return places


def _title(units: Iterable[Unit]) -> str:
    return next((unit.text for unit in units if unit.kind is UnitKind.ARTICLE), "")


def _words(text: str) -> str:
    """The words as compared: without the spaces and dashes that layouts differ in."""
    return " ".join(text.replace("–", "-").replace("—", "-").split())
