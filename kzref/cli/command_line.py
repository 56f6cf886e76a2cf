"""Parses the command line and says faults in one plain sentence; the commands stand beside it."""

import argparse
import json
import os
import sys
from typing import NoReturn

from typing_extensions import override

from kzref.cli import (
    backups,
    calculate,
    compare,
    export,
    import_texts,
    inform,
    listing,
    search,
    show,
)
from kzref.cli.answer import Answer
from kzref.model.errors import AmbiguousError, InputError, KzrefError
from kzref.model.text import Language
from kzref.services.catalogue import catalogue


class _Parser(argparse.ArgumentParser):
    """Refuses with one sentence instead of a page of usage."""

    @override
    def error(self, message: str) -> NoReturn:
        raise InputError("command.line", fault=message)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kzref", description="Offline reference for defence lawyers in Kazakhstan"
    )
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)
    for module in (
        search,
        show,
        calculate,
        listing,
        import_texts,
        compare,
        backups,
        export,
        inform,
    ):
        for command in module.add_commands(commands):
            command.add_argument("--json", action="store_true", help="one JSON object")
            command.add_argument("--lang", type=_language, default=_default_language())
    return parser


def answer(given: list[str]) -> int:
    """Answer one command: 0, or 2 with a sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        chosen = _parser().parse_args(given)
        if not chosen.command:
            raise InputError("command.none")
        found: Answer = chosen.run(chosen)
    except KzrefError as error:
        return _refuse(error, given)
    except BrokenPipeError:
        return 0
    except Exception as fault:  # noqa: BLE001 - the door: no traceback ever reaches a user
        return _refuse(
            KzrefError("fault.internal", fault=f"{type(fault).__name__}: {fault}"), given
        )
    _print(found, as_json=chosen.json)
    return found.status


def _print(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        text = json.dumps(answer.json, ensure_ascii=False, indent=1, default=str)
    else:
        text = answer.text
    sys.stdout.write(text + "\n")


def _refuse(error: KzrefError, given: list[str]) -> int:
    language = _default_language()
    if "--lang" in given[:-1] and given[given.index("--lang") + 1] in set(Language):
        language = Language(given[given.index("--lang") + 1])
    sentence = " ".join(catalogue(language).say(error.message).split())
    sys.stderr.write(sentence + "\n")
    if isinstance(error, AmbiguousError) and "--json" in given:
        answer = {"candidates": list(error.candidates)}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 2


def _default_language() -> Language:
    wanted = (os.environ.get("KZREF_LANG") or "en")[:2]
    return Language(wanted) if wanted in set(Language) else Language.EN


def _language(text: str) -> Language:
    try:
        return Language(text)
    except ValueError:
        raise InputError("command.language", value=text) from None
