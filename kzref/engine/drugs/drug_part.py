"""The part of CC 296 to which a size leads: handling without intent to sell."""

from kzref.engine.draft import Draft
from kzref.engine.drugs.drug_class import CULTIVATION, PRECURSORS, Sizing
from kzref.engine.premise import Premise, assumption, favours
from kzref.model.outcome import Favours, Message, Reading

_PARTS = {"below": "2", "small": "2", "large": "3", "especially-large": "4"}
_NO_PART = Premise(message=Message("drug-size.part.below_none"), favours=Favours.DEFENCE)
_PART_2 = Premise(message=Message("drug-size.part.below_two"), favours=Favours.PROSECUTION)


def settle_part(draft: Draft, found: tuple[Sizing, ...]) -> None:
    """Settle the part for each class; an amount below every size may lead to none."""
    readings: dict[str | None, Reading] = {}
    for sizing in found:
        for reading in _readings(draft, sizing, alone=len(found) == 1):
            readings.setdefault(str(reading.value), reading)
    note = None if set(readings) == {"None"} else Message("drug-size.part.note")
    draft.settle("part_296", *readings.values(), note=note)


def _readings(draft: Draft, sizing: Sizing, *, alone: bool) -> tuple[Reading, ...]:
    premises = () if alone else sizing.premises
    outside = _outside(draft, sizing)
    if outside is not None:
        return (_reading(None, outside, premises, "CC 296"),)
    part = _PARTS[sizing.value]
    if sizing.value == "below":
        return (
            _reading(None, "below", (*premises, _NO_PART), "CC 10(4)"),
            _reading(part, "two", (*premises, _PART_2), "CC 296(2)"),
        )
    key = {"2": "two", "3": "three", "4": "four"}[part]
    return (_reading(part, key, premises, f"CC 296({part})", "CC 296 note 1"),)


def _outside(draft: Draft, sizing: Sizing) -> str | None:
    """Why the article does not apply at all, or None when it does."""
    if sizing.value == "none" or sizing.row is None:
        return "none"
    if sizing.row.table == CULTIVATION:
        return "cultivation"
    covered = draft.known("drug-sizes.precursors-in-296")
    if sizing.row.table == PRECURSORS and (covered is None or covered.number == 0):
        return "precursors"
    return None


def _reading(
    value: str | None, key: str, premises: tuple[Premise, ...], *references: str
) -> Reading:
    return Reading(
        value=value,
        label=Message(f"drug-size.part.{key}"),
        assumption=assumption(premises),
        favours=favours(premises),
        references=references,
    )
