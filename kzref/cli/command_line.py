"""Parses the command line and says faults in one plain sentence; the commands stand beside it."""

import argparse
import json
import os
import sys
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from kzref import __version__
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
from kzref.cli.refusal import said
from kzref.cli.usage import Parser
from kzref.model.errors import AmbiguousError, InputError, KzrefError
from kzref.model.text import Language
from kzref.paths import bundled
from kzref.services.catalogue import WITHOUT_TRANSLATIONS, catalogue
from kzref.services.spoken import spoken

_INTERRUPTED = 130  # what shells expect of a program that Ctrl+C ended


def _parser(language: Language) -> argparse.ArgumentParser:
    parser = Parser(prog="kzref", description="help.kzref", words=catalogue(language))
    parser.add_argument(
        "--version", action="version", version=f"kzref {__version__}", help="help.version"
    )
    commands = parser.add_subparsers(dest="command")
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
            command.add_argument("--json", action="store_true", help="help.json")
            command.add_argument("--lang", type=_language, default=language, help="help.lang")
    return parser


def commands() -> dict[str, frozenset[str]]:
    """Every command, and the options that it or what stands under it takes."""
    found: dict[str, frozenset[str]] = {}
    for action in _parser(Language.EN)._actions:
        if isinstance(action.choices, dict):
            found |= {name: _options(parser) for name, parser in action.choices.items()}
    return found


def _options(parser: argparse.ArgumentParser) -> frozenset[str]:
    options: set[str] = set()
    for action in parser._actions:
        options |= {one.removeprefix("--") for one in action.option_strings}
        if isinstance(action.choices, dict):
            options = options.union(*(_options(one) for one in action.choices.values()))
    return frozenset(options)


def answer(given: list[str]) -> int:
    """Answer one command: 0, or 2 with a sentence on standard error."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        chosen = _parser(_language_of(given)).parse_args(given)
        if not chosen.command:
            raise InputError("command.none")
        found: Answer = chosen.run(chosen)
    except KzrefError as error:
        return _refuse(error, given)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - the door: no traceback ever reaches a user
        return _refuse(
            KzrefError("fault.internal", fault=f"{type(fault).__name__}: {fault}"), given
        )
    try:
        _print(found, as_json=chosen.json)
    except BrokenPipeError:  # `kzref list provision | head`: who reads has had enough
        _let_go_of_output()
    except OSError:  # a full disk behind `>`
        _let_go_of_output()
        return _refuse(KzrefError("usage.output"), given)
    return found.status


def _open_what_is_closed() -> None:
    """Let streams that whoever called has closed lead nowhere: no file that is opened takes their place."""
    while (free := os.open(os.devnull, os.O_RDWR)) <= 2:  # noqa: PLR2004 - standard error
        pass
    os.close(free)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - as long as we run
            setattr(sys, name, nowhere)


def _print(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        text = json.dumps(answer.json, ensure_ascii=False, indent=1, default=str)
    else:
        text = answer.text
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _let_go_of_output() -> None:
    """Send what is still held to nowhere, or the end of Python would complain about it."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(error: KzrefError, given: list[str]) -> int:
    words = catalogue(_language_of(given))
    if not words.knows(error.message.key) and error.message.key not in WITHOUT_TRANSLATIONS:
        error = KzrefError("translations.missing", path=str(bundled() / "translations"))
    sys.stderr.write(said(error, words) + "\n")
    if isinstance(error, AmbiguousError) and "--json" in given:
        answer = {"candidates": list(error.candidates)}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 2


def _language_of(given: list[str]) -> Language:
    """The language asked for, also where the rest of the command could not be read."""
    pairs = [*pairwise(given), *(one.split("=", 1) for one in given)]
    for option, value in (pair for pair in pairs if len(pair) == 2):  # noqa: PLR2004 - a pair
        if option == "--lang" and value in set(Language):
            return Language(value)
    return spoken(to_scripts="--json" in given)


def _language(text: str) -> Language:
    try:
        return Language(text)
    except ValueError:
        raise InputError("command.language", value=text) from None
