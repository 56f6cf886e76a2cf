"""The steps by which custody before trial may be prolonged, and for whom: CPC 151, 541(4)."""

from dataclasses import dataclass
from enum import StrEnum

from kzref.engine.draft import Draft
from kzref.engine.premise import Premise
from kzref.model.outcome import Favours, Message


class Step(StrEnum):
    """The steps of the ladder, named by the lengths they bear in results."""

    BASE = "2m"
    FIRST = "3m"
    MINOR = "6m"
    SECOND = "9m"
    COMPLEX = "12m"
    EXCEPTIONAL = "18m"


_RULES = {
    Step.BASE: "custody.base",
    Step.FIRST: "custody.first-extension",
    Step.MINOR: "custody.minor",
    Step.SECOND: "custody.second-extension",
    Step.COMPLEX: "custody.complex-case",
    Step.EXCEPTIONAL: "custody.exceptional-case",
}
_NOTICES = {  # which set of days before the end a motion for this step must keep
    Step.FIRST: "first",
    Step.MINOR: "later",
    Step.SECOND: "later",
    Step.COMPLEX: "later",
    Step.EXCEPTIONAL: "last",
}

# Before Law 292-VI part 3 did not name crimes of a criminal group, while part 4 did.
GROUP_NOT_NAMED = Premise(message=Message("custody-term.group_not_named"), favours=Favours.DEFENCE)
GROUP_NAMED = Premise(message=Message("custody-term.group_named"), favours=Favours.PROSECUTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How many days before the end of the running term a motion must be where."""

    to_prosecutor: int
    prosecutor_decides: int
    to_court: int
    references: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A step that is open to these facts; `contested`: only under the contrary reading."""

    step: Step
    months: int
    reference: str
    notice: Notice | None = None
    contested: bool = False

    @property
    def barrier(self) -> str:
        """The provision that keeps the ladder from going on beyond this step."""
        return "CPC 151(3)" if self.step is Step.SECOND else "CPC 151(5)"


def ladder(draft: Draft) -> tuple[Rung, ...]:
    """The rungs that the law of the day opens, the lowest first."""
    facts = draft.facts
    if facts.yes("minor"):
        steps = [Step.BASE, Step.FIRST, Step.MINOR]
        return tuple(_rung(draft, step) for step in steps)
    rungs = [_rung(draft, step) for step in (Step.BASE, Step.FIRST, Step.SECOND)]
    if facts.choice("category") == "especially-grave":
        rungs += [_rung(draft, step) for step in (Step.COMPLEX, Step.EXCEPTIONAL)]
    elif facts.yes("criminal_group") or facts.yes("terrorism"):
        contested = draft.take("custody.group-reach") < draft.take("custody.complex-case")
        rungs += [
            _rung(draft, step, contested=contested) for step in (Step.COMPLEX, Step.EXCEPTIONAL)
        ]
    return tuple(rungs)


def summits(rungs: tuple[Rung, ...]) -> tuple[Rung, ...]:
    """The highest rung; where it is contested, the highest uncontested one before it."""
    settled = [rung for rung in rungs if not rung.contested]
    return tuple(dict.fromkeys((settled[-1], rungs[-1])))


def _rung(draft: Draft, step: Step, *, contested: bool = False) -> Rung:
    length = draft.dated(_RULES[step])
    return Rung(
        step=step,
        months=int(length.number),
        reference=length.reference,
        notice=_notice(draft, _NOTICES[step]) if step in _NOTICES else None,
        contested=contested,
    )


def _notice(draft: Draft, kind: str) -> Notice:
    to_prosecutor = draft.dated(f"custody.to-prosecutor-{kind}")
    to_court = draft.dated(f"custody.to-court-{kind}")
    return Notice(
        to_prosecutor=int(to_prosecutor.number),
        prosecutor_decides=int(draft.take(f"custody.prosecutor-decides-{kind}")),
        to_court=int(to_court.number),
        references=(to_prosecutor.reference, to_court.reference),
    )
