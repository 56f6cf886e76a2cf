"""What the READMEs, the changelog and the sentences of the program name exists: files, commands, libraries, rooms."""

import re
import tomllib
from pathlib import Path

import pytest

from kzref.cli.command_line import commands
from kzref.model.language import Language
from tests.conftest import ROOT

BOOKS = sorted(
    book
    for book in ROOT.rglob("*.md")
    if not any(part.startswith(".") or part == "build" for part in book.relative_to(ROOT).parts)
)
MADE = {"build/", "dist/", "reference.db", "library.db", "user.db", "SHA256SUMS"}
"""What the program or its build makes; nothing of the tree."""

_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w./-]+/|[\w./-]*\w\.(?:py|sh|md|yaml|yml|toml|qss|spec|iss)")
_COMMAND = re.compile(r"\bkzref ([a-z]+)(?: --([a-z-]+))?")
_MAKE = re.compile(r"\bmake ([a-z][a-z-]+)")


def said(book: Path) -> list[str]:
    """The pieces of a book that stand as code: in backticks, or indented."""
    text = book.read_text(encoding="utf-8")
    indented = [line for line in text.splitlines() if line.startswith("    ")]
    return [*_CODE.findall(text), *indented]


def named(book: Path) -> list[str]:
    return [
        one
        for one in _CODE.findall(book.read_text(encoding="utf-8"))
        if _PATH.fullmatch(one) and one not in MADE and not one.startswith("/")
    ]


def stands(book: Path, name: str) -> bool:
    """Whether the tree has it: from the root, the program, or the room of the book."""
    return any((place / name).exists() for place in (ROOT, ROOT / "kzref", book.parent))


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: str(book.relative_to(ROOT)))
def test_every_file_that_is_named_exists(book: Path) -> None:
    assert not [name for name in named(book) if not stands(book, name)]


def test_the_books_are_read() -> None:
    assert len(BOOKS) >= 9
    assert sum(len(named(book)) for book in BOOKS) > 60


def test_every_command_that_is_named_exists() -> None:
    known = commands()
    sentences = [
        (path, path.read_text(encoding="utf-8"))
        for language in Language
        for path in (ROOT / "resources" / "translations" / language).glob("*.po")
    ]
    texts = [(book, "\n".join(said(book))) for book in BOOKS]
    texts += [(path, "\n".join(quoted(text))) for path, text in sentences]
    found = [(book.name, *one.groups()) for book, text in texts for one in _COMMAND.finditer(text)]
    assert len(found) > 20
    assert not [one for one in found if one[1] not in known]
    assert not [one for one in found if one[2] and one[2] not in known[one[1]]]


def quoted(text: str) -> list[str]:
    """What a sentence of the program puts in quotation marks, or names with an option."""
    marked = re.findall(r"[“«„]([^”»“]*kzref [a-z][^”»“]*)[”»“]", text)
    return [*marked, *re.findall(r"kzref [a-z]+ --[a-z-]+", text)]


def test_every_target_of_make_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    found = {name for book in BOOKS for piece in said(book) for name in _MAKE.findall(piece)}
    assert {"run", "test"} <= found <= targets


@pytest.mark.parametrize(
    ("room", "book"),
    [("kzref", "kzref/README.md"), ("kzref/ui", "kzref/ui/README.md"), (".", "README.md")],
)
def test_every_room_is_on_its_map(room: str, book: str) -> None:
    text = (ROOT / book).read_text(encoding="utf-8")
    rooms = [
        one.name for one in (ROOT / room).iterdir() if one.is_dir() and one.name[0] not in "._"
    ]
    rooms = [
        one
        for one in rooms
        if one not in {"build", "dist"} and list((ROOT / room / one).rglob("*.*"))
    ]
    assert len(rooms) >= 5
    assert not [one for one in rooms if f"`{one}/`" not in text and f"`{one}/" not in text]


def test_every_library_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=!; ]", one)[0].lower() for one in project["dependencies"]}
    text = (ROOT / "README.md").read_text(encoding="utf-8").lower().replace(" ", "-")
    called = {
        "pyside6-essentials": "pyside6",
        "whoosh-reloaded": "whoosh",
    }
    assert not [one for one in names if called.get(one, one) not in text]


def test_nothing_is_disconnected_while_a_worker_may_run() -> None:
    """`kzref/ui/background.py` tells why: Qt's lock and Python's would wait for each other."""
    rooms = (ROOT / "kzref" / "ui").rglob("*.py")
    assert [path.name for path in rooms if ".disconnect(" in path.read_text("utf-8")] == []
