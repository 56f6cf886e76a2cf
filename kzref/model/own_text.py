"""Verbatim texts that the user brings: what a reader found in a file, and how it is kept."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kzref.model.message import Message
from kzref.model.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParagraph:
    """A paragraph as it stands in a file; lines and pages count from 1."""

    text: str
    line: int
    page: int | None = None
    indent: int = 0
    is_heading: bool = False  # the file marks it as one
    is_quoted: bool = False  # set off, as amendment notes are in Markdown
    gap: int = 0  # empty lines before it
    opens_foot: bool = False  # a long run of blanks before it: the rule over footnotes
    is_row: bool = False  # a row of a table, its cells divided by ` | `
    note: str = ""  # its number, when the file marks it as a footnote of the paragraph above


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """The text of a file, and what had to be settled to read it."""

    name: str
    format: str
    encoding: str | None
    sha256: str
    paragraphs: tuple[ReadParagraph, ...]
    doubts: tuple[Message, ...] = ()


class UnitKind(StrEnum):
    """What a unit of a text is."""

    HEADING = "heading"  # of a division, section or chapter of an act, or of a document's section
    ARTICLE = "article"  # its heading line
    PART = "part"
    POINT = "point"
    SUBPOINT = "subpoint"
    TEXT = "text"  # a paragraph without a number of its own
    NOTE = "note"  # a note that is law
    AMENDMENT = "amendment-note"
    COURT = "court-note"  # a ruling of the Constitutional Court
    REMARK = "publisher-remark"
    FRONT = "front"  # title and whatever else precedes the first heading
    CONTENTS = "contents"
    SIGNATURE = "signature"
    FURNITURE = "furniture"  # page numbers, links of the site
    UNCLASSIFIED = "unclassified"
    PARAGRAPH = "paragraph"  # of a document
    BULLET = "bullet"
    FOOTNOTE = "footnote"


LAW = frozenset(
    {
        UnitKind.PART,
        UnitKind.POINT,
        UnitKind.SUBPOINT,
        UnitKind.TEXT,
        UnitKind.NOTE,
    }
)
"""The units that are the law's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of a text, verbatim.

    `holder` is the number of its article, or the section of a document; `at` its place there, as
    `(4)(5)`, `note 1`, `p2`. `level` and `number` belong to headings: "chapter", "17".
    """

    kind: UnitKind
    text: str
    line: int
    page: int | None = None
    holder: str = ""
    at: str = ""
    level: str = ""
    number: str = ""
    is_excluded: bool = False  # only its number is left


class Action(StrEnum):
    """What an amending law did."""

    AMENDED = "amended"
    REWORDED = "reworded"
    ADDED = "added"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A change that a note in the text reports.

    `in_force_from` is None where the note counts days from a publication whose date it does not
    give; `effect` keeps its words.
    """

    holder: str
    at: str
    law: str | None  # "118-VI"
    adopted: date
    action: Action = Action.AMENDED
    effect: str = ""
    in_force_from: date | None = None
    days_after_publication: int | None = None
    line: int


class TextKind(StrEnum):
    """Acts are cited by article, documents by section and paragraph."""

    ACT = "act"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What was understood of a text: every paragraph of the file is in one of its units."""

    kind: TextKind
    units: tuple[Unit, ...]
    amendments: tuple[Amendment, ...] = ()
    doubts: tuple[Message, ...] = ()

    @property
    def unclassified(self) -> tuple[Unit, ...]:
        """The units of which nothing could be made."""
        return tuple(unit for unit in self.units if unit.kind is UnitKind.UNCLASSIFIED)

    def count(self, kind: UnitKind) -> int:
        """How many units there are of a kind."""
        return sum(unit.kind is kind for unit in self.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A section of a known document, as its digests number it: ("p1", "p2"), ("head", "1", "1.b1")."""

    id: str
    numbers: tuple[str, ...]
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A text of the own library; `work` is the id of the act or of the document."""

    id: int
    kind: TextKind
    work: str
    language: Language
    redaction: date | None
    title: str
    file_name: str
    sha256: str
    imported_at: datetime
    articles: int = 0
    units: int = 0
