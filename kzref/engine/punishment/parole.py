"""When a convict may be freed conditionally: the share of CC 72(3), for minors of CC 86.

Answered by the law of the question's own day: that is when the court will decide.
"""

from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.punishment.crime_category import CRIMES
from kzref.engine.punishment.sentence_time import days_over
from kzref.model.errors import InputError
from kzref.model.outcome import (
    CalculatorSpec,
    FactKind,
    FactSpec,
    Lane,
    Message,
    Reading,
)
from kzref.model.parameter import DatedValue

SPEC = CalculatorSpec(
    id="parole",
    facts=(
        FactSpec(name="category", kind=FactKind.CHOICE, required=True, choices=CRIMES),
        FactSpec(name="term_months", kind=FactKind.INTEGER, required=True),
        FactSpec(name="from", kind=FactKind.DATE, required=True),
        FactSpec(name="minor", kind=FactKind.YES_NO, default="no"),
    ),
    results=("eligible_on", "share"),
)

_MONTHS = 12  # in a year
_DAYS = 30  # in what is left of a month: a convention, the code has no rule for it
_FINEST = 12  # shares are written to four places: the nearest fraction with such a denominator


def _rule(draft: Draft) -> None:
    first = draft.facts.required_date("from")
    term = _term(draft)
    share = _share(draft)
    fraction = Fraction(share.number).limit_denominator(_FINEST)
    draft.step("criminal.trace.present_law", "CC 6", day=draft.as_of)
    draft.step("parole.trace.share", share.reference, share=str(fraction), months=term)
    _settle_day(draft, first, term, fraction * term, share)
    draft.settle(
        "share",
        Reading(
            value=str(fraction),
            label=Message(f"choice.category.{draft.facts.choice('category')}"),
            references=(share.reference,),
        ),
        note=Message("parole.other_shares"),
    )
    _warn(draft)


def _term(draft: Draft) -> int:
    """The sentence in months.

    Raises:
        InputError: no months at all, or more than the code allows.
    """
    term = draft.facts.integer("term_months") or 0
    longest = int(draft.take("imprisonment.longest")) * _MONTHS
    if not 0 < term <= longest:
        raise InputError("parole.term", months=term, longest=longest)
    return term


def _share(draft: Draft) -> DatedValue:
    category = draft.facts.choice("category")
    if draft.facts.yes("minor"):
        share = draft.dated(f"parole.under-18-{category}")
        draft.say_note(share)
        return share
    return draft.dated(f"parole.{category}")


def _settle_day(draft: Draft, first: date, term: int, part: Fraction, share: DatedValue) -> None:
    """The day on which the share is served, or the least time where that is longer."""
    least = draft.dated("parole.least-served")
    references = [share.reference]
    if part < least.number:
        part = Fraction(least.number)
        references.append(least.reference)
        draft.step("parole.trace.least", least.reference, months=least.number)
        if draft.facts.yes("minor"):
            draft.caution("parole.least_for_minor", least.reference, "CC 86")
    if part >= term:
        never = Message("parole.never", {"months": term, "least": least.number})
        draft.settle("eligible_on", Reading(value=None, label=never, references=tuple(references)))
        return
    months, days = int(part), ceil((part - int(part)) * _DAYS)
    if days:
        draft.step("parole.trace.part_of_month", months=months, days=days)
    key = "parole.served_days" if days else "parole.served"
    label = Message(key, {"months": months, "days": days, "term": term, "first": first})
    found = days_over(first, months, label, *references, more_days=days)
    draft.settle("eligible_on", *found, note=Message("parole.note"))
    over = found[0].value
    if isinstance(over, date):
        draft.lane(
            Lane(
                id="parole",
                label=Message("calc.parole.title"),
                start=first,
                end=over - timedelta(days=1),
                group="parole",
            )
        )


def _warn(draft: Draft) -> None:
    category = draft.facts.choice("category")
    if draft.facts.yes("minor"):
        if category == "especially-grave":
            share = draft.dated("parole.under-18-especially-grave-against-life")
            draft.caution("parole.against_life", share.reference, share=_written(share))
    elif category == "grave":
        against_life = draft.known("parole.grave-against-life")
        if against_life is not None:
            draft.caution(
                "parole.against_life", against_life.reference, share=_written(against_life)
            )
    elif category == "especially-grave":
        draft.caution("criminal.milder_category", "CC 6", "CC 297(3)")
        life = draft.dated("parole.life")
        draft.caution("parole.life", life.reference, years=life.number)
    draft.caution("parole.barred", "CC 72(8)")


def _written(share: DatedValue) -> str:
    return str(Fraction(share.number).limit_denominator(_FINEST))


CALCULATOR = Calculator(spec=SPEC, law_day=lambda _facts: None, rule=_rule)
