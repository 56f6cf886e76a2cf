"""`kzref search`: one box over everything."""

import argparse
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from kzref.cli.answer import Answer, Commands, day
from kzref.model.errors import DataError, InputError
from kzref.services.catalogue import Catalogue, catalogue
from kzref.services.desk import Desk
from kzref.services.search.answer import Found, Hit

KINDS = (
    "provision", "source-paragraph", "recommendation", "checklist-item", "glossary", "case",
    "statistic", "own-text",
)  # fmt: skip


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare the command."""
    parser = commands.add_parser("search", help="help.search")
    parser.add_argument("query", help="help.search.query")
    parser.add_argument("--limit", type=int, default=20, help="help.search.limit")
    parser.add_argument("--as-of", type=day, help="help.as_of")
    parser.add_argument("--kind", choices=KINDS, help="help.search.kind")
    parser.set_defaults(run=run)
    yield parser


def run(chosen: argparse.Namespace) -> Answer:
    """Search, and list what was found."""
    as_of = chosen.as_of or datetime.now(UTC).astimezone().date()
    if chosen.limit < 1:
        raise InputError("search.limit", limit=chosen.limit)
    desk = Desk()
    search = desk.search
    try:
        search.warm()
    except DataError as fault:
        if not fault.message.key.startswith("index."):
            raise
        search.rebuild()  # the index is of no use; the database has all it is made of
    doubts = _own_doubts(desk, words := catalogue(chosen.lang))
    try:
        search.take_in()
    except DataError as fault:  # the edition is searched all the same
        doubts.append(words.say(fault.message))
    started = time.perf_counter()
    found: Found = search.find(
        chosen.query,
        language=chosen.lang,
        as_of=as_of,
        kinds=(chosen.kind,) if chosen.kind else (),
        limit=chosen.limit,
    )
    took = 1000 * (time.perf_counter() - started)
    jump = None
    if found.jump is not None:
        jump = {
            "citation": found.jump.citation,
            "instrument": found.jump.instrument,
            "eid": found.jump.eid,
        }
    lines = [f"! {one}" for one in doubts]
    lines += [f"-> {found.jump.citation}"] if found.jump else []
    for kind in dict.fromkeys(one.kind for one in found.suggestions):
        tried = "; ".join(one.text for one in found.suggestions if one.kind == kind)
        lines.append(f"{words(f'finding.{kind}')} {tried}")
    if not found.hits:
        lines.append(words("search.nothing"))
    lines += [f"{hit.citation}: {hit.title}\n    {hit.snippet}" for hit in found.hits]
    return Answer(
        json={
            "query": chosen.query,
            "jump": jump,
            "candidates": list(found.candidates or found.cited),
            "hits": [_hit(hit) for hit in found.hits],
            "counts": found.counts,
            "suggestions": [
                {"kind": one.kind, "text": one.text, "citation": one.reference}
                for one in found.suggestions
            ],
            "warnings": doubts,
            "took_ms": round(took, 2),
        },
        text="\n".join(lines),
    )


def _own_doubts(desk: Desk, words: Catalogue) -> list[str]:
    """Why texts of the user's own could not be searched, if they could not."""
    fault = desk.own_library.fault()
    return [words.say(fault)] if fault else []


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind, "id": hit.id, "title": hit.title, "citation": hit.citation,
        "document": hit.document, "section": hit.section, "paragraph": hit.paragraph,
        "snippet": hit.snippet, "score": round(hit.score, 4),
    }  # fmt: skip
