"""What the search box asks of others: passages, citations, records."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from kzref.engine.citations.citation import Citation
from kzref.model.passage import Passage
from kzref.model.practice import EverydayWords
from kzref.model.reference import Citable
from kzref.model.text import Language


class PassageShelf(Protocol):
    """Where the texts of passages are kept."""

    meta: dict[str, str]

    def passages(self, ids: Iterable[str], shape: type[Passage]) -> dict[str, Passage]:
        """Passages by id."""

    def every_passage(self, shape: type[Passage]) -> Iterable[Passage]:
        """All passages, in order."""


class ReferenceShelf(PassageShelf, Protocol):
    """The reference database, which keeps what people call things, too."""

    def values(self, shape: type[EverydayWords]) -> Iterable[EverydayWords]:
        """All everyday words."""


class CitationDesk(Protocol):
    """Reads and writes citations."""

    def read(self, text: str, as_of: date | None = None) -> Citation:
        """What a text cites."""

    def write(self, reference: str, language: Language) -> str:
        """A reference in the citation form of a language."""

    def beside(self, text: str, place: Citable) -> Iterable[Citable]:
        """Where else it may stand."""

    def homes(self, name: str) -> Iterable[str]:
        """The acts and documents of that name."""


class RecordShelf(Protocol):
    """Finds records by their ids."""

    def called(self, typed: str, language: Language) -> tuple[str, str] | None:
        """The place of a record and its title."""
