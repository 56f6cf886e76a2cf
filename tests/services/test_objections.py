"""What is offered to say aloud: law of the day, for such a client, the breached duty first."""

from datetime import UTC, date, datetime

import pytest

from kzref.model.objection import Objection
from kzref.model.outcome import Outcome
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.services.calculations.objections import MOST, fitting, is_breached
from kzref.services.calculations.prompter import Prompter
from kzref.services.desk import Desk
from kzref.services.sheets.wording import Wording

NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)
DAY = date(2026, 11, 21)
LONGEST = 120  # letters: two lines at the lectern


@pytest.fixture(scope="module")
def all_of_them(desk: Desk) -> tuple[Objection, ...]:
    return desk.database.values(Objection)


def reckoned(desk: Desk, calculator: str = "police-detention", **facts: str) -> Outcome:
    given = facts or {"detained_at": "2026-11-20T23:40"}
    return desk.calculators.run(calculator, given, now=NOW)


def test_each_stands_on_provisions_that_say_it_from_its_day(
    desk: Desk, all_of_them: tuple[Objection, ...]
) -> None:
    assert len(all_of_them) >= 20
    for objection in all_of_them:
        assert objection.provisions
        for reference in objection.provisions:
            pinpoint = Pinpoint.parse(reference)
            view = desk.library.provision(pinpoint, objection.in_force_from)
            assert view.pinpoint == pinpoint, f"{objection.id}: {reference} has no digest"
            assert view.version is not None, f"{objection.id}: {reference} is younger"
            assert view.provision.verified is not None, f"{objection.id}: {reference} unchecked"


def test_each_can_be_said_in_one_breath(all_of_them: tuple[Objection, ...]) -> None:
    long = [
        f"{one.id} {language}"
        for one in all_of_them
        for language in Language
        if len(one.say.own(language) or "") > LONGEST
    ]
    assert long == []


def test_each_names_calculators_and_duties_that_exist(
    desk: Desk, all_of_them: tuple[Objection, ...]
) -> None:
    known = {one.spec.id: one.spec for one in desk.calculators.all}
    minor = reckoned(desk, detained_at="2026-11-20T23:40", minor="yes", foreigner="yes")
    ladder = reckoned(desk, "custody-term", detained_on="2026-09-01", category="grave")
    ids = {duty.id for outcome in (minor, ladder) for duty in outcome.milestones}
    ids |= {result for spec in known.values() for result in spec.results}
    for one in all_of_them:
        assert set(one.calculators) <= set(known), one.id
        for duty in one.duties:
            assert any(name == duty or name.startswith(f"{duty}_") for name in ids), one.id


def test_breached_duty_is_said_first(desk: Desk, all_of_them: tuple[Objection, ...]) -> None:
    facts = {"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-21T04:10"}
    outcome = reckoned(desk, **facts)
    chosen = fitting(all_of_them, as_of=DAY, now=NOW, outcome=outcome)
    assert chosen[0].id == "protocol-in-three-hours"
    assert is_breached(chosen[0], outcome)
    assert len(chosen) == MOST
    assert not any(is_breached(one, outcome) for one in chosen[1:])


def test_kept_duty_is_not_objected_to(desk: Desk, all_of_them: tuple[Objection, ...]) -> None:
    facts = {"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-21T01:10",
             "delivered_at": "2026-11-21T00:30"}  # fmt: skip
    chosen = fitting(all_of_them, as_of=DAY, now=NOW, outcome=reckoned(desk, **facts))
    assert "protocol-in-three-hours" not in [one.id for one in chosen]


def test_what_is_for_minors_is_said_for_minors_only(
    desk: Desk, all_of_them: tuple[Objection, ...]
) -> None:
    adult = fitting(all_of_them, as_of=DAY, now=NOW, outcome=reckoned(desk))
    assert all(one.only_if is None for one in adult)
    facts = {"detained_at": "2026-11-20T23:40", "minor": "yes"}
    child = fitting(all_of_them, as_of=DAY, now=NOW, outcome=reckoned(desk, **facts))
    assert {"minor-twenty-four-hours", "minor-family"} <= {one.id for one in child}
    assert "family-told" not in {one.id for one in child}, "two about one duty"


def test_law_that_came_later_is_not_said(all_of_them: tuple[Objection, ...]) -> None:
    early = fitting(
        all_of_them, as_of=date(2016, 5, 1), now=NOW, pinpoint=Pinpoint.parse("CPC 131(4)")
    )
    assert "minor-twenty-four-hours" not in {one.id for one in early}
    late = fitting(all_of_them, as_of=DAY, now=NOW, pinpoint=Pinpoint.parse("CPC 131(4)"))
    assert late[0].id == "minor-twenty-four-hours"


def test_provision_brings_its_own_objections(all_of_them: tuple[Objection, ...]) -> None:
    chosen = fitting(all_of_them, as_of=DAY, now=NOW, pinpoint=Pinpoint.parse("CPC 148(8)"))
    assert chosen[0].id == "bail-amount-named"
    nothing = fitting(all_of_them, as_of=DAY, now=NOW, pinpoint=Pinpoint.parse("CC 99"))
    assert nothing == ()


def test_lectern_shows_the_provision_that_the_number_comes_from(desk: Desk) -> None:
    prompter = Prompter(wording=Wording(desk, Language.EN), as_of=DAY)
    prompt = prompter.prompt(reckoned(desk), None, NOW)
    assert prompt.rules[0] == "CPC 131(4)"
    assert prompt.clock is not None
    assert prompt.clock.until == datetime(2026, 11, 22, 18, 40, tzinfo=UTC)
    assert prompt.clock.others == ()
    rule = prompter.rule("CPC 131(4)")
    assert rule is not None
    assert "48" in rule.text
    assert "2018" in rule.source


def test_unsettled_term_shows_its_other_reading(desk: Desk) -> None:
    outcome = reckoned(desk, detained_at="2026-11-20T23:40", minor="yes", ground="drugs")
    prompt = Prompter(wording=Wording(desk, Language.EN), as_of=DAY).prompt(outcome, None, NOW)
    assert prompt.clock is not None
    assert prompt.clock.until == datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
    assert len(prompt.clock.others) == 1


def test_ladder_counts_to_the_rung_of_today_at_its_midnight(desk: Desk) -> None:
    outcome = reckoned(desk, "custody-term", detained_on="2026-09-05", category="grave")
    prompt = Prompter(wording=Wording(desk, Language.EN), as_of=DAY).prompt(outcome, None, NOW)
    assert prompt.clock is not None
    assert "3 months" in prompt.clock.title
    assert prompt.clock.until.hour == 0
    assert prompt.clock.until > NOW
