"""A change that was adopted already is said before its day, and doubted from its day on."""

from datetime import date

import pytest

from kzref.model.law import Currency
from kzref.model.pinpoint import Pinpoint
from kzref.services.desk import Desk

EVE, DAY = date(2026, 12, 31), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("place", "times"),
    [
        ("CPC 193", 1),
        ("CPC 193(1)", 1),
        ("CPC 302(1)", 1),
        ("CPC 7", 1),
        ("CPC 7(29)", 0),
        ("CPC 131", 0),
        ("CPC 131(4)(5)", 0),
        ("CC 193", 0),
    ],
)
def test_only_what_is_touched_is_announced(desk: Desk, place: str, times: int) -> None:
    at = Pinpoint.parse(place)
    assert [one.key for one in desk.library.announced(at, EVE)] == (["law.will_change"] * times)
    assert [one.key for one in desk.library.announced(at, DAY)] == (
        ["law.may_have_changed"] * times
    )


def test_from_the_day_on_the_digest_is_not_relied_on(desk: Desk) -> None:
    touched, other = Pinpoint.parse("CPC 193"), Pinpoint.parse("CPC 131(4)")
    assert desk.library.provision(touched, EVE).currency is not Currency.RED
    assert desk.library.provision(touched, DAY).currency is Currency.RED
    assert desk.library.provision(other, DAY).currency is Currency.AMBER


def test_every_announced_place_can_be_read(desk: Desk) -> None:
    laws = desk.library.laws.values()
    places = [one for law in laws for later in law.later for one in later.provisions]
    assert places
    assert [str(Pinpoint.parse(one)) for one in places] == places
