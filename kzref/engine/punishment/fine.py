"""A fine in indices as money, by the index of the day of the offence: CC 41(1)."""

from datetime import date

from kzref.engine.calculation_index import index_on
from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.model.errors import InputError
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec, Message, Reading

SPEC = CalculatorSpec(
    id="fine",
    facts=(
        FactSpec(name="mci", kind=FactKind.DECIMAL, required=True),
        FactSpec(name="on", kind=FactKind.DATE, required=True),
    ),
    results=("kzt",),
)


def _day_of_offence(facts: Facts) -> date:
    return facts.required_date("on")


def _rule(draft: Draft) -> None:
    day, indices = draft.as_of, draft.facts.decimal("mci")
    if not indices:
        raise InputError("fine.nothing")
    index = index_on(draft, day)
    draft.step("criminal.trace.law_of_the_act", "CC 5", day=day)
    draft.step("fine.trace", "CC 41(1)", indices=indices, index=index, kzt=indices * index)
    draft.settle(
        "kzt",
        Reading(
            value=indices * index,
            label=Message("fine.kzt", {"indices": indices, "index": index, "day": day}),
            references=("CC 41(1)",),
        ),
        note=Message("fine.note"),
    )
    least, most = draft.take("fine.least", day), draft.take("fine.most", day)
    if indices < least:
        draft.caution(
            "fine.below",
            "CC 41(2)",
            "CC 81",
            least=least,
            under_18=draft.take("fine.least-under-18", day),
        )
    elif indices > most:
        draft.caution("fine.above", "CC 41(2)", most=most)


CALCULATOR = Calculator(spec=SPEC, law_day=_day_of_offence, rule=_rule)
