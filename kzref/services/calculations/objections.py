"""Which objections fit a calculation or a provision: up to three, the most pressing first. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from kzref.model.objection import Objection
from kzref.model.outcome import Milestone, MilestoneState, Outcome
from kzref.model.pinpoint import Pinpoint
from kzref.model.practice import Condition

MOST = 3
_FACTS = {Condition.MINOR: "minor", Condition.FOREIGNER: "foreigner"}
_BREACHED, _PAST, _HERE, _NEAR, _OFFERED = range(5)


def fitting(
    objections: Iterable[Objection],
    *,
    as_of: date,
    now: datetime,
    outcome: Outcome | None = None,
    pinpoint: Pinpoint | None = None,
) -> tuple[Objection, ...]:
    """Those that are law on the day and belong to what is in hand, at most `MOST`.

    First what the calculation finds breached, then what is past its hour and not known to be kept,
    then what carries the provision, its article, and last what goes with the calculator. Within a
    rank an objection that is for such a client alone comes before the general ones.
    """
    ranked = [
        (rank, _order(objection, outcome), objection.only_if is None, position, objection)
        for position, objection in enumerate(objections)
        if objection.in_force_from <= as_of
        and _is_for_client(objection, outcome)
        and (rank := _rank(objection, outcome, pinpoint, now)) is not None
    ]
    return tuple(_once(objection for *_, objection in sorted(ranked, key=lambda one: one[:4])))


def is_breached(objection: Objection, outcome: Outcome | None) -> bool:
    """Whether the calculation itself finds a duty breached that the objection is about."""
    return any(duty.state is MilestoneState.BREACHED for duty in _duties(objection, outcome))


def _once(objections: Iterator[Objection]) -> Iterator[Objection]:
    """The first `MOST`, no two of them about the same duties."""
    said: set[str] = set()
    count = 0
    for objection in objections:
        if not said.isdisjoint(objection.duties):
            continue
        said.update(objection.duties)
        yield objection
        count += 1
        if count == MOST:
            return


def _is_for_client(objection: Objection, outcome: Outcome | None) -> bool:
    """Without a calculation nothing is known of the client, and all may be said."""
    if objection.only_if is None or outcome is None:
        return True
    return outcome.facts.get(_FACTS.get(objection.only_if, "")) == "yes"


def _order(objection: Objection, outcome: Outcome | None) -> int:
    """An objection is first of all for the calculator that it names first."""
    if outcome is None or outcome.calculator not in objection.calculators:
        return 0
    return objection.calculators.index(outcome.calculator)


def _rank(
    objection: Objection, outcome: Outcome | None, pinpoint: Pinpoint | None, now: datetime
) -> int | None:
    ranks: list[int | None] = []
    if outcome is not None and outcome.calculator in objection.calculators:
        duties = _duties(objection, outcome)
        if any(duty.state is MilestoneState.BREACHED for duty in duties):
            ranks.append(_BREACHED)
        elif any(_is_past(duty, now) for duty in duties):
            ranks.append(_PAST)
        elif not duties or any(duty.state is not MilestoneState.KEPT for duty in duties):
            ranks.append(_OFFERED)
    if pinpoint is not None:
        ranks += [_distance(Pinpoint.parse(one), pinpoint) for one in objection.provisions]
    known = [rank for rank in ranks if rank is not None]
    return min(known, default=None)


def _duties(objection: Objection, outcome: Outcome | None) -> tuple[Milestone, ...]:
    """The milestones that the objection names: `court_by` stands for `court_by_3m`, too."""
    if outcome is None or outcome.calculator not in objection.calculators:
        return ()
    return tuple(
        duty
        for duty in outcome.milestones
        if any(duty.id == name or duty.id.startswith(f"{name}_") for name in objection.duties)
    )


def _is_past(duty: Milestone, now: datetime) -> bool:
    if duty.state is MilestoneState.KEPT:
        return False
    if isinstance(duty.due, datetime):
        return duty.due <= now
    return duty.due < now.date()


def _distance(authority: Pinpoint, here: Pinpoint) -> int | None:
    """One holds the other: here; another unit of the article: near; else not at all."""
    if (authority.key, authority.article) != (here.key, here.article):
        return None
    shared = min(len(authority.units), len(here.units))
    return _HERE if authority.units[:shared] == here.units[:shared] else _NEAR
