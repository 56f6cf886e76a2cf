import pytest

from kzref.engine.custody.custody_term import SPEC as CUSTODY
from kzref.engine.detention.police_detention import SPEC as DETENTION
from kzref.engine.facts import Facts
from kzref.model.errors import InputError


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ({}, "fact.missing"),
        ({"detained_at": "2026-05-05T12:00", "colour": "red"}, "fact.unknown"),
        ({"detained_at": "2026-02-31T12:00"}, "fact.moment"),
        ({"detained_at": "2026-05-05T25:00"}, "fact.moment"),
        ({"detained_at": "2026-05-05"}, "fact.moment"),
        ({"detained_at": "0001-01-01T00:00"}, "fact.year"),
        ({"detained_at": "9999-12-31T23:59"}, "fact.year"),
        ({"detained_at": "2026-05-05T12:00", "zone": "Asia/Nowhere"}, "fact.unknown_zone"),
        ({"detained_at": "2026-05-05T12:00", "zone": "../etc"}, "fact.unknown_zone"),
        ({"detained_at": "2026-05-05T12:00", "minor": "maybe"}, "fact.yes_no"),
        ({"detained_at": "2026-05-05T12:00", "ground": "theft"}, "fact.choice"),
        ({"detained_at": "1992-03-29T02:30", "zone": "Europe/Moscow"}, "fact.skipped_hour"),
    ],
)
def test_a_fact_that_cannot_be_is_refused(written: dict[str, str], fault: str) -> None:
    with pytest.raises(InputError) as refused:
        Facts.read(DETENTION, written)
    assert refused.value.message.key == fault


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ({"detained_on": "2026-13-01"}, "fact.date"),
        ({"detained_on": "1.5.2026"}, "fact.date"),
        ({"detained_on": "2026-05-01", "requested_months": "-3"}, "fact.integer"),
        ({"detained_on": "2026-05-01", "earlier": "2026-01-01"}, "fact.periods"),
        (
            {"detained_on": "2026-05-01", "earlier": "2026-02-01..2026-01-01"},
            "fact.end_before_start",
        ),
        (
            {
                "detained_on": "2026-05-01",
                "earlier": "2026-01-01..2026-01-03,2026-01-03..2026-01-04",
            },
            "fact.overlap",
        ),
    ],
)
def test_days_and_periods_that_cannot_be_are_refused(written: dict[str, str], fault: str) -> None:
    with pytest.raises(InputError) as refused:
        Facts.read(CUSTODY, {"category": "grave", **written})
    assert refused.value.message.key == fault


def test_yes_is_understood_in_three_languages() -> None:
    for word in ("yes", "Да", "иә", "true"):
        facts = Facts.read(DETENTION, {"detained_at": "2026-05-05T12:00", "minor": word})
        assert facts.yes("minor")
