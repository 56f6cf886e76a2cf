"""A duty of the police, the prosecutor or the judge: when it is due, and whether it was kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from kzref.engine.draft import Draft
from kzref.engine.legal_time import after, is_before
from kzref.engine.premise import Premise, assumption, favours
from kzref.model.outcome import Message, Milestone, MilestoneState, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a duty falls due under one reading; the strictest reading comes first."""

    at: datetime
    premises: tuple[Premise, ...] = ()

    def later(self, hours: Decimal) -> "Due":
        """The same reading, so many physical hours later (earlier when negative)."""
        return Due(at=after(self.at, hours), premises=self.premises)


def settle_duty(
    draft: Draft,
    result_id: str,
    dues: Iterable[Due],
    *references: str,
    done: datetime | None = None,
    label: Message | None = None,
    note: Message | None = None,
) -> None:
    """Settle the result and mark the milestone by the strictest reading."""
    dues = tuple(dues)
    label = label or Message(f"police-detention.{result_id}")
    draft.settle(
        result_id,
        *(
            Reading(
                value=due.at,
                label=label,
                assumption=assumption(due.premises),
                favours=favours(due.premises),
                references=references,
            )
            for due in dues
        ),
        note=note,
    )
    draft.milestone(
        Milestone(
            id=result_id,
            due=dues[0].at,
            done=done,
            state=state_of(dues[0].at, done, draft.now),
            label=Message(f"result.police-detention.{result_id}"),
            consequence=Message(f"police-detention.consequence.{result_id}"),
            references=references,
        )
    )
    if done and is_before(dues[0].at, done) and not is_before(dues[-1].at, done):
        draft.caution(
            "police-detention.late_under_one_reading",
            *references,
            duty=Message(f"police-detention.duty.{result_id}"),
            strict=dues[0].at,
            done=done,
            lenient=dues[-1].at,
        )


def within(result_id: str, hours: Decimal) -> Message:
    """How many hours a duty has, and from when."""
    return Message(f"police-detention.{result_id}", {"hours": hours})


def state_of(due: datetime, done: datetime | None, now: datetime) -> MilestoneState:
    """Where a duty stands; what is past due and not told stays unknown."""
    if done is not None:
        return MilestoneState.BREACHED if is_before(due, done) else MilestoneState.KEPT
    return MilestoneState.DUE if is_before(now, due) else MilestoneState.UNKNOWN
