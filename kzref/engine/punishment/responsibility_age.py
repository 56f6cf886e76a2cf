"""Whether a person was old enough to answer for an act: CC 15(1), 15(2).

Practice holds that an age is reached on the day after the birthday; the codes do not say so.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from kzref.engine.calculator import Calculator
from kzref.engine.cited_article import CitedArticle, Held, cited_article, held
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.premise import Premise, assumption, favours
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
    id="responsibility-age",
    facts=(
        FactSpec(name="born_on", kind=FactKind.DATE, required=True),
        FactSpec(name="act_on", kind=FactKind.DATE, required=True),
        FactSpec(name="article", kind=FactKind.TEXT, required=True),
    ),
    results=("responsible", "age"),
)

_DAY_AFTER = Premise(
    message=Message("responsibility-age.day_after_birthday"), favours=Favours.DEFENCE
)
_ON_BIRTHDAY = Premise(
    message=Message("responsibility-age.on_birthday"), favours=Favours.PROSECUTION
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """The age from which one answers for the article."""

    years: int
    premise: Premise | None
    references: tuple[str, ...]


def _day_of_act(facts: Facts) -> date:
    return facts.required_date("act_on")


def _rule(draft: Draft) -> None:
    born, act = draft.facts.required_date("born_on"), _day_of_act(draft.facts)
    if born > act:
        raise InputError("responsibility-age.born_later", born=born, act=act)
    cited = cited_article(draft.facts)
    if cited is None:
        raise InputError("fact.missing", fact="article")
    draft.require_code("responsibility-age.general", draft.as_of)
    draft.step("criminal.trace.law_of_the_act", "CC 5", day=draft.as_of)
    thresholds = _thresholds(draft, cited)
    ages = _ages(born, act)
    for years, premise in ages:
        draft.step("responsibility-age.trace.age", born=born, act=act, age=years)
        if premise is not None:
            draft.doubt("responsibility-age.practice")
    _settle_responsible(draft, cited, thresholds, ages)
    draft.settle(
        "age",
        *(
            Reading(
                value=years,
                label=Message("responsibility-age.age", {"act": act}),
                assumption=premise.message if premise else None,
                favours=premise.favours if premise else Favours.NEUTRAL,
                references=("CC 15",),
            )
            for years, premise in ages
        ),
    )
    if ages[0][0] < draft.take("responsibility-age.adult"):
        draft.caution("responsibility-age.minor", "CC 15(3)", "CC 80", "CPC 530")


def _ages(born: date, act: date) -> tuple[tuple[int, Premise | None], ...]:
    """Full years on the day of the act; two on a birthday. 29 February falls on 28 otherwise."""
    birthday = date(act.year, born.month, min(born.day, monthrange(act.year, born.month)[1]))
    years = act.year - born.year - (act < birthday)
    if act != birthday or years == 0:
        return ((years, None),)
    return ((years - 1, _DAY_AFTER), (years, _ON_BIRTHDAY))


def _thresholds(draft: Draft, cited: CitedArticle) -> tuple[Threshold, ...]:
    """The age that the article requires, the defence's first."""
    general, listed = (
        draft.dated("responsibility-age.general"),
        draft.dated("responsibility-age.listed"),
    )
    standing = held(draft.listing("responsibility-age.from-14").items, cited)
    draft.step(
        f"responsibility-age.trace.{standing.name.lower()}",
        general.reference,
        listed.reference,
        article=cited.named,
        general=general.number,
        listed=listed.number,
    )
    high = Threshold(
        years=int(general.number),
        premise=Premise(
            message=Message("responsibility-age.part_not_listed"), favours=Favours.DEFENCE
        ),
        references=(general.reference,),
    )
    low = Threshold(
        years=int(listed.number),
        premise=Premise(
            message=Message("responsibility-age.part_listed"), favours=Favours.PROSECUTION
        ),
        references=(listed.reference,),
    )
    return {Held.NO: (high,), Held.YES: (low,), Held.UNSAID: (high, low)}[standing]


def _settle_responsible(
    draft: Draft,
    cited: CitedArticle,
    thresholds: tuple[Threshold, ...],
    ages: tuple[tuple[int, Premise | None], ...],
) -> None:
    """Yes or no; a reading for each answer, with only those premises that make a difference."""
    found: dict[str, Reading] = {}
    for threshold in thresholds:
        answers = {"yes" if years >= threshold.years else "no" for years, _ in ages}
        for years, birthday in ages:
            answer = "yes" if years >= threshold.years else "no"
            part = threshold.premise if len(thresholds) > 1 else None
            premises = [
                premise
                for premise in (part, birthday if len(answers) > 1 else None)
                if premise is not None
            ]
            reading = Reading(
                value=answer,
                label=Message(
                    f"responsibility-age.responsible.{answer}",
                    {"article": cited.named, "required": threshold.years},
                ),
                assumption=assumption(premises),
                favours=favours(premises),
                references=threshold.references,
            )
            found.setdefault(answer, reading)
    readings = [found[answer] for answer in ("no", "yes") if answer in found]
    if len(readings) == 1:
        only = readings[0]
        readings = [Reading(value=only.value, label=only.label, references=only.references)]
    draft.settle("responsible", *readings)


CALCULATOR = Calculator(spec=SPEC, law_day=_day_of_act, rule=_rule)
