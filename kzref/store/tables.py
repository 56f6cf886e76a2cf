"""The tables of `reference.db`, shared by the compiler that fills them and the reader.

Every record is one row of `record`: its kind, its id, the record above it, and itself as JSON. The
shapes of the model are the shapes of the JSON, so there is no second description of them to keep.
"""

from typing import Final

from kzref.model.calendar import WorkCalendar
from kzref.model.card import Card
from kzref.model.citation_names import CitationNames
from kzref.model.dated_list import DatedList
from kzref.model.document import Document, Paragraph
from kzref.model.law import AmendingLaw, Article, Concordance, Heading, Instrument, Source
from kzref.model.parameter import Parameter
from kzref.model.practice import Checklist, Scenario, Term, Topic
from kzref.model.records import Case, Event, Hazard, Recommendation, Statistic
from kzref.model.substance import SizeRule, Substance

SCHEMA_VERSION: Final = "1"

KINDS: Final[dict[type, str]] = {
    Instrument: "instrument",
    Article: "article",
    Heading: "article",  # the same records, read in part
    Concordance: "concordance",
    AmendingLaw: "law",
    Source: "source",
    Topic: "topic",
    Document: "document",
    Paragraph: "source-paragraph",
    Recommendation: "recommendation",
    Hazard: "hazard",
    Statistic: "statistic",
    Case: "case",
    Event: "event",
    Term: "glossary",
    Checklist: "checklist",
    Scenario: "scenario",
    Parameter: "parameter",
    DatedList: "list",
    WorkCalendar: "calendar",
    Substance: "substance",
    SizeRule: "size-rule",
    CitationNames: "citation-names",
    Card: "card",
}
