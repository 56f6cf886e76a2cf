"""What a search finds: a passage of text with its place, in up to three languages."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kzref.model.text import Text


class PassageKind(StrEnum):
    """What a passage is part of."""

    PROVISION = "provision"
    SOURCE_PARAGRAPH = "source-paragraph"
    RECOMMENDATION = "recommendation"
    CHECKLIST_ITEM = "checklist-item"
    GLOSSARY = "glossary"
    CASE = "case"
    STATISTIC = "statistic"
    OWN_TEXT = "own-text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A unit of the search index.

    `place` is the canonical spelling of where it stands; passages of one place are one hit.
    `context` are words around it (act, section, topics) that are searched but not shown.
    `references` are the places and provisions that it is at or cites, in the spelling of data.
    Days are those between which a provision reads so; None: not dated.
    """

    id: str
    kind: PassageKind
    place: str
    title: Text
    text: Text
    context: Text
    references: tuple[str, ...] = ()
    instrument: str | None = None
    eid: str | None = None
    document: str | None = None
    section: str | None = None
    paragraph: str | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether the passage is the law of that day; undated passages always are."""
        started = self.in_force_from is None or self.in_force_from <= on
        return started and (self.in_force_until is None or on < self.in_force_until)
