"""The sanctions of the drug articles as dated parameters: what a part threatened on a given day.

Only the punishments that decide about categories, custody and fines; confiscation and bans stand in
the provision itself.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce

from kzref.engine.cited_article import CitedArticle
from kzref.engine.draft import Draft
from kzref.engine.rulebook import Rulebook
from kzref.model.errors import InputError
from kzref.model.outcome import Message

_ROOM = "drug-offences."
_MEASURES = ("min-years", "max-years", "life", "max-fine", "max-works", "max-arrest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """What a part of an article threatens; None: that punishment, or that minimum, is not in it."""

    cited: CitedArticle
    since: date
    min_years: Decimal | None = None
    max_years: Decimal
    life: bool = False
    max_fine: Decimal | None = None
    max_works: Decimal | None = None
    max_arrest: Decimal | None = None

    @property
    def years(self) -> str:
        """Imprisonment in figures: `7-12`, `≤5`, `15-20/∞` with life."""
        if self.max_years == 0:
            return "no-imprisonment"
        least = f"≤{self.max_years}" if self.min_years is None else f"{self.min_years}-"
        longest = "" if self.min_years is None else f"{self.max_years}"
        return f"{least}{longest}" + ("/∞" if self.life else "")

    @property
    def words(self) -> Message:
        """The punishments in words."""
        pieces: list[Message] = []
        if self.max_years:
            key = "up_to" if self.min_years is None else "from_to"
            pieces.append(
                Message(f"sanction.{key}", {"least": self.min_years, "most": self.max_years})
            )
        if self.life:
            pieces.append(Message("sanction.life"))
        for name, amount in (
            ("fine", self.max_fine),
            ("works", self.max_works),
            ("arrest", self.max_arrest),
        ):
            if amount is not None:
                pieces.append(Message(f"sanction.{name}", {"most": amount}))
        any_of = reduce(lambda one, two: Message("sanction.or", {"one": one, "two": two}), pieces)
        return Message("sanction.whole", {"part": self.cited.named, "pieces": any_of})

    def is_milder_than(self, other: "Sanction") -> bool:
        """Whether nothing in it is harsher than in the other one, and something is milder."""
        mine, theirs = self._weights(), other._weights()
        return mine != theirs and all(a <= b for a, b in zip(mine, theirs, strict=True))

    def _weights(self) -> tuple[Decimal, ...]:
        amounts = (self.max_years, self.min_years, self.max_fine, self.max_works, self.max_arrest)
        return (Decimal(self.life), *(amount or Decimal(0) for amount in amounts))


def known_parts(rulebook: Rulebook) -> dict[str, list[str]]:
    """The articles whose sanctions are recorded, each with its parts."""
    found: dict[str, list[str]] = {}
    for parameter_id in rulebook.parameters:
        if parameter_id.startswith(_ROOM) and parameter_id.endswith(".max-years"):
            article, _, part = parameter_id.split(".")[1].rpartition("-")
            found.setdefault(article, []).append(part)
    return found


def is_recorded(rulebook: Rulebook, cited: CitedArticle) -> bool:
    """Whether the sanction of the cited part is recorded."""
    return cited.part is not None and cited.part in known_parts(rulebook).get(cited.number, ())


def sanction_on(draft: Draft, cited: CitedArticle, day: date) -> Sanction:
    """The sanction of a recorded part on a day, with everything that makes it doubtful.

    Raises:
        InputError: the part did not exist on that day, or its text of that day was not read.
    """
    room = _room(cited)
    longest = draft.rulebook.parameters[f"{room}.max-years"]
    first = longest.history[0].in_force_from
    if day < first and longest.history[0].amended_by is not None:
        raise InputError("sanction.not_yet", provision=cited.named, day=day, first=first)
    draft.dated(f"{room}.max-years", day)
    for measure in _MEASURES:
        if f"{room}.{measure}" in draft.rulebook.parameters:
            draft.known(f"{room}.{measure}", day)
    found = peek(draft.rulebook, cited, day)
    if found is None:
        raise InputError("calc.law_not_known", parameter=cited.named, day=day)
    return found


def say_note(draft: Draft, cited: CitedArticle, day: date) -> None:
    """Show what the data say about the wording of a recorded part on a day."""
    longest = draft.known(f"{_room(cited)}.max-years", day)
    if longest is not None:
        draft.say_note(longest)


def changes(rulebook: Rulebook, cited: CitedArticle) -> list[date]:
    """The days on which the sanction of a recorded part was written anew, in order."""
    return sorted(
        {
            value.in_force_from
            for measure in _MEASURES
            if (parameter := rulebook.parameters.get(f"{_room(cited)}.{measure}")) is not None
            for value in parameter.history
        }
    )


def peek(rulebook: Rulebook, cited: CitedArticle, day: date) -> Sanction | None:
    """The sanction of a recorded part on a day, without weighing it; None when it is not known."""
    found: dict[str, Decimal] = {}
    since = date.min
    for measure in _MEASURES:
        parameter = rulebook.parameters.get(f"{_room(cited)}.{measure}")
        value = parameter.on(day) if parameter else None
        if value is not None and value.value is not None:
            found[measure] = value.value
            since = max(since, value.in_force_from)
    if "max-years" not in found:
        return None
    return Sanction(
        cited=cited,
        since=since,
        min_years=found.get("min-years"),
        max_years=found["max-years"],
        life=found.get("life", Decimal(0)) == 1,
        max_fine=found.get("max-fine"),
        max_works=found.get("max-works"),
        max_arrest=found.get("max-arrest"),
    )


def _room(cited: CitedArticle) -> str:
    return f"{_ROOM}{cited.number}-{cited.part}"
