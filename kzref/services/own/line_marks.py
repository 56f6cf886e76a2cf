"""Lines of a text that the user understands better than the reader did: marked by hand."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kzref.model.own_text import Structure, Unit, UnitKind

MARKS: Final = (UnitKind.TEXT, UnitKind.HEADING, UnitKind.NOTE, UnitKind.FURNITURE)
"""What a line may be marked as: law, heading, note of the law, or nothing of the text."""


def with_marks(structure: Structure, marks: Iterable[tuple[int, UnitKind]]) -> Structure:
    """The structure with the units that begin at these lines as the user says.

    Text goes on where the unit before it stands, a note is of the article before it; a heading and
    what is no part of the text belong to no article.
    """
    wanted = dict(marks)
    if not wanted:
        return structure
    units: list[Unit] = []
    holder, at = "", ""
    for unit in structure.units:
        marked = unit
        match wanted.get(unit.line):
            case None:
                if unit.holder:
                    holder, at = unit.holder, unit.at
            case UnitKind.TEXT:
                marked = replace(unit, kind=UnitKind.TEXT, holder=holder, at=at)
            case UnitKind.NOTE:
                marked = replace(unit, kind=UnitKind.NOTE, holder=holder, at="note")
            case kind:
                marked = replace(unit, kind=kind, holder="", at="")
        units.append(marked)
    return replace(structure, units=tuple(units))
