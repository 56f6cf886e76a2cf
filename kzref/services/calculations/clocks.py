"""The clocks that a calculation sets running: until when, by which reading, under which provision."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kzref.model.message import Message
from kzref.model.outcome import Lane, Outcome, Reading, Result
from kzref.services.catalogue import FIRST_DAYS

NEAR = timedelta(hours=3)
RUNG = "term_"  # how results are called that prolong the first one


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningClock:
    """A limit that is being counted down to.

    Attributes:
        until: the last moment, aware; for a day, the midnight that ends it.
        due: the same as the calculation says it: a moment or a day.
        lane: what the clock counts by, where several count: the fact, the protocol, an assumption.
        start: the same in two words, for a folded clock: from the fact, from the protocol.
        side: whom the reading favours, where there are several.
        references: its provisions, the foremost first.
        follows: what the law says happens when it has run out.
    """

    calculator: str
    result: str
    until: datetime
    due: datetime | date
    lane: Message | None = None
    start: Message | None = None
    side: Message | None = None
    references: tuple[str, ...] = ()
    follows: Message | None = None

    def left(self, now: datetime) -> timedelta:
        """What is left at an aware moment; negative when the limit has passed."""
        return self.until - now

    def state(self, now: datetime) -> str:
        """`running`, `near` (less than three hours left) or `over`."""
        left = self.left(now)
        return "over" if left < timedelta(0) else "near" if left < NEAR else "running"


def running_clocks(
    outcome: Outcome,
    zone: ZoneInfo,
    authorities: Callable[[Reading], Sequence[str]] = lambda reading: reading.references,
    now: datetime | None = None,
) -> tuple[RunningClock, ...]:
    """The clocks of the first result, one per reading, and that of the protocol beside them.

    Where the first limit has passed and later rungs may have prolonged it, the rung that runs at
    that moment follows it: nobody told us whether it was granted, so the first one stays.

    Args:
        outcome: the calculation.
        zone: in which its days end.
        authorities: puts the provisions of a reading in order.
        now: the present moment, aware; None: no later rung is looked for.
    """
    if not outcome.results or outcome.results[0].id in FIRST_DAYS:
        return ()
    first, *others = outcome.results
    clocks = [*_clocks(outcome, first, zone, authorities)]
    clocks += _protocol(outcome, first, zone, authorities)
    if now is not None and clocks and all(clock.until <= now for clock in clocks):
        for rung in others:
            later = [*_clocks(outcome, rung, zone, authorities)]
            if rung.id.startswith(RUNG) and any(clock.until > now for clock in later):
                return (*clocks, *later)
    return tuple(clocks)


def _clocks(
    outcome: Outcome,
    result: Result,
    zone: ZoneInfo,
    authorities: Callable[[Reading], Sequence[str]],
) -> Iterator[RunningClock]:
    fact = next((lane for lane in outcome.lanes if lane.id == "fact"), None)
    for reading in result.readings:
        if isinstance(reading.value, date):
            yield RunningClock(
                calculator=outcome.calculator,
                result=result.id,
                until=_until(reading.value, zone),
                due=reading.value,
                lane=reading.assumption or (fact.label if fact else None),
                start=_from(fact),
                side=Message(f"favours.{reading.favours.value}")
                if len(result.readings) > 1
                else None,
                references=tuple(authorities(reading)),
                follows=result.note,
            )


def _protocol(
    outcome: Outcome,
    result: Result,
    zone: ZoneInfo,
    authorities: Callable[[Reading], Sequence[str]],
) -> Iterator[RunningClock]:
    for lane in outcome.lanes:
        if lane.id == "protocol":
            yield RunningClock(
                calculator=outcome.calculator,
                result=result.id,
                until=_until(lane.end, zone),
                due=lane.end,
                lane=lane.label,
                start=_from(lane),
                references=tuple(authorities(result.readings[0])),
                follows=result.note,
            )


def _from(lane: Lane | None) -> Message | None:
    return Message(f"clock.from.{lane.id}") if lane else None


def _until(due: date, zone: ZoneInfo) -> datetime:
    if isinstance(due, datetime):
        return due
    return datetime.combine(due + timedelta(days=1), time(), tzinfo=zone)
