"""The tables of `reference.db`, shared by the compiler that fills them and the reader.

Every record is one row of `record`: its kind, its id, the record above it, and itself as JSON. The
shapes of the model are the shapes of the JSON, so there is no second description of them to keep.
"""

from typing import Final

SCHEMA_VERSION: Final = "1"

KINDS: Final[dict[str, str]] = {  # by the name of the shape: no shape is loaded for this
    "Instrument": "instrument",
    "Article": "article",
    "Heading": "article",  # the same records, read in part
    "Concordance": "concordance",
    "AmendingLaw": "law",
    "Source": "source",
    "Topic": "topic",
    "Document": "document",
    "Paragraph": "source-paragraph",
    "Recommendation": "recommendation",
    "Hazard": "hazard",
    "Statistic": "statistic",
    "Case": "case",
    "Event": "event",
    "Term": "glossary",
    "EverydayWords": "everyday-words",
    "Checklist": "checklist",
    "Scenario": "scenario",
    "Objection": "objection",
    "Parameter": "parameter",
    "DatedList": "list",
    "WorkCalendar": "calendar",
    "Substance": "substance",
    "SizeRule": "size-rule",
    "CitationNames": "citation-names",
    "Card": "card",
}
