"""A sheet of paper before it is printed: its words are said already, its look is not chosen yet.

The same sheet becomes a PDF, a Word document or a page of HTML; every writer shows every block.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from kzref.model.text import Language


class Tone(StrEnum):
    """How loudly a paragraph speaks."""

    PLAIN = "plain"
    QUIET = "quiet"
    CAUTION = "caution"


class Fit(StrEnum):
    """What is done with a sheet that is too long for a page."""

    ONE_PAGE = "one-page"  # smaller type, while it can be read: it is signed, or held up in court
    OVERLEAF = "overleaf"  # another page: it is worked with, and no letter of it is small


class Layout(StrEnum):
    """How rows stand on the sheet."""

    ANSWER = "answer"  # what one came for: the value large
    PAIRS = "pairs"  # label and value, two pairs to a line
    FINDINGS = "findings"  # label, short value, its detail with the law: one under another
    PASSAGES = "passages"  # label, long value with its detail and the law
    STEPS = "steps"  # numbered by their labels, each with its law
    DIGESTS = "digests"  # a place and what it says, in small type
    BOXES = "boxes"  # a question, boxes to tick with what to do, law
    ADDRESS = "address"  # to whom and from whom a paper goes: on the right half of the line
    FACING = "facing"  # the same in two languages: label on the left, value on the right


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The title of what follows; `spare`: of something that a full page of paper leaves out."""

    text: str
    spare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label with its value, what must be said about it, and the law behind it."""

    label: str
    value: str
    detail: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows of one kind; `head` names the columns of a layout that has some.

    `spare` rows are left out on paper where the page would be too full for type that can be read.
    """

    layout: Layout
    rows: tuple[Row, ...]
    head: tuple[str, ...] = ()
    spare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Records: a head, rows of as many cells, and how wide each column is beside the others."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of time on a common scale: where it begins and ends, in hundredths of the scale."""

    label: str
    begins: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretches:
    """Stretches of time one under another: two clocks, or the rungs of a ladder."""

    rows: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What proves the sheet: rows to read, and the same certificate for a camera as a QR code."""

    rows: tuple[Row, ...]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Empty lines to be filled in by hand, each under its name."""

    fields: tuple[str, ...]


Block: TypeAlias = "Heading | Paragraph | Rows | Table | Stretches | Seal | Signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document for paper, in one language.

    `kicker` says what kind of paper it is, `footer` stands under every page, `page_label` holds
    the placeholders `{page}` and `{pages}`. `above` is what a paper for a court has over its title.
    """

    language: Language
    kicker: str
    title: str
    blocks: tuple[Block, ...]
    footer: str
    page_label: str
    fit: Fit = Fit.ONE_PAGE
    above: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Something that is due, ready for a calendar.

    `due` is an instant, or a day when the term runs to 24:00 of it; `ends` is the instant in both
    cases. `name` says what is due, `title` whose calculation it is from too. `id` stays the same when the same deadline is reckoned again, so that a calendar
    replaces the older entry.
    """

    id: str
    result: str
    due: datetime | date
    ends: datetime
    name: str
    title: str
    description: str
