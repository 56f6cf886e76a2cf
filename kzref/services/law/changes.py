"""What changed in an article between two days: unit by unit, then word by word.

Units are matched by their place in the structure; one that was only renumbered is found by its words
and shown as moved, not as deleted here and added there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from kzref.engine.words.word_diff import Piece, word_diff
from kzref.model.errors import InputError
from kzref.model.law import Article, Instrument, Provision
from kzref.model.own_text import LAW, Unit
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.services.own.library import OwnLibrary
from kzref.services.own.redactions import two_redactions

AMENDED_FROM: Final = 50.0  # likeness in percent from which an amended unit is still that unit
MOVED_FROM: Final = 90.0  # likeness in percent from which a renumbered unit is the same one


class Change(StrEnum):
    """What became of a unit."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    UNKNOWN = "unknown"  # its text on the earlier day was not read


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChange:
    """A unit with what became of it; `laws` are those that changed it between the two days."""

    at: str
    change: Change
    pieces: tuple[Piece, ...]
    laws: tuple[str, ...] = ()
    was_at: str | None = None  # for one that moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An article on two days."""

    place: Pinpoint
    earlier: date
    later: date
    is_official: bool
    units: tuple[UnitChange, ...]
    sources: tuple[date, date] | None = None  # the redactions compared, of imported texts

    @property
    def laws(self) -> tuple[str, ...]:
        """Every law that changed something in between."""
        return tuple(dict.fromkeys(law for unit in self.units for law in unit.laws))

    @property
    def changed(self) -> tuple[UnitChange, ...]:
        """The units that do not read the same."""
        return tuple(unit for unit in self.units if unit.change is not Change.SAME)


def digest_changes(
    instrument: Instrument, article: Article, days: tuple[date, date], language: Language
) -> Comparison:
    """What changed in the digests of an article; `days` in any order."""
    earlier, later = sorted(days)
    units = tuple(
        unit
        for provision in article.provisions
        if (unit := _unit(provision, earlier, later, language)) is not None
    )
    place = Pinpoint(key=instrument.key, article=article.article)
    return Comparison(place=place, earlier=earlier, later=later, is_official=False, units=units)


def _unit(
    provision: Provision, earlier: date, later: date, language: Language
) -> UnitChange | None:
    before, after = provision.version(earlier), provision.version(later)
    old = before.gist[language] if before else ""
    new = after.gist[language] if after else ""
    laws = tuple(
        version.amended_by
        for version in provision.versions
        if version.amended_by and earlier < version.in_force_from <= later
    )
    pieces = word_diff(old, new)
    if before is None and after is None:
        return None
    if before is not None and after is not None:
        change = Change.SAME if old == new else Change.CHANGED
    elif after is None:
        change = Change.REMOVED
    else:
        began = provision.versions[0]
        is_known = bool(began.amended_by) or earlier >= began.in_force_from
        change = Change.ADDED if is_known else Change.UNKNOWN
    return UnitChange(at=provision.at, change=change, pieces=pieces, laws=laws)


def official_changes(
    own: OwnLibrary,
    instrument: Instrument,
    place: Pinpoint,
    days: tuple[date, date],
    language: Language,
) -> Comparison | None:
    """What changed between two imported redactions; None where there are not two of one language."""
    earlier, later = sorted(days)
    try:
        first, second = two_redactions(own, instrument.id, earlier, later, language)
    except InputError:
        return None
    article = place.article or ""
    known = set(own.amendments(first, article))
    changed_by: dict[str, list[str]] = {}
    for one in own.amendments(second, article):
        if one not in known and one.law:
            changed_by.setdefault(one.at, []).append(one.law)
    units = matched(
        _wordings(own.units(first, article)),
        _wordings(own.units(second, article)),
        {at: tuple(laws) for at, laws in changed_by.items()},
    )
    shown = (first.redaction, second.redaction)
    return Comparison(
        place=Pinpoint(key=place.key, article=place.article),
        earlier=earlier,
        later=later,
        is_official=True,
        units=units,
        sources=(shown[0], shown[1]) if shown[0] and shown[1] else None,
    )


def _wordings(units: tuple[Unit, ...]) -> dict[str, str]:
    """The law's own words by place."""
    wordings: dict[str, str] = {}
    for unit in units:
        if unit.kind in LAW:
            begun = f"{wordings[unit.at]}\n" if unit.at in wordings else ""
            wordings[unit.at] = begun + unit.text
    return wordings


def matched(
    before: Mapping[str, str], after: Mapping[str, str], laws: Mapping[str, tuple[str, ...]]
) -> tuple[UnitChange, ...]:
    """The changes between two texts given by place, in the order of the later, then what is gone.

    A place whose words have nothing in common before and after holds another unit now: where the
    old words stand elsewhere, that unit moved.
    """
    stays = {at for at, text in after.items() if at in before and _is_like(before[at], text)}
    gone = {at: text for at, text in before.items() if at not in stays}
    moved = {
        at: was_at
        for at, text in after.items()
        if at not in stays and (was_at := _take(text, gone)) is not None
    }
    found = []
    for at, text in after.items():
        was_at = at if at in stays else moved.get(at, at)
        is_new = at not in stays and at not in moved and gone.pop(at, None) is None
        old = "" if is_new else before[was_at]
        if is_new:
            change = Change.ADDED
        elif was_at != at:
            change = Change.MOVED
        else:
            change = Change.SAME if old == text else Change.CHANGED
        found.append(
            UnitChange(
                at=at,
                change=change,
                pieces=word_diff(old, text),
                laws=laws.get(at, ()),
                was_at=was_at if change is Change.MOVED else None,
            )
        )
    for at, text in gone.items():
        pieces = word_diff(text, "")
        found.append(UnitChange(at=at, change=Change.REMOVED, pieces=pieces, laws=laws.get(at, ())))
    return tuple(found)


def _is_like(before: str, after: str) -> bool:
    """Whether two wordings have enough in common to be one unit, amended."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - as needed

    return before == after or fuzz.ratio(before, after) >= AMENDED_FROM


def _take(text: str, gone: dict[str, str]) -> str | None:
    """The place whose text left it and is nearly this one; it is taken out of `gone`."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - as needed

    best = process.extractOne(text, gone, scorer=fuzz.ratio, score_cutoff=MOVED_FROM)
    if best is None:
        return None
    gone.pop(best[2])
    return str(best[2])
