"""What a command answers: an object for scripts, a text for people, and the exit status."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from errno import EINVAL, ENAMETOOLONG
from pathlib import Path
from typing import TypeAlias

from kzref.model.errors import InputError

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one command."""

    json: Mapping[str, object]
    text: str
    status: int = 0


def day(text: str, option: str = "--as-of") -> date:
    """A day given on the command line, to the option named.

    Raises:
        InputError: it is not written as an ISO date, or does not exist.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError("fact.date", fact=option, value=text) from None


def file(text: str) -> Path:
    """A path given on the command line, of which the system can be asked whether it is there.

    Raises:
        InputError: the system knows no such names: too long, or with a NUL.
    """
    path = Path(text)
    try:
        path.lstat()
    except ValueError:
        raise InputError("refusal.file", path=text) from None
    except OSError as fault:
        if fault.errno in {ENAMETOOLONG, EINVAL}:
            raise InputError("refusal.file", path=text) from None
        # what else is wrong with it says whoever opens it
    return path


def name(text: str, option: str) -> str:
    """A name given on the command line, of letters that can be seen.

    Raises:
        InputError: it holds others.
    """
    if not text.isprintable():
        raise InputError("refusal.unseen", option=option, value=text)
    return text
