"""Files made to harm are refused in a sentence, soon and without much memory."""

import io
import random
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from kzref.model.errors import InputError
from kzref.readers.act_structure import structure_act
from kzref.readers.files import read_file
from kzref.readers.formats import read_bytes
from tests.readers.own_texts import KAZAKH, MARKDOWN, RUSSIAN

SECONDS = 20.0  # generous: two cores are shared

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def archive(*members: tuple[str, str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in members:
            packed.writestr(name, text)
    return written.getvalue()


def word(body: str, head: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'{head}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return archive(
        ("[Content_Types].xml", _TYPES),
        ("_rels/.rels", _RELATIONS),
        ("word/document.xml", document),
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


_ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
LAUGHS = f'<!DOCTYPE x [<!ENTITY a0 "ha">{_ENTITIES}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

REFUSED = {
    "unpacks to gigabytes": (
        archive(("word/document.xml", " " * 300_000_000)),
        "own.bomb",
    ),
    "millions of elements": (word("<w:p/>" * 3_000_000), "own.bomb"),
    "thousands of members": (archive(*((f"a{n}", "") for n in range(5000))), "own.bomb"),
    "entities in entities": (word(paragraph("&a8;"), LAUGHS), "own.damaged_file"),
    "entity from outside": (word(paragraph("&a;"), OUTSIDE), "own.empty"),
    "deep elements": (word("<w:r>" * 50_000 + "</w:r>" * 50_000), "own.damaged_file"),
    "cut archive": (word(paragraph("a"))[:-30], "own.damaged_file"),
    "another archive": (archive(("mimetype", "x")), "own.not_text"),
    "pdf of noise": (b"%PDF-1.4\n" + random.Random(1).randbytes(50_000), "own.damaged_file"),  # noqa: S311
    "deep rtf": (b"{\\rtf1 " + b"{" * 100_000, "own.nested"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "own.old_word"),
    "locked word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "own.password",
    ),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(600), "own.not_text"),
    "noise": (random.Random(2).randbytes(100_000), "own.not_text"),  # noqa: S311
    "nothing": (b" \r\n\r\n", "own.empty"),
    "one endless line": ("а".encode() * 1_000_000, "own.paragraph_too_long"),
    "endless lines": (b"a\n" * 1_000_000, "own.too_long"),
    "unclosed tags": (b"<html>" + b"<a " * 1_000_000, "own.empty"),
    "unclosed comment": (b"<html><!--" + b"-" * 5_000_000, "own.empty"),
    "unclosed marked sections": (b"<html>" + b"<![CDATA[" * 500_000, "own.empty"),
}


@pytest.mark.parametrize(("data", "key"), REFUSED.values(), ids=REFUSED.keys())
def test_refused_in_a_sentence(data: bytes, key: str) -> None:
    started = time.monotonic()
    with pytest.raises(InputError) as refusal:
        read_bytes(data, "x.docx")
    assert refusal.value.message.key == key
    assert refusal.value.message.arguments["file"] == "x.docx"
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "# x\n" + "[" * 100_000,
        "# x\n" + "**a " * 40_000,
        "1-" * 90_000,
        "Глава " + "I" * 150_000,
        "Сноска. " + "(" * 50_000 + "от 01.01.2014 № 1-V " * 5_000,
        "Конституциялық " + " " * 150_000 + "x",
        "<html>" + "<div>" * 300_000 + "x",
        "Статья 1" + "¹" * 150_000,
        "Статья 1. а\n" + "«1. а б\n" * 20_000,
        "Статья 1. а\nПримечание.\n" + "1. а б\n" * 20_000,
        "<html>" + "<tr><td>а" * 30_000,
        "# Статья 1\n" + "<table>\n" * 20_000,
    ],
    ids=[
        "brackets",
        "stars",
        "hyphens",
        "figures",
        "laws",
        "blanks",
        "depth",
        "raised",
        "quotes",
        "notes",
        "rows",
        "tables",
    ],
)
def test_no_pattern_runs_away(text: str) -> None:
    started = time.monotonic()
    structure_act(read_bytes(text.encode(), "x").paragraphs)
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize("seed", range(40))
def test_damaged_texts_never_raise_anything_else(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(chance.choice([RUSSIAN, KAZAKH, MARKDOWN]).encode())
    for _ in range(chance.randrange(1, 40)):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
    with suppress(InputError):
        structure_act(read_bytes(bytes(data), "x").paragraphs)


@pytest.mark.parametrize("seed", range(25))
def test_damaged_archives_never_raise_anything_else(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(word(paragraph("Статья 1. Ветер")))
    for _ in range(chance.randrange(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with suppress(InputError):
        read_bytes(bytes(data), "x")


def test_a_slow_file_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", iter(range(0, 10_000, 50)).__next__)
    with pytest.raises(InputError) as refusal:
        read_bytes(b"a\n" * 100, "slow.txt")
    assert refusal.value.message.key == "own.too_slow"


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(InputError) as refusal:
            read_file(path)
        assert refusal.value.message.key == "own.no_file"
