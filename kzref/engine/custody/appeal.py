"""The last day of a complaint: CPC 106(5), 107(2), 418(1), counted by CPC 48(2) and 48(4)."""

from datetime import date, timedelta

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.legal_time import last_day_of_ordinary_term
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec, Lane, Message, Reading

SPEC = CalculatorSpec(
    id="appeal",
    facts=(
        FactSpec(
            name="act",
            kind=FactKind.CHOICE,
            required=True,
            choices=("judge-sanction", "verdict", "official-action"),
        ),
        FactSpec(name="announced_on", kind=FactKind.DATE, required=True),
        FactSpec(name="in_custody", kind=FactKind.YES_NO, default="no"),
    ),
    results=("file_by",),
)


def _announced(facts: Facts) -> date:
    return facts.required_date("announced_on")


def _rule(draft: Draft) -> None:
    announced = _announced(draft.facts)
    act = draft.facts.choice("act")
    rule = f"appeal.{act}"
    draft.require_code(rule, announced)
    limit = draft.dated(rule)
    days = int(limit.number)
    nominal = announced + timedelta(days=days)
    last = last_day_of_ordinary_term(announced, days, draft.rulebook.calendar)
    draft.step("trace.law_of_the_day", "CPC 5", day=draft.as_of)
    draft.step(
        "appeal.trace.days",
        limit.reference,
        "CPC 48(2)",
        days=days,
        announced=announced,
        nominal=nominal,
    )
    if last != nominal:
        draft.step("appeal.trace.shift", "CPC 48(4)", nominal=nominal, last=last)
    draft.doubt_calendar(nominal)
    copy = act == "verdict" and draft.facts.yes("in_custody")
    draft.settle(
        "file_by",
        Reading(
            value=last,
            label=Message(
                f"appeal.file_by.{'copy' if copy else act}", {"days": days, "day": announced}
            ),
            references=(limit.reference, "CPC 48(2)", "CPC 48(4)"),
        ),
        note=Message("appeal.custody_note" if draft.facts.yes("in_custody") else "appeal.note"),
    )
    draft.lane(
        Lane(
            id="appeal",
            label=Message("calc.appeal.title"),
            start=announced + timedelta(days=1),
            end=last,
            group="appeal",
        )
    )


CALCULATOR = Calculator(spec=SPEC, law_day=_announced, rule=_rule)
