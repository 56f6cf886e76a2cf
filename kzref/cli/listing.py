"""`kzref list`: all records of a kind, each with its place."""

import argparse
from collections.abc import Iterator

from kzref.cli.answer import Answer, Commands
from kzref.services.desk import Desk
from kzref.services.inventory import selected


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare the command."""
    parser = commands.add_parser("list", help="help.list")
    parser.add_argument("kind", help="help.list.kind")
    parser.add_argument(
        "--filter", action="append", default=[], metavar="key=value", help="help.list.filter"
    )
    parser.set_defaults(run=run)
    yield parser


def run(chosen: argparse.Namespace) -> Answer:
    """List the records that pass every filter.

    Raises:
        InputError: the kind is unknown, or a filter is not written key=value.
    """
    records = selected(Desk(), chosen.kind, chosen.filter)
    lines = [f"{record.get('pinpoint') or record.get('id')}" for record in records]
    return Answer(
        json={"kind": chosen.kind, "count": len(records), "records": records},
        text="\n".join([*lines, str(len(records))]),
    )
