"""Fuzzes the readers: small files of every format, changed at random, for as long as asked.

`python -m tests.soak MINUTES [SEED]` keeps what breaks in /tmp/kzref-soak and ends with 1. A file may be read
or refused in a sentence; anything else - another exception, a lost word, a file that takes long - is a fault.
"""

import random
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir
from typing import Final

from kzref.model.errors import InputError
from kzref.model.own_text import ReadFile, UnitKind
from kzref.readers.act_structure import structure_act
from kzref.readers.document_structure import structure_document
from kzref.readers.formats import read_bytes
from tests.readers.own_texts import KAZAKH, MARKDOWN, RUSSIAN, WITH_CONTENTS
from tests.readers.small_pdf import pdf
from tests.readers.test_formats import as_page, as_rich_text, as_word
from tests.readers.test_irregular_acts import QUOTED, TABLE

LONGEST: Final = 5.0  # seconds for one small file
FOLDER: Final = Path(gettempdir()) / "kzref-soak"

_TEXTS: Final = (RUSSIAN, KAZAKH, MARKDOWN, WITH_CONTENTS, QUOTED, TABLE)
_ENCODINGS: Final = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1251", "kz1048", "koi8-r")
_WORDS: Final = (
    "Статья 1. ", "Статья 1¹ ", "1-бап.", "2-1. ", "3) ", "а) ", "«", "»", '"', "Сноска. ", "Ескерту. ", "Примечание.",
    "Приложение 1", "1-қосымша", "Глава I", "§ 2.", "(", ")", "от 31.02.2014 № 1-V", "исключен", "–", ":", ";", "\f", "\0",
    "\u2028", "\u200b", "\ufeff", "<table>", "<td>", "</tr>", "<sup>", "<!--", "&#1114112;", "&#x110000;", "{\\rtf1", "\\'",
    "\\u-1 ", "\\bin9999 ", "%PDF-", "PK\x03\x04", "٣", "²", "𝟙", "Ⅳ", "İ",
)  # fmt: skip


def samples() -> tuple[bytes, ...]:
    """A small file of every format and encoding."""
    texts = [text.encode(encoding, "replace") for text in _TEXTS for encoding in _ENCODINGS]
    lines = [line for line in RUSSIAN.splitlines() if line.strip()]
    return (*texts, as_page(), as_rich_text(), as_word(), pdf([lines, lines[:9]]))


def changed(data: bytes, chance: random.Random) -> bytes:
    """The file with a few changes; an archive is changed inside, too."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _changed_inside(data, chance)
    found = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        chance.choice(_CHANGES)(found, chance)
    return bytes(found)


def _changed_inside(data: bytes, chance: random.Random) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(packed, "w") as other:
        chosen = chance.choice(["word/document.xml", "word/document.xml", *archive.namelist()])
        for name in archive.namelist():
            member = archive.read(name)
            other.writestr(name, changed(member, chance) if name == chosen else member)
    return packed.getvalue()


def _overwrite(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    del data[at : at + chance.choice((1, 7, 100, 5000))]


def _repeat(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    piece = data[at : at + chance.choice((1, 9, 60, 700))]
    data[at:at] = piece * chance.choice((1, 3, 300 if len(piece) < 99 else 3))


def _insert(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    word = chance.choice(_WORDS).encode(chance.choice(_ENCODINGS), "replace")
    data[at:at] = chance.choice((b"", b"\n", b"\r")) + word * chance.choice((1, 1, 1, 40))


def _move(data: bytearray, chance: random.Random) -> None:
    at, to = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
    piece = data[at : at + 200]
    del data[at : at + 200]
    data[to:to] = piece


_CHANGES: Final[tuple[Callable[[bytearray, random.Random], None], ...]] = (
    _overwrite, _overwrite, _cut, _repeat, _insert, _insert, _move,
)  # fmt: skip


def fault(data: bytes) -> str:
    """What is wrong with how a file is read; empty when nothing is."""
    started = time.monotonic()
    try:
        file = read_bytes(data, "x")
        lost = _lost(file)
    except InputError:
        lost = ""
    except Exception as thrown:  # noqa: BLE001 - that is what is looked for
        return f"{type(thrown).__name__}: {thrown}"
    taken = time.monotonic() - started
    return lost or (f"{taken:.1f} s" if taken > LONGEST else "")


def _lost(file: ReadFile) -> str:
    """Words of the file that are in no unit, or twice."""
    read = _letters(one.text for one in file.paragraphs)
    for structure in (structure_act(file.paragraphs), structure_document(file.paragraphs)):
        kept = _letters(unit.text for unit in structure.units)
        if kept != read:
            return (
                f"{len(read)} letters were read, {len(kept)} are in units of the {structure.kind}"
            )
        if any(not unit.text for unit in structure.units):
            return "an empty unit"
        if any(unit.kind is UnitKind.ARTICLE and not unit.number for unit in structure.units):
            return "an article without a number"
    return ""


def _letters(texts: Iterator[str]) -> str:
    return "".join("".join(texts).split())


def run(seconds: float, seed: int) -> list[str]:
    """Change and read files for so long; the faults, each with the file that shows it."""
    chance, end, faults, count = random.Random(seed), time.monotonic() + seconds, [], 0  # noqa: S311
    files = samples()
    while time.monotonic() < end:
        data = changed(chance.choice(files), chance)
        count += 1
        if wrong := fault(data):
            FOLDER.mkdir(exist_ok=True)
            kept = FOLDER / f"{seed}-{count}"
            kept.write_bytes(data)
            faults.append(f"{kept}: {wrong}")
    sys.stderr.write(f"{count} files, {len(faults)} faults\n")
    return faults


if __name__ == "__main__":
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    found = run(minutes * 60, int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6))  # noqa: S311
    sys.stderr.write("".join(f"{one}\n" for one in found))
    sys.exit(bool(found))
