"""Where a place of a former act is in the act that replaced it, and the other way round."""

from dataclasses import dataclass

from kzref.model.law import Concordance, Instrument
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Text
from kzref.services.law.library import Library
from kzref.store.reference_db import ReferenceDb


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """A place of the other act. `change` says what became different, where a concordance says it."""

    place: Pinpoint | None  # None: gone, or its successor was not read
    is_later: bool
    change: Text | None = None

    @property
    def is_same_number(self) -> bool:
        """Not its counterpart in substance: the article that bears the same number there."""
        return self.change is None


def counterparts(
    database: ReferenceDb, library: Library, place: Pinpoint
) -> tuple[Counterpart, ...]:
    """The counterparts of an article, then the article of the same number, which may be meant."""
    whole = Pinpoint(key=place.key, article=place.article)
    found = []
    for pair in database.values(Concordance):
        for mine, other, is_later in ((pair.old, pair.new, True), (pair.new, pair.old, False)):
            if mine is not None and _is_in(mine, whole):
                there = Pinpoint.parse(other) if other else None
                found.append(Counterpart(place=there, is_later=is_later, change=pair.change))
    named = {counterpart.place for counterpart in found}
    for act, is_later in _other_acts(library, library.instruments[place.key]):
        same = Pinpoint(key=act.key, article=place.article)
        is_here = any(one.article == place.article for one in library.headings[act.key])
        if is_here and same not in named:
            found.append(Counterpart(place=same, is_later=is_later))
    return tuple(found)


def _is_in(reference: str, whole: Pinpoint) -> bool:
    place = Pinpoint.parse(reference)
    return (place.key, place.article) == (whole.key, whole.article)


def _other_acts(library: Library, act: Instrument) -> list[tuple[Instrument, bool]]:
    """The act of the same title that this one replaced, and the one that replaced it."""
    acts = [one for one in library.instruments.values() if one.title_ru == act.title_ru]
    former = [(one, False) for one in acts if act.replaces in {one.id, one.key}]
    later = [(one, True) for one in acts if one.replaces in {act.id, act.key}]
    return [*former, *later]
