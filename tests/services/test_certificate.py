"""A certificate can be typed over from paper and comes out the same; one changed sign does not."""

from datetime import UTC, datetime

import pytest

from kzref.services.calculations.certificate import read_certificate
from kzref.services.desk import Desk

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FACTS = {"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-21T01:10", "minor": "yes"}


def test_certificate_is_recomputed_at_another_time(desk: Desk) -> None:
    outcome = desk.calculators.run("police-detention", FACTS, now=NOW)
    written = desk.calculators.certificate(outcome)
    later = NOW.replace(year=2027)
    assert desk.calculators.verify(written, now=later).match


@pytest.mark.parametrize("sign", ["%", "&", "@", "#", "=", "?"])
def test_signs_of_the_line_may_stand_in_a_fact(desk: Desk, sign: str) -> None:
    facts = {"substance": f"Героин{sign}", "amount": "1"}
    specs = {one.spec.id for one in desk.calculators.all}
    assert "drug-size" in specs
    asked = read_certificate(f"drug-size?substance=Героин%{ord(sign):02X}&amount=1@2026-11-23#AAAA")
    assert asked is not None
    assert asked.facts == facts


def test_any_changed_sign_is_noticed(desk: Desk) -> None:
    outcome = desk.calculators.run("police-detention", FACTS, now=NOW)
    written = desk.calculators.certificate(outcome)
    for other in (
        written.replace("23:40", "23:41"),
        written.replace("minor=yes", "minor=no"),
        written[:-1] + ("A" if written[-1] != "A" else "B"),
    ):
        assert not desk.calculators.verify(other, now=NOW).match


@pytest.mark.parametrize("line", ["", "hello", "police-detention", "a?b@c#d", "a?b=c@2026-01-01#d"])
def test_nonsense_is_no_certificate(desk: Desk, line: str) -> None:
    verdict = desk.calculators.verify(line, now=NOW)
    assert not verdict.match
    assert verdict.reason.key == "certificate.unreadable"
