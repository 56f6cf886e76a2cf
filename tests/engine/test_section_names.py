"""Sections are listed by the numbers of the document, never by the names of our inventory."""

import pytest

from kzref.engine.citations.section_names import section_number


@pytest.mark.parametrize(
    ("section", "number"),
    [
        ("Q4", "Q4"),
        ("II.9", "II.9"),
        ("item1", "1"),
        ("INTRO", ""),
        ("meta", ""),
        ("body", ""),
        ("A", "A"),
    ],
)
def test_only_what_the_document_numbers_has_a_number(section: str, number: str) -> None:
    assert section_number(section) == number
