"""The bounds of bail by the gravity of the suspicion, in indices and in tenge: CPC 145(3), 148(8)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kzref.engine.calculation_index import index_on
from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.premise import Premise
from kzref.engine.punishment.crime_category import CRIMES
from kzref.model.errors import InputError
from kzref.model.outcome import (
    CalculatorSpec,
    FactKind,
    FactSpec,
    Favours,
    Message,
    Reading,
)

SPEC = CalculatorSpec(
    id="bail",
    facts=(
        FactSpec(name="category", kind=FactKind.CHOICE, required=True, choices=CRIMES),
        FactSpec(
            name="intent",
            kind=FactKind.CHOICE,
            choices=("intentional", "negligent"),
            default="intentional",
        ),
        FactSpec(name="on", kind=FactKind.DATE, required=True),
    ),
    results=("min_mci", "max_mci", "min_kzt", "max_kzt", "set_by_judge"),
)

_NEW_LAW = Premise(message=Message("bail.law_changed"), favours=Favours.DEFENCE)
_FORMER_LAW = Premise(message=Message("bail.law_not_changed"), favours=Favours.PROSECUTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Bail from `least` up to `most`; `least` None: no bail; `most` None: no upper bound."""

    least: Decimal | None
    most: Decimal | None
    reference: str
    premise: Premise | None = None


def _day_of_ruling(facts: Facts) -> date:
    return facts.required_date("on")


def _rule(draft: Draft) -> None:
    kind = _kind(draft)
    _require_text(draft)
    draft.step("trace.law_of_the_day", "CPC 5", day=draft.as_of)
    found = _bounds(draft, kind)
    index = index_on(draft, draft.as_of)
    for bounds in found:
        _explain(draft, bounds, index)
    _settle(draft, found, "min_mci", lambda bounds: bounds.least)
    _settle(draft, found, "max_mci", lambda bounds: bounds.most)
    _settle(draft, found, "min_kzt", lambda bounds: _times(bounds.least, index), index)
    _settle(draft, found, "max_kzt", lambda bounds: _times(bounds.most, index), index)
    _judge(draft, allowed=found[-1].least is not None)
    _exception(draft, found[0])
    draft.caution("bail.index_of_ruling", "CPC 145(3)", day=draft.as_of)


def _require_text(draft: Draft) -> None:
    """Tell "not allowed" from "not known": where even the first amount is missing, nothing was read.

    Raises:
        InputError: the article as it stood on that day was not read.
    """
    first = draft.rulebook.parameters["bail.minor-min"].on(draft.as_of)
    if first is None or first.value is None:
        draft.dated("bail.minor-min")


def _kind(draft: Draft) -> str:
    """Which of the amounts: intent matters for crimes of medium gravity only.

    Raises:
        InputError: a negligent crime is never grave.
    """
    category, intent = draft.facts.choice("category") or "", draft.facts.choice("intent")
    if intent == "negligent" and category in CRIMES[2:]:
        raise InputError("bail.negligent_grave")
    if category == "medium":
        if not draft.facts.has("intent"):
            draft.caution("bail.intent_assumed", "CPC 145(3)")
        return f"medium-{intent}"
    return category


def _bounds(draft: Draft, kind: str) -> tuple[Bounds, ...]:
    """The bounds of the day; two, where it is not settled which law had come by then."""
    least, most = draft.known(f"bail.{kind}-min"), None
    parameters = draft.rulebook.parameters
    if f"bail.{kind}-max" in parameters:
        most = draft.known(f"bail.{kind}-max")
    reference = least.reference if least else "CPC 145(1)"
    rival = parameters[f"bail.{kind}-min"].rival(draft.as_of)
    now = Bounds(
        least=least.value if least else None,
        most=most.value if most else None,
        reference=reference,
        premise=_NEW_LAW if rival else None,
    )
    if rival is None:
        return (now,)
    return (
        now,
        Bounds(least=rival.value, most=None, reference=rival.reference, premise=_FORMER_LAW),
    )


def _explain(draft: Draft, bounds: Bounds, index: Decimal) -> None:
    if bounds.least is None:
        draft.step("bail.trace.none", bounds.reference)
    elif bounds.most is None:
        draft.step("bail.trace.from", bounds.reference, least=bounds.least, index=index)
    else:
        draft.step(
            "bail.trace.from_to",
            bounds.reference,
            least=bounds.least,
            most=bounds.most,
            index=index,
        )


def _times(indices: Decimal | None, index: Decimal) -> Decimal | None:
    return None if indices is None else indices * index


def _settle(
    draft: Draft,
    found: tuple[Bounds, ...],
    result_id: str,
    value: Callable[[Bounds], Decimal | None],
    index: Decimal | None = None,
) -> None:
    """One of the bounds; `index`: the one that turns it into tenge."""
    draft.settle(
        result_id,
        *(
            Reading(
                value=value(bounds),
                label=_label(bounds, result_id, index),
                assumption=bounds.premise.message if bounds.premise else None,
                favours=bounds.premise.favours if bounds.premise else Favours.NEUTRAL,
                references=(bounds.reference,),
            )
            for bounds in found
        ),
    )


def _label(bounds: Bounds, result_id: str, index: Decimal | None) -> Message:
    if bounds.least is None:
        return Message("bail.not_allowed")
    is_least = result_id.startswith("min")
    indices = bounds.least if is_least else bounds.most
    if indices is None:
        return Message("bail.no_upper_limit")
    if index is not None:
        return Message("bail.in_tenge", {"indices": indices, "index": index})
    return (
        Message("bail.least", {"least": indices})
        if is_least
        else Message("bail.most", {"most": indices})
    )


def _judge(draft: Draft, *, allowed: bool) -> None:
    """Whether a judge who sanctions custody must set bail beside it (CPC 148(8))."""
    barred = draft.facts.choice("category") == "especially-grave"
    draft.settle(
        "set_by_judge",
        Reading(
            value="no" if barred else "yes",
            label=Message("bail.judge_need_not" if barred else "bail.judge_must"),
            references=("CPC 148(8)", "CPC 148(9)"),
        ),
        note=Message("bail.judge_exceptions"),
    )
    if barred and allowed:
        draft.caution("bail.drugs_barred", "CPC 148(9)(2)")


def _exception(draft: Draft, bounds: Bounds) -> None:
    """Below the minimum for the vulnerable, since Law 210-VIII not below half of it."""
    if bounds.least is None:
        return
    share = draft.known("bail.exceptional-share")
    if share is None:
        draft.caution("bail.exception", "CPC 145(3)")
    else:
        floor = bounds.least * share.number
        draft.caution("bail.exception_with_floor", share.reference, floor=floor)


CALCULATOR = Calculator(spec=SPEC, law_day=_day_of_ruling, rule=_rule)
