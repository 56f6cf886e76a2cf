"""The turns in the history of an article or a unit: on which days its law changed, and by which laws."""

from dataclasses import dataclass
from datetime import date

from kzref.model.law import Article, Certainty, Instrument, Provision
from kzref.model.own_text import Amendment
from kzref.model.parameter import Parameter
from kzref.model.pinpoint import Pinpoint
from kzref.services.law.library import Library
from kzref.services.own.official_text import touches


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A day from which the law reads otherwise.

    `laws` is empty where the text is only known from that day on, or no source names the law.
    `doubt` is the stretch within which the true day lies, where the day was reckoned.
    """

    day: date
    laws: tuple[str, ...]
    units: tuple[str, ...]  # as `Provision.at`
    is_end: bool = False  # nothing follows: repealed, or no later text was read
    is_noted: bool = False  # only a note in the user's own text tells of it; no digest shows it
    doubt: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The turns of a place, oldest first, and the redactions of it that the user has imported."""

    place: Pinpoint
    turns: tuple[Turn, ...]
    redactions: tuple[date, ...] = ()
    unsettled: tuple[tuple[date, date], ...] = ()  # when it is open which text was the law

    def before(self, day: date) -> date | None:
        """The turn before the version of that day began, or None."""
        begun = [turn.day for turn in self.turns if turn.day <= day]
        return begun[-2] if len(begun) > 1 else None

    def after(self, day: date) -> date | None:
        """The next turn after that day, or None."""
        return next((turn.day for turn in self.turns if turn.day > day), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is known beside the digests: imported redactions, their notes of later laws, open numbers."""

    redactions: tuple[date, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    parameters: tuple[Parameter, ...] = ()


def history(
    library: Library,
    instrument: Instrument,
    article: Article,
    at: str = "",
    beside: Beside | None = None,
) -> History:
    """The history of an article, or of one unit with what stands under it."""
    beside = beside or Beside()
    place = _place(instrument.key, article, at)
    days: dict[date, tuple[set[str], list[str], bool]] = {}
    for provision in article.provisions:
        if at and provision.at != at and not provision.at.startswith(f"{at}("):
            continue
        for day, law, is_end in _changes(provision):
            laws, units, was_end = days.setdefault(day, (set(), [], True))
            if law:
                laws.add(law)
            if provision.at not in units:
                units.append(provision.at)
            days[day] = (laws, units, was_end and is_end)
    turns = tuple(
        Turn(
            day=day,
            laws=tuple(sorted(laws)),
            units=tuple(units),
            is_end=is_end,
            doubt=_doubt(library, laws),
        )
        for day, (laws, units, is_end) in sorted(days.items())
    )
    known = {law for turn in turns for law in turn.laws}
    noted = _noted(beside.amendments, known, at)
    return History(
        place=place,
        turns=tuple(sorted((*turns, *noted), key=lambda turn: turn.day)),
        redactions=beside.redactions,
        unsettled=_unsettled(beside.parameters, place),
    )


def _noted(amendments: tuple[Amendment, ...], known: set[str], at: str) -> list[Turn]:
    """Turns that no digest shows, one for each law and day."""
    days: dict[tuple[date, str], list[str]] = {}
    for one in amendments:
        if one.law and one.in_force_from and one.law not in known and touches(one.at, at):
            days.setdefault((one.in_force_from, one.law), []).append(one.at)
    return [
        Turn(day=day, laws=(law,), units=tuple(units), is_noted=True)
        for (day, law), units in days.items()
    ]


def _unsettled(parameters: tuple[Parameter, ...], place: Pinpoint) -> tuple[tuple[date, date], ...]:
    """The stretches in which a legal number of the place was open."""
    name = str(place)
    stretches = {
        (value.in_force_from, value.certain_from)
        for parameter in parameters
        for value in parameter.history
        if value.certain_from
        and (value.reference == name or value.reference.startswith(f"{name}("))
    }
    return tuple(sorted(stretches))


def _changes(provision: Provision) -> list[tuple[date, str | None, bool]]:
    """The days on which a unit begins, changes or ends."""
    found: list[tuple[date, str | None, bool]] = [
        (version.in_force_from, version.amended_by, False) for version in provision.versions
    ]
    begun = {day for day, _, _ in found}
    found += [
        (version.in_force_until, None, True)
        for version in provision.versions
        if version.in_force_until is not None and version.in_force_until not in begun
    ]
    return found


def _doubt(library: Library, laws: set[str]) -> tuple[date, date] | None:
    """From the adoption of a law to as long after its reckoned day as that lies after the adoption."""
    stretches = []
    for name in laws:
        law = library.laws.get(name)
        if law is None or law.adopted is None or law.in_force.on is None:
            continue
        if law.in_force.certainty is Certainty.RECKONED:
            reckoned = law.in_force.on
            stretches.append((law.adopted, reckoned + (reckoned - law.adopted)))
    if not stretches:
        return None
    return min(first for first, _ in stretches), max(last for _, last in stretches)


def _place(key: str, article: Article, at: str) -> Pinpoint:
    for provision in article.provisions:
        if provision.at == at:
            return article.pinpoint(key, provision)
    return Pinpoint(key=key, article=article.article)
