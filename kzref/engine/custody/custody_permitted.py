"""Whether a judge may sanction custody at all: CPC 136(2), 136(3), 147(1), 147(1-1), 541(1)."""

from dataclasses import dataclass
from datetime import date

from kzref.engine.calculator import Calculator
from kzref.engine.cited_article import Held
from kzref.engine.custody.rules import CustodyRules, custody_rules, gravity_standing
from kzref.engine.custody.suspicion import Suspicion, suspicion
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.premise import Premise, assumption, favours
from kzref.engine.punishment.crime_category import CRIMES, MISDEMEANOUR
from kzref.model.outcome import (
    CalculatorSpec,
    FactKind,
    FactSpec,
    Favours,
    Message,
    Reading,
)

CIRCUMSTANCES = {
    "no_residence": "CPC 147(1)(1)",
    "identity_unknown": "CPC 147(1)(2)",
    "breached": "CPC 147(1)(3)",
    "fled": "CPC 147(1)(4)",
    "organised_group": "CPC 147(1)(5)",
    "prior_grave": "CPC 147(1)(6)",
    "continuing": "CPC 147(1)(7)",
}
"""What opens custody for crimes of up to five years, exceptionally."""

SPEC = CalculatorSpec(
    id="custody-permitted",
    facts=(
        FactSpec(name="max_years", kind=FactKind.DECIMAL),  # or from the article, if recorded
        FactSpec(name="category", kind=FactKind.CHOICE, choices=(MISDEMEANOUR, *CRIMES)),
        FactSpec(name="minor", kind=FactKind.YES_NO, default="no"),
        FactSpec(name="misdemeanour", kind=FactKind.YES_NO, default="no"),
        *(FactSpec(name=name, kind=FactKind.YES_NO, default="no") for name in CIRCUMSTANCES),
        FactSpec(name="article", kind=FactKind.TEXT),
        FactSpec(name="part", kind=FactKind.TEXT),
        FactSpec(name="on", kind=FactKind.DATE),
    ),
    results=("permitted",),
)

_FROM_LEAST_CUSTODY = ("no", "exceptionally", "yes", "gravity-alone")
_LISTED = Premise(message=Message("custody-permitted.listed"), favours=Favours.PROSECUTION)
_NOT_LISTED = Premise(message=Message("custody-permitted.not_listed"), favours=Favours.DEFENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An answer with its reason."""

    value: str
    reason: Message
    references: tuple[str, ...]
    premises: tuple[Premise, ...] = ()


def _day_of_ruling(facts: Facts) -> date | None:
    return facts.date("on")


def _rule(draft: Draft) -> None:
    draft.step("trace.law_of_the_day", "CPC 5", day=draft.as_of)
    suspected = suspicion(draft)
    laws = custody_rules(draft, suspected.cited)
    draft.step(
        "custody-permitted.trace.suspicion",
        "CC 11",
        years=suspected.years,
        category=Message(f"choice.category.{suspected.category}"),
    )
    draft.step("custody-permitted.trace.threshold", "CPC 147(1)", years=laws[0].years)
    standing = gravity_standing(draft, suspected.cited)
    found: dict[str, Verdict] = {}
    for law in laws:
        for verdict in _verdicts(draft.facts, suspected, law, standing):
            found.setdefault(verdict.value, verdict)
    verdicts = [found[value] for value in _FROM_LEAST_CUSTODY if value in found]
    draft.settle(
        "permitted",
        *(_reading(verdict, alone=len(verdicts) == 1) for verdict in verdicts),
        note=Message(f"custody-permitted.note.{verdicts[-1].value}"),
    )
    _warn(draft, verdicts)


def _verdicts(
    facts: Facts, suspected: Suspicion, law: CustodyRules, standing: Held
) -> tuple[Verdict, ...]:
    """What one state of the law says; two answers where the list of 136(2) may hold the crime."""
    barred = _barred(facts, suspected, law)
    if barred is not None:
        return (barred,)
    general = _general(facts, suspected, law)
    listed = Verdict(
        value="gravity-alone",
        reason=Message("custody-permitted.gravity"),
        references=("CPC 136(2)", "CPC 138(2)"),
        premises=(_LISTED,),
    )
    return {
        Held.NO: (general,),
        Held.YES: (listed,),
        Held.UNSAID: (
            Verdict(
                value=general.value,
                reason=general.reason,
                references=general.references,
                premises=(*general.premises, _NOT_LISTED),
            ),
            listed,
        ),
    }[standing]


def _barred(facts: Facts, suspected: Suspicion, law: CustodyRules) -> Verdict | None:
    """The crimes and persons for whom custody is out of the question, whatever else is true."""
    if suspected.category == MISDEMEANOUR:
        return _no(law, "misdemeanour", "CPC 147(1)", "CC 10(3)")
    if facts.yes("minor") and suspected.category in CRIMES[:2]:
        return _no(law, "minor", "CPC 541(1)")
    excepted = facts.yes("fled") or facts.yes("organised_group")
    if suspected.cited is not None and law.bars_economic(suspected.cited) and not excepted:
        return _no(law, "economic", "CPC 136(3)")
    return None


def _general(facts: Facts, suspected: Suspicion, law: CustodyRules) -> Verdict:
    """CPC 147(1): by the years of imprisonment, or exceptionally by a circumstance."""
    if law.is_enough(suspected.years):
        return Verdict(
            value="yes",
            reason=Message(
                "custody-permitted.years_enough",
                {"years": suspected.years, "threshold": law.years},
            ),
            references=("CPC 147(1)",),
            premises=law.premises,
        )
    shown = [name for name in CIRCUMSTANCES if facts.yes(name)]
    if not shown:
        return _no(law, "no_circumstance", "CPC 147(1)")
    if shown == ["no_residence"] and not law.residence_suffices:
        return _no(law, "residence_alone", "CPC 147(1-1)")
    return Verdict(
        value="exceptionally",
        reason=Message(
            "custody-permitted.circumstances",
            {"circumstances": tuple(Message(f"fact.{name}") for name in shown)},
        ),
        references=tuple(CIRCUMSTANCES[name] for name in shown),
        premises=law.premises,
    )


def _no(law: CustodyRules, reason: str, *references: str) -> Verdict:
    return Verdict(
        value="no",
        reason=Message(f"custody-permitted.no.{reason}"),
        references=references,
        premises=law.premises,
    )


def _reading(verdict: Verdict, *, alone: bool) -> Reading:
    return Reading(
        value=verdict.value,
        label=verdict.reason,
        assumption=None if alone else assumption(verdict.premises),
        favours=Favours.NEUTRAL if alone else favours(verdict.premises),
        references=verdict.references,
    )


def _warn(draft: Draft, verdicts: list[Verdict]) -> None:
    values = {verdict.value for verdict in verdicts}
    if "gravity-alone" in values:
        draft.caution("custody-permitted.gravity_not_enough", "CPC 138(2)", "ICCPR 9(3)")
    if draft.facts.yes("minor") and values != {"no"}:
        draft.caution("custody-permitted.minor_last_resort", "CPC 541(3)")


CALCULATOR = Calculator(spec=SPEC, law_day=_day_of_ruling, rule=_rule)
