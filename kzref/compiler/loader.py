"""Reads the whole of `data/` into an `Edition`, and lists every fault on the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from kzref.compiler.card_file import read_cards
from kzref.compiler.shapes import Shaped, shaped
from kzref.compiler.yaml_file import Fault, FaultyFileError, YamlFile, read_yaml
from kzref.model.calendar import WorkCalendar
from kzref.model.citation_names import CitationNames
from kzref.model.dated_list import DatedList
from kzref.model.document import Document, Paragraph, Place
from kzref.model.edition import Act, Edition, PlacedParagraph
from kzref.model.law import AmendingLaw, Article, Concordance, Instrument, Source
from kzref.model.objection import Objection
from kzref.model.parameter import Parameter
from kzref.model.pinpoint import number_order
from kzref.model.practice import Checklist, EverydayWords, Scenario, Term, Topic
from kzref.model.records import Case, Event, Hazard, Recommendation, Statistic
from kzref.model.substance import SizeRule, Substance

T = TypeVar("T")


@dataclass(slots=True)
class DataFolder:
    """The folder being read, what has been found wrong in it, and where each record stands."""

    root: Path
    faults: list[Fault] = field(default_factory=list)
    origins: dict[tuple[str, str], Shaped] = field(default_factory=dict)

    def files(self, pattern: str) -> Iterator[YamlFile]:
        """The readable files of a pattern, in the order of their names."""
        for path in sorted(self.root.glob(pattern)):
            name = path.relative_to(self.root.parent).as_posix()
            try:
                yield read_yaml(path, name)
            except FaultyFileError as error:
                self.faults.append(error.fault)

    def whole(self, pattern: str, shape: type[T], name: Callable[[T], str]) -> tuple[T, ...]:
        """Files that hold one record each."""
        found = []
        for file in self.files(pattern):
            where = Shaped(file)
            value = shaped(shape, file.content, where, self.faults)
            if value is not None:
                found.append(value)
                self.note(shape, name(value), where)
        return tuple(found)

    def listed(
        self, pattern: str, key: str, shape: type[T], name: Callable[[T], str]
    ) -> tuple[T, ...]:
        """Files that hold a list of records under one key."""
        found = []
        for file in self.files(pattern):
            for value, where in self.items(file, key, shape):
                found.append(value)
                self.note(shape, name(value), where)
        return tuple(found)

    def items(self, file: YamlFile, key: str, shape: type[T]) -> Iterator[tuple[T, Shaped]]:
        """The records of one list of a file, each with its place."""
        items = file.content.get(key) if isinstance(file.content, dict) else None
        if not isinstance(items, list):
            self.faults.append(
                Shaped(file).fault(f"no list {key!r}", f"begin the file with {key}:")
            )
            return
        for position, item in enumerate(items):
            where = Shaped(file, (key, position))
            value = shaped(shape, item, where, self.faults)
            if value is not None:
                yield value, where

    def note(self, shape: type[Any], name: str, where: Shaped) -> None:
        """Remember where a record stands; a second one of that name is a fault."""
        if (shape.__name__, name) in self.origins:
            first = self.origins[shape.__name__, name].file.name
            self.faults.append(
                where.fault(
                    f"{name!r} stands already in {first}", "give it another id, or remove one"
                )
            )
        self.origins[shape.__name__, name] = where

    def origin(self, shape: str, name: str) -> Shaped:
        """Where a record stands."""
        return self.origins[shape, name]


def load(root: Path) -> tuple[Edition, DataFolder]:
    """Read `data/`. The folder tells the faults; with faults the edition holds the sound rest."""
    folder = DataFolder(root)
    edition = Edition(
        sources=folder.listed("sources.yaml", "sources", Source, lambda r: r.id),
        laws=folder.listed("laws.yaml", "laws", AmendingLaw, lambda r: r.id),
        topics=folder.listed("topics.yaml", "topics", Topic, lambda r: r.id),
        acts=_acts(folder),
        concordance=folder.listed("concordance.yaml", "pairs", Concordance, lambda r: r.old),
        documents=_documents(folder),
        paragraphs=_paragraphs(folder),
        recommendations=_recommendations(folder),
        hazards=_hazards(folder),
        statistics=folder.listed("statistics/*.yaml", "statistics", Statistic, lambda r: r.id),
        cases=folder.listed("cases/*.yaml", "cases", Case, lambda r: r.id),
        events=folder.listed("events/*.yaml", "events", Event, lambda r: r.id),
        terms=folder.listed("glossary/*.yaml", "terms", Term, lambda r: r.id),
        everyday_words=folder.listed("everyday_words.yaml", "words", EverydayWords, lambda r: r.id),
        checklists=_checklists(folder),
        scenarios=folder.whole("scenarios/*.yaml", Scenario, lambda r: r.id),
        objections=folder.listed("objections/*.yaml", "objections", Objection, lambda r: r.id),
        parameters=folder.whole("parameters/**/*.yaml", Parameter, lambda r: r.id),
        lists=folder.whole("lists/**/*.yaml", DatedList, lambda r: r.id),
        calendar=_calendar(folder),
        substances=folder.listed("drugs/table-*.yaml", "substances", Substance, lambda r: r.id),
        size_rules=folder.listed("drugs/rules.yaml", "rules", SizeRule, lambda r: r.id),
        citation_names=_citation_names(folder),
        cards=tuple(read_cards(root.parent / "tests" / "cases", folder.faults)),
    )
    return edition, folder


def _acts(folder: DataFolder) -> tuple[Act, ...]:
    acts = []
    for instrument in folder.whole("instruments/*/instrument.yaml", Instrument, lambda r: r.key):
        articles = folder.whole(
            f"instruments/{instrument.id}/art_*.yaml",
            Article,
            lambda r, key=instrument.key: f"{key} {r.article}",  # type: ignore[misc]
        )
        ordered = sorted(articles, key=lambda article: number_order(article.article))
        acts.append(Act(instrument=instrument, articles=tuple(ordered)))
    return tuple(sorted(acts, key=lambda act: (act.instrument.position, act.instrument.key)))


def _checklists(folder: DataFolder) -> tuple[Checklist, ...]:
    checklists = folder.whole("checklists/*.yaml", Checklist, lambda r: r.id)
    return tuple(sorted(checklists, key=lambda checklist: (checklist.position, checklist.id)))


def _documents(folder: DataFolder) -> tuple[Document, ...]:
    documents = folder.whole("documents/*/document.yaml", Document, lambda r: r.id)
    return tuple(sorted(documents, key=lambda document: (document.position, document.id)))


def _paragraphs(folder: DataFolder) -> tuple[PlacedParagraph, ...]:
    found = []
    for file in folder.files("documents/*/*.yaml"):
        document, name = Path(file.name).parts[-2:]
        if name == "document.yaml":
            continue
        section = str(file.content.get("section")) if isinstance(file.content, dict) else ""
        for paragraph, where in folder.items(file, "paragraphs", Paragraph):
            place = Place(document=document, section=section, number=paragraph.number)
            found.append(PlacedParagraph(place=place, paragraph=paragraph))
            folder.note(Paragraph, str(place), where)
    return tuple(found)


def _recommendations(folder: DataFolder) -> tuple[Recommendation, ...]:
    found = []
    for file in folder.files("recommendations/*/*.yaml"):
        document = Path(file.name).parts[-2]
        section = str(file.content.get("section")) if isinstance(file.content, dict) else ""
        for asked, where in folder.items(file, "recommendations", Recommendation):
            found.append(replace(asked, at=f"{document} {section} {asked.at}"))
            folder.note(Recommendation, asked.id, where)
    return tuple(sorted(found, key=lambda asked: asked.id))


def _hazards(folder: DataFolder) -> tuple[Hazard, ...]:
    hazards = folder.listed("hazards/*.yaml", "hazards", Hazard, lambda r: r.id)
    placed = (
        replace(hazard, at=tuple(f"{hazard.document} {place}" for place in hazard.at))
        for hazard in hazards
    )
    return tuple(sorted(placed, key=lambda hazard: hazard.id))


def _calendar(folder: DataFolder) -> WorkCalendar:
    calendars = folder.whole("calendars/kz.yaml", WorkCalendar, lambda _r: "kz")
    if calendars:
        return calendars[0]
    return WorkCalendar(known_from=date.min, known_until=date.min, days=())


def _citation_names(folder: DataFolder) -> CitationNames:
    names = folder.whole("citations.yaml", CitationNames, lambda _r: "names")
    return names[0] if names else CitationNames()
