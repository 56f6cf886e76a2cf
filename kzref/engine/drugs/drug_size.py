"""The size of a drug by the table of Government decree No. 470, and the part of CC 296 it leads to."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.drugs.drug_class import Sizing, sizings
from kzref.engine.drugs.drug_name import main_name
from kzref.engine.drugs.drug_part import settle_part
from kzref.engine.drugs.drug_rows import STATES, rows_meant
from kzref.engine.drugs.drug_warnings import warn
from kzref.engine.facts import Facts
from kzref.engine.premise import Premise, assumption, favours
from kzref.model.errors import InputError
from kzref.model.outcome import (
    CalculatorSpec,
    FactKind,
    FactSpec,
    Favours,
    Message,
    Reading,
)
from kzref.model.substance import Substance

_TO_GRAMS = {
    "gram": Decimal(1),
    "milligram": Decimal("0.001"),
    "kilogram": Decimal(1000),
}

_LONGEST_NAME = 250  # letters

SPEC = CalculatorSpec(
    id="drug-size",
    facts=(
        FactSpec(name="substance", kind=FactKind.TEXT, required=True),
        FactSpec(name="amount", kind=FactKind.DECIMAL, required=True),
        FactSpec(
            name="unit",
            kind=FactKind.CHOICE,
            choices=(*_TO_GRAMS, "ml", "piece", "plant"),
            default="gram",
        ),
        FactSpec(name="dried", kind=FactKind.CHOICE, choices=tuple(STATES)),
        FactSpec(name="on", kind=FactKind.DATE),
    ),
    results=("class", "part_296"),
)


def _day_of_act(facts: Facts) -> date | None:
    return facts.date("on")


def _rule(draft: Draft) -> None:
    name = _name(draft)
    unit, amount = _measured(draft)
    _table_of_the_day(draft)
    rows = rows_meant(draft, name, unit)
    found = _defence_first(_sizings(draft, rows, amount) or (Sizing(value="none", row=None),))
    _settle_class(draft, found, name)
    settle_part(draft, found)
    warn(draft, rows, amount)


def _name(draft: Draft) -> str:
    """The name as it was written.

    Raises:
        InputError: it is longer than any name: a sentence or a page was pasted.
    """
    name = draft.facts.given["substance"]
    if len(name) > _LONGEST_NAME:
        raise InputError("drug-size.long_name", fact="substance")
    return name


def _measured(draft: Draft) -> tuple[str, Decimal]:
    """The amount in the unit in which the table would count it.

    Raises:
        InputError: there is no amount.
    """
    amount, unit = draft.facts.decimal("amount"), draft.facts.choice("unit") or "gram"
    if not amount:
        raise InputError("drug-size.no_amount")
    if unit in _TO_GRAMS:
        grams = amount * _TO_GRAMS[unit]
        draft.step("drug-size.trace.amount", amount=grams, unit=_unit("gram"))
        return "gram", grams
    draft.step("drug-size.trace.amount", amount=amount, unit=_unit(unit))
    return unit, amount


def _table_of_the_day(draft: Draft) -> None:
    """The table that held on the day of the act.

    Raises:
        InputError: the sizes stood elsewhere on that day.
    """
    decree = draft.known("drug-sizes.decree")
    if decree is None:
        first = next(
            value.in_force_from
            for value in draft.rulebook.parameters["drug-sizes.decree"].history
            if value.value is not None
        )
        raise InputError("drug-size.before_table", day=draft.as_of, first=first)
    draft.step("criminal.trace.law_of_the_act", "CC 5", day=draft.as_of)
    draft.step(
        "drug-size.trace.table",
        "CC 296 note 1",
        "Decree-470",
        number=str(decree.number),
        edition=decree.note or "",
    )


def _sizings(draft: Draft, rows: tuple[Substance, ...], amount: Decimal) -> tuple[Sizing, ...]:
    found: list[Sizing] = []
    for row in rows:
        draft.step(
            "drug-size.trace.row",
            "Decree-470",
            substance=main_name(row),
            row=row.id,
            printed=row.printed_ru or "",
        )
        for sizing in _in_edition(draft, row, sizings(row, amount)):
            found.append(sizing.given(_state(row)) if len(rows) > 1 else sizing)
    return tuple(found)


def _state(row: Substance) -> Premise:
    dried = row.state == "dried"
    return Premise(
        message=Message(f"drug-size.{row.state}"),
        favours=Favours.PROSECUTION if dried else Favours.DEFENCE,
    )


def _in_edition(draft: Draft, row: Substance, found: tuple[Sizing, ...]) -> tuple[Sizing, ...]:
    """The same, unless the row stood in no edition of that day; both where that was not read."""
    absent = draft.rulebook.lists["drug-sizes.absent"].on(draft.as_of)
    if absent is None or row.id not in absent.items:
        return found
    draft.listing("drug-sizes.absent")
    draft.caution("drug-size.row_added_later", "Decree-470", substance=main_name(row))
    missing = Sizing(value="none", row=row)
    if not absent.assumed:
        return (missing,)
    return (
        missing.given(Premise(message=Message("drug-size.row_absent"), favours=Favours.DEFENCE)),
        *(
            one.given(
                Premise(message=Message("drug-size.row_present"), favours=Favours.PROSECUTION)
            )
            for one in found
        ),
    )


_ORDER = ("none", "below", "small", "large", "especially-large")


def _defence_first(found: Iterable[Sizing]) -> tuple[Sizing, ...]:
    """Each class once, the smallest first."""
    once: dict[str, Sizing] = {}
    for sizing in found:
        once.setdefault(sizing.value, sizing)
    return tuple(once[value] for value in _ORDER if value in once)


def _settle_class(draft: Draft, found: tuple[Sizing, ...], name: str) -> None:
    alone = len(found) == 1
    row = found[0].row
    draft.settle(
        "class",
        *(
            Reading(
                value=sizing.value,
                label=_label(sizing, name),
                assumption=None if alone else assumption(sizing.premises),
                favours=Favours.NEUTRAL if alone else favours(sizing.premises),
                references=("Decree-470", "CC 296 note 1"),
            )
            for sizing in found
        ),
        note=Message("drug-size.row_note", {"note": row.note}) if row and row.note else None,
    )


def _label(sizing: Sizing, name: str) -> Message:
    row = sizing.row
    if row is None or (sizing.value == "none" and sizing.most is None):
        return Message("drug-size.no_row", {"substance": main_name(row) if row else name})
    key = sizing.value if row.table != "IV" else f"plants_{sizing.value}"
    if sizing.value == "none":
        key = "gap"
    return Message(
        f"drug-size.{key}",
        {
            "substance": main_name(row),
            "least": sizing.least,
            "most": sizing.most,
            "unit": _unit(row.unit),
        },
    )


def _unit(unit: str) -> Message:
    return Message(f"drug-size.unit.{unit}")


CALCULATOR = Calculator(spec=SPEC, law_day=_day_of_act, rule=_rule)
