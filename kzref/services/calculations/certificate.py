"""The certificate of a calculation: a line that holds its facts in the clear and a code over its answer.

`calculator?fact=value&fact=value@law-day#CODE`: whoever holds the paper can type the line into
another kzref, which recomputes the code from the facts, the rules used and its own database.
"""

import base64
import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from kzref.model.message import Value
from kzref.model.outcome import Outcome
from kzref.store.checksums import sha256

_RESERVED = re.compile(r"[%&@#=?]")
_QUOTED = re.compile(r"%([0-9A-F]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The question that a certificate answers."""

    calculator: str
    facts: dict[str, str]
    as_of: date


def write_certificate(outcome: Outcome, database_hash: str) -> str:
    """The certificate of an outcome reached with this database."""
    facts = "&".join(f"{name}={_quoted(value)}" for name, value in outcome.facts.items())
    asked = f"{outcome.calculator}?{facts}@{outcome.as_of.isoformat()}"
    answer = [
        [result.id, [plain(reading.value) for reading in result.readings]]
        for result in outcome.results
    ]
    sealed = json.dumps([asked, list(outcome.rules), answer, database_hash], sort_keys=True)
    code = base64.b32encode(sha256(sealed.encode()).digest())[:16].decode()
    return f"{asked}#{'-'.join(code[start : start + 4] for start in range(0, 16, 4))}"


def read_certificate(written: str) -> Asked | None:
    """What a certificate asks, or None when it is not one."""
    asked, _, _code = written.strip().rpartition("#")
    question, _, day = asked.rpartition("@")
    calculator, mark, facts = question.partition("?")
    pairs = [one.partition("=") for one in facts.split("&") if one]
    try:
        as_of = date.fromisoformat(day)
    except ValueError:
        return None
    if not mark or not all(equals for _, equals, _ in pairs):
        return None
    return Asked(
        calculator=calculator,
        facts={name: _unquoted(value) for name, _, value in pairs},
        as_of=as_of,
    )


def _quoted(value: str) -> str:
    return _RESERVED.sub(lambda sign: f"%{ord(sign[0]):02X}", value)


def _unquoted(value: str) -> str:
    return _QUOTED.sub(lambda sign: chr(int(sign[1], 16)), value)


def plain(value: Value) -> str | int | bool | None:
    """A value as JSON holds it: dates in ISO form, numbers as text without loss, hours as `PT5H20M`."""
    match value:
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case timedelta():
            minutes = round(abs(value).total_seconds() / 60)
            sign = "-" if value < timedelta(0) else ""
            return f"{sign}PT{minutes // 60}H{minutes % 60}M"
        case Decimal():
            return int(value) if value == value.to_integral_value() else str(value)
        case _:
            return value
