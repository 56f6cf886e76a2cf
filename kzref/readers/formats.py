"""Tells the format of a file by what is in it, not by its name, and reads its paragraphs."""

import hashlib
from collections.abc import Callable
from typing import Final, TypeAlias

from kzref.model.errors import InputError
from kzref.model.message import Message
from kzref.model.own_text import ReadFile, ReadParagraph
from kzref.readers.encoding import LOST, decode
from kzref.readers.limits import Allowance
from kzref.readers.plain_text import read_plain_text

_OLD_WORD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SPOKEN: Final = {
    "cp1251": "Windows-1251",
    "kz1048": "KZ-1048",
    "koi8-r": "KOI8-R",
    "cp866": "CP866",
}
_HEAD: Final = 1024
_Read: TypeAlias = tuple[tuple[ReadParagraph, ...], tuple[Message, ...]]
_Packed: TypeAlias = Callable[[bytes, Allowance, str], _Read]


def read_bytes(data: bytes, name: str) -> ReadFile:
    """The paragraphs of what a file holds.

    Raises:
        InputError: it cannot be read; the sentence says why.
    """
    allowance = Allowance(name)
    form, packed = _form(data, name)
    if packed is not None:
        encoding = None
        paragraphs, doubts = packed(data, allowance, name)
    else:
        text, encoding = decode(data, name)
        form, paragraphs = _text(text, allowance)
        doubts = _of_encoding(encoding) + _of_lost(text)
    if not paragraphs:
        raise InputError("own.empty", file=name)
    return ReadFile(
        name=name,
        format=form,
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        paragraphs=paragraphs,
        doubts=doubts,
    )


def is_packed(data: bytes, name: str) -> bool:
    """Whether a library has to read this, and not we ourselves.

    Raises:
        InputError: it is of a format that nobody reads here.
    """
    return _form(data, name)[1] is not None


def _of_encoding(encoding: str) -> tuple[Message, ...]:
    """A doubt where the letters could be told only by how well they read."""
    if encoding.startswith("utf"):
        return ()
    return (Message("import.doubt.encoding", {"encoding": _SPOKEN.get(encoding, encoding)}),)


def _of_lost(text: str) -> tuple[Message, ...]:
    """A doubt where letters could not be read at all: the file was cut, or damaged on its way."""
    count = text.count(LOST)
    return (Message("import.doubt.lost", {"count": count}),) if count else ()


def _form(data: bytes, name: str) -> tuple[str, _Packed | None]:
    """The format of a file that is not plain text, with its reader."""
    if data.startswith(_OLD_WORD):
        raise InputError("own.password" if _ENCRYPTED in data else "own.old_word", file=name)
    if data.startswith(b"PK\x03\x04"):
        return "docx", _read_word
    if b"%PDF-" in data[:_HEAD]:
        return "pdf", _read_pdf
    if data[:_HEAD].lstrip()[:5] == b"{\\rtf":
        return "rtf", _read_rich_text
    return "txt", None


def _read_word(data: bytes, allowance: Allowance, name: str) -> _Read:
    from kzref.readers.word import read_word  # noqa: PLC0415 - slow to import

    return read_word(data, allowance, name)


def _read_pdf(data: bytes, allowance: Allowance, name: str) -> _Read:
    from kzref.readers.pdf import read_pdf  # noqa: PLC0415 - slow to import

    return read_pdf(data, allowance, name)


def _read_rich_text(data: bytes, allowance: Allowance, name: str) -> _Read:
    from kzref.readers.rich_text import read_rich_text  # noqa: PLC0415 - seldom needed

    return read_rich_text(data, allowance, name)


def _text(text: str, allowance: Allowance) -> tuple[str, tuple[ReadParagraph, ...]]:
    from kzref.readers.markdown import is_markdown, read_markdown  # noqa: PLC0415
    from kzref.readers.web_page import is_web_page, read_web_page  # noqa: PLC0415

    if is_web_page(text):
        return "html", read_web_page(text, allowance)
    if is_markdown(text):
        return "md", read_markdown(text, allowance)
    return "txt", read_plain_text(text, allowance)
