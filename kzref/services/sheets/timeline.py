"""The lanes of a calculation on paper: two clocks or the rungs of a ladder on one scale of time.

Today is not on it: the same facts give the same sheet on any day.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from kzref.model.outcome import Lane
from kzref.model.sheet import Block, Heading, Stretch, Stretches
from kzref.services.sheets.wording import Wording

SCALE = 100


def timeline(wording: Wording, lanes: tuple[Lane, ...]) -> Iterator[Block]:
    """A heading and the stretches; nothing where fewer than two would be drawn."""
    if len(lanes) < 2:  # noqa: PLR2004 - one stretch shows nothing beside its own dates
        return
    first = min(_instant(lane.start) for lane in lanes)
    whole = max(_end(lane.end) for lane in lanes) - first
    yield Heading(text=wording.words("picture.timeline"))
    yield Stretches(
        rows=tuple(
            Stretch(
                label=f"{wording.words.say(lane.label)}, {_short(lane.start)} – {_short(lane.end)}",
                begins=round(SCALE * ((_instant(lane.start) - first) / whole)),
                ends=round(SCALE * ((_end(lane.end) - first) / whole)),
            )
            for lane in lanes
        )
    )


def _instant(value: date) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time(), UTC)


def _end(value: date) -> datetime:
    """A day runs to 24:00 of it."""
    return value if isinstance(value, datetime) else _instant(value) + timedelta(days=1)


def _short(value: date) -> str:
    return f"{value:%d.%m.%Y %H:%M}" if isinstance(value, datetime) else f"{value:%d.%m.%Y}"
