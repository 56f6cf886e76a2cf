"""How long custody may last from the day on which the court receives the case: CPC 342.

Before Law 88-VII no limit held where any defendant faced a particularly grave charge (CPC 342(5)).
"""

from datetime import date

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.month_terms import last_days, readings
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec, Lane, Message, Reading

SPEC = CalculatorSpec(
    id="trial-custody",
    facts=(
        FactSpec(name="received_on", kind=FactKind.DATE, required=True),
        FactSpec(
            name="category",
            kind=FactKind.CHOICE,
            required=True,
            choices=("minor", "medium", "grave", "especially-grave"),
        ),
    ),
    results=("limit_6m", "limit_12m", "limit_18m", "cap"),
)


def _first_day(facts: Facts) -> date:
    return facts.required_date("received_on")


def _rule(draft: Draft) -> None:
    first = _first_day(draft.facts)
    draft.require_code("trial-custody.general", first)
    category = draft.facts.choice("category")
    draft.step("trace.law_of_the_day", "CPC 5", day=draft.as_of)
    draft.step("months.trace", "CPC 48(4)", "CPC 48(5)")
    if category == "especially-grave":
        _especially_grave(draft, first)
        return
    if draft.known("trial-custody.especially-grave") is None:
        _warn_of_unlimited(draft, "trial-custody.co_defendant_then")
    general = _limit(draft, "limit_6m", "trial-custody.general", first)
    if category == "grave":
        longer = _limit(draft, "limit_12m", "trial-custody.grave", first)
        draft.caution("trial-custody.grave_under_review", "CPC 342(3)")
        draft.settle("cap", *longer, note=Message("trial-custody.cap_note"))
    else:
        draft.settle("cap", *general, note=Message("trial-custody.cap_note"))


def _limit(draft: Draft, result_id: str, rule: str, first: date) -> tuple[Reading, ...]:
    limit = draft.dated(rule)
    months = int(limit.number)
    draft.step("trial-custody.trace.limit", limit.reference, months=months, first=first)
    days = last_days(first, months)
    found = readings(
        days,
        Message("trial-custody.last_day", {"months": months, "first": first}),
        limit.reference,
    )
    draft.settle(result_id, *found)
    draft.lane(
        Lane(
            id=result_id,
            label=Message(f"result.trial-custody.{result_id}"),
            start=first,
            end=days[0].on,
            group=result_id,
        )
    )
    return found


def _especially_grave(draft: Draft, first: date) -> None:
    """Six months, eighteen, and then month by month; before Law 88-VII no limit at all."""
    longest = draft.known("trial-custody.especially-grave")
    further = draft.known("trial-custody.further")
    if longest is None or further is None:
        draft.settle("cap", _endless("trial-custody.no_limit", "CPC 342(5)"))
        _warn_of_unlimited(draft, "trial-custody.no_limit_then")
        return
    _limit(draft, "limit_6m", "trial-custody.general", first)
    _limit(draft, "limit_18m", "trial-custody.especially-grave", first)
    months = int(further.number)
    draft.step("trial-custody.trace.further", further.reference, months=months)
    draft.settle(
        "cap",
        _endless("trial-custody.month_by_month", further.reference, months=months),
        note=Message("trial-custody.month_by_month_note"),
    )


def _warn_of_unlimited(draft: Draft, key: str) -> None:
    """Say that the limits could be lifted on that day, and which law ended it when."""
    draft.doubt_effect("trial-custody.especially-grave")
    ended = draft.rulebook.parameters["trial-custody.especially-grave"].history[-1]
    draft.caution(
        key,
        "CPC 342(5)",
        "CPC 342(3-1)",
        day=draft.as_of,
        law=ended.amended_by,
        on=ended.in_force_from,
    )


def _endless(key: str, reference: str, **arguments: int) -> Reading:
    return Reading(value=None, label=Message(key, arguments), references=(reference,))


CALCULATOR = Calculator(spec=SPEC, law_day=_first_day, rule=_rule)
