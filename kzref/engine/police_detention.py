"""How long the police may hold a suspect without a court: CPC 128-135, 147(3), 148(2), 64(3).

Two clocks run. The clock of detention starts at the minute in which liberty was really restricted
(CPC 7(29), 48(5)); the clock of the prosecutor's notice and of the questioning starts when the
protocol is drawn up (CPC 131(3), 64(3)). All hours are physical time.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from kzref.engine.calculator import Calculator
from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.legal_time import after, elapsed, is_before, is_shown_twice
from kzref.engine.police_detention_duties import Due, settle_duties
from kzref.engine.premise import Premise, assumption, favours
from kzref.model.errors import InputError
from kzref.model.outcome import (
    CalculatorSpec,
    FactKind,
    FactSpec,
    Favours,
    Lane,
    Message,
    Reading,
)

GROUNDS = {
    "especially-grave": "CPC 131(4)(1)",
    "terrorist": "CPC 131(4)(2)",
    "riots": "CPC 131(4)(3)",
    "criminal-group": "CPC 131(4)(4)",
    "drugs": "CPC 131(4)(5)",
    "minor-sexual": "CPC 131(4)(5)",
    "death": "CPC 131(4)(5)",
    "remote": "CPC 131(4)(6)",
}
"""The six cases of CPC 131(4); only the last one says nothing about a crime."""

SPEC = CalculatorSpec(
    id="police-detention",
    facts=(
        FactSpec(name="detained_at", kind=FactKind.MOMENT, required=True),
        FactSpec(name="zone", kind=FactKind.ZONE, default="Asia/Almaty"),
        FactSpec(name="delivered_at", kind=FactKind.MOMENT),
        FactSpec(name="protocol_at", kind=FactKind.MOMENT),
        FactSpec(name="admin_from", kind=FactKind.MOMENT),
        FactSpec(name="motion_received_at", kind=FactKind.MOMENT),
        FactSpec(name="minor", kind=FactKind.YES_NO, default="no"),
        FactSpec(name="foreigner", kind=FactKind.YES_NO, default="no"),
        FactSpec(
            name="offence",
            kind=FactKind.CHOICE,
            choices=("crime", "misdemeanour"),
            default="crime",
        ),
        FactSpec(name="ground", kind=FactKind.CHOICE, choices=("none", *GROUNDS), default="none"),
    ),
    results=(
        "release_by",
        "delivery_ends",
        "protocol_by",
        "prosecutor_notice_by",
        "questioning_by",
        "motion_to_judge_by",
        "judge_rules_by",
        "consulate_by",
        "gap_fact_to_protocol",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A moment from which detention may be counted."""

    start: datetime
    key: str
    favours: Favours
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A length of detention that the law may allow."""

    hours: Decimal
    key: str
    favours: Favours
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An end of detention by one clock and one limit; premises where others compete with them."""

    clock: Clock
    limit: Limit
    premises: tuple[Premise, ...]

    @property
    def at(self) -> datetime:
        """The last lawful minute."""
        return after(self.clock.start, self.limit.hours)

    @property
    def reading(self) -> Reading:
        """The ending as a reading of `release_by`."""
        references = (*self.clock.references, *self.limit.references, "CPC 133(2)")
        return Reading(
            value=self.at,
            label=Message(
                "police-detention.release_by",
                {"start": self.clock.start, "hours": self.limit.hours},
            ),
            assumption=assumption(self.premises),
            favours=favours(self.premises),
            references=tuple(dict.fromkeys(references)),
        )


def _law_day(facts: Facts) -> date:
    detained = facts.moment("detained_at")
    assert detained is not None  # noqa: S101 - a required fact
    return detained.date()


def _rule(draft: Draft) -> None:
    facts = draft.facts
    draft.require_code("police-detention.general", _law_day(facts))
    _refuse_impossible_order(facts)
    clocks, limits = _clocks(draft), _limits(draft)
    endings = _endings(clocks, limits)
    _explain(draft, clocks, limits, endings)
    draft.settle(
        "release_by",
        *(ending.reading for ending in endings),
        note=Message("police-detention.release_note"),
    )
    settle_duties(draft, tuple(Due(at=ending.at, premises=ending.premises) for ending in endings))
    _draw(draft, clocks, endings[0])


def _refuse_impossible_order(facts: Facts) -> None:
    detained = facts.moment("detained_at")
    assert detained is not None  # noqa: S101 - a required fact
    for name in ("delivered_at", "protocol_at", "motion_received_at"):
        moment = facts.moment(name)
        if moment is not None and is_before(moment, detained):
            raise InputError(
                f"police-detention.{name}_too_early", moment=moment, detained_at=detained
            )
    admin = facts.moment("admin_from")
    if admin is not None and is_before(detained, admin):
        raise InputError("police-detention.admin_too_late", moment=admin, detained_at=detained)


def _clocks(draft: Draft) -> tuple[Clock, ...]:
    detained, admin = draft.facts.moment("detained_at"), draft.facts.moment("admin_from")
    assert detained is not None  # noqa: S101 - a required fact
    law = ("CPC 7(29)", "CPC 48(5)", "CPC 128(5)")
    if admin is None or not is_before(admin, detained):
        settled = Clock(start=detained, key="restraint", favours=Favours.NEUTRAL, references=law)
        return (settled,)
    return (
        Clock(
            start=admin,
            key="administrative",
            favours=Favours.DEFENCE,
            references=("CPC 7(29)", "CPC 48(5)", "ngo-iccpr-2016 II.9 1"),
        ),
        Clock(start=detained, key="restraint", favours=Favours.PROSECUTION, references=law),
    )


def _limits(draft: Draft) -> tuple[Limit, ...]:
    facts = draft.facts
    minor, ground = facts.yes("minor"), facts.choice("ground") or "none"
    ordinary_rule = "police-detention.minor" if minor else "police-detention.general"
    ordinary = draft.dated(ordinary_rule)
    longest = draft.dated("police-detention.exceptional")
    assert ordinary.value is not None and longest.value is not None  # noqa: S101, PT018 - dated
    settled = Limit(
        hours=ordinary.value,
        key="minor" if minor else "general",
        favours=Favours.NEUTRAL,
        references=(ordinary.reference,),
    )
    if ground == "none" or ordinary.value >= longest.value:
        return (settled,)
    exceptional = Limit(
        hours=longest.value,
        key=ground,
        favours=Favours.NEUTRAL,
        references=(GROUNDS[ground],),
    )
    if facts.choice("offence") == "misdemeanour":
        by_default = ("CPC 14(2)", "CPC 133(2)")
        settled = _as(settled, Favours.NEUTRAL, "misdemeanour", *by_default)
        if ground != "remote":
            draft.caution("police-detention.misdemeanour_ground", GROUNDS[ground], "CPC 131(4)")
            return (settled,)
        return (
            _as(settled, Favours.DEFENCE, "misdemeanour", *by_default),
            _as(exceptional, Favours.PROSECUTION, "misdemeanour_remote", "CPC 133(2)"),
        )
    if minor:
        return (
            _as(settled, Favours.DEFENCE, "minor_first", "CPC 14(2)"),
            _as(exceptional, Favours.PROSECUTION, "ground_first", "CPC 14(2)"),
        )
    return (exceptional,)


def _as(limit: Limit, favours: Favours, key: str, *references: str) -> Limit:
    return Limit(
        hours=limit.hours, key=key, favours=favours, references=(*limit.references, *references)
    )


def _endings(clocks: tuple[Clock, ...], limits: tuple[Limit, ...]) -> tuple[Ending, ...]:
    """Every combination, the earliest first."""
    endings = [
        Ending(
            clock=clock,
            limit=limit,
            premises=(
                *_premise("clock", clock, of=len(clocks)),
                *_premise("limit", limit, of=len(limits)),
            ),
        )
        for limit in limits
        for clock in clocks
    ]
    return tuple(sorted(endings, key=lambda ending: ending.at.timestamp()))


def _premise(kind: str, choice: Clock | Limit, *, of: int) -> tuple[Premise, ...]:
    if of == 1:
        return ()
    message = Message(f"police-detention.{kind}.{choice.key}")
    return (Premise(message=message, favours=choice.favours),)


def _explain(
    draft: Draft,
    clocks: tuple[Clock, ...],
    limits: tuple[Limit, ...],
    endings: tuple[Ending, ...],
) -> None:
    draft.step("trace.law_of_the_day", "CPC 5", day=draft.as_of)
    for clock in clocks:
        draft.step(f"police-detention.trace.{clock.key}", *clock.references, start=clock.start)
    for limit in limits:
        draft.step(
            f"police-detention.trace.limit.{limit.key}", *limit.references, hours=limit.hours
        )
    for ending in endings:
        draft.step(
            "police-detention.trace.end",
            "CPC 48(5)",
            start=ending.clock.start,
            hours=ending.limit.hours,
            end=ending.at,
        )
        if ending.at.utcoffset() != ending.clock.start.utcoffset():
            draft.caution(
                "caution.clock_changed", "CPC 48(5)", start=ending.clock.start, end=ending.at
            )
        if is_shown_twice(ending.clock.start):
            draft.caution("caution.hour_shown_twice", moment=ending.clock.start)
    draft.step("police-detention.trace.no_shift", "CPC 48(3)", "CPC 48(4)")


def _draw(draft: Draft, clocks: tuple[Clock, ...], first: Ending) -> None:
    restraint = clocks[-1].start
    end = after(restraint, first.limit.hours)
    draft.lane(
        Lane(
            id="fact",
            label=Message("police-detention.lane.fact"),
            start=restraint,
            end=end,
            group="detention",
        )
    )
    protocol = draft.facts.moment("protocol_at")
    if protocol is not None:
        draft.lane(
            Lane(
                id="protocol",
                label=Message("police-detention.lane.protocol"),
                start=protocol,
                end=after(protocol, first.limit.hours),
                group="paper",
            )
        )
    if len(clocks) > 1:
        admin = clocks[0].start
        draft.caution(
            "police-detention.admin_cover",
            "ngo-iccpr-2016 II.9 1",
            "CoAO 789(1)",
            length=elapsed(admin, restraint),
        )
        draft.lane(
            Lane(
                id="administrative",
                label=Message("police-detention.lane.administrative"),
                start=admin,
                end=restraint,
                group="administrative",
            )
        )


CALCULATOR = Calculator(spec=SPEC, law_day=_law_day, rule=_rule)
