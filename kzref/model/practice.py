"""What a lawyer works with: checklists, terms, workshop scenarios, topics."""

from dataclasses import dataclass
from enum import StrEnum

from kzref.model.text import Text


class Condition(StrEnum):
    """The fact that makes a checklist item apply."""

    MINOR = "minor"
    FOREIGNER = "foreigner"
    CUSTODY = "custody"
    DRUGS = "drugs"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """A question answered yes, no or unknown, with what to ask for when the answer is no."""

    id: str
    text: Text
    ask: Text
    provisions: tuple[str, ...] = ()
    standard: tuple[str, ...] = ()
    parameter: str | None = None
    only_if: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """A practical list for one situation."""

    id: str
    title_en: str
    title_ru: str | None = None
    title_kk: str | None = None
    intro: Text
    position: int = 100  # in lists: smaller comes first
    items: tuple[ChecklistItem, ...]

    @property
    def title(self) -> Text:
        """The list's name."""
        return Text(en=self.title_en, ru=self.title_ru, kk=self.title_kk)


class TermStatus(StrEnum):
    """How well a term is attested."""

    OFFICIAL = "official"
    USUAL = "usual"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermForms:
    """A term in one language, with its abbreviation and other ways to write it."""

    term: str
    abbreviation: str | None = None
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermStatuses:
    """How well the Russian and the Kazakh term are attested."""

    ru: TermStatus
    kk: TermStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A notion with its terms in three languages; its variants widen a search."""

    id: str
    en: TermForms
    ru: TermForms
    kk: TermForms
    status: TermStatuses
    note: Text | None = None
    see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A situation for a workshop, with its question and the answer that the law supports."""

    id: str
    title_en: str
    title_ru: str | None = None
    title_kk: str | None = None
    facts: Text
    question: Text
    answer: Text
    references: tuple[str, ...] = ()

    @property
    def title(self) -> Text:
        """The situation's name."""
        return Text(en=self.title_en, ru=self.title_ru, kk=self.title_kk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A theme by which paragraphs and recommendations are grouped."""

    id: str
    label: Text
