"""RTF, in any of its code pages."""

import re
from typing import Final

from kzref.model.errors import InputError
from kzref.model.message import Message
from kzref.model.own_text import ReadParagraph
from kzref.readers.limits import DEEPEST_NESTING, MEGABYTE, Allowance
from kzref.readers.plain_text import read_plain_text

_LARGEST: Final = 24 * MEGABYTE
_PICTURES: Final = re.compile(r"[0-9a-fA-F\s]{2000,}")  # bytes of pictures and objects
_BRACE: Final = re.compile(r"\\.|[{}]", re.S)


def read_rich_text(
    data: bytes, allowance: Allowance, name: str
) -> tuple[tuple[ReadParagraph, ...], tuple[Message, ...]]:
    """The paragraphs of an RTF file.

    Raises:
        InputError: it is damaged, nested too deep or too large.
    """
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - seldom needed

    source = _PICTURES.sub("", data.decode("latin-1"))
    if len(source) > _LARGEST:
        raise InputError("own.too_large", file=name, limit=_LARGEST // MEGABYTE)
    if _depth(source) > DEEPEST_NESTING:
        raise InputError("own.nested", file=name)
    try:
        text: str = rtf_to_text(source, encoding="cp1251", errors="replace")  # type: ignore[no-untyped-call]
    except Exception as fault:  # whatever a damaged file makes the library raise
        raise InputError("own.damaged_file", file=name, form="RTF") from fault
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return read_plain_text(whole, allowance), ()


def _depth(source: str) -> int:
    depth = deepest = 0
    for found in _BRACE.finditer(source):
        if found[0] == "{":
            depth += 1
            deepest = max(deepest, depth)
        elif found[0] == "}":
            depth -= 1
    return deepest
