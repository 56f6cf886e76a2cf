"""The clocks that a calculation sets running: until when, by which reading, under which provision."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kzref.model.message import Message
from kzref.model.outcome import Outcome, Reading
from kzref.services.catalogue import FIRST_DAYS

NEAR = timedelta(hours=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningClock:
    """A limit that is being counted down to.

    Attributes:
        until: the last moment, aware; for a day, the midnight that ends it.
        due: the same as the calculation says it: a moment or a day.
        lane: what the clock counts by, where several count: the fact, the protocol, an assumption.
        side: whom the reading favours, where there are several.
        references: its provisions, the foremost first.
        follows: what the law says happens when it has run out.
    """

    calculator: str
    result: str
    until: datetime
    due: datetime | date
    lane: Message | None = None
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
) -> tuple[RunningClock, ...]:
    """The clocks of the first result, one per reading, and that of the protocol beside them.

    Args:
        outcome: the calculation.
        zone: in which its days end.
        authorities: puts the provisions of a reading in order.
    """
    return tuple(_clocks(outcome, zone, authorities))


def _clocks(
    outcome: Outcome, zone: ZoneInfo, authorities: Callable[[Reading], Sequence[str]]
) -> Iterator[RunningClock]:
    if not outcome.results or outcome.results[0].id in FIRST_DAYS:
        return
    first = outcome.results[0]
    lanes = {lane.id: lane for lane in outcome.lanes}
    for reading in first.readings:
        if not isinstance(reading.value, date):
            continue
        fact = lanes.get("fact")
        yield RunningClock(
            calculator=outcome.calculator,
            result=first.id,
            until=_until(reading.value, zone),
            due=reading.value,
            lane=reading.assumption or (fact.label if fact else None),
            side=Message(f"favours.{reading.favours.value}") if len(first.readings) > 1 else None,
            references=tuple(authorities(reading)),
            follows=first.note,
        )
    protocol = lanes.get("protocol")
    if protocol is not None:
        yield RunningClock(
            calculator=outcome.calculator,
            result=first.id,
            until=_until(protocol.end, zone),
            due=protocol.end,
            lane=protocol.label,
            references=tuple(authorities(first.readings[0])),
            follows=first.note,
        )


def _until(due: date, zone: ZoneInfo) -> datetime:
    if isinstance(due, datetime):
        return due
    return datetime.combine(due + timedelta(days=1), time(), tzinfo=zone)
