"""Browses the bundled law and documents: acts, provisions as of a date, paragraphs, who cites what."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kzref.engine.coming import announced, has_come
from kzref.model.document import Document, Paragraph, Place
from kzref.model.errors import InputError
from kzref.model.law import (
    AmendingLaw,
    Article,
    Currency,
    Heading,
    Instrument,
    Provision,
    Source,
    Version,
)
from kzref.model.message import Message
from kzref.model.parameter import Parameter
from kzref.model.pinpoint import Pinpoint
from kzref.model.practice import Checklist, Scenario, Topic
from kzref.model.records import Event, Hazard, Recommendation, Tie
from kzref.model.text import Language, Text
from kzref.services.catalogue import catalogue
from kzref.store.reference_db import Citing, ReferenceDb, Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionView:
    """A provision as of a day, with everything that should stand beside it."""

    pinpoint: Pinpoint
    instrument: Instrument
    article: Article
    provision: Provision
    version: Version | None
    as_of: date
    currency: Currency
    hazards: tuple[Hazard, ...]
    cited_by: tuple[Citing, ...]


class Library:
    """The bundled library of one edition."""

    def __init__(self, database: ReferenceDb) -> None:
        """Use this database; records are read when they are asked for."""
        self._database = database

    @cached_property
    def instruments(self) -> dict[str, Instrument]:
        """All acts by key."""
        return {stored.id: stored.value for stored in self._database.all(Instrument)}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """All source documents by id."""
        return {stored.id: stored.value for stored in self._database.all(Document)}

    @cached_property
    def laws(self) -> dict[str, AmendingLaw]:
        """All amending laws by id."""
        return {stored.id: stored.value for stored in self._database.all(AmendingLaw)}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """All texts that records were checked against, by id."""
        return {stored.id: stored.value for stored in self._database.all(Source)}

    @cached_property
    def hazards(self) -> tuple[Hazard, ...]:
        """Every hazard."""
        return self._database.values(Hazard)

    @cached_property
    def verified_through(self) -> date:
        """The day up to which the edition looked for changes of the law."""
        return date.fromisoformat(self._database.meta["verified_through"])

    def articles(self, key: str) -> tuple[Article, ...]:
        """The digested articles of an act, in order."""
        return self._database.values(Article, parent=key)

    @cached_property
    def headings(self) -> dict[str, tuple[Heading, ...]]:
        """The numbers and titles of the digested articles of each act, in order."""
        found: dict[str, list[Heading]] = {key: [] for key in self.instruments}
        for stored in self._database.all(Heading):
            found[stored.parent].append(stored.value)
        return {key: tuple(headings) for key, headings in found.items()}

    def paragraphs(self, document: str, section: str) -> tuple[Stored[Paragraph], ...]:
        """The paragraphs of a section, in order."""
        return self._database.all(Paragraph, parent=f"{document} {section}")

    def recommendations(self) -> tuple[Recommendation, ...]:
        """All recommendations, in order."""
        return self._database.values(Recommendation)

    def provision(self, pinpoint: Pinpoint, as_of: date) -> ProvisionView:
        """A provision as of a day; the nearest larger unit where it has no digest of its own.

        Raises:
            InputError: the edition has no digest of it.
        """
        place, article, provision = self.article_of(pinpoint)
        version = provision.version(as_of)
        return ProvisionView(
            pinpoint=place,
            instrument=self.instruments[place.key],
            article=article,
            provision=provision,
            version=version,
            as_of=as_of,
            currency=self._currency(place, provision, as_of),
            hazards=self._hazards_of(place),
            cited_by=self._database.citing(str(place)),
        )

    def article_of(self, pinpoint: Pinpoint) -> tuple[Pinpoint, Article, Provision]:
        """The digested unit of a place with its article, without what stands beside them.

        Raises:
            InputError: the edition has no digest of it.
        """
        found = self._find(pinpoint)
        if found is None:
            raise InputError("citation.not_in_edition", citation=str(pinpoint))
        return found

    def exact(self, pinpoint: Pinpoint) -> Provision | None:
        """The digested unit of exactly this place, without what stands beside it; None: none."""
        found = self._find(pinpoint)
        return found[2] if found is not None and found[0] == pinpoint else None

    def _find(self, pinpoint: Pinpoint) -> tuple[Pinpoint, Article, Provision] | None:
        place: Pinpoint | None = pinpoint
        article = self._database.get(Article, f"{pinpoint.key} {pinpoint.article}")
        while article is not None and place is not None and place.article is not None:
            for provision in article.provisions:
                if provision.at == place.at:
                    return place, article, provision
            place = place.parent
        return None

    def announced(self, place: Pinpoint, as_of: date) -> tuple[Message, ...]:
        """Changes of a place that were adopted already and that the edition has no text of."""
        return announced(self.laws.values(), place, as_of)

    def _currency(self, place: Pinpoint, provision: Provision, as_of: date) -> Currency:
        if provision.verified is None or has_come(self.laws.values(), place, as_of):
            return Currency.RED
        return Currency.OK if as_of <= self.verified_through else Currency.AMBER

    def _hazards_of(self, place: Pinpoint) -> tuple[Hazard, ...]:
        wider = {str(place)}
        parent = place.parent
        while parent is not None and parent.article is not None:
            wider.add(str(parent))
            parent = parent.parent
        return tuple(
            hazard
            for hazard in self.hazards
            if any(cited in wider or cited.startswith(f"{place}(") for cited in hazard.provisions)
        )

    def parameters_on(self, pinpoint: Pinpoint) -> tuple[Parameter, ...]:
        """The legal numbers that a provision or a unit of it lays down, now or formerly."""
        names = {one.id for one in self._database.citing(str(pinpoint)) if one.kind == "parameter"}
        found = (self._database.get(Parameter, name) for name in sorted(names))
        return tuple(parameter for parameter in found if parameter is not None)

    def hazards_on(self, pinpoint: Pinpoint) -> tuple[Hazard, ...]:
        """The hazards of a provision or of a unit of it."""
        name = str(pinpoint)
        return tuple(
            hazard
            for hazard in self.hazards
            if any(cited == name or cited.startswith(f"{name}(") for cited in hazard.provisions)
        )

    def hazards_at(self, place: Place) -> tuple[Hazard, ...]:
        """The hazards of a place in a document, and of the paragraph that holds it."""
        names = {str(place), f"{place.document} {place.section} {place.paragraph}"}
        return tuple(hazard for hazard in self.hazards if names & set(hazard.at))

    def paragraph(self, place: Place) -> Paragraph:
        """The paragraph that holds a place.

        Raises:
            InputError: the edition has no digest of it.
        """
        holder = f"{place.document} {place.section} {place.paragraph}"
        paragraph = self._database.get(Paragraph, holder)
        if paragraph is None and place.number.startswith("fn"):
            for stored in self.paragraphs(place.document, place.section):
                if any(note.number == place.number for note in stored.value.footnotes):
                    return stored.value
        if paragraph is None:
            raise InputError("citation.not_in_edition", citation=str(place))
        return paragraph

    def digest(self, place: Place) -> Text:
        """The digest of exactly this place: a paragraph, a bullet or a footnote.

        Raises:
            InputError: the edition has no digest of it.
        """
        paragraph = self.paragraph(place)
        for unit in paragraph.units:
            if unit.number == place.number:
                return unit.digest
        return paragraph.digest

    def recommendations_on(
        self, pinpoint: Pinpoint
    ) -> tuple[tuple[Recommendation, tuple[Tie, ...]], ...]:
        """The recommendations that touch a provision or a unit of it, each once with its ties."""
        cited: dict[str, list[str]] = {}
        for citing in self._database.citing(str(pinpoint)):
            if citing.kind == "recommendation":
                cited.setdefault(citing.id, []).append(citing.to)
        return tuple(
            (asked, asked.ties(*to))
            for name, to in cited.items()
            if (asked := self._database.get(Recommendation, name)) is not None
        )

    @cached_property
    def checklists(self) -> tuple[Checklist, ...]:
        """The practical checklists, in order."""
        return self._database.values(Checklist)

    @cached_property
    def _topics(self) -> dict[str, Topic]:
        return {topic.id: topic for topic in self._database.values(Topic)}

    def topic(self, topic_id: str, language: Language) -> str:
        """The name of a topic."""
        topic = self._topics.get(topic_id)
        return topic.label[language] if topic else topic_id

    def title(self, kind: str, record_id: str, language: Language) -> str:
        """A short name of a record, for a list of links."""
        match kind:
            case "recommendation":
                asked = self._database.get(Recommendation, record_id)
                return f"{record_id} {_short(asked.gist[language])}" if asked else record_id
            case "checklist":
                checklist = self._database.get(Checklist, record_id)
                return checklist.title[language] if checklist else record_id
            case "parameter":
                parameter = self._database.get(Parameter, record_id)
                return parameter.label[language] if parameter else record_id
            case "event":
                event = self._database.get(Event, record_id)
                if event is None:
                    return record_id
                return f"{catalogue(language).dated(event.on)} · {_short(event.what[language])}"
            case "scenario":
                scenario = self._database.get(Scenario, record_id)
                return scenario.title[language] if scenario else record_id
            case _:
                return record_id


def _short(text: str, length: int = 70) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", maxsplit=1)[0] + " …"
