"""How long the police may hold a suspect without a court: CPC 128-135, 147(3), 148(2), 64(3).

Two clocks run. The clock of detention starts at the minute in which liberty was really restricted
(CPC 7(29), 48(5)); the clock of the prosecutor's notice and of the questioning starts when the
protocol is drawn up (CPC 131(3), 64(3)). All hours are physical time.
"""

from datetime import date, datetime

from kzref.engine.calculator import Calculator
from kzref.engine.detention.due import Due
from kzref.engine.detention.duties import settle_duties
from kzref.engine.detention.limits import (
    GROUNDS,
    Clock,
    Ending,
    Limit,
    clocks,
    endings,
    limits,
)
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.legal_time import after, elapsed, is_before
from kzref.model.errors import InputError
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec, Lane, Message

SPEC = CalculatorSpec(
    id="police-detention",
    facts=(
        FactSpec(name="detained_at", kind=FactKind.MOMENT, required=True),
        FactSpec(name="zone", kind=FactKind.ZONE, default="Asia/Almaty"),
        FactSpec(name="delivered_at", kind=FactKind.MOMENT),
        FactSpec(name="protocol_at", kind=FactKind.MOMENT, usual=True),
        FactSpec(name="admin_from", kind=FactKind.MOMENT),
        FactSpec(name="motion_received_at", kind=FactKind.MOMENT),
        FactSpec(name="minor", kind=FactKind.YES_NO, default="no"),
        FactSpec(name="foreigner", kind=FactKind.YES_NO, default="no"),
        FactSpec(
            name="offence",
            kind=FactKind.CHOICE,
            choices=("crime", "misdemeanour"),
            default="crime",
        ),
        FactSpec(name="ground", kind=FactKind.CHOICE, choices=("none", *GROUNDS), default="none"),
    ),
    results=(
        "release_by",
        "delivery_ends",
        "protocol_by",
        "prosecutor_notice_by",
        "questioning_by",
        "motion_to_prosecutor_by",
        "motion_to_judge_by",
        "judge_rules_by",
        "consulate_by",
        "gap_fact_to_protocol",
    ),
)


def _law_day(facts: Facts) -> date:
    return facts.required_moment("detained_at").date()


def _rule(draft: Draft) -> None:
    facts = draft.facts
    draft.require_code("police-detention.general", _law_day(facts))
    _refuse_impossible_order(facts)
    starts, lengths = clocks(draft), limits(draft)
    ends = endings(starts, lengths)
    _explain(draft, starts, lengths, ends)
    draft.settle(
        "release_by",
        *(end.reading for end in ends),
        note=Message("police-detention.release_note"),
    )
    settle_duties(draft, starts, tuple(Due(at=end.at, premises=end.premises) for end in ends))
    _draw(draft, starts, ends[0])


def _refuse_impossible_order(facts: Facts) -> None:
    detained = facts.required_moment("detained_at")
    for name in ("delivered_at", "protocol_at", "motion_received_at"):
        moment = facts.moment(name)
        if moment is not None and is_before(moment, detained):
            raise InputError(
                f"police-detention.{name}_too_early", moment=moment, detained_at=detained
            )
    admin = facts.moment("admin_from")
    if admin is not None and is_before(detained, admin):
        raise InputError("police-detention.admin_too_late", moment=admin, detained_at=detained)


def _explain(
    draft: Draft,
    starts: tuple[Clock, ...],
    lengths: tuple[Limit, ...],
    ends: tuple[Ending, ...],
) -> None:
    draft.step("trace.law_of_the_day", "CPC 5", day=draft.as_of)
    for clock in starts:
        draft.step(f"police-detention.trace.{clock.key}", *clock.references, start=clock.start)
    for limit in lengths:
        draft.step(
            f"police-detention.trace.limit.{limit.key}", *limit.references, hours=limit.hours
        )
    for end in ends:
        draft.step(
            "police-detention.trace.end",
            "CPC 48(5)",
            start=end.clock.start,
            hours=end.limit.hours,
            end=end.at,
        )
        draft.note_clock(end.clock.start, end.at)
    draft.step("police-detention.trace.no_shift", "CPC 48(3)", "CPC 48(4)")


def _draw(draft: Draft, starts: tuple[Clock, ...], first: Ending) -> None:
    """The clock of the fact, the clock that the paper would suggest, and the cover before both."""
    restraint = starts[-1].start
    _lane(draft, "fact", restraint, after(restraint, first.limit.hours))
    protocol = draft.facts.moment("protocol_at")
    if protocol is not None:
        _lane(draft, "protocol", protocol, after(protocol, first.limit.hours))
    if len(starts) > 1:
        admin = starts[0].start
        _lane(draft, "administrative", admin, restraint)
        draft.caution(
            "police-detention.admin_cover",
            "ngo-iccpr-2016 II.9 1",
            "CoAO 789(1)",
            length=elapsed(admin, restraint),
        )


def _lane(draft: Draft, lane_id: str, start: datetime, end: datetime) -> None:
    label = Message(f"police-detention.lane.{lane_id}")
    draft.lane(Lane(id=lane_id, label=label, start=start, end=end, group=lane_id))


CALCULATOR = Calculator(spec=SPEC, law_day=_law_day, rule=_rule)
