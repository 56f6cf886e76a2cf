"""What must happen while the police hold a suspect, by when, and what follows if it does not.

The family (CPC 135), delivery and protocol (129, 131(2)), notice to the prosecutor (131(3)),
questioning (64(3)), the consulate (135); then the way to the judge.
"""

from datetime import datetime

from kzref.engine.detention.court import mark_release, settle_file, settle_motion
from kzref.engine.detention.due import Due, settle_duty, state_of, within
from kzref.engine.detention.limits import Clock
from kzref.engine.draft import Draft
from kzref.engine.legal_time import after, elapsed, is_before
from kzref.engine.premise import Premise
from kzref.model.outcome import Favours, Message, Milestone, Reading
from kzref.model.parameter import DatedValue

_FROM_RESTRAINT = Premise(
    message=Message("police-detention.delivery_from.restraint"), favours=Favours.DEFENCE
)
_FROM_DELIVERY = Premise(
    message=Message("police-detention.delivery_from.delivery"), favours=Favours.PROSECUTION
)


def settle_duties(draft: Draft, starts: tuple[Clock, ...], releases: tuple[Due, ...]) -> None:
    """Settle every duty up to the release, in the order of the law."""
    _mark_family(draft, starts)
    _settle_from_protocol(draft, _settle_protocol(draft, starts))
    if draft.facts.yes("foreigner"):
        _settle_consulate(draft, starts)
    if draft.facts.choice("offence") == "misdemeanour":
        settle_file(draft, releases)
    else:
        settle_motion(draft, releases)
    mark_release(draft, releases)
    _settle_gap(draft)


def _mark_family(draft: Draft, starts: tuple[Clock, ...]) -> None:
    """The family is told without delay: the code gives no hour, so it is due from the first minute."""
    kind = "minor" if draft.facts.yes("minor") else "adult"
    parents = ("CPC 541(5)",) if kind == "minor" else ()
    draft.milestone(
        Milestone(
            id="family_told",
            due=starts[0].start,
            state=state_of(starts[0].start, None, draft.now),
            label=Message("police-detention.family_told"),
            consequence=Message(f"police-detention.consequence.family_told.{kind}"),
            references=("CPC 135", "CPC 64(3)", *parents),
        )
    )


def _settle_protocol(draft: Draft, starts: tuple[Clock, ...]) -> tuple[Due, ...]:
    """Delivery and protocol: from the restraint, or, as the police may say, from the delivery."""
    limit = draft.dated("police-detention.delivery")
    dues = _protocol_dues(draft, starts, limit)
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
            label=within(result_id, limit.number),
            done=draft.facts.moment("protocol_at"),
            note=Message("police-detention.delivery_unsettled"),
        )
    _warn_of_late_protocol(draft, dues)
    return dues


def _warn_of_late_protocol(draft: Draft, dues: tuple[Due, ...]) -> None:
    """A protocol that is late under every reading is a warning, and not a milestone only."""
    drawn_up, last = draft.facts.moment("protocol_at"), dues[-1].at
    if drawn_up is not None and is_before(last, drawn_up):
        draft.caution(
            "police-detention.protocol_late",
            "CPC 131(2)",
            "CPC 129(2)",
            due=last,
            done=drawn_up,
            late=elapsed(last, drawn_up),
        )


def _protocol_dues(draft: Draft, starts: tuple[Clock, ...], limit: DatedValue) -> tuple[Due, ...]:
    """From the cover if there was one, from the restraint, from the delivery; earliest first."""
    restraint = starts[-1]
    delivery = draft.facts.moment("delivered_at")
    begun: list[tuple[datetime, tuple[Premise, ...]]] = [
        (cover.start, cover.premises) for cover in starts[:-1]
    ]
    if delivery == restraint.start:
        begun.append((restraint.start, restraint.premises))
    else:
        begun.append((restraint.start, (*restraint.premises, _FROM_RESTRAINT)))
        if delivery is not None:
            begun.append((delivery, (*restraint.premises, _FROM_DELIVERY)))
    return tuple(Due(at=after(start, limit.number), premises=premises) for start, premises in begun)


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
            label=within(result_id, limit.number),
            note=None if drawn_up else Message("police-detention.protocol_not_given"),
        )


def _settle_consulate(draft: Draft, starts: tuple[Clock, ...]) -> None:
    limit = draft.dated("police-detention.consulate")
    settle_duty(
        draft,
        "consulate_by",
        (Due(at=after(clock.start, limit.number), premises=clock.premises) for clock in starts),
        limit.reference,
        label=within("consulate_by", limit.number),
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
