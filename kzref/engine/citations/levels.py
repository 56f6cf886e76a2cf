"""Gives the numbers of a citation their levels: article, part, point, sub-point, note."""

from collections.abc import Sequence

from kzref.engine.citations.units import Level, Unit
from kzref.model.pinpoint import Pinpoint

_STEPS = (Level.PART, Level.POINT, Level.SUBPOINT, Level.ITEM)
_NEXT = dict(zip((Level.ARTICLE, *_STEPS), _STEPS, strict=False))


def levels_of(units: Sequence[Unit]) -> tuple[dict[Level, str], list[str]]:
    """The number on each level; numbers without one go by their order. Also what is left over."""
    levels: dict[Level, str] = {}
    unused: list[str] = []
    has_article = any(unit.level is Level.ARTICLE for unit in units)
    after: Level | None = None if has_article else Level.ARTICLE
    for unit in units:
        level = unit.level
        if level is None:
            first = after is Level.ARTICLE and Level.ARTICLE not in levels
            level = after if unit.joined or first else None
        if level is None or level in levels:
            unused.append(unit.number)
            continue
        levels[level] = unit.number
        after = _NEXT.get(max(levels))
        if Level.ARTICLE not in levels and not has_article:
            after = Level.ARTICLE
    return levels, [number for number in unused if number]


def pinpoint_of(key: str, levels: dict[Level, str]) -> Pinpoint:
    """The place of an act that these numbers name."""
    units = tuple(levels[level] for level in _STEPS if level in levels)
    note = levels.get(Level.NOTE)
    if note == "" and len(units) == 1:
        note = units[0]
    return Pinpoint(
        key=key,
        article=levels.get(Level.ARTICLE),
        units=() if note is not None else units,
        note=note,
    )
