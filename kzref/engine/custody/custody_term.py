"""How long custody before trial may last, step by step, and when each motion is due: CPC 151, 152.

The days of police detention and of earlier custody in the same case count (CPC 152(6), 152(9));
custody abroad before an extradition does not (CPC 152(10)), nor does the reading of the file.
"""

from datetime import date, timedelta

from kzref.engine.calculator import Calculator
from kzref.engine.custody.ladder import (
    GROUP_NAMED,
    GROUP_NOT_NAMED,
    Rung,
    Step,
    ladder,
    summits,
)
from kzref.engine.custody.questions import answer_request, count_days, warn
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.month_terms import LastDay, last_days, readings
from kzref.model.errors import InputError
from kzref.model.outcome import (
    CalculatorSpec,
    FactKind,
    FactSpec,
    Lane,
    Message,
    Milestone,
    MilestoneState,
    Reading,
)

SPEC = CalculatorSpec(
    id="custody-term",
    facts=(
        FactSpec(name="detained_on", kind=FactKind.DATE, required=True),
        FactSpec(
            name="category",
            kind=FactKind.CHOICE,
            required=True,
            choices=("minor", "medium", "grave", "especially-grave"),
        ),
        FactSpec(name="criminal_group", kind=FactKind.YES_NO, default="no"),
        FactSpec(name="terrorism", kind=FactKind.YES_NO, default="no"),
        FactSpec(name="minor", kind=FactKind.YES_NO, default="no"),
        FactSpec(name="arrived_on", kind=FactKind.DATE),
        FactSpec(name="earlier", kind=FactKind.PERIODS),
        FactSpec(name="notified_on", kind=FactKind.DATE),
        FactSpec(name="requested_months", kind=FactKind.INTEGER),
    ),
    results=(
        *(f"term_{step}" for step in Step),
        "cap",
        *(f"{who}_by_{step}" for step in tuple(Step)[1:] for who in ("prosecutor", "court")),
        "days_counted",
        "allowed",
    ),
)


def _first_day(facts: Facts) -> date:
    """The first day of custody in Kazakhstan."""
    detained, arrived = facts.required_date("detained_on"), facts.date("arrived_on")
    if arrived is not None and arrived < detained:
        raise InputError("custody-term.arrived_too_early", arrived=arrived, detained=detained)
    return arrived or detained


def _rule(draft: Draft) -> None:
    first = _first_day(draft.facts)
    draft.require_code("custody.base", first)
    served = _served(draft, first)
    rungs = ladder(draft)
    _explain(draft, first, served, rungs)
    running: tuple[LastDay, ...] = ()
    for rung in rungs:
        _deadlines(draft, rung, running, first)
        start = running[0].on + timedelta(days=1) if running else first
        running = last_days(first, rung.months, served=served)
        if rung.contested:
            running = tuple(day.given(GROUP_NAMED) for day in running)
        _term(draft, rung, running, first, max(start, first))
    _cap(draft, first, served, rungs)
    count_days(draft, first, served)
    answer_request(draft, rungs)
    warn(draft, first, rungs, running[-1].on)


def _served(draft: Draft, first: date) -> int:
    """Days of earlier custody in the same case, which count into the term (CPC 152(9))."""
    served = 0
    for number, period in enumerate(draft.facts.periods("earlier"), start=1):
        if period.end is None:
            raise InputError("custody-term.earlier_open", start=period.start)
        if period.end >= first:
            raise InputError("custody-term.earlier_overlap", end=period.end, first=first)
        _lane(draft, f"earlier_{number}", period.start, period.end, group="earlier")
        served += (period.end - period.start).days + 1
    return served


def _explain(draft: Draft, first: date, served: int, rungs: tuple[Rung, ...]) -> None:
    detained = draft.facts.required_date("detained_on")
    draft.step("trace.law_of_the_day", "CPC 5", day=draft.as_of)
    if draft.facts.has("arrived_on"):
        abroad = (first - detained).days
        draft.step("custody-term.trace.arrival", "CPC 152(10)", first=first, days=abroad)
        if abroad:
            draft.caution("custody-term.abroad", "CPC 152(10)", days=abroad)
            _lane(draft, "abroad", detained, first - timedelta(days=1), group="abroad")
    else:
        draft.step("custody-term.trace.start", "CPC 152(6)", "CPC 48(5)", first=first)
    if served:
        draft.step("custody-term.trace.earlier", "CPC 152(9)", days=served)
    draft.step("months.trace", "CPC 48(4)", "CPC 48(5)")
    for rung in rungs:
        draft.step(f"custody-term.trace.{rung.step}", rung.reference, months=rung.months)
        if rung.notice is not None:
            draft.step(
                "custody-term.trace.notice",
                *rung.notice.references,
                "CPC 152(3)",
                months=rung.months,
                to_prosecutor=rung.notice.to_prosecutor,
                decides=rung.notice.prosecutor_decides,
                to_court=rung.notice.to_court,
                judge=int(draft.take("custody.judge-decides")),
            )
    draft.step("custody-term.trace.file", "CPC 152(6)", "CPC 152(7)")


def _deadlines(draft: Draft, rung: Rung, running: tuple[LastDay, ...], first: date) -> None:
    """When the motion for this rung is due, counted back from the end of the running term."""
    notice = rung.notice
    if notice is None or running[0].on < first:
        return
    for who, days, reference in (
        ("prosecutor", notice.to_prosecutor, notice.references[0]),
        ("court", notice.to_court, notice.references[1]),
    ):
        dues = tuple(day.less(days) for day in running)
        draft.settle(
            f"{who}_by_{rung.step}",
            *readings(
                dues,
                Message(f"custody-term.{who}_by", {"days": days, "months": rung.months}),
                reference,
            ),
            note=Message("custody-term.backward"),
        )
        _milestone(draft, f"{who}_by_{rung.step}", dues[0].on, reference)
    if running[0].less(notice.to_prosecutor).on < first:
        draft.caution(
            "custody-term.due_before_custody",
            "CPC 152(9)",
            *notice.references,
            months=rung.months,
        )


def _term(draft: Draft, rung: Rung, ends: tuple[LastDay, ...], first: date, start: date) -> None:
    draft.settle(
        f"term_{rung.step}",
        *readings(ends, _last_day(rung, first), rung.reference),
        note=Message("custody-term.earlier_note") if draft.facts.has("earlier") else None,
    )
    if ends[0].on < first:
        draft.caution("custody-term.spent", "CPC 152(9)", months=rung.months)
        return
    _lane(draft, f"term_{rung.step}", start, ends[0].on, group="ladder")
    _milestone(draft, f"term_{rung.step}", ends[0].on, "CPC 152(4)", "CPC 14(4)")


def _cap(draft: Draft, first: date, served: int, rungs: tuple[Rung, ...]) -> None:
    """The end of the ladder; two ends, where the law contradicted itself."""
    tops = summits(rungs)
    found: list[Reading] = []
    for top in tops:
        days = last_days(first, top.months, served=served)
        if len(tops) > 1:
            premise = GROUP_NAMED if top.contested else GROUP_NOT_NAMED
            days = tuple(day.given(premise) for day in days)
        found += readings(days, _last_day(top, first), top.reference, top.barrier)
    note = "custody-term.minor_note" if draft.facts.yes("minor") else "custody-term.cap_note"
    draft.settle("cap", *found, note=Message(note, {"months": tops[0].months}))


def _last_day(rung: Rung, first: date) -> Message:
    return Message("custody-term.last_day", {"months": rung.months, "first": first})


def _lane(draft: Draft, lane_id: str, start: date, end: date, *, group: str) -> None:
    label = Message(
        f"result.custody-term.{lane_id}" if group == "ladder" else f"custody-term.lane.{group}"
    )
    draft.lane(Lane(id=lane_id, label=label, start=start, end=end, group=group))


def _milestone(draft: Draft, result_id: str, due: date, *references: str) -> None:
    draft.milestone(
        Milestone(
            id=result_id,
            due=due,
            state=MilestoneState.DUE if draft.now.date() <= due else MilestoneState.UNKNOWN,
            label=Message(f"result.custody-term.{result_id}"),
            consequence=Message(f"custody-term.consequence.{result_id.partition('_')[0]}"),
            references=references,
        )
    )


CALCULATOR = Calculator(spec=SPEC, law_day=_first_day, rule=_rule)
