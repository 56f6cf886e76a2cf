"""Terms of criminal law in months: the day on which one is over, read both ways.

The Criminal Code does not say whether the first day counts. Counted in, a term from the 10th is
over when the 10th of its last month begins; counted out, a day later. Days off move nothing.
"""

from datetime import date, timedelta

from kzref.engine.legal_time import MonthRule, last_day_of_months
from kzref.engine.premise import Premise, assumption, favours
from kzref.model.outcome import Favours, Message, Reading

_RULES = {
    MonthRule.PROTECTIVE: Premise(
        message=Message("sentence-time.first_day_in"), favours=Favours.DEFENCE
    ),
    MonthRule.CORRESPONDING: Premise(
        message=Message("sentence-time.first_day_out"), favours=Favours.PROSECUTION
    ),
}


def days_over(
    first: date, months: int, label: Message, *references: str, more_days: int = 0
) -> tuple[Reading, ...]:
    """The first day after a term of months, and some days more, that began on `first`."""
    found = {
        rule: last_day_of_months(first, months, rule) + timedelta(days=more_days + 1)
        for rule in MonthRule
    }
    alike = len(set(found.values())) == 1
    return tuple(
        Reading(
            value=day,
            label=label,
            assumption=None if alike else assumption((_RULES[rule],)),
            favours=Favours.NEUTRAL if alike else favours((_RULES[rule],)),
            references=references,
        )
        for rule, day in list(found.items())[: 1 if alike else None]
    )
