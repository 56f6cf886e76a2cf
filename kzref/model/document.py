"""Source documents, digested paragraph by paragraph."""

from enum import StrEnum

from msgspec import Struct

from kzref.model.text import Language, Text


class DocumentKind(StrEnum):
    """What sort of text a source document is."""

    STATE_RESPONSE = "state-response"
    NEWS = "news"
    NGO_REPORT = "ngo-report"
    GOVERNMENT_REPORT = "government-report"
    BULLETIN = "bulletin"


class StatementKind(StrEnum):
    """What sort of statement a paragraph makes: never let a claim pass for a rule."""

    RULE = "rule"
    STATE_CLAIM = "state-claim"
    STATISTIC = "statistic"
    PROPOSAL = "proposal"
    CLAIM = "claim"
    CASE = "case"
    STANDARD = "standard"
    RECOMMENDATION = "recommendation"
    CONTEXT = "context"


class Section(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A section of a document, as printed or as our inventory numbers it."""

    id: str
    title_en: str
    title_ru: str | None = None
    title_kk: str | None = None
    page: int | None = None

    @property
    def title(self) -> Text:
        """The section's heading; translations are ours."""
        return Text(en=self.title_en, ru=self.title_ru, kk=self.title_kk)


class Document(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source document as a work."""

    id: str
    kind: DocumentKind
    title_en: str
    title_ru: str | None = None
    title_kk: str | None = None
    short: Text
    language: Language
    dated: str
    nature: Text
    introduction: Text | None = None
    position: int = 100  # in lists: smaller comes first
    sections: tuple[Section, ...]

    @property
    def title(self) -> Text:
        """The document's title; translations are ours."""
        return Text(en=self.title_en, ru=self.title_ru, kk=self.title_kk)


class Bullet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dash bullet under a paragraph, with its own anchor (`39.b18`)."""

    number: str
    kind: StatementKind = StatementKind.PROPOSAL
    topics: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    digest: Text


class Footnote(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A footnote that carries law, figures or facts (`fn51`)."""

    number: str
    cites: tuple[str, ...] = ()
    digest: Text


class Paragraph(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paragraph of a source document in our words."""

    number: str
    page: int | None = None
    kind: StatementKind
    topics: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    digest: Text
    bullets: tuple[Bullet, ...] = ()
    footnotes: tuple[Footnote, ...] = ()

    @property
    def units(self) -> "tuple[Bullet | Footnote, ...]":
        """What stands under the paragraph with anchors of its own."""
        return (*self.bullets, *self.footnotes)


class Place(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place in a source document: `kz-response-2020 Q4 p2`."""

    document: str
    section: str
    number: str

    def __str__(self) -> str:
        """The spelling used in data, which `parse` reads back."""
        return f"{self.document} {self.section} {self.number}"

    @property
    def paragraph(self) -> str:
        """The paragraph that holds the place: `39` for `39.b18`, `head` for `0.b1`."""
        base = self.number.split(".", maxsplit=1)[0]
        return "head" if base == "0" else base

    @classmethod
    def parse(cls, text: str) -> "Place":
        """Read the spelling used in data.

        Raises:
            ValueError: the text is not in that spelling.
        """
        match text.split(" "):
            case [document, section, number] if document.islower() and "-" in document:
                return cls(document=document, section=section, number=number)
        raise ValueError(
            f"not a place in a document: {text!r}; write it like kz-response-2020 Q4 p2"
        )
