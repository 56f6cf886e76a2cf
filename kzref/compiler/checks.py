"""Checks between files: what a single file cannot show about itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from msgspec import Struct

from kzref.compiler.loader import DataFolder
from kzref.compiler.yaml_file import Fault
from kzref.model.dated_list import DatedList
from kzref.model.document import Place
from kzref.model.edition import Edition
from kzref.model.law import Certainty, Provision
from kzref.model.parameter import Parameter
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language, Text
from kzref.store.analyzers import stems

MOST_MEANINGS = 3  # things that one everyday word may speak of: with more it would tell nothing
KAZAKH_MAY_BE_MISSING = {"Paragraph"}
"""Kazakh digests of paragraphs may follow later; the fallback is shown with its label."""


@dataclass(slots=True)
class Checker:
    """All checks over one edition; `faults` is what they found."""

    edition: Edition
    folder: DataFolder

    def faults(self) -> list[Fault]:
        """Every fault between the files, in the order of files and lines."""
        checks: tuple[Callable[[], Iterator[Fault]], ...] = (
            self._languages,
            self._versions,
            self._parameters,
            self._topics,
            self._sections,
            self._references,
            self._sources,
            self._everyday_words,
        )
        return sorted(fault for check in checks for fault in check())

    def _fault(self, shape: str, name: str, what: str, repair: str) -> Fault:
        return self.folder.origin(shape, name).fault(f"{name}: {what}", repair)

    def records(self) -> Iterator[tuple[str, str, object]]:
        """Every record with its shape and its name."""
        edition = self.edition
        for act in edition.acts:
            yield "Instrument", act.instrument.key, act.instrument
            for article in act.articles:
                yield "Article", f"{act.instrument.key} {article.article}", article
        for placed in edition.paragraphs:
            yield "Paragraph", str(placed.place), placed.paragraph
        for document in edition.documents:
            yield "Document", document.id, document
        groups: tuple[Iterable[object], ...] = (
            edition.topics, edition.recommendations, edition.hazards, edition.statistics,
            edition.cases, edition.events, edition.terms, edition.checklists, edition.scenarios,
            edition.objections, edition.parameters, edition.lists,
        )  # fmt: skip
        for group in groups:
            for record in group:
                yield type(record).__name__, record.id, record  # type: ignore[attr-defined]

    def _languages(self) -> Iterator[Fault]:
        for shape, name, record in self.records():
            for path, text in texts(record):
                for language in Language:
                    optional = language is Language.KK and shape in KAZAKH_MAY_BE_MISSING
                    if not text.own(language) and not optional:
                        yield self._fault(
                            shape, name, f"{path} has no text in {language.value}", "write it"
                        )

    def _versions(self) -> Iterator[Fault]:
        laws = {law.id: law for law in self.edition.laws}
        for act in self.edition.acts:
            for article in act.articles:
                name = f"{act.instrument.key} {article.article}"
                seen: set[str] = set()
                for provision in article.provisions:
                    place = f"{name}{provision.at}"
                    if provision.at in seen:
                        yield self._fault("Article", name, f"{place} stands twice", "remove one")
                    seen.add(provision.at)
                    try:
                        article.pinpoint(act.instrument.key, provision)
                    except ValueError:
                        yield self._fault(
                            "Article", name, f"at: {provision.at!r}", "write it like (4)(5)"
                        )
                    for what, repair in version_faults(provision):
                        yield self._fault("Article", name, f"{place}: {what}", repair)
                    for version in provision.versions:
                        law = laws.get(version.amended_by or "")
                        if version.amended_by and law is None:
                            yield self._fault(
                                "Article", name, f"law {version.amended_by} is not in laws.yaml",
                                "add it there",
                            )  # fmt: skip
                        elif (
                            law
                            and law.in_force.certainty is not Certainty.UNKNOWN
                            and law.in_force.on
                            and version.in_force_from < law.in_force.on
                        ):
                            yield self._fault(
                                "Article", name,
                                f"{place}: starts before law {law.id} took effect",
                                f"start it on {law.in_force.on} or later",
                            )  # fmt: skip

    def _parameters(self) -> Iterator[Fault]:
        """Parameters and lists: called by their paths, histories in order, gaps explained."""
        laws = {law.id for law in self.edition.laws}
        dated: tuple[Parameter | DatedList, ...] = (*self.edition.parameters, *self.edition.lists)
        for one in dated:
            shape = type(one).__name__
            path = self.folder.origin(shape, one.id).file.name
            expected = path.split("/", maxsplit=2)[2].removesuffix(".yaml").replace("/", ".")
            if one.id != expected:
                yield self._fault(shape, one.id, "id differs from the path", f"call it {expected}")
            days = [value.in_force_from for value in one.history]
            if days != sorted(set(days)) or not days:
                yield self._fault(shape, one.id, "history does not ascend",
                                  "order it, oldest first, each day once")  # fmt: skip
            for value in one.history:
                if value.amended_by and value.amended_by not in laws:
                    yield self._fault(shape, one.id, f"law {value.amended_by} is not in laws.yaml",
                                      "add it there")  # fmt: skip
        for parameter in self.edition.parameters:
            if any(value.value is None and value.note is None for value in parameter.history):
                yield self._fault("Parameter", parameter.id, "a value is null without a note",
                                  "say in `note` why there is none")  # fmt: skip

    def _topics(self) -> Iterator[Fault]:
        known = {topic.id for topic in self.edition.topics}
        for shape, name, record in self.records():
            for topic in set(strings(record, "topics")) | set(
                strings(record, "topic") if shape == "Recommendation" else ()
            ):
                if topic not in known:
                    yield self._fault(
                        shape, name, f"topic {topic!r} is unknown", "use an id of topics.yaml"
                    )

    def _sections(self) -> Iterator[Fault]:
        known = {
            (document.id, section.id)
            for document in self.edition.documents
            for section in document.sections
        }
        for placed in self.edition.paragraphs:
            if (placed.place.document, placed.place.section) not in known:
                yield self._fault(
                    "Paragraph", str(placed.place), "its section is not in document.yaml", "add it"
                )

    def _sources(self) -> Iterator[Fault]:
        known = {source.id for source in self.edition.sources}
        for shape, name, record in self.records():
            for against in set(strings(record, "against")):
                if against not in known:
                    yield self._fault(
                        shape, name, f"source {against!r} is unknown", "use an id of sources.yaml"
                    )

    def _everyday_words(self) -> Iterator[Fault]:
        """They lead to terms that exist, and one of them to few things."""
        terms = {term.id for term in self.edition.terms}
        rows: dict[tuple[Language, tuple[str, ...]], list[str]] = {}
        for row in self.edition.everyday_words:
            for term in row.terms:
                if term not in terms:
                    yield self._fault(
                        "EverydayWords",
                        row.id,
                        f"term {term!r} is unknown",
                        "use an id of glossary/",
                    )
            for language in Language:
                for run in {tuple(stems(word, language)) for word in row.own(language)}:
                    if not run:
                        yield self._fault(
                            "EverydayWords", row.id, f"a word of {language.value} is never searched",
                            "leave it out: words like \"of\" and \"the\" tell nothing",
                        )  # fmt: skip
                    rows.setdefault((language, run), []).append(row.id)
        for (language, run), held in rows.items():
            if len(held) > MOST_MEANINGS:
                yield self._fault(
                    "EverydayWords", held[-1],
                    f"{' '.join(run)!r} ({language.value}) stands in {', '.join(held)}",
                    f"keep it in {MOST_MEANINGS} rows, those that it means most",
                )  # fmt: skip

    def _references(self) -> Iterator[Fault]:
        keys = {act.instrument.key for act in self.edition.acts}
        places = set(all_places(self.edition))
        documents = {document.id for document in self.edition.documents}
        named = ("cites", "provisions", "standard", "references", "reference", "at")
        for shape, name, record in self.records():
            # `at` of an article's provision is no reference
            fields = named[:-1] if shape == "Article" else named
            for reference in {r for field in fields for r in strings(record, field)}:
                if problem := reference_fault(reference, keys, places, documents):
                    yield self._fault(shape, name, f"{reference!r} {problem}", "mend the reference")


def version_faults(provision: Provision) -> Iterator[tuple[str, str]]:
    """What is wrong with the order of a provision's versions, each with its repair."""
    if not provision.versions:
        yield "no version", "write at least one"
    for version in provision.versions:
        if version.in_force_until and version.in_force_until <= version.in_force_from:
            yield "a version ends before it starts", "mend its dates"
    for earlier, later in zip(provision.versions, provision.versions[1:], strict=False):
        if earlier.in_force_until is None:
            yield "a version that has no end is followed by another", "give its in_force_until"
        elif earlier.in_force_until != later.in_force_from:
            yield (
                f"gap or overlap between {earlier.in_force_until} and {later.in_force_from}",
                "let each version end on the day on which the next one starts",
            )


def all_places(edition: Edition) -> Iterator[str]:
    """Every place of every document that has a digest: paragraphs, bullets, footnotes."""
    for placed in edition.paragraphs:
        place = placed.place
        yield str(place)
        for unit in placed.paragraph.units:
            yield f"{place.document} {place.section} {unit.number}"


def reference_fault(
    reference: str, keys: set[str], places: set[str], documents: set[str]
) -> str | None:
    """Why a reference leads nowhere, or None when it resolves.

    A provision need not have a digest of its own, but its act must be known.
    """
    if reference.split(" ", maxsplit=1)[0] in documents:
        try:
            place = Place.parse(reference)
        except ValueError as error:
            return str(error)
        holder = f"{place.document} {place.section} {place.paragraph}"
        if reference in places or (place.number.startswith("fn") or holder in places):
            return None
        return "is no place of that document"
    try:
        pinpoint = Pinpoint.parse(reference)
    except ValueError as error:
        return str(error)
    return None if pinpoint.key in keys else f"names an unknown act {pinpoint.key!r}"


def texts(value: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every text inside a record, with its path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from texts(item, f"{path}[{position}]")
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from texts(getattr(value, field), f"{path}.{field}".lstrip("."))


def strings(value: object, name: str) -> Iterator[str]:
    """Every string in the fields of this name, at any depth of a record."""
    if isinstance(value, tuple):
        for item in value:
            yield from strings(item, name)
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            inner = getattr(value, field)
            if field == name:
                yield from (inner,) if isinstance(inner, str) else (
                    item for item in inner or () if isinstance(item, str)
                )  # fmt: skip
            yield from strings(inner, name)
