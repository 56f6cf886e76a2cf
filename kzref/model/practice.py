"""What a lawyer works with: checklists, terms, workshop scenarios, topics."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from kzref.model.text import Language, Text


class Condition(StrEnum):
    """The fact that makes a checklist item apply."""

    MINOR = "minor"
    FOREIGNER = "foreigner"
    CUSTODY = "custody"
    DRUGS = "drugs"


class ChecklistItem(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question answered yes, no or unknown, with what to do when the answer is no.

    `finding` states as a fact what the answer no says, `request` asks for one thing that the
    provisions support: both with blanks, for a paper to hand in. Neither where no provision
    carries a request. `doubt` is what is not settled, or was not checked, about them.
    """

    id: str
    text: Text
    ask: Text
    finding: Text | None = None
    request: Text | None = None
    doubt: Text | None = None
    provisions: tuple[str, ...] = ()
    standard: tuple[str, ...] = ()
    parameter: str | None = None
    only_if: Condition | None = None


class Paper(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The motion or complaint that a checklist draws up; no addressee where it has to be filled in.

    `basis` is what gives the right to file it, and the duty to act on it.
    """

    title: Text
    addressee: Text | None = None
    basis: tuple[str, ...] = ()
    doubt: Text | None = None


class Checklist(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A practical list for one situation."""

    id: str
    title_en: str
    title_ru: str | None = None
    title_kk: str | None = None
    intro: Text
    position: int = 100  # in lists: smaller comes first
    paper: Paper
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


class TermForms(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A term in one language, with its abbreviation and other ways to write it."""

    term: str
    abbreviation: str | None = None
    variants: tuple[str, ...] = ()


class TermStatuses(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How well the Russian and the Kazakh term are attested."""

    ru: TermStatus
    kk: TermStatus


class Term(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A notion with its terms in three languages; its variants widen a search."""

    id: str
    en: TermForms
    ru: TermForms
    kk: TermForms
    status: TermStatuses
    note: Text | None = None
    see: tuple[str, ...] = ()


class EverydayWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words by which people speak of one thing, and the terms of the glossary that mean it."""

    id: str
    terms: tuple[str, ...] = ()
    en: tuple[str, ...]
    ru: tuple[str, ...]
    kk: tuple[str, ...]

    def own(self, language: Language) -> tuple[str, ...]:
        """The words of one language."""
        words: tuple[str, ...] = getattr(self, language.value)
        return words


class Vote(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a room decides by a show of hands, before it hears the answer."""

    ask: Text
    options: tuple[Text, ...]


class Variant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A situation, or one form of it, as facts for a calculator: its clocks and its answer can be run."""

    name: Text
    calculator: str
    facts: dict[str, str]


class Scenario(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A situation for a workshop, with its question and the answer that the law supports.

    `law_of` is the day whose law is asked about, where the facts are those of an earlier law.
    """

    id: str
    title_en: str
    title_ru: str | None = None
    title_kk: str | None = None
    facts: Text
    question: Text
    answer: Text
    law_of: date | None = None
    references: tuple[str, ...] = ()
    vote: Vote | None = None
    variants: tuple[Variant, ...] = ()

    @property
    def title(self) -> Text:
        """The situation's name."""
        return Text(en=self.title_en, ru=self.title_ru, kk=self.title_kk)


class Topic(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A theme by which paragraphs and recommendations are grouped."""

    id: str
    label: Text
