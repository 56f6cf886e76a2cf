"""`kzref list`: all records of a kind, each with its place."""

import argparse
from collections.abc import Iterator

from kzref.cli.answer import Answer, Commands
from kzref.model.errors import InputError
from kzref.services.desk import Desk
from kzref.services.inventory import LISTED, listed


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare the command."""
    parser = commands.add_parser("list", help="list all records of a kind")
    parser.add_argument("kind")
    parser.add_argument("--filter", action="append", default=[], metavar="key=value")
    parser.set_defaults(run=run)
    yield parser


def run(chosen: argparse.Namespace) -> Answer:
    """List the records that pass every filter.

    Raises:
        InputError: the kind is unknown, or a filter is not written key=value.
    """
    if chosen.kind not in LISTED:
        raise InputError("list.unknown_kind", kind=chosen.kind, known=", ".join(LISTED))
    filters = {}
    for one in chosen.filter:
        key, equals, value = one.partition("=")
        if not equals:
            raise InputError("list.filter", filter=one)
        filters[key] = value
    records = [
        record
        for record in listed(Desk(), chosen.kind)
        if all(_passes(record, key, value) for key, value in filters.items())
    ]
    lines = [f"{record.get('pinpoint') or record.get('id')}" for record in records]
    return Answer(
        json={"kind": chosen.kind, "count": len(records), "records": records},
        text="\n".join([*lines, str(len(records))]),
    )


def _passes(record: dict[str, object], key: str, wanted: str) -> bool:
    if key not in record:
        raise InputError("list.unknown_field", field=key, known=", ".join(record))
    value = record[key]
    if isinstance(value, list):
        return wanted in map(str, value)
    return str(value) == wanted
