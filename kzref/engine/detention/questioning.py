"""How long a person may be questioned: CPC 209(3), 209(3-1), 209(4), 535(2)."""

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec, Message, Reading

SPEC = CalculatorSpec(
    id="questioning",
    facts=(
        FactSpec(name="minor", kind=FactKind.YES_NO, default="no"),
        FactSpec(name="protected", kind=FactKind.YES_NO, default="no"),
    ),
    results=("continuous_hours", "daily_hours"),
)


def _rule(draft: Draft) -> None:
    kind = "minor" if draft.facts.yes("minor") else "general"
    if kind == "general" and draft.facts.yes("protected"):
        kind = "protected"
        if draft.known("questioning.protected-daily") is None:
            kind = "general"
            draft.doubt_effect("questioning.protected-daily")
            draft.caution("questioning.not_yet_protected", "CPC 209(3-1)", day=draft.as_of)
    prefix = "questioning." if kind == "general" else f"questioning.{kind}-"
    draft.step("trace.law_of_the_day", "CPC 5", day=draft.as_of)
    for result_id, rule in (
        ("continuous_hours", f"{prefix}continuous"),
        ("daily_hours", f"{prefix}daily"),
    ):
        limit = draft.dated(rule)
        hours = limit.number
        draft.step(f"questioning.trace.{result_id}", limit.reference, hours=hours)
        draft.settle(
            result_id,
            Reading(
                value=hours,
                label=Message(f"questioning.{kind}"),
                references=(limit.reference, "CPC 209(4)")
                if kind == "minor"
                else (limit.reference,),
            ),
            note=Message("questioning.note"),
        )


CALCULATOR = Calculator(spec=SPEC, law_day=lambda _facts: None, rule=_rule)
