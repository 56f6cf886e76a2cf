"""A refusal as one line: facts under the names of their forms, nothing of the input that a terminal obeys."""

import unicodedata
from collections.abc import Callable, Mapping

from kzref.engine.registry import CALCULATORS
from kzref.model.errors import KzrefError
from kzref.model.message import Argument
from kzref.services.catalogue import Catalogue

_ABOUT_FACTS = ("fact.", "article.")
_NOT_WRITTEN = "fact.not_written"  # says what was typed, whole
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # categories of Unicode
_LONGEST = 600  # characters of an argument that are said; the longest list of names has 400


def said(error: KzrefError, words: Catalogue) -> str:
    """The sentence of a refusal, on one line, whatever was typed."""
    key = error.message.key
    arguments = {name: _short(value) for name, value in error.message.arguments.items()}
    if key.startswith(_ABOUT_FACTS) and key != _NOT_WRITTEN:
        arguments |= _named(arguments, words)
    return _visible(" ".join(words(key, **arguments).split()))


def _named(arguments: Mapping[str, Argument], words: Catalogue) -> dict[str, Argument]:
    """What a sentence about a fact names, as the form names it, each with what to type."""
    facts = {fact.name for one in CALCULATORS for fact in one.spec.facts}
    fact = arguments.get("fact")
    keys: dict[str, Callable[[str], str]] = {
        "fact": lambda typed: f"fact.{typed}" if typed in facts else "",
        "known": lambda typed: f"fact.{typed}",
        "choices": lambda typed: f"choice.{fact}.{typed}",
        "calculator": lambda typed: f"calc.{typed}.title",
    }

    def named(typed: str, key: str) -> str:
        is_known = bool(key) and words.knows(key)
        return words("refusal.named", name=words(key), typed=typed) if is_known else typed

    return {
        name: ", ".join(named(typed, key(typed)) for typed in str(arguments[name]).split(", "))
        for name, key in keys.items()
        if name in arguments
    }


def _short(value: Argument) -> Argument:
    if isinstance(value, str) and len(value) > _LONGEST:
        return value[:_LONGEST] + "…"
    return value


def _visible(text: str) -> str:
    r"""The text with what cannot be seen, or would turn the line around, written out as `\u202e`."""
    return "".join(
        letter.encode("unicode_escape").decode("ascii")
        if unicodedata.category(letter) in _UNSEEN
        else letter
        for letter in text
    )
