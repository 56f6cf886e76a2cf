"""What must happen while the police hold a suspect, by when, and what follows if it does not.

Delivery and protocol (CPC 129, 131(2)), notice to the prosecutor (131(3)), questioning (64(3)), the
consulate (135); then the way to the judge.
"""

from datetime import datetime

from kzref.engine.draft import Draft
from kzref.engine.legal_time import after, elapsed
from kzref.engine.police_detention_court import mark_release, settle_file, settle_motion
from kzref.engine.police_detention_due import Due, settle_duty
from kzref.engine.premise import Premise
from kzref.model.outcome import Favours, Message, Reading
from kzref.model.parameter import DatedValue


def settle_duties(draft: Draft, releases: tuple[Due, ...]) -> None:
    """Settle every duty up to the release, in the order of the law."""
    _settle_from_protocol(draft, _settle_protocol(draft))
    if draft.facts.yes("foreigner"):
        _settle_consulate(draft)
    if draft.facts.choice("offence") == "misdemeanour":
        settle_file(draft, releases)
    else:
        settle_motion(draft, releases)
    mark_release(draft, releases)
    _settle_gap(draft)


def _settle_protocol(draft: Draft) -> tuple[Due, ...]:
    """Delivery and protocol: from the restraint, or, as the police may say, from the delivery."""
    limit = draft.dated("police-detention.delivery")
    dues = _protocol_dues(draft, limit)
    draft.step(
        "police-detention.trace.delivery",
        limit.reference,
        "CPC 129(2)",
        hours=limit.number,
        end=dues[0].at,
    )
    for result_id, reference in (("delivery_ends", "CPC 129(2)"), ("protocol_by", "CPC 131(2)")):
        settle_duty(
            draft,
            result_id,
            dues,
            limit.reference,
            reference,
            done=draft.facts.moment("protocol_at"),
            note=Message("police-detention.delivery_unsettled"),
        )
    return dues


def _protocol_dues(draft: Draft, limit: DatedValue) -> tuple[Due, ...]:
    restraint = draft.facts.required_moment("detained_at")
    delivery = draft.facts.moment("delivered_at")
    if delivery is not None and delivery == restraint:
        return (Due(at=after(restraint, limit.number)),)
    starts: list[tuple[datetime, str, Favours]] = [(restraint, "restraint", Favours.DEFENCE)]
    if delivery is not None:
        starts.append((delivery, "delivery", Favours.PROSECUTION))
    return tuple(
        Due(
            at=after(start, limit.number),
            premises=(
                Premise(message=Message(f"police-detention.delivery_from.{key}"), favours=side),
            ),
        )
        for start, key, side in starts
    )


def _settle_from_protocol(draft: Draft, protocol_dues: tuple[Due, ...]) -> None:
    """The prosecutor's notice and the questioning run from the protocol, not from the restraint."""
    drawn_up = draft.facts.moment("protocol_at")
    starts = (Due(at=drawn_up),) if drawn_up else protocol_dues
    for result_id, rule in (
        ("prosecutor_notice_by", "police-detention.prosecutor-notice"),
        ("questioning_by", "police-detention.questioning"),
    ):
        limit = draft.dated(rule)
        dues = tuple(start.later(limit.number) for start in starts)
        draft.step(
            f"police-detention.trace.{result_id}",
            limit.reference,
            hours=limit.number,
            start=starts[0].at,
            end=dues[0].at,
        )
        settle_duty(
            draft,
            result_id,
            dues,
            limit.reference,
            note=None if drawn_up else Message("police-detention.protocol_not_given"),
        )


def _settle_consulate(draft: Draft) -> None:
    limit = draft.dated("police-detention.consulate")
    settle_duty(
        draft,
        "consulate_by",
        (Due(at=after(draft.facts.required_moment("detained_at"), limit.number)),),
        limit.reference,
        note=Message("police-detention.consulate_at_once"),
    )


def _settle_gap(draft: Draft) -> None:
    """How far the paper lags behind the fact."""
    detained = draft.facts.required_moment("detained_at")
    drawn_up = draft.facts.moment("protocol_at")
    if drawn_up is None:
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
