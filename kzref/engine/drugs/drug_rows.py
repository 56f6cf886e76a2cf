"""The rows of the size table that a substance, as it was named, may stand in."""

from typing import Final

from kzref.engine.draft import Draft
from kzref.engine.drugs.drug_name import main_name, names_like, rows_named, rows_with_words
from kzref.model.errors import AmbiguousError, InputError
from kzref.model.outcome import Message
from kzref.model.substance import Substance

STATES: Final = {"yes": "dried", "no": "undried"}
"""The answers to whether it was dried, and the rows they choose."""

_OFFERED = 8  # names that may have been meant


def rows_meant(draft: Draft, name: str, unit: str) -> tuple[Substance, ...]:
    """The row that is meant; none when the table has no such name.

    Both rows where the table asks whether it was dried and nobody says.

    Raises:
        InputError: no row counts in that unit or that state, several substances bear the name, or
            it is only a part of longer ones.
    """
    named = rows_named(draft.rulebook.substances(), name)
    if not named:
        _refuse_part_of_name(draft, name, unit)
        _unknown(draft, name)
        return ()
    counted = _in_state(draft, _in_unit(named, unit))
    states = [row.state for row in counted]
    if len(set(states)) < len(states) or (len(states) > 1 and None in states):
        raise _several(name, counted)
    return counted


def _in_unit(named: tuple[Substance, ...], unit: str) -> tuple[Substance, ...]:
    counted = tuple(row for row in named if row.unit == unit)
    if not counted:
        raise InputError(
            "drug-size.other_unit",
            substance=main_name(named[0]),
            unit=Message(f"choice.unit.{unit}"),
            known=tuple(
                Message(f"choice.unit.{one}") for one in dict.fromkeys(row.unit for row in named)
            ),
        )
    return counted


def _in_state(draft: Draft, counted: tuple[Substance, ...]) -> tuple[Substance, ...]:
    asked = draft.facts.choice("dried")
    if asked is None:
        return counted
    if not any(row.state for row in counted):
        draft.caution("drug-size.dried_not_asked", substance=main_name(counted[0]))
        return counted
    fitting = tuple(row for row in counted if row.state in {None, STATES[asked]})
    if not fitting:
        raise InputError("drug-size.other_state", substance=main_name(counted[0]))
    return fitting


def _refuse_part_of_name(draft: Draft, name: str, unit: str) -> None:
    """Never guess from a part of a name, nor from a name with something added to it."""
    near = rows_with_words(draft.rulebook.substances(), name)
    if near:
        counted = tuple(row for row in near if row.unit == unit) or near
        raise _several(name, counted[:_OFFERED])


def _several(name: str, rows: tuple[Substance, ...]) -> InputError:
    return AmbiguousError(
        "drug-size.several",
        tuple(row.names.ru[0] for row in rows),
        substance=name,
        rows=tuple(main_name(row) for row in rows),
    )


def _unknown(draft: Draft, name: str) -> None:
    """No row of that name: that is an answer, but perhaps only a slip of the pen."""
    draft.caution("drug-size.not_in_table", "Decree-470", "CC 296 note 1", substance=name)
    if like := names_like(draft.rulebook.substances(), name):
        draft.doubt("drug-size.perhaps_misspelt", substance=name, names=like)
