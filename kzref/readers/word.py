"""DOCX: the words of the body and its tables, in order; what was deleted under revision is left out.

Sizes are checked in the directory of the archive before anything is unpacked, and python-docx
parses without resolving entities.
"""

import io
import logging
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, Final

from kzref.model.errors import InputError
from kzref.model.message import Message
from kzref.model.own_text import ReadParagraph
from kzref.readers.limits import LARGEST_UNPACKED, MEGABYTE, MOST_MEMBERS, Allowance
from kzref.readers.plain_text import tidy

_BODY: Final = "word/document.xml"
_LARGEST_BODY: Final = 80 * MEGABYTE
_MOST_ELEMENTS: Final = 2_000_000  # a code of a thousand articles has a tenth of that
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT: Final = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}p", f"{_W}pPr", f"{_W}rPr"})


def read_word(
    data: bytes, allowance: Allowance, name: str
) -> tuple[tuple[ReadParagraph, ...], tuple[Message, ...]]:
    """The paragraphs of a DOCX file, and a doubt when Word itself numbers some.

    Raises:
        InputError: it is damaged, no DOCX, or unpacks to too much.
    """
    _check_archive(data, name)
    body = _body(data, name)
    found: list[ReadParagraph] = []
    numbered = 0
    for paragraph in body.iter(f"{_W}p"):
        words = "".join(_words(paragraph))
        for text in words.split("\n"):
            clean = tidy(text).strip()
            if clean:
                allowance.spend(clean)
                found.append(
                    ReadParagraph(
                        text=clean, line=len(found) + 1, is_heading=_is_heading(paragraph)
                    )
                )
        numbered += bool(words.strip()) and paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    doubts = (Message("own.doubt.numbering", {"count": numbered}),) if numbered else ()
    return tuple(found), doubts


def _check_archive(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_members(members, name)
            elements = archive.read(_BODY).count(b"<")
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, zlib.error) as fault:
        raise InputError("own.damaged_file", file=name, form="DOCX") from fault
    if elements > _MOST_ELEMENTS:
        raise InputError("own.bomb", file=name)


def _check_members(members: Sequence[zipfile.ZipInfo], name: str) -> None:
    sizes = {member.filename: member.file_size for member in members}
    total = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or total > LARGEST_UNPACKED:
        raise InputError("own.bomb", file=name)
    if sizes.get(_BODY, 0) > _LARGEST_BODY:
        raise InputError("own.bomb", file=name)
    if any(member.flag_bits & 1 for member in members):
        raise InputError("own.password", file=name)
    if _BODY not in sizes:
        raise InputError("own.not_text", file=name)


def _body(data: bytes, name: str) -> Any:  # noqa: ANN401 - an element of lxml, which has no types
    import docx  # noqa: PLC0415 - slow to import

    logging.getLogger("docx").setLevel(logging.CRITICAL)
    try:
        return docx.Document(io.BytesIO(data)).element.body
    except Exception as fault:  # whatever a damaged file makes the library raise
        raise InputError("own.damaged_file", file=name, form="DOCX") from fault


def _words(element: Any) -> Iterator[str]:  # noqa: ANN401
    """The words under an element; boxes inside a paragraph have paragraphs of their own."""
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_W}r":
            yield from _run(child)
        elif isinstance(child.tag, str):
            yield from _words(child)


def _run(run: Any) -> Iterator[str]:  # noqa: ANN401
    raised = run.find(f"{_W}rPr/{_W}vertAlign")
    is_raised = raised is not None and raised.get(f"{_W}val") == "superscript"
    for child in run:
        if child.tag == f"{_W}t":
            text = child.text or ""
            # a raised figure is the suffix of an article's number
            yield f"-{text}" if is_raised and text.strip().isdigit() else text
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"


def _is_heading(paragraph: Any) -> bool:  # noqa: ANN401
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and str(style.get(f"{_W}val")).lower().startswith("heading")
