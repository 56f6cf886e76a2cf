"""What must happen while the police hold a suspect, by when, and what follows if it does not.

Delivery and protocol (CPC 129, 131(2)), notice to the prosecutor (131(3)), questioning (64(3)),
the motion and the ruling (147(3), 148(2); for a misdemeanour 528, 529), the consulate (135).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from kzref.engine.draft import Draft
from kzref.engine.legal_time import after, before, elapsed, is_before
from kzref.engine.premise import Premise, assumption, favours
from kzref.model.outcome import Favours, Message, Milestone, MilestoneState, Reading
from kzref.model.parameter import DatedValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a duty falls due under one reading; the strictest reading comes first."""

    at: datetime
    premises: tuple[Premise, ...] = ()

    def later(self, hours: Decimal) -> "Due":
        """The same reading, so many physical hours later (earlier when negative)."""
        return replace(self, at=after(self.at, hours))


def settle_duties(draft: Draft, releases: tuple[Due, ...]) -> None:
    """Settle every duty up to the release, in the order of the law."""
    protocol = _protocol(draft)
    _from_protocol(draft, protocol)
    _consulate(draft)
    if draft.facts.choice("offence") == "misdemeanour":
        _misdemeanour_file(draft, releases)
    else:
        _motion(draft, releases)
    _release(draft, releases)
    _gap(draft)


def _settle(
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
            state=_state(dues[0].at, done, draft.now),
            label=Message(f"result.police-detention.{result_id}"),
            consequence=Message(f"police-detention.consequence.{result_id}"),
            references=references,
        )
    )
    if done and is_before(dues[0].at, done) and not is_before(dues[-1].at, done):
        draft.caution(
            "police-detention.late_under_one_reading",
            *references,
            duty=Message(f"result.police-detention.{result_id}"),
            strict=dues[0].at,
            done=done,
            lenient=dues[-1].at,
        )


def _state(due: datetime, done: datetime | None, now: datetime) -> MilestoneState:
    if done is not None:
        return MilestoneState.BREACHED if is_before(due, done) else MilestoneState.KEPT
    return MilestoneState.DUE if is_before(now, due) else MilestoneState.UNKNOWN


def _hours(value: DatedValue) -> Decimal:
    assert value.value is not None  # noqa: S101 - a dated value
    return value.value


def _protocol(draft: Draft) -> tuple[Due, ...]:
    """Delivery and protocol: from the restraint, or, as the police may say, from the delivery."""
    facts = draft.facts
    detained, delivered = facts.moment("detained_at"), facts.moment("delivered_at")
    assert detained is not None  # noqa: S101 - a required fact
    limit = draft.dated("police-detention.delivery")
    hours = _hours(limit)
    strict = Due(
        at=after(detained, hours),
        premises=(
            Premise(
                message=Message("police-detention.delivery_from.restraint"),
                favours=Favours.DEFENCE,
            ),
        ),
    )
    dues: tuple[Due, ...] = (strict,)
    note = Message("police-detention.delivery_unsettled")
    if delivered is not None:
        lenient = Due(
            at=after(delivered, hours),
            premises=(
                Premise(
                    message=Message("police-detention.delivery_from.delivery"),
                    favours=Favours.PROSECUTION,
                ),
            ),
        )
        dues = (strict, lenient) if lenient.at != strict.at else (Due(at=strict.at),)
    draft.step(
        "police-detention.trace.delivery",
        limit.reference,
        "CPC 129(2)",
        hours=hours,
        end=strict.at,
    )
    done = facts.moment("protocol_at")
    _settle(draft, "delivery_ends", dues, limit.reference, "CPC 129(2)", done=done, note=note)
    _settle(draft, "protocol_by", dues, "CPC 131(2)", limit.reference, done=done, note=note)
    return dues


def _from_protocol(draft: Draft, due: tuple[Due, ...]) -> None:
    """The prosecutor's notice and the questioning run from the protocol, not from the restraint."""
    drawn_up = draft.facts.moment("protocol_at")
    note = None if drawn_up else Message("police-detention.protocol_not_given")
    starts = (Due(at=drawn_up),) if drawn_up else due
    for result_id, rule in (
        ("prosecutor_notice_by", "police-detention.prosecutor-notice"),
        ("questioning_by", "police-detention.questioning"),
    ):
        limit = draft.dated(rule)
        hours = _hours(limit)
        draft.step(
            f"police-detention.trace.{result_id}",
            limit.reference,
            hours=hours,
            start=starts[0].at,
            end=after(starts[0].at, hours),
        )
        _settle(
            draft, result_id, (start.later(hours) for start in starts), limit.reference, note=note
        )


def _consulate(draft: Draft) -> None:
    if not draft.facts.yes("foreigner"):
        return
    detained = draft.facts.moment("detained_at")
    assert detained is not None  # noqa: S101 - a required fact
    limit = draft.dated("police-detention.consulate")
    _settle(
        draft,
        "consulate_by",
        (Due(at=after(detained, _hours(limit))),),
        limit.reference,
        note=Message("police-detention.consulate_at_once"),
    )


def _motion(draft: Draft, releases: tuple[Due, ...]) -> None:
    """The motion for custody and the judge's hours, which never stretch the detention."""
    received = draft.facts.moment("motion_received_at")
    to_prosecutor = draft.known("police-detention.motion-to-prosecutor")
    if to_prosecutor is not None:
        hours = _hours(to_prosecutor)
        _settle(
            draft,
            "motion_to_prosecutor_by",
            (release.later(-hours) for release in releases),
            to_prosecutor.reference,
            label=Message("police-detention.before_the_end", {"hours": hours}),
        )
    to_judge, ruling = (
        draft.dated("police-detention.motion-to-judge"),
        draft.dated("police-detention.judge"),
    )
    ahead, allowed = _hours(to_judge), _hours(ruling)
    latest = tuple(release.later(-ahead) for release in releases)
    draft.step("police-detention.trace.motion", to_judge.reference, hours=ahead, end=latest[0].at)
    _settle(
        draft,
        "motion_to_judge_by",
        latest,
        to_judge.reference,
        done=received,
        label=Message("police-detention.before_the_end", {"hours": ahead}),
    )
    starts = (Due(at=received),) if received else latest
    dues = tuple(start.later(allowed) for start in starts)
    draft.step(
        "police-detention.trace.judge",
        ruling.reference,
        hours=allowed,
        start=starts[0].at,
        end=dues[0].at,
    )
    if any(is_before(release.at, due.at) for release, due in zip(releases, dues, strict=False)):
        draft.caution(
            "police-detention.judge_after_release",
            "CPC 133(2)",
            "CPC 14(4)",
            ruling=dues[0].at,
            release=releases[0].at,
        )
    _settle(
        draft,
        "judge_rules_by",
        dues,
        ruling.reference,
        "CPC 133(2)",
        note=None if received else Message("police-detention.motion_not_given"),
    )


def _misdemeanour_file(draft: Draft, releases: tuple[Due, ...]) -> None:
    """No custody for a misdemeanour: the file itself goes to court before the detention ends."""
    received = draft.facts.moment("motion_received_at")
    to_prosecutor = draft.dated("police-detention.file-to-prosecutor")
    to_court = draft.dated("police-detention.file-to-court")
    for result_id, limit, done in (
        ("motion_to_prosecutor_by", to_prosecutor, None),
        ("motion_to_judge_by", to_court, received),
    ):
        hours = _hours(limit)
        _settle(
            draft,
            result_id,
            (release.later(-hours) for release in releases),
            limit.reference,
            done=done,
            label=Message("police-detention.before_the_end", {"hours": hours}),
            note=Message("police-detention.misdemeanour_file"),
        )
    draft.step(
        "police-detention.trace.file",
        to_court.reference,
        hours=_hours(to_court),
        end=before(releases[0].at, _hours(to_court)),
    )
    _settle(
        draft,
        "judge_rules_by",
        releases,
        "CPC 529(4)",
        "CPC 133(2)",
        label=Message("police-detention.misdemeanour_heard"),
    )


def _release(draft: Draft, releases: tuple[Due, ...]) -> None:
    """The release itself as the last milestone; its readings are settled beforehand."""
    draft.milestone(
        Milestone(
            id="release_by",
            due=releases[0].at,
            state=_state(releases[0].at, None, draft.now),
            label=Message("result.police-detention.release_by"),
            consequence=Message("police-detention.consequence.release_by"),
            references=("CPC 133(2)", "CPC 133(3)", "CPC 14(4)"),
        )
    )


def _gap(draft: Draft) -> None:
    """How far the paper lags behind the fact."""
    detained = draft.facts.moment("detained_at")
    drawn_up = draft.facts.moment("protocol_at")
    if detained is None or drawn_up is None:
        return
    draft.settle(
        "gap_fact_to_protocol",
        Reading(
            value=elapsed(detained, drawn_up),
            label=Message(
                "police-detention.gap_fact_to_protocol", {"start": detained, "end": drawn_up}
            ),
            references=("CPC 7(29)", "CPC 131(2)"),
        ),
    )
