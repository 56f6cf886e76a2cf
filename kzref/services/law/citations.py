"""Reads what people write as citations, and writes references as each language cites them."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kzref.engine.citations.form import CitationWriter
from kzref.model.citation_names import CitationNames
from kzref.model.document import Document, Paragraph, Place
from kzref.model.errors import AmbiguousError, InputError
from kzref.model.law import Concordance, Instrument
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import Citable, parse_reference
from kzref.model.text import Language
from kzref.store.reference_db import ReferenceDb

if TYPE_CHECKING:
    from kzref.engine.citations.citation import Citation, CitationReader
    from kzref.engine.citations.nearest import Neighbours


def shortened(text: str, length: int = 80) -> str:
    """The beginning of what was typed, for a sentence about it."""
    return text if len(text) <= length else text[:length] + " …"


def _are_side_by_side(one: Citable, other: Citable) -> bool:
    """Whether both are units of the same article or part."""
    if not (isinstance(one, Pinpoint) and isinstance(other, Pinpoint)):
        return False
    return (
        one.parent == other.parent
        and bool(one.units and other.units)
        and one.units[-1].isdigit() == other.units[-1].isdigit()
        and one.note is other.note is None
    )


class Citations:
    """Citations over one edition."""

    def __init__(self, database: ReferenceDb, *, also: frozenset[str] = frozenset()) -> None:
        """Use the names of this database, read when first needed; `also` are places beyond it."""
        self._database = database
        self._also = also

    @cached_property
    def _instruments(self) -> tuple[Instrument, ...]:
        return self._database.values(Instrument)

    @cached_property
    def _documents(self) -> tuple[Document, ...]:
        return self._database.values(Document)

    @cached_property
    def _pinpoints(self) -> frozenset[str]:
        return self._database.pinpoints() | self._also

    @cached_property
    def _places(self) -> frozenset[str]:
        places = set()
        for stored in self._database.all(Paragraph):
            places.add(stored.id)
            for unit in stored.value.units:
                places.add(f"{stored.parent} {unit.number}")
        return frozenset(places)

    @cached_property
    def _names(self) -> CitationNames:
        return next(iter(self._database.values(CitationNames)), CitationNames())

    @cached_property
    def _writer(self) -> CitationWriter:
        return CitationWriter(
            instruments=self._instruments,
            documents=self._documents,
            without_parts=self._names.without_parts,
        )

    @cached_property
    def reader(self) -> "CitationReader":
        """Reads citations of what this edition holds."""
        from kzref.engine.citations.citation import CitationReader  # noqa: PLC0415 - loaded by the first search

        return CitationReader(
            names=self._names,
            instruments=self._instruments,
            documents=self._documents,
            exists=self._exists,
            nearest=self._nearest,
        )

    def _nearest(self, place: Citable) -> tuple[Citable, ...]:
        return self._neighbours.nearest(place)

    @cached_property
    def _neighbours(self) -> "Neighbours":
        from kzref.engine.citations.nearest import Neighbours  # noqa: PLC0415 - seldom needed

        return Neighbours(self._pinpoints | self._places)

    def _exists(self, place: Citable) -> bool:
        if isinstance(place, Place):
            return str(place) in self._places
        return str(place) in self._pinpoints or place.article is None

    def read(self, text: str, as_of: date | None = None) -> "Citation":
        """What a text cites, in any spelling; a name that acts share means the one then in force."""
        return self.reader.read(text, as_of)

    def homes(self, name: str) -> tuple[str, ...]:
        """The acts and documents of that name: `УПК`, `НПО`."""
        return self.reader.homes(name)

    def beside(self, text: str, place: Citable) -> tuple[Citable, ...]:
        """Where else it may stand: in the other act of that name, before or after the law changed."""
        if not isinstance(place, Pinpoint):
            return ()
        named = [other for other in self.read(text).candidates if other != place]
        article = Pinpoint(key=place.key, article=place.article)
        moved: list[Citable] = []
        for pair in self._concordance:
            if pair.new is not None and str(article) in {pair.old, pair.new}:
                other = pair.old if pair.new == str(article) else pair.new
                moved.append(parse_reference(other))
        known = (one for one in (*named, *moved) if self._exists(one))
        return tuple(dict.fromkeys(known))

    @cached_property
    def _concordance(self) -> tuple[Concordance, ...]:
        return self._database.values(Concordance)

    def one(self, text: str, as_of: date | None = None) -> Citable:
        """The one place that a text cites; a date decides between an act and its successor.

        Raises:
            AmbiguousError: it may mean several places.
            InputError: it is no citation, or of nothing that this edition holds.
        """
        found = self.read(text, as_of)
        if found.rest or not (found.candidates or found.nearest):
            raise InputError("citation.not_understood", citation=shortened(text))
        if not found.candidates:
            raise InputError(
                "citation.nearest", citation=text, nearest=", ".join(map(str, found.nearest))
            )
        if found.one is None:
            names = tuple(str(candidate) for candidate in found.candidates)
            raise AmbiguousError(
                "citation.ambiguous", names, citation=text, places=", ".join(names)
            )
        if isinstance(found.one, Pinpoint) and found.one.article is None:
            raise InputError("citation.name_article", citation=text, act=found.one.key)
        return found.one

    def write_several(self, references: Sequence[str], language: Language) -> list[str]:
        """References in the form of a language, neighbours under one unit in one: `ч. 3, 4 ст. 48 УПК`."""
        groups: list[list[Citable]] = []
        for reference in references:
            place = parse_reference(reference)
            if groups and _are_side_by_side(groups[-1][-1], place):
                groups[-1].append(place)
            else:
                groups.append([place])
        return [
            self._writer.write_several(
                [one for one in group if isinstance(one, Pinpoint)], language
            )
            if len(group) > 1
            else self._writer.write(group[0], language)
            for group in groups
        ]

    def write_in_turn(self, references: Sequence[str], language: Language) -> list[str]:
        """References in the form of a language, a document named once for those that follow it."""
        try:
            return self._writer.write_in_turn(map(parse_reference, references), language)
        except ValueError:
            return [self.write(reference, language) for reference in references]

    def write(self, reference: str, language: Language) -> str:
        """A reference of the data in the citation form of a language; itself when it is none."""
        try:
            return self._writer.write(parse_reference(reference), language)
        except ValueError:
            return reference
