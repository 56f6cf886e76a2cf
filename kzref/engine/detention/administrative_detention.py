"""How long a person may be held for an administrative offence: CoAO 789."""

from datetime import date

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.legal_time import after
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec, Lane, Message, Reading

SPEC = CalculatorSpec(
    id="administrative-detention",
    facts=(
        FactSpec(name="detained_at", kind=FactKind.MOMENT, required=True),
        FactSpec(name="zone", kind=FactKind.ZONE, default="Asia/Almaty"),
        FactSpec(
            name="ground",
            kind=FactKind.CHOICE,
            choices=("general", "arrest-possible", "border-or-identity"),
            default="general",
        ),
    ),
    results=("release_by",),
)


def _law_day(facts: Facts) -> date:
    detained = facts.required_moment("detained_at")
    return detained.date()


def _rule(draft: Draft) -> None:
    detained = draft.facts.required_moment("detained_at")
    ground = draft.facts.choice("ground")
    rule = f"administrative-detention.{ground}"
    draft.require_code(rule, detained.date())
    limit = draft.dated(rule)
    hours = limit.number
    release = after(detained, hours)
    draft.step("trace.law_of_the_day", day=draft.as_of)
    draft.step(
        "administrative-detention.trace", limit.reference, start=detained, hours=hours, end=release
    )
    draft.note_clock(detained, release)
    draft.settle(
        "release_by",
        Reading(
            value=release,
            label=Message(
                f"administrative-detention.{ground}", {"start": detained, "hours": hours}
            ),
            references=tuple(dict.fromkeys((limit.reference, "CoAO 789(1)"))),
        ),
        note=Message("administrative-detention.note"),
    )
    draft.caution("administrative-detention.cover", "CPC 7(29)", "ngo-iccpr-2016 II.9 1")
    draft.lane(
        Lane(
            id="administrative",
            label=Message("calc.administrative-detention.title"),
            start=detained,
            end=release,
            group="administrative",
        )
    )


CALCULATOR = Calculator(spec=SPEC, law_day=_law_day, rule=_rule)
