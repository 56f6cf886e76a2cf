"""One edition of all bundled content: what the compiler reads from `data/` and writes to the database."""

from dataclasses import dataclass

from kzref.model.calendar import WorkCalendar
from kzref.model.card import Card
from kzref.model.citation_names import CitationNames
from kzref.model.dated_list import DatedList
from kzref.model.document import Document, Paragraph, Place
from kzref.model.law import AmendingLaw, Article, Concordance, Instrument, Source
from kzref.model.objection import Objection
from kzref.model.parameter import Parameter
from kzref.model.practice import Checklist, EverydayWords, Scenario, Term, Topic
from kzref.model.records import Case, Event, Hazard, Recommendation, Statistic
from kzref.model.substance import SizeRule, Substance


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act with its digested articles, in the order of their numbers."""

    instrument: Instrument
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedParagraph:
    """A paragraph with its place."""

    place: Place
    paragraph: Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """All records of `data/`. In recommendations and hazards `at` holds whole places."""

    sources: tuple[Source, ...]
    laws: tuple[AmendingLaw, ...]
    topics: tuple[Topic, ...]
    acts: tuple[Act, ...]
    concordance: tuple[Concordance, ...]
    documents: tuple[Document, ...]
    paragraphs: tuple[PlacedParagraph, ...]
    recommendations: tuple[Recommendation, ...]
    hazards: tuple[Hazard, ...]
    statistics: tuple[Statistic, ...]
    cases: tuple[Case, ...]
    events: tuple[Event, ...]
    terms: tuple[Term, ...]
    everyday_words: tuple[EverydayWords, ...]
    checklists: tuple[Checklist, ...]
    scenarios: tuple[Scenario, ...]
    objections: tuple[Objection, ...]
    parameters: tuple[Parameter, ...]
    lists: tuple[DatedList, ...]
    calendar: WorkCalendar
    substances: tuple[Substance, ...]
    size_rules: tuple[SizeRule, ...]
    citation_names: CitationNames
    cards: tuple[Card, ...]
