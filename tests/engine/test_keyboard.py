"""What keys say in another layout."""

import pytest

from kzref.engine.words.keyboard import digits_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('"і" ң ғ', "131 4 5"),
        ('қпк "і"', "қпк 131"),
        ("ұұ-бап", "ұұ-бап"),
        ('"ұстап алу"', '"ұстап алу"'),
        ("ст. 131, 4", "ст. 131, 4"),
        ("үш", "үш"),
    ],
)
def test_the_digit_row_of_the_kazakh_layout_is_read_as_digits(typed: str, meant: str) -> None:
    assert digits_meant(typed) == meant
