"""The suspicion on which custody is asked for: how long a sentence, what category, which article."""

from dataclasses import dataclass
from decimal import Decimal

from kzref.engine.cited_article import CitedArticle, cited_article
from kzref.engine.draft import Draft
from kzref.engine.drugs.sanction import Sanction, is_recorded, peek, sanction_on
from kzref.engine.punishment.crime_category import MISDEMEANOUR, category_of
from kzref.model.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """The longest imprisonment of the sanction, the category, and the article where it is named."""

    years: Decimal
    category: str
    cited: CitedArticle | None


def suspicion(draft: Draft) -> Suspicion:
    """What the facts say; years and category of a recorded drug article need not be given.

    Raises:
        InputError: the years are neither given nor recorded, or longer than any sentence.
    """
    cited = cited_article(draft.facts)
    given = draft.facts.decimal("max_years")
    sanction = _sanction(draft, cited, needed=given is None)
    years = given if given is not None else sanction.max_years if sanction else None
    if years is None:
        raise InputError("custody-permitted.years_needed")
    _refuse_impossible(draft, years)
    if sanction is not None and cited is not None:
        _compare(draft, cited, sanction, years)
    return Suspicion(years=years, category=_category(draft, sanction, years), cited=cited)


def _refuse_impossible(draft: Draft, years: Decimal) -> None:
    longest = draft.rulebook.parameters["imprisonment.longest"].on(draft.as_of)
    if longest is not None and years > longest.number:
        raise InputError("custody-permitted.too_many_years", years=years, longest=longest.number)


def _sanction(draft: Draft, cited: CitedArticle | None, *, needed: bool) -> Sanction | None:
    """The sanction of the cited part on the day of the law, where it is recorded."""
    if cited is None or not is_recorded(draft.rulebook, cited):
        return None
    part = CitedArticle(number=cited.number, units=cited.units[:1])
    if not needed and peek(draft.rulebook, part, draft.as_of) is None:
        return None
    return sanction_on(draft, part, draft.as_of)


def _compare(draft: Draft, cited: CitedArticle, sanction: Sanction, years: Decimal) -> None:
    if years == sanction.max_years:
        draft.caution("custody-permitted.sanction_of_day", "CC 6", day=draft.as_of)
    else:
        draft.caution(
            "custody-permitted.years_differ",
            cited.reference,
            article=cited.named,
            given=years,
            day=draft.as_of,
            found=sanction.max_years,
        )


def _category(draft: Draft, sanction: Sanction | None, years: Decimal) -> str:
    """As given, else by the sanction; an article without imprisonment is always a misdemeanour."""
    if draft.facts.yes("misdemeanour") or (sanction is not None and sanction.max_years == 0):
        return MISDEMEANOUR
    given = draft.facts.choice("category")
    if given is not None:
        return given
    life = sanction is not None and sanction.life
    category = category_of(draft, years, life=life)
    if draft.facts.yes("minor") and category == "grave":
        draft.caution("custody-permitted.negligent", "CC 11(3)", "CPC 541(1)")
    return category
