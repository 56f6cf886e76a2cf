"""Records of the real edition, called by their ids."""

import pytest

from kzref.model.text import Language
from kzref.services.desk import Desk
from kzref.services.records import Records


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("R001", "recommendation:R001"),
        (" r1 ", "recommendation:R001"),
        ("к001", "recommendation:R001"),  # the key of r in the Cyrillic layout
        ("C001", "case:C001"),
        ("С001", "case:C001"),  # a Cyrillic letter that looks the same
        ("T001", "hazard:T001"),
        ("S001", "statistic:S001"),
        ("first-hours", "checklist:first-hours"),
        ("custody", None),  # a term is found by its words
        ("R999", None),
        ("", None),
        ("131", None),
    ],
)
def test_a_record_is_called_by_its_id(desk: Desk, typed: str, place: str | None) -> None:
    found = Records(desk.database, desk.library).called(typed, Language.EN)
    assert (found[0] if found else None) == place
