"""Custody that the judge allowed for a few days only: CPC 148(7)(2), 151(2)."""

from datetime import date

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.legal_time import days_before, last_day_of_days
from kzref.model.errors import InputError
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec, Lane, Message, Reading

SPEC = CalculatorSpec(
    id="short-custody",
    facts=(
        FactSpec(name="from", kind=FactKind.DATE, required=True),
        FactSpec(name="days", kind=FactKind.INTEGER),
    ),
    results=("ends_on", "motion_by"),
)


def _first_day(facts: Facts) -> date:
    return facts.required_date("from")


def _rule(draft: Draft) -> None:
    first = _first_day(draft.facts)
    draft.require_code("custody.short", first)
    longest, notice = int(draft.take("custody.short")), int(draft.take("custody.short-motion"))
    days = draft.facts.integer("days")
    if days is None:
        days = longest
        draft.caution("short-custody.days_assumed", "CPC 148(7)(2)", days=days)
    if not 1 <= days <= longest:
        raise InputError("short-custody.days", days=days, longest=longest)
    last = last_day_of_days(first, days)
    motion = days_before(last, notice)
    draft.step("trace.law_of_the_day", "CPC 5", day=draft.as_of)
    draft.step(
        "short-custody.trace.days", "CPC 148(7)(2)", "CPC 48(5)", days=days, first=first, last=last
    )
    draft.step("short-custody.trace.motion", "CPC 151(2)", days=notice, motion=motion)
    draft.settle(
        "ends_on",
        Reading(
            value=last,
            label=Message("short-custody.ends_on", {"days": days, "first": first}),
            references=("CPC 148(7)(2)", "CPC 48(5)"),
        ),
        note=Message("short-custody.start_note"),
    )
    draft.settle(
        "motion_by",
        Reading(
            value=motion,
            label=Message("short-custody.motion_by", {"days": notice}),
            references=("CPC 151(2)",),
        ),
    )
    if motion < first:
        draft.caution("short-custody.no_day_for_motion", "CPC 151(2)", motion=motion, first=first)
    draft.lane(
        Lane(
            id="short",
            label=Message("calc.short-custody.title"),
            start=first,
            end=last,
            group="ladder",
        )
    )


CALCULATOR = Calculator(spec=SPEC, law_day=_first_day, rule=_rule)
