"""Stretches of time are said in the words of each language."""

import re

import pytest

from kzref.model.records import Statistic
from kzref.model.text import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("2020-01/2020-03", Language.EN, "January – March 2020"),
        ("2020-01/2020-03", Language.RU, "январь – март 2020 г."),
        ("2020-01/2020-03", Language.KK, "2020 ж. қаңтар – наурыз"),
        ("2011/2012", Language.RU, "2011–2012"),
        ("../2009", Language.EN, "until 2009"),
        ("2009", Language.KK, "2009"),
        ("2012-12", Language.RU, "декабрь 2012"),
    ],
)
def test_period_in_words(written: str, language: Language, said: str) -> None:
    plain = re.sub(r"[\u2009\u00a0\u202f]", " ", catalogue(language).dated(written))
    assert plain.replace(" – ", "–") == said.replace(" – ", "–")


def test_every_period_of_a_figure_is_a_date_or_a_stretch() -> None:
    day = r"\d{4}(-\d\d(-\d\d)?)?"
    figures = Desk().database.values(Statistic)
    periods = [figure.period for figure in figures]
    periods += [point.period for figure in figures for point in figure.others]
    assert len(periods) >= len(figures) > 100
    assert [p for p in periods if not re.fullmatch(rf"({day}|\.\.)/{day}|{day}", p)] == []
