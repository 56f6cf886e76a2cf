"""What a part of a drug article threatens: by the law of the act, or by a milder later one (CC 6)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from kzref.engine.calculator import Calculator
from kzref.engine.cited_article import CitedArticle, cited_article
from kzref.engine.draft import Draft
from kzref.engine.drugs.sanction import Sanction, changes, known_parts, peek, sanction_on, say_note
from kzref.engine.facts import Facts
from kzref.engine.punishment.crime_category import MISDEMEANOUR, category_of
from kzref.model.errors import InputError
from kzref.model.outcome import (
    CalculatorSpec,
    FactKind,
    FactSpec,
    Favours,
    Message,
    Reading,
    Value,
)

SPEC = CalculatorSpec(
    id="drug-offence",
    facts=(
        FactSpec(name="article", kind=FactKind.TEXT, required=True),
        FactSpec(name="part", kind=FactKind.TEXT, required=True),
        FactSpec(name="on", kind=FactKind.DATE, required=True),
    ),
    results=(
        "sanction",
        "category",
        "penalty_min_years",
        "penalty_max_years",
        "max_fine_mci",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A sanction that may govern the act, with its category; premise where another one competes."""

    sanction: Sanction
    category: str
    premise: Message | None = None
    favours: Favours = Favours.NEUTRAL
    references: tuple[str, ...] = ()


def _day_of_act(facts: Facts) -> date:
    return facts.required_date("on")


def _rule(draft: Draft) -> None:
    cited = _recorded(draft)
    laws = _laws(draft, cited)
    for law in laws:
        draft.step(
            "drug-offence.trace.sanction",
            cited.reference,
            sanction=law.sanction.words,
            since=law.sanction.since,
        )
    _settle(draft, laws, "sanction", lambda law: law.sanction.years, _whole)
    _settle(draft, laws, "category", lambda law: law.category, _category)
    _settle(draft, laws, "penalty_min_years", lambda law: law.sanction.min_years, _minimum)
    _settle(draft, laws, "penalty_max_years", lambda law: law.sanction.max_years, _maximum)
    _settle(draft, laws, "max_fine_mci", lambda law: law.sanction.max_fine, _fine)
    if len({law.category for law in laws}) > 1:
        draft.caution("drug-offence.category_fell", "CC 6", "CC 71(1)", "CC 72(3)", "CPC 151(3)")
    if laws[0].category == MISDEMEANOUR:
        draft.caution("drug-offence.no_imprisonment", "CC 10(3)", "CPC 147(1)")


def _recorded(draft: Draft) -> CitedArticle:
    """The part that is asked about.

    Raises:
        InputError: its sanction is not recorded.
    """
    cited = cited_article(draft.facts)
    parts = known_parts(draft.rulebook)
    if cited is None or cited.number not in parts:
        raise InputError(
            "drug-offence.unknown_article",
            article=draft.facts.given["article"],
            known=", ".join(parts),
        )
    if cited.part not in parts[cited.number]:
        raise InputError(
            "drug-offence.unknown_part",
            article=cited.number,
            part=draft.facts.given["part"],
            known=", ".join(parts[cited.number]),
        )
    return CitedArticle(number=cited.number, units=(cited.part,))


def _laws(draft: Draft, cited: CitedArticle) -> tuple[Law, ...]:
    """The law of the act; before it a milder later one, if there is any (CC 6)."""
    draft.step("criminal.trace.law_of_the_act", "CC 5", day=draft.as_of)
    then = sanction_on(draft, cited, draft.as_of)
    say_note(draft, cited, draft.as_of)
    day = _milder_day(draft, cited, then) if draft.as_of == _day_of_act(draft.facts) else None
    if day is None:
        return (_law(draft, then),)
    milder = sanction_on(draft, cited, day)
    say_note(draft, cited, day)
    draft.step("criminal.trace.milder_law", "CC 6", since=milder.since)
    return (
        _law(
            draft,
            milder,
            Message("criminal.milder_law", {"since": milder.since}),
            Favours.DEFENCE,
            "CC 6",
        ),
        _law(
            draft,
            then,
            Message("criminal.law_of_the_act", {"day": draft.as_of}),
            Favours.PROSECUTION,
            "CC 5",
        ),
    )


def _milder_day(draft: Draft, cited: CitedArticle, then: Sanction) -> date | None:
    """The last day, up to the present one, of the mildest of the later laws; None without one."""
    today = draft.now.date()
    starts = [day for day in changes(draft.rulebook, cited) if draft.as_of < day <= today]
    mildest, found = then, None
    for start, following in pairwise((*starts, today + timedelta(days=1))):
        later = peek(draft.rulebook, cited, start)
        if later is not None and later.is_milder_than(mildest):
            mildest, found = later, following - timedelta(days=1)
    return found


def _law(
    draft: Draft,
    sanction: Sanction,
    premise: Message | None = None,
    favours: Favours = Favours.NEUTRAL,
    *references: str,
) -> Law:
    category = category_of(draft, sanction.max_years, life=sanction.life)
    return Law(
        sanction=sanction,
        category=category,
        premise=premise,
        favours=favours,
        references=references,
    )


def _settle(
    draft: Draft,
    laws: tuple[Law, ...],
    result_id: str,
    value: Callable[[Law], Value],
    label: Callable[[Law], Message],
) -> None:
    """One reading where the laws agree on the value, else one for each."""
    if len({value(law) for law in laws}) == 1:
        laws = laws[-1:]
    alone = len(laws) == 1
    draft.settle(
        result_id,
        *(
            Reading(
                value=value(law),
                label=label(law),
                assumption=None if alone else law.premise,
                favours=Favours.NEUTRAL if alone else law.favours,
                references=(
                    law.sanction.cited.reference,
                    *(("CC 11",) if result_id == "category" else ()),
                    *(() if alone else law.references),
                ),
            )
            for law in laws
        ),
        note=Message("drug-offence.main_punishments") if result_id == "sanction" else None,
    )


def _whole(law: Law) -> Message:
    return law.sanction.words


def _category(law: Law) -> Message:
    if law.sanction.life:
        return Message("drug-offence.category_by_life")
    if law.category == MISDEMEANOUR:
        return Message("drug-offence.category_misdemeanour")
    return Message("drug-offence.category_by_years", {"years": law.sanction.max_years})


def _minimum(law: Law) -> Message:
    if law.category == MISDEMEANOUR:
        return Message("drug-offence.category_misdemeanour")
    if law.sanction.min_years is None:
        return Message("drug-offence.no_minimum")
    return Message("drug-offence.minimum", {"years": law.sanction.min_years})


def _maximum(law: Law) -> Message:
    if law.category == MISDEMEANOUR:
        return Message("drug-offence.category_misdemeanour")
    if law.sanction.life:
        return Message("drug-offence.maximum_or_life", {"years": law.sanction.max_years})
    return Message("drug-offence.maximum", {"years": law.sanction.max_years})


def _fine(law: Law) -> Message:
    if law.sanction.max_fine is None:
        return Message("drug-offence.no_fine")
    return Message("drug-offence.fine", {"most": law.sanction.max_fine})


CALCULATOR = Calculator(spec=SPEC, law_day=_day_of_act, rule=_rule)
