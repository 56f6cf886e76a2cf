"""Stretches of days as a hurried hand types them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzref.engine.typed_time import plain_periods, typed_moment, typed_periods

TODAY = date(2026, 11, 23)
JUNE = (date(2025, 6, 1), date(2025, 6, 10))
AUGUST = (date(2025, 8, 1), date(2025, 8, 5))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2025-06-01..2025-06-10,2025-08-01..2025-08-05", (JUNE, AUGUST)),
        ("01.06.2025 – 10.06.2025, 01.08.2025–05.08.2025", (JUNE, AUGUST)),
        ("01.06.2025-10.06.2025", (JUNE,)),
        ("01.06.25 - 10.06.25; 010825 - 050825", (JUNE, AUGUST)),
        ("2025-06-01 - 2025-06-10,", (JUNE,)),
        ("0106-1006", ((date(2026, 6, 1), date(2026, 6, 10)),)),
        ("01.06.2025 –", ((date(2025, 6, 1), None),)),
        ("01.06.2025", None),
        ("soon", None),
        ("31.02.2025 - 05.03.2025", None),
        ("01.06.2025 – later", None),
        ("", None),
    ],
)
def test_stretches_are_read(typed: str, meant: tuple[tuple[date, date | None], ...] | None) -> None:
    assert typed_periods(typed, TODAY) == meant


@given(
    st.lists(
        st.tuples(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 900)),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_what_is_written_in_full_is_read_back(stretches: list[tuple[date, int]]) -> None:
    periods = tuple((start, start + timedelta(days=days)) for start, days in stretches)
    assert typed_periods(plain_periods(periods), TODAY) == periods


def test_midnight_at_the_end_of_a_day_is_that_of_the_next() -> None:
    now = datetime(2026, 11, 23, 11, 0, tzinfo=ZoneInfo("Asia/Almaty"))
    assert typed_moment("20.11.2026 24:00", now) == datetime(2026, 11, 21, tzinfo=now.tzinfo)
    assert typed_moment("31.12.2026 24:00", now) == datetime(2027, 1, 1, tzinfo=now.tzinfo)
    assert typed_moment("20.11.2026 24:01", now) is None
