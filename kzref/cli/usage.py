"""Reads the command line and says a fault of it in the language of the user, in one sentence.

argparse words its faults and its help in English only; each fault is read back here, each help text is
the key of a sentence, and both are said from the translations.
"""

import argparse
import re
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn

from typing_extensions import override

from kzref.model.errors import InputError
from kzref.services.catalogue import Catalogue

_FAULTS = (
    (re.compile(r"argument command: invalid choice: '(?P<value>.*?)' \(.*", re.S), "usage.command"),
    (
        re.compile(
            r"argument (?P<option>.+?): invalid choice: '(?P<value>.*)' \(choose from (?P<known>.*)\)",
            re.S,
        ),
        "usage.choice",
    ),
    (
        re.compile(r"argument (?P<option>.+?): invalid int value: '(?P<value>.*)'", re.S),
        "usage.whole_number",
    ),
    (re.compile(r"argument (?P<option>.+?): expected .*", re.S), "usage.no_value"),
    (
        re.compile(r"argument (?P<option>.+?): ignored explicit argument '(?P<value>.*)'", re.S),
        "usage.takes_none",
    ),
    (re.compile(r"the following arguments are required: (?P<missing>.*)", re.S), "usage.missing"),
    (re.compile(r"unrecognized arguments: (?P<value>.*)", re.S), "usage.unknown"),
    (
        re.compile(r"ambiguous option: (?P<option>.+?) could match (?P<known>.*)", re.S),
        "usage.ambiguous",
    ),
)
_LONGEST = 200  # characters of a fault that are repeated to the user


_HEADINGS = {"positional arguments": "help.given", "options": "help.options"}


class _Help(argparse.HelpFormatter):
    """A page of help in the language of its words; the texts that come in are keys."""

    def __init__(self, prog: str, *, words: Catalogue) -> None:
        super().__init__(prog)
        self._words = words

    @override
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        if prefix is None:  # an empty one asks for the name of a command only
            prefix = f"{self._words('help.usage')}: "
        super().add_usage(usage, actions, groups, prefix)

    @override
    def start_section(self, heading: str | None) -> None:
        super().start_section(self._words(_HEADINGS[heading]) if heading in _HEADINGS else heading)

    @override
    def add_text(self, text: str | None) -> None:
        super().add_text(self._words(text) if text else text)

    @override
    def _expand_help(self, action: argparse.Action) -> str:
        return self._words(action.help) if action.help else ""


class Parser(argparse.ArgumentParser):
    """Refuses with one sentence instead of a page of usage; helps in the language of its words.

    `description` and every `help` are keys of sentences.
    """

    def __init__(self, *, words: Catalogue, **given: Any) -> None:  # noqa: ANN401 - as argparse takes it
        """A parser, or one of a command under it."""
        super().__init__(**given, add_help=False, formatter_class=partial(_Help, words=words))
        self._words = words
        self.add_argument("-h", "--help", action="help", help="help.help")

    @override
    def add_subparsers(self, **given: Any) -> "argparse._SubParsersAction[Parser]":  # type: ignore[override]
        return super().add_subparsers(**given, parser_class=partial(Parser, words=self._words))  # type: ignore[call-overload,no-any-return]

    @override
    def error(self, message: str) -> NoReturn:
        raise fault(message, self.prog)


def fault(message: str, command: str = "kzref") -> InputError:
    """What argparse found wrong, as a refusal; where it says something new, only the way to help."""
    for pattern, key in _FAULTS:
        read = pattern.fullmatch(message)
        if read:
            said = {name: _short(text) for name, text in read.groupdict().items()}
            return InputError(key, command=command, **said)
    return InputError("usage.unreadable", command=command)


def _short(text: str) -> str:
    plain = text.replace("'", "")
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…"
