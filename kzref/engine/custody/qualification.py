"""A measure before the act is qualified, and the day by which the qualification is due: CPC 139."""

from datetime import date, timedelta

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.legal_time import last_day_of_days, last_day_of_ordinary_term
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec, Favours, Message, Reading

SPEC = CalculatorSpec(
    id="qualification",
    facts=(
        FactSpec(name="applied_on", kind=FactKind.DATE, required=True),
        FactSpec(name="listed_crime", kind=FactKind.YES_NO, default="no"),
    ),
    results=("announce_by",),
)


def _first_day(facts: Facts) -> date:
    return facts.required_date("applied_on")


def _rule(draft: Draft) -> None:
    first = _first_day(draft.facts)
    listed = draft.facts.yes("listed_crime")
    rule = "custody.qualification-listed" if listed else "custody.qualification"
    draft.require_code(rule, first)
    days = int(draft.take(rule))
    draft.step("trace.law_of_the_day", "CPC 5", day=draft.as_of)
    draft.step("qualification.trace.days", "CPC 139(1)", days=days, first=first)
    draft.settle(
        "announce_by",
        *(
            Reading(
                value=last,
                label=Message("qualification.announce_by", {"days": days, "first": first}),
                assumption=Message(f"qualification.first_day.{key}"),
                favours=side,
                references=("CPC 139(1)", *references),
            )
            for last, key, side, references in (
                (
                    last_day_of_days(first, days),
                    "in",
                    Favours.DEFENCE,
                    ("CPC 48(5)",),
                ),
                (
                    last_day_of_ordinary_term(first, days, draft.rulebook.calendar),
                    "out",
                    Favours.PROSECUTION,
                    ("CPC 48(2)", "CPC 48(4)"),
                ),
            )
        ),
        note=Message("qualification.lapse"),
    )
    draft.doubt_calendar(first + timedelta(days=days))


CALCULATOR = Calculator(spec=SPEC, law_day=_first_day, rule=_rule)
