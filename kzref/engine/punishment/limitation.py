"""When prosecution becomes time-barred: CC 71; half the term for minors, CC 88."""

from datetime import date, timedelta
from fractions import Fraction

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.punishment.crime_category import CRIMES, MISDEMEANOUR
from kzref.engine.punishment.sentence_time import days_over
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec, Lane, Message

SPEC = CalculatorSpec(
    id="limitation",
    facts=(
        FactSpec(
            name="category",
            kind=FactKind.CHOICE,
            required=True,
            choices=(MISDEMEANOUR, *CRIMES),
        ),
        FactSpec(name="act_on", kind=FactKind.DATE, required=True),
        FactSpec(name="minor", kind=FactKind.YES_NO, default="no"),
    ),
    results=("expires_on",),
)

_MONTHS = 12  # in a year


def _day_of_act(facts: Facts) -> date:
    return facts.required_date("act_on")


def _rule(draft: Draft) -> None:
    act, category = _day_of_act(draft.facts), draft.facts.choice("category") or ""
    rule = f"limitation.{category}"
    draft.require_code(rule, act)
    term = draft.dated(rule)
    draft.step("criminal.trace.law_of_the_act", "CC 5", day=draft.as_of)
    draft.step("limitation.trace.term", term.reference, years=term.number, act=act)
    months, references = Fraction(term.number) * _MONTHS, [term.reference]
    if draft.facts.yes("minor"):
        share = draft.dated("limitation.share-under-18")
        months *= Fraction(share.number)
        references.append(share.reference)
        draft.step("limitation.trace.minor", share.reference, months=int(months))
    found = days_over(
        act, int(months), Message("limitation.barred", {"months": int(months)}), *references
    )
    draft.settle("expires_on", *found, note=Message("limitation.note"))
    _warn(draft, category)
    over = found[0].value
    if isinstance(over, date):
        draft.lane(
            Lane(
                id="limitation",
                label=Message("calc.limitation.title"),
                start=act,
                end=over - timedelta(days=1),
                group="limitation",
            )
        )


def _warn(draft: Draft, category: str) -> None:
    """What the plain term does not show: flight, corruption, crimes without limitation, CC 6."""
    if category == MISDEMEANOUR:
        draft.caution("limitation.not_suspended", "CC 71(3)")
        return
    outer = draft.dated(f"limitation.outer-{category}")
    draft.caution("limitation.flight", outer.reference, years=outer.number)
    if category in {"minor", "medium"}:
        corruption = draft.dated("limitation.corruption")
        draft.caution("limitation.corruption", corruption.reference, years=corruption.number)
    if category == "especially-grave":
        draft.caution("limitation.life", "CC 71(5)")
        draft.caution("criminal.milder_category", "CC 6", "CC 297(3)")
    draft.caution("limitation.none", "CC 71(6)")


CALCULATOR = Calculator(spec=SPEC, law_day=_day_of_act, rule=_rule)
