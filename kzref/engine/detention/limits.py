"""From when and for how long a suspect may be held: the clocks, the limits and their readings.

CPC 7(29) and 48(5) for the clock; CPC 14(2), 128(5), 131(4) and 133(2) for the limit.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from kzref.engine.draft import Draft
from kzref.engine.legal_time import after, is_before
from kzref.engine.premise import Premise, assumption, favours
from kzref.model.outcome import Favours, Message, Reading

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

_CONTESTED = {"drugs": "misdemeanour_drugs", "remote": "misdemeanour_remote"}
"""The cases that the police also invoke for misdemeanours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A moment from which detention may be counted; premises where another one competes."""

    start: datetime
    key: str
    references: tuple[str, ...]
    premises: tuple[Premise, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A length of detention that the law may allow; premises where another one competes."""

    hours: Decimal
    key: str
    references: tuple[str, ...]
    premises: tuple[Premise, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An end of detention by one clock and one limit."""

    clock: Clock
    limit: Limit

    @property
    def premises(self) -> tuple[Premise, ...]:
        """What both rest on, where others compete with them."""
        return (*self.clock.premises, *self.limit.premises)

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


def clocks(draft: Draft) -> tuple[Clock, ...]:
    """The moments from which detention may be counted, the defence's first."""
    detained = draft.facts.required_moment("detained_at")
    admin = draft.facts.moment("admin_from")
    law = ("CPC 7(29)", "CPC 48(5)", "CPC 128(5)")
    if admin is None or not is_before(admin, detained):
        return (Clock(start=detained, key="restraint", references=law),)
    return (
        Clock(
            start=admin,
            key="administrative",
            references=("CPC 7(29)", "CPC 48(5)", "ngo-iccpr-2016 II.9 1"),
            premises=(_premise("clock.administrative", Favours.DEFENCE),),
        ),
        Clock(
            start=detained,
            key="restraint",
            references=law,
            premises=(_premise("clock.restraint", Favours.PROSECUTION),),
        ),
    )


def limits(draft: Draft) -> tuple[Limit, ...]:
    """The lengths of detention that the facts may allow, the defence's first."""
    facts = draft.facts
    ground = facts.choice("ground") or "none"
    ordinary = _ordinary(draft)
    longest = draft.dated("police-detention.exceptional")
    if ordinary.hours >= longest.number:  # before Law 118-VI one limit held for everybody
        return (replace(ordinary, key="flat", references=(longest.reference, "CPC 131(4)")),)
    if ground == "none":
        return (ordinary,)
    exceptional = Limit(hours=longest.number, key=ground, references=(GROUNDS[ground],))
    if facts.choice("offence") == "misdemeanour":
        if ground != "remote":
            draft.caution("police-detention.misdemeanour_ground", GROUNDS[ground], "CPC 131(4)")
        if ground not in _CONTESTED:
            return (ordinary,)
        return _rivals(ordinary, "misdemeanour", exceptional, _CONTESTED[ground], "CPC 133(2)")
    if facts.yes("minor"):
        return _rivals(ordinary, "minor_first", exceptional, "ground_first", "CPC 14(2)")
    return (exceptional,)


def _ordinary(draft: Draft) -> Limit:
    """The limit without a special case; CPC 131(4) speaks of crimes only."""
    kind = "minor" if draft.facts.yes("minor") else "general"
    limit = draft.dated(f"police-detention.{kind}")
    if draft.facts.choice("offence") == "misdemeanour":
        return Limit(hours=limit.number, key="misdemeanour", references=("CPC 14(2)", "CPC 133(2)"))
    return Limit(hours=limit.number, key=kind, references=(limit.reference,))


def _rivals(
    shorter: Limit, defence: str, longer: Limit, prosecution: str, reference: str
) -> tuple[Limit, ...]:
    """Two limits of which each side asserts one."""
    return tuple(
        replace(
            limit,
            key=key,
            premises=(_premise(f"limit.{key}", side),),
            references=tuple(dict.fromkeys((*limit.references, reference))),
        )
        for limit, key, side in (
            (shorter, defence, Favours.DEFENCE),
            (longer, prosecution, Favours.PROSECUTION),
        )
    )


def endings(clocks: tuple[Clock, ...], limits: tuple[Limit, ...]) -> tuple[Ending, ...]:
    """Every combination, the earliest first."""
    found = [Ending(clock=clock, limit=limit) for limit in limits for clock in clocks]
    return tuple(sorted(found, key=lambda ending: ending.at.timestamp()))


def _premise(key: str, side: Favours) -> Premise:
    return Premise(message=Message(f"police-detention.{key}"), favours=side)
