from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzref.engine.cited_article import CitedArticle
from kzref.engine.drugs.sanction import changes, known_parts, peek
from kzref.engine.rulebook import Rulebook
from kzref.model.errors import InputError
from kzref.model.outcome import Favours, Outcome
from tests.engine.law import read_law
from tests.engine.situations import ask

PARTS = [(article, part) for article, parts in known_parts(read_law()).items() for part in parts]
once_read = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=120
)


def offence(rulebook: Rulebook, article: str, part: str, on: date, **more: datetime) -> Outcome:
    facts = {"article": article, "part": part, "on": on.isoformat()}
    return ask(rulebook, "drug-offence", facts, **more)


def test_the_articles_of_the_drug_chapter_are_all_there() -> None:
    expected = {"286": 4, "296": 4, "297": 4, "297-1": 4, "298": 4, "299": 4, "299-1": 2}
    expected |= {"300": 3, "301": 4, "301-1": 3, "302": 2, "303": 2}
    assert {article: len(parts) for article, parts in known_parts(read_law()).items()} == expected


@pytest.mark.parametrize(("article", "part"), PARTS)
def test_every_part_is_answered_today(rulebook: Rulebook, article: str, part: str) -> None:
    outcome = offence(rulebook, article, part, date(2026, 5, 1))
    assert {one.id for one in outcome.results} == {
        "sanction",
        "category",
        "penalty_min_years",
        "penalty_max_years",
        "max_fine_mci",
    }
    assert all(len(one.readings) == 1 for one in outcome.results)


@once_read
@given(part=st.sampled_from(PARTS), on=st.dates(date(2018, 8, 1), date(2026, 11, 1)))
def test_the_first_reading_is_never_harsher_than_the_law_of_the_act(
    rulebook: Rulebook, part: tuple[str, str], on: date
) -> None:
    try:
        outcome = offence(rulebook, *part, on)
    except InputError:  # the part did not exist yet
        return
    for result_id in ("penalty_max_years", "penalty_min_years"):
        values = [one.value or Decimal(0) for one in outcome.result(result_id).readings]
        assert all(isinstance(value, Decimal) for value in values)
        assert values == sorted(values)
    for result in outcome.results:
        sides = [reading.favours for reading in result.readings]
        assert sides in ([Favours.NEUTRAL], [Favours.DEFENCE, Favours.PROSECUTION])


@once_read
@given(part=st.sampled_from(PARTS), on=st.dates(date(2018, 8, 1), date(2026, 11, 1)))
def test_category_and_years_tell_the_same(
    rulebook: Rulebook, part: tuple[str, str], on: date
) -> None:
    try:
        outcome = offence(rulebook, *part, on)
    except InputError:
        return
    categories = [one.value for one in outcome.result("category").readings]
    longest = [one.value for one in outcome.result("penalty_max_years").readings]
    bounds = {"misdemeanour": 0, "minor": 2, "medium": 5, "grave": 12, "especially-grave": 20}
    for category, years in zip(categories, longest, strict=False):
        assert isinstance(years, Decimal)
        assert years <= bounds[str(category)]


def test_a_milder_law_of_the_future_is_not_yet_claimed(rulebook: Rulebook) -> None:
    before = datetime(2025, 3, 2, 12, tzinfo=UTC)
    on_the_day = datetime(2025, 3, 3, 12, tzinfo=UTC)
    act = date(2024, 5, 1)
    assert len(offence(rulebook, "297", "3", act, now=before).result("category").readings) == 1
    assert len(offence(rulebook, "297", "3", act, now=on_the_day).result("category").readings) == 2


def test_no_recorded_change_is_partly_milder_and_partly_harsher() -> None:
    law = read_law()
    for article, part in PARTS:
        cited = CitedArticle(number=article, units=(part,))
        known = [found for day in changes(law, cited) if (found := peek(law, cited, day))]
        for before, after in pairwise(known):
            alike = before.years == after.years and before.max_fine == after.max_fine
            assert alike or after.is_milder_than(before) or before.is_milder_than(after), cited
