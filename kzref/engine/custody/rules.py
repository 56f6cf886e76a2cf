"""The rules on who may be held in custody, as they stood on a day: CPC 136(2), 136(3), 147."""

from dataclasses import dataclass
from decimal import Decimal

from kzref.engine.cited_article import CitedArticle, Held, held
from kzref.engine.draft import Draft
from kzref.engine.premise import Premise
from kzref.model.outcome import Favours, Message

_ROOM = "custody-permitted."
_NEW = Premise(message=Message("custody-permitted.law_changed"), favours=Favours.DEFENCE)
_FORMER = Premise(message=Message("custody-permitted.law_not_changed"), favours=Favours.PROSECUTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyRules:
    """One state of the law; premises where it is not settled which one held."""

    years: Decimal
    years_suffice: bool  # exactly so many years open the general case
    residence_suffices: bool
    economic: tuple[str, ...] = ()
    economic_exceptions: tuple[str, ...] = ()
    premises: tuple[Premise, ...] = ()

    def is_enough(self, years: Decimal) -> bool:
        """Whether a sanction of so many years opens custody in the general case."""
        return years > self.years or (self.years_suffice and years == self.years)

    def bars_economic(self, cited: CitedArticle) -> bool:
        """Whether the article is an economic crime for which custody is barred (CPC 136(3))."""
        if held(self.economic_exceptions, CitedArticle(number=cited.number)) is Held.YES:
            return False
        return cited.base in self.economic


def custody_rules(draft: Draft, cited: CitedArticle | None) -> tuple[CustodyRules, ...]:
    """The rules of the day; two states where it is not settled which law had come by then.

    Raises:
        InputError: the law of that day is not known.
    """
    years = draft.take(f"{_ROOM}years")
    suffice = draft.dated(f"{_ROOM}years-suffice")
    residence = draft.dated(f"{_ROOM}residence-suffices")
    parameters = draft.rulebook.parameters
    former_suffice = parameters[f"{_ROOM}years-suffice"].rival(draft.as_of)
    former_residence = parameters[f"{_ROOM}residence-suffices"].rival(draft.as_of)
    economic, exceptions = _economic(draft, cited)
    now = CustodyRules(
        years=years,
        years_suffice=suffice.number == 1,
        residence_suffices=residence.number == 1,
        economic=economic,
        economic_exceptions=exceptions,
        premises=(_NEW,) if former_suffice else (),
    )
    if former_suffice is None or former_residence is None:
        return (now,)
    former = CustodyRules(
        years=years,
        years_suffice=former_suffice.number == 1,
        residence_suffices=former_residence.number == 1,
        premises=(_FORMER,),
    )
    return (now, former)


def _economic(draft: Draft, cited: CitedArticle | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The economic crimes and those among them that are not barred; empty for any other crime."""
    crimes = draft.rulebook.lists[f"{_ROOM}economic"].on(draft.as_of)
    if crimes is None or cited is None or cited.base not in crimes.items:
        return (), ()
    return (
        draft.listing(f"{_ROOM}economic").items,
        draft.listing(f"{_ROOM}economic-exceptions").items,
    )


def gravity_standing(draft: Draft, cited: CitedArticle | None) -> Held:
    """Whether CPC 136(2) lists the crime."""
    if cited is None:
        return Held.NO
    return held(draft.listing(f"{_ROOM}gravity").items, cited)
