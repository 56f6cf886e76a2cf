"""All records of an edition with their names and files, and what their fields hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec import Struct

from kzref.compiler.loader import DataFolder
from kzref.compiler.yaml_file import Fault
from kzref.model.edition import Edition
from kzref.model.text import Text


@dataclass(frozen=True, slots=True)
class Data:
    """An edition, and the folder that it was read from."""

    edition: Edition
    folder: DataFolder

    def fault(self, shape: str, name: str, what: str, repair: str) -> Fault:
        """A fault in a record, at its file and line."""
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
