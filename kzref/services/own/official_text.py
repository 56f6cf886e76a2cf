"""The verbatim text of a place, cut out of the units of an imported text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kzref.model.own_text import LAW, Amendment, OwnText, Unit, UnitKind
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import Citable

_SHOWN = LAW | {UnitKind.PARAGRAPH, UnitKind.BULLET, UnitKind.FOOTNOTE}
_NOTES = frozenset({UnitKind.AMENDMENT, UnitKind.COURT, UnitKind.REMARK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """The verbatim text of a place: the law's words, and apart from them what notes say of it."""

    place: Citable  # the nearest larger place where the asked one has no text of its own
    source: OwnText
    until: date | None  # the next redaction in the library
    title: str
    units: tuple[Unit, ...]
    amendments: tuple[Amendment, ...] = ()

    @property
    def text(self) -> str:
        """The words themselves, a paragraph a line."""
        shown = [unit.text for unit in self.units if unit.kind in _SHOWN]
        return "\n".join(shown or [unit.text for unit in self.units])

    @property
    def notes(self) -> tuple[Unit, ...]:
        """Notes on amendments, rulings and remarks of the publisher at this place."""
        return tuple(unit for unit in self.units if unit.kind in _NOTES)


def nearest_text(
    units: tuple[Unit, ...], place: Pinpoint
) -> tuple[Pinpoint | None, tuple[Unit, ...]]:
    """The place, or the nearest larger one, that has a text, with its units."""
    nearest: Pinpoint | None = place
    while nearest is not None and nearest.article is not None:
        if found := _within(units, nearest.at):
            return nearest, found
        nearest = nearest.parent
    return None, ()


def _within(units: Iterable[Unit], at: str) -> tuple[Unit, ...]:
    """The units at a place and under it; the heading belongs to the whole article only."""
    found = tuple(
        unit
        for unit in units
        if _is_under(unit.at, at) and (not at or unit.kind is not UnitKind.ARTICLE)
    )
    return found if any(unit.kind in LAW for unit in found) or not at else ()


def _is_under(at: str, place: str) -> bool:
    if not place or at == place:
        return True
    return at.startswith(f"{place}(") or (place == "note" and at.startswith("note"))


def touches(changed: str, place: str) -> bool:
    """Whether a change at one place of an article concerns another: either holds the other."""
    return not changed or _is_under(changed, place) or _is_under(place, changed)


def of_paragraph(units: Iterable[Unit], number: str) -> tuple[Unit, ...]:
    """A paragraph of a document with its bullets."""
    bullets = "0.b" if number == "head" else f"{number}.b"
    return tuple(unit for unit in units if unit.at == number or unit.at.startswith(bullets))


def reference(key: str, article: str, at: str) -> str:
    """A place of an act in the spelling of data."""
    return f"{key} {article}{at}" if at.startswith("(") or not at else f"{key} {article} {at}"
