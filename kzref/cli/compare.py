"""`kzref compare`: what changed in the user's own texts of an act between two days."""

import argparse
from collections.abc import Iterator
from functools import partial

from kzref.cli.answer import Answer, Commands, day
from kzref.model.errors import InputError
from kzref.model.own_text import Amendment, OwnText
from kzref.services.catalogue import Catalogue, catalogue
from kzref.services.desk import Desk
from kzref.services.own.redactions import ArticleChange, Change, compare, pairs, two_redactions


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare the command."""
    parser = commands.add_parser("compare", help="help.compare")
    parser.add_argument("instrument", metavar="INSTRUMENT", help="help.instrument")
    parser.add_argument(
        "earlier", type=partial(day, option="DATE"), metavar="DATE", help="help.compare.earlier"
    )
    parser.add_argument(
        "later", type=partial(day, option="DATE"), metavar="DATE", help="help.compare.later"
    )
    parser.set_defaults(run=run)
    yield parser


def run(chosen: argparse.Namespace) -> Answer:
    """List the articles that changed, their units before and after, and the laws that did it.

    Raises:
        InputError: no such act, or no two texts of it that show these days.
    """
    desk, words = Desk(), catalogue(chosen.lang)
    work = _work(desk, chosen.instrument)
    own = desk.own_library
    earlier, later = two_redactions(own, work, chosen.earlier, chosen.later, chosen.lang)
    found = compare(own, earlier, later)
    articles = [
        {
            "article": one.article,
            "title": one.title,
            "change": one.change.value,
            "laws": [_law(law) for law in one.laws],
            "units": [
                {"at": unit.at, "change": unit.change.value, "before": unit.first, "after": unit.second}
                for unit in pairs(own, earlier, later, one.article)
                if unit.change is not Change.SAME
            ],
        }
        for one in found.changes
    ]  # fmt: skip
    return Answer(
        json={
            "instrument": work,
            "language": earlier.language.value,
            "earlier": _text(earlier),
            "later": _text(later),
            "articles": articles,
            "same": found.same,
        },
        text="\n".join(
            [
                words(
                    "own.compare.head",
                    title=later.title,
                    earlier=earlier.redaction,
                    later=later.redaction,
                    count=len(found.changes),
                    same=found.same,
                ),
                *(_line(one, words) for one in found.changes),
            ]
        ),
    )


def _work(desk: Desk, name: str) -> str:
    for act in desk.library.instruments.values():
        if name.lower() in {act.id.lower(), act.key.lower()}:
            return act.id
    if desk.own_library.texts(name):
        return name
    known = ", ".join(act.id for act in desk.library.instruments.values())
    raise InputError("own.compare.act", name=name, known=known)


def _text(text: OwnText) -> dict[str, object]:
    return {
        "id": text.id,
        "redaction": text.redaction and text.redaction.isoformat(),
        "file": text.file_name,
        "articles": text.articles,
    }


def _law(one: Amendment) -> dict[str, object]:
    return {
        "law": one.law, "adopted": one.adopted.isoformat(), "at": one.at, "action": one.action.value,
        "in_force_from": one.in_force_from and one.in_force_from.isoformat(), "effect": one.effect,
    }  # fmt: skip


def _line(one: ArticleChange, words: Catalogue) -> str:
    laws = ", ".join(f"{law.law or '—'} ({law.adopted:%d.%m.%Y})" for law in one.laws)
    line = f"{words(f'own.change.{one.change.value}')}: {one.title or one.article}"
    return f"{line}  [{laws}]" if laws else line
