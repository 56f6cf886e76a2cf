from datetime import UTC, datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzref.engine.detention.police_detention import SPEC
from kzref.engine.legal_time import elapsed
from kzref.engine.rulebook import Rulebook
from kzref.model.outcome import Currency, Favours, MilestoneState, Outcome
from tests.engine.situations import ask, moments

ZONES = ("Asia/Almaty", "Asia/Oral", "Asia/Qyzylorda", "Asia/Aqtau")
GROUNDS = next(fact.choices for fact in SPEC.facts if fact.name == "ground")
STARTS = st.datetimes(datetime(2015, 1, 2), datetime(2027, 12, 1))  # noqa: DTZ001 - local
once_read = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80
)


def written(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def detention(rulebook: Rulebook, start: datetime, **facts: str) -> Outcome:
    return ask(rulebook, "police-detention", {"detained_at": written(start), **facts})


@once_read
@given(
    start=STARTS,
    facts=st.fixed_dictionaries(
        {
            "minor": st.sampled_from(("yes", "no")),
            "offence": st.sampled_from(("crime", "misdemeanour")),
            "ground": st.sampled_from(GROUNDS),
            "zone": st.sampled_from(ZONES),
        }
    ),
    earlier=st.integers(0, 40),
)
def test_no_reading_goes_beyond_72_real_hours_and_the_earliest_comes_first(
    rulebook: Rulebook, start: datetime, facts: dict[str, str], earlier: int
) -> None:
    admin = start - timedelta(hours=earlier)
    outcome = detention(rulebook, start, admin_from=written(admin), **facts)
    ends = moments(outcome, "release_by")
    restraint = start.replace(second=0, microsecond=0, tzinfo=ZoneInfo(facts["zone"]))
    assert ends
    assert all(elapsed(restraint, end) <= timedelta(hours=72) for end in ends)
    assert ends == sorted(ends, key=lambda end: end.timestamp())
    assert all(end.utcoffset() is not None for end in ends)
    if len(ends) > 1:
        assert outcome.result("release_by").readings[0].favours is Favours.DEFENCE
        assert outcome.result("release_by").readings[-1].favours is Favours.PROSECUTION
        assert all(reading.assumption for reading in outcome.result("release_by").readings)


@once_read
@given(start=STARTS, minutes=st.integers(1, 600), minor=st.sampled_from(("yes", "no")))
def test_a_later_restraint_never_ends_earlier_under_one_law(
    rulebook: Rulebook, start: datetime, minutes: int, minor: str
) -> None:
    day = datetime(2026, 6, 1, tzinfo=UTC).date()
    facts = {"minor": minor, "zone": "Asia/Oral"}
    first = {"detained_at": written(start), **facts}
    later = {"detained_at": written(start + timedelta(minutes=minutes)), **facts}
    [end] = moments(ask(rulebook, "police-detention", first, as_of=day), "release_by")
    [later_end] = moments(ask(rulebook, "police-detention", later, as_of=day), "release_by")
    assert elapsed(end, later_end) == timedelta(minutes=minutes)


@once_read
@given(start=STARTS, ground=st.sampled_from(GROUNDS))
def test_the_judge_is_asked_so_early_that_he_rules_before_the_end(
    rulebook: Rulebook, start: datetime, ground: str
) -> None:
    outcome = detention(rulebook, start, ground=ground)
    for end, motion, ruling in zip(
        moments(outcome, "release_by"),
        moments(outcome, "motion_to_judge_by"),
        moments(outcome, "judge_rules_by"),
        strict=True,
    ):
        assert motion.timestamp() < ruling.timestamp() <= end.timestamp()


def test_the_same_facts_give_equal_outcomes_and_now_touches_only_the_milestones(
    rulebook: Rulebook,
) -> None:
    facts = {"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-21T01:10"}
    early = ask(rulebook, "police-detention", facts, now=datetime(2026, 11, 21, tzinfo=UTC))
    again = ask(rulebook, "police-detention", facts, now=datetime(2026, 11, 21, tzinfo=UTC))
    late = ask(rulebook, "police-detention", facts, now=datetime(2026, 12, 21, tzinfo=UTC))
    assert early == again
    assert (early.results, early.trace, early.cautions, early.rules, early.lanes) == (
        late.results,
        late.trace,
        late.cautions,
        late.rules,
        late.lanes,
    )
    assert early.milestones != late.milestones


def states(outcome: Outcome) -> dict[str, MilestoneState]:
    return {one.id: one.state for one in outcome.milestones}


def test_milestones_tell_what_was_kept_broken_due_and_untold(rulebook: Rulebook) -> None:
    facts = {
        "detained_at": "2026-05-05T12:00",
        "protocol_at": "2026-05-05T15:01",
        "motion_received_at": "2026-05-07T04:00",
    }
    zone = ZoneInfo("Asia/Almaty")
    outcome = ask(rulebook, "police-detention", facts, now=datetime(2026, 5, 6, 3, 1, tzinfo=zone))
    assert states(outcome) == {
        "family_told": MilestoneState.UNKNOWN,
        "delivery_ends": MilestoneState.BREACHED,
        "protocol_by": MilestoneState.BREACHED,
        "prosecutor_notice_by": MilestoneState.UNKNOWN,
        "questioning_by": MilestoneState.DUE,
        "motion_to_judge_by": MilestoneState.KEPT,
        "judge_rules_by": MilestoneState.DUE,
        "release_by": MilestoneState.DUE,
    }
    assert all(one.consequence and one.references for one in outcome.milestones)


def test_the_family_is_due_from_the_first_minute_and_a_minors_parents_at_once(
    rulebook: Rulebook,
) -> None:
    facts = {"detained_at": "2026-05-05T12:00", "admin_from": "2026-05-05T08:00", "minor": "yes"}
    first = ask(rulebook, "police-detention", facts).milestones[0]
    assert first.id == "family_told"
    assert first.due == datetime(2026, 5, 5, 8, tzinfo=ZoneInfo("Asia/Almaty"))
    assert first.references == ("CPC 135", "CPC 64(3)", "CPC 541(5)")


def test_lanes_show_the_fact_the_paper_and_the_cover(rulebook: Rulebook) -> None:
    outcome = detention(
        rulebook,
        datetime(2026, 5, 5, 12),  # noqa: DTZ001 - local
        protocol_at="2026-05-05T16:00",
        admin_from="2026-05-05T08:00",
    )
    lanes = {lane.id: (lane.start, lane.end) for lane in outcome.lanes}
    assert set(lanes) == {"fact", "protocol", "administrative"}
    assert lanes["administrative"][1] == lanes["fact"][0]


def test_the_trace_names_the_law_of_every_step(rulebook: Rulebook) -> None:
    outcome = detention(rulebook, datetime(2026, 5, 5, 12), ground="drugs")  # noqa: DTZ001 - local
    assert all(step.references for step in outcome.trace)
    assert any("CPC 131(4)(5)" in step.references for step in outcome.trace)
    assert "CPC 131(4)(5)" in outcome.result("release_by").readings[0].references
    assert "police-detention.exceptional@2018-01-09=72" in outcome.rules


def test_law_after_the_last_check_turns_amber(rulebook: Rulebook) -> None:
    before = detention(rulebook, datetime(2026, 11, 20, 12))  # noqa: DTZ001 - local
    after = detention(rulebook, datetime(2026, 12, 30, 12))  # noqa: DTZ001 - local
    assert before.currency is Currency.OK
    assert after.currency is Currency.AMBER


def test_a_calculation_takes_less_than_two_milliseconds(rulebook: Rulebook) -> None:
    facts = {"detained_at": "2026-05-05T12:00", "admin_from": "2026-05-05T08:00", "minor": "yes"}
    facts["ground"] = "drugs"
    best = 1.0
    for _ in range(20):
        start = perf_counter()
        ask(rulebook, "police-detention", facts)
        best = min(best, perf_counter() - start)
    assert best < 0.002
