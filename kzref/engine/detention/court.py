"""From the police to the judge: the motion for custody, the ruling, the file of a misdemeanour.

CPC 147(3) and 148(2); for a misdemeanour CPC 528 and 529(4); CPC 133(2) for the end of them all.
"""

from dataclasses import replace
from datetime import datetime

from kzref.engine.detention.due import Due, settle_duty, state_of, within
from kzref.engine.draft import Draft
from kzref.engine.legal_time import is_before, midnight_after
from kzref.model.outcome import Message, Milestone
from kzref.model.parameter import DatedValue


def settle_motion(draft: Draft, releases: tuple[Due, ...]) -> None:
    """The motion for custody and the judge's hours, which never stretch the detention."""
    received = draft.facts.moment("motion_received_at")
    to_prosecutor = draft.known("police-detention.motion-to-prosecutor")
    if to_prosecutor is not None:
        _settle_ahead(draft, "motion_to_prosecutor_by", to_prosecutor, releases)
    to_judge = draft.dated("police-detention.motion-to-judge")
    latest = _settle_ahead(draft, "motion_to_judge_by", to_judge, releases, done=received)
    draft.step(
        "police-detention.trace.motion",
        to_judge.reference,
        hours=to_judge.number,
        end=latest[0].at,
    )
    starts = (Due(at=received),) if received else latest
    _settle_ruling(draft, starts, releases)


def _settle_ahead(
    draft: Draft,
    result_id: str,
    limit: DatedValue,
    releases: tuple[Due, ...],
    *,
    done: datetime | None = None,
    note: Message | None = None,
) -> tuple[Due, ...]:
    """A duty that falls due so many hours before each end of the detention."""
    dues = tuple(release.later(-limit.number) for release in releases)
    label = Message("police-detention.before_the_end", {"hours": limit.number})
    settle_duty(draft, result_id, dues, limit.reference, done=done, label=label, note=note)
    return dues


def _settle_ruling(draft: Draft, starts: tuple[Due, ...], releases: tuple[Due, ...]) -> None:
    limit = draft.dated("police-detention.judge")
    dues = tuple(start.later(limit.number) for start in starts)
    draft.step(
        "police-detention.trace.judge",
        limit.reference,
        hours=limit.number,
        start=starts[0].at,
        end=dues[0].at,
    )
    if is_before(releases[0].at, dues[0].at):
        every = is_before(releases[-1].at, dues[0].at)
        draft.caution(
            f"police-detention.judge_after_{'release' if every else 'first_release'}",
            "CPC 133(2)",
            "CPC 14(4)",
            ruling=dues[0].at,
            release=releases[0].at,
        )
    told = draft.facts.has("motion_received_at")
    settle_duty(
        draft,
        "judge_rules_by",
        dues,
        limit.reference,
        "CPC 133(2)",
        label=within("judge_rules_by", limit.number),
        note=None if told else Message("police-detention.motion_not_given"),
    )


def settle_file(draft: Draft, releases: tuple[Due, ...]) -> None:
    """No custody for a misdemeanour: the file itself goes to court before the detention ends."""
    note = Message("police-detention.misdemeanour_file")
    to_prosecutor = draft.dated("police-detention.file-to-prosecutor")
    _settle_ahead(draft, "motion_to_prosecutor_by", to_prosecutor, releases, note=note)
    to_court = draft.dated("police-detention.file-to-court")
    received = draft.facts.moment("motion_received_at")
    dues = _settle_ahead(draft, "motion_to_judge_by", to_court, releases, done=received, note=note)
    draft.step(
        "police-detention.trace.file",
        to_court.reference,
        hours=to_court.number,
        end=dues[0].at,
    )
    settle_duty(
        draft,
        "judge_rules_by",
        _hearings(received, releases),
        "CPC 529(4)",
        "CPC 133(2)",
        label=Message("police-detention.misdemeanour_heard"),
    )


def _hearings(received: datetime | None, releases: tuple[Due, ...]) -> tuple[Due, ...]:
    """On the day of receipt (CPC 529(4)), and never after the detention has ended."""
    if received is None:
        return releases
    midnight = midnight_after(received)
    if not is_before(releases[0].at, midnight):
        return (Due(at=midnight),)
    return tuple(
        replace(release, at=midnight) if is_before(midnight, release.at) else release
        for release in releases
    )


def mark_release(draft: Draft, releases: tuple[Due, ...]) -> None:
    """The release itself as the last milestone; its readings are settled beforehand."""
    draft.milestone(
        Milestone(
            id="release_by",
            due=releases[0].at,
            state=state_of(releases[0].at, None, draft.now),
            label=Message("result.police-detention.release_by"),
            consequence=Message("police-detention.consequence.release_by"),
            references=("CPC 133(2)", "CPC 133(3)", "CPC 14(4)"),
        )
    )
