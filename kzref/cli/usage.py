"""Reads the command line and says a fault of it in the language of the user, in one sentence.

argparse words its faults in English only; each is read back here and said from the translations.
"""

import argparse
import re
from typing import NoReturn

from typing_extensions import override

from kzref.model.errors import InputError

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


class Parser(argparse.ArgumentParser):
    """Refuses with one sentence instead of a page of usage."""

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
