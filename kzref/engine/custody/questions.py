"""What is asked beside the ladder of custody: may it last so long, how many days count, what else."""

from dataclasses import replace
from datetime import date, timedelta

from kzref.engine.custody.ladder import GROUP_NAMED, GROUP_NOT_NAMED, Rung, summits
from kzref.engine.draft import Draft
from kzref.model.errors import InputError
from kzref.model.outcome import Favours, Message, Reading


def answer_request(draft: Draft, rungs: tuple[Rung, ...]) -> None:
    """Whether the law allows custody of so many months, and why (CPC 151(3), 151(5), 541).

    Raises:
        InputError: no months at all are requested.
    """
    months = draft.facts.integer("requested_months")
    if months is None:
        return
    if months == 0:
        raise InputError("custody-term.no_months")
    if is_barred(draft):
        barred = Message("custody-term.allowed.barred", {"months": months})
        draft.settle("allowed", Reading(value="no", label=barred, references=("CPC 541(1)",)))
        return
    found = [_reply(months, top) for top in summits(rungs)]
    if len({reading.value for reading in found}) > 1:
        found = [
            replace(reading, assumption=premise.message, favours=premise.favours)
            for reading, premise in zip(found, (GROUP_NOT_NAMED, GROUP_NAMED), strict=True)
        ]
    else:
        found = found[:1]
    draft.settle("allowed", *found)


def _reply(months: int, top: Rung) -> Reading:
    within = months <= top.months
    return Reading(
        value="yes" if within else "no",
        label=Message(
            f"custody-term.allowed.{'within' if within else 'beyond'}",
            {"months": months, "cap": top.months},
        ),
        references=(top.reference, top.barrier),
    )


def is_barred(draft: Draft) -> bool:
    """A minor is not held in custody for a crime of minor or medium gravity (CPC 541(1))."""
    return draft.facts.yes("minor") and draft.facts.choice("category") in {"minor", "medium"}


def count_days(draft: Draft, first: date, served: int) -> None:
    """Days that count against the ladder, until the notice that the investigation is finished.

    Raises:
        InputError: the notice precedes the custody.
    """
    notified = draft.facts.date("notified_on")
    if notified is None:
        return
    if notified < first:
        raise InputError("custody-term.notified_too_early", notified=notified, first=first)
    days = (notified - first).days + 1 + served
    draft.settle(
        "days_counted",
        *(
            Reading(
                value=count,
                label=Message("custody-term.days_counted", {"first": first, "last": last}),
                assumption=Message(f"custody-term.notice_day.{key}"),
                favours=side,
                references=("CPC 152(6)",),
            )
            for count, last, key, side in (
                (days, notified, "in", Favours.DEFENCE),
                (days - 1, notified - timedelta(days=1), "out", Favours.PROSECUTION),
            )
        ),
    )
    draft.caution(
        "custody-term.file_outside",
        "CPC 152(6)",
        "CPC 151(11)",
        "CPC 151(12)",
        notified=notified,
        to_prosecutor=int(draft.take("custody.reading-to-prosecutor")),
        to_court=int(draft.take("custody.reading-to-court")),
    )


def warn(draft: Draft, first: date, rungs: tuple[Rung, ...], last: date) -> None:
    """Say what the ladder does not show: bars, contradictions, other periods, changes of the law."""
    if is_barred(draft):
        draft.caution("custody-term.minor_barred", "CPC 541(1)")
    if rungs[-1].contested:
        draft.caution("custody-term.contradiction", "CPC 151(3)", "CPC 151(4)", day=draft.as_of)
    grave = draft.facts.choice("category") == "especially-grave"
    study_rule = "custody.study-grave" if grave else "custody.study-other"
    study = draft.known(study_rule)
    if study is not None:
        draft.caution("custody-term.study", study.reference, days=int(study.number))
    watched = {study_rule, "custody.group-reach"} if rungs[-1].contested else {study_rule}
    for on, law in _changes(draft, watched, first, last):
        draft.caution("custody-term.law_changes", "CPC 5", law=law, on=on)


def _changes(draft: Draft, watched: set[str], first: date, last: date) -> list[tuple[date, str]]:
    """Changes of the law that would govern an extension later in this term."""
    return sorted(
        {
            (change.in_force_from, change.amended_by)
            for name in watched
            for change in draft.rulebook.parameters[name].history
            if change.amended_by and max(first, draft.as_of) < change.in_force_from <= last
        }
    )
