"""Writes an edition into `reference.db`: the same content gives the same bytes."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
import sqlite_utils

from kzref.compiler.checks.data import strings
from kzref.compiler.passages import passages
from kzref.model.edition import Edition
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Text
from kzref.store.tables import KINDS, SCHEMA_VERSION

CITING_FIELDS = ("cites", "provisions", "standard", "references", "reference", "basis")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionName:
    """What `data/edition.yaml` says."""

    name: str
    verified_through: date
    built_for: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record ready to be written."""

    kind: str
    id: str
    parent: str
    value: object


def rows(edition: Edition) -> Iterator[Row]:
    """Every record of the edition, in the order in which it is shown."""
    for act in edition.acts:
        key = act.instrument.key
        yield Row(kind="instrument", id=key, parent="", value=act.instrument)
        for article in act.articles:
            yield Row(kind="article", id=f"{key} {article.article}", parent=key, value=article)
    for placed in edition.paragraphs:
        parent = f"{placed.place.document} {placed.place.section}"
        yield Row(
            kind="source-paragraph", id=str(placed.place), parent=parent, value=placed.paragraph
        )
    for pair in edition.concordance:
        yield Row(kind="concordance", id=pair.old, parent="", value=pair)
    for asked in edition.recommendations:
        yield Row(
            kind="recommendation",
            id=asked.id,
            parent=asked.at.rsplit(" ", maxsplit=1)[0],
            value=asked,
        )
    for group in (
        edition.sources, edition.laws, edition.topics, edition.documents, edition.hazards,
        edition.statistics, edition.cases, edition.events, edition.terms, edition.checklists,
        edition.scenarios, edition.objections, edition.parameters, edition.lists, edition.substances,
        edition.size_rules, edition.everyday_words,
    ):  # fmt: skip
        for record in group:
            yield Row(kind=KINDS[type(record).__name__], id=record.id, parent="", value=record)
    for card in edition.cards:
        yield Row(kind="card", id=card.id, parent=card.calculator, value=card)
    yield Row(kind="calendar", id="kz", parent="", value=edition.calendar)
    yield Row(kind="citation-names", id="names", parent="", value=edition.citation_names)


def write_database(edition: Edition, path: Path, *, name: EditionName, data_hash: str) -> None:
    """Write the database anew; an existing file is replaced only when the new one is whole."""
    draft = path.with_suffix(f".{os.getpid()}.draft")  # two compilers at once do not meet
    draft.unlink(missing_ok=True)
    database = sqlite_utils.Database(draft)
    database.execute("PRAGMA page_size = 4096")
    database.table("meta").create({"key": str, "value": str}, pk="key")
    database.table("record").create(
        {"kind": str, "id": str, "parent": str, "position": int, "body": str}, pk=("kind", "id")
    )
    database.table("record").create_index(["kind", "parent", "position"])
    database.table("link").create({"reference": str, "kind": str, "id": str, "position": int})
    database.table("provision").create(
        {"pinpoint": str, "article": str, "position": int}, pk="pinpoint"
    )
    database.table("passage").create({"id": str, "body": str}, pk="id")
    written = list(rows(edition))
    with database.conn:
        database.table("meta").insert_all(
            {"key": key, "value": value}
            for key, value in (
                ("schema", SCHEMA_VERSION),
                ("edition", name.name),
                ("verified_through", name.verified_through.isoformat()),
                ("data", data_hash),
            )
        )
        database.table("record").insert_all(
            _record(position, row) for position, row in enumerate(written)
        )
        database.table("link").insert_all(_links(written))
        database.table("provision").insert_all(_provisions(edition))
        database.table("passage").insert_all(_passages(edition))
    database.table("link").create_index(["reference"])
    database.vacuum()
    database.close()
    draft.replace(path)


def _record(position: int, row: Row) -> dict[str, str | int]:
    return {
        "kind": row.kind,
        "id": row.id,
        "parent": row.parent,
        "position": position,
        "body": msgspec.json.encode(row.value).decode(),
    }


def _links(written: list[Row]) -> Iterator[dict[str, str | int]]:
    for position, row in enumerate(written):
        if row.kind == "objection":  # said at the lectern: no place of its own to come back to
            continue
        cited = {r for field in CITING_FIELDS for r in strings(row.value, field)}
        for reference in sorted(cited):
            yield {"reference": reference, "kind": row.kind, "id": row.id, "position": position}


def _provisions(edition: Edition) -> Iterator[dict[str, str | int]]:
    position = 0
    for act in edition.acts:
        for article in act.articles:
            for provision in article.provisions:
                pinpoint: Pinpoint = article.pinpoint(act.instrument.key, provision)
                position += 1
                yield {
                    "pinpoint": str(pinpoint),
                    "article": f"{act.instrument.key} {article.article}",
                    "position": position,
                }


def _passages(edition: Edition) -> Iterator[dict[str, str]]:
    for passage in passages(edition):
        yield {"id": passage.id, "body": msgspec.json.encode(passage).decode()}
