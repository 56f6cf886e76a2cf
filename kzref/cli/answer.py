"""What a command answers: an object for scripts, a text for people, and the exit status."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kzref.model.errors import InputError

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one command."""

    json: Mapping[str, object]
    text: str
    status: int = 0


def day(text: str, option: str = "as-of") -> date:
    """A day given on the command line, to the option named.

    Raises:
        InputError: it is not written as an ISO date, or does not exist.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError("fact.date", fact=option, value=text) from None
