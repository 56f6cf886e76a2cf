"""What days in custody or under house arrest are worth against a punishment: CC 62(3), (3-1), (4)."""

from decimal import ROUND_CEILING, Decimal

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
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
    id="custody-credit",
    facts=(
        FactSpec(name="days", kind=FactKind.INTEGER, required=True),
        FactSpec(
            name="measure",
            kind=FactKind.CHOICE,
            choices=("custody", "house-arrest"),
            default="custody",
        ),
        FactSpec(
            name="against",
            kind=FactKind.CHOICE,
            choices=("imprisonment", "arrest", "restriction", "works", "fine"),
            default="imprisonment",
        ),
        FactSpec(
            name="regime",
            kind=FactKind.CHOICE,
            choices=("minimum", "medium", "maximum", "extraordinary", "full"),
        ),
    ),
    results=("credit",),
)


def _rule(draft: Draft) -> None:
    days = draft.facts.integer("days")
    if not days:
        raise InputError("custody-credit.no_days")
    against = draft.facts.choice("against")
    ratio = draft.dated(_rule_of(draft))
    credit = days * draft.take(_rule_of(draft))
    draft.step("criminal.trace.present_law", "CC 6", day=draft.as_of)
    draft.step(
        "custody-credit.trace",
        ratio.reference,
        days=days,
        ratio=ratio.number,
        credit=credit,
        unit=Message(f"custody-credit.unit.{against}"),
    )
    draft.settle(
        "credit",
        *_readings(credit, f"custody-credit.credit.{against}", ratio.reference),
        note=Message(f"custody-credit.note.{draft.facts.choice('measure')}"),
    )
    if draft.facts.choice("measure") == "custody":
        draft.caution("custody-credit.abroad", "CC 62(5)")


def _rule_of(draft: Draft) -> str:
    """The ratio that the facts call for.

    Raises:
        InputError: custody against imprisonment needs the security of the institution.
    """
    measure, against = draft.facts.choice("measure"), draft.facts.choice("against")
    rule = f"custody-credit.{measure}-{against}"
    if (measure, against) != ("custody", "imprisonment"):
        return rule
    regime = draft.facts.choice("regime")
    if regime is None:
        raise InputError("custody-credit.no_regime")
    return f"{rule}-{regime}"


def _readings(credit: Decimal, label: str, reference: str) -> tuple[Reading, ...]:
    """The credit; where it is broken, the defence rounds it up: the code has no rule for it."""
    whole = credit.to_integral_value(rounding=ROUND_CEILING)
    exact = Reading(value=credit, label=Message(label, {"credit": credit}), references=(reference,))
    if whole == credit:
        return (exact,)
    return (
        Reading(
            value=whole,
            label=Message(label, {"credit": whole}),
            assumption=Message("custody-credit.rounded_up"),
            favours=Favours.DEFENCE,
            references=(reference,),
        ),
        Reading(
            value=credit,
            label=Message(label, {"credit": credit}),
            assumption=Message("custody-credit.fraction"),
            favours=Favours.NEUTRAL,
            references=(reference,),
        ),
    )


CALCULATOR = Calculator(spec=SPEC, law_day=lambda _facts: None, rule=_rule)
