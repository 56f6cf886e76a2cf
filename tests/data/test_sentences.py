"""Each sentence of the interface is said somewhere, and each that is said stands in three languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kzref.compiler.translations import read_translations
from kzref.model.text import Language
from tests.conftest import ROOT

SENTENCES = read_translations(ROOT / "resources" / "translations")
KEY = re.compile(r"[a-z][\w-]*(?:\.[\w /-]+)+")
SAYING = {"words", "InputError", "AmbiguousError", "Message", "step", "caution", "doubt"}


def nodes() -> Iterator[ast.AST]:
    for file in (ROOT / "kzref").rglob("*.py"):
        yield from ast.walk(ast.parse(Path(file).read_text(encoding="utf-8")))


def pattern(written: ast.JoinedStr) -> str:
    """The keys that an f-string can name; one that names no room of its own names none."""
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
        for part in written.values
    ]
    whole = "".join(parts)
    return whole if re.match(r"[a-z]", whole) and r"\." in whole else r"(?!)"


def name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def test_no_sentence_is_left_that_nothing_says() -> None:
    whole: set[str] = set()
    made: set[str] = set()
    for node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            whole.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            made.add(pattern(node))
    named = re.compile("|".join(sorted(made)))
    silent = {
        key for key in SENTENCES[Language.EN] if key not in whole and not named.fullmatch(key)
    }
    assert silent == set()


def test_every_sentence_that_is_said_stands_in_three_languages() -> None:
    said = {
        node.args[0].value
        for node in nodes()
        if isinstance(node, ast.Call)
        and name(node.func) in SAYING
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
        and KEY.fullmatch(node.args[0].value)
    }
    # Else the names of SAYING are no longer those by which the program speaks.
    assert len(said) > len(SENTENCES[Language.EN]) // 4
    missing = {(key, lang.value) for key in said for lang in Language if key not in SENTENCES[lang]}
    assert missing == set()


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SHORT = re.compile(r"\d\((?:\d|[a-z]\))")  # `131(4)`: the spelling of references, and of English


def texts(node: object, spoken: str | None = None) -> Iterator[tuple[str | None, str]]:
    """Every text of a file with the language under which it stands."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from texts(value, key if key in {"en", "ru", "kk"} else spoken)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value, spoken)
    elif isinstance(node, str):
        yield spoken, node


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_citations_in_running_text_have_the_form_of_its_language(language: Language) -> None:
    short = [(key, said) for key, said in SENTENCES[language].items() if SHORT.search(said)]
    for file in sorted((ROOT / "data").rglob("*.yaml")):
        written = file.read_text(encoding="utf-8")
        if SHORT.search(written):
            stood = texts(yaml.load(written, Loader=LOADER))  # noqa: S506 - a safe one
            short += [
                (file.name, text)
                for spoken, text in stood
                if spoken == language and SHORT.search(text)
            ]
    assert short == []
