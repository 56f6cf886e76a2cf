"""Days and numbers are written as the Unicode CLDR has them for each language."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from babel.dates import format_date, format_interval
from babel.numbers import format_decimal

from kzref.model.language import Language
from kzref.services.catalogue import catalogue

DAY = {Language.EN: "d MMMM y", Language.RU: "d MMMM y 'г'.", Language.KK: "y 'ж'. d MMMM"}
MONTH = {Language.EN: "LLLL y", Language.RU: "LLLL y", Language.KK: "y 'ж'. MMMM"}
EVERY = pytest.mark.parametrize("language", Language)


@EVERY
def test_every_month_and_weekday_has_its_name(language: Language) -> None:
    words = catalogue(language)
    for day in (date(2026, 1, 1) + timedelta(days=9 * step) for step in range(41)):
        name = format_date(day, DAY[language], locale=language.value)
        assert words.day(day) == f"{name} ({format_date(day, 'EEE', locale=language.value)})"
        assert words.dated(day.isoformat()) == name
        alone = format_date(day, MONTH[language], locale=language.value)
        assert words.dated(f"{day:%Y-%m}") == alone


@EVERY
@pytest.mark.parametrize(
    ("first", "last"),
    [("2009", "2012"), ("2020-01", "2020-03"), ("2019-05", "2020-03"), ("1999-12", "2000-01")],
)
def test_a_stretch_of_time_runs_from_one_to_the_other(
    language: Language, first: str, last: str
) -> None:
    start, end = (date.fromisoformat((one + "-01-01")[:10]) for one in (first, last))
    shape = "y" if len(first) == 4 else "yMMMM"
    expected = format_interval(start, end, shape, locale=language.value)
    assert catalogue(language).dated(f"{first}/{last}") == expected


@EVERY
@pytest.mark.parametrize(
    "number", ["0", "7", "999.5", "1234", "1234567.891", "-1234.5", "0.000001", "1E+3", "2.50"]
)
def test_a_number_has_the_marks_of_the_language(language: Language, number: str) -> None:
    value = Decimal(number)
    expected = format_decimal(value.normalize(), locale=language.value, decimal_quantization=False)
    assert catalogue(language).number(value) == expected


def test_days_that_are_known_only_by_their_bounds_are_said_in_the_language() -> None:
    russian = catalogue(Language.RU)
    assert russian.dated("2019-10-28/2019-11-03") == "28 октября 2019 г. – 3 ноября 2019 г."
    assert russian.dated("2024-05-02/..") == "не ранее 2 мая 2024 г."


@pytest.mark.parametrize(
    ("printed", "english", "russian"),
    [("1878", "1,878", "1\u00a0878"), ("25,000", "25,000", "25\u00a0000"), ("19.4", "19.4", "19,4"),
     ("about 30", "about 30", "about 30")],
)  # fmt: skip
def test_a_printed_figure_has_the_marks_of_the_language(
    printed: str, english: str, russian: str
) -> None:
    assert catalogue(Language.EN).figure(printed) == english
    assert catalogue(Language.RU).figure(printed) == russian
