"""PDF with a text layer: the lines of its pages, as PDFium sees them.

PDFium reads a code of 350 pages in three seconds, where a reader in pure Python needs minutes. It
is not safe in several threads at once: read one PDF at a time.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from kzref.model.errors import InputError
from kzref.model.message import Message
from kzref.model.own_text import ReadParagraph
from kzref.readers.limits import LARGEST_TEXT, MOST_PAGES, Allowance
from kzref.readers.plain_text import tidy

_NUMBER: Final = re.compile(r"[-–—]?\s*\d{1,4}\s*[-–—]?")
_LETTERS_OF_A_PAGE: Final = 5  # fewer on average: the pages are pictures
_BLANK: Final = re.compile(r"(?<=\S) +(?=\S)")
_HYPHENATED: Final = re.compile("[\ufffe\u0002]\\s*")  # a hyphen that only breaks a line


def read_pdf(
    data: bytes, allowance: Allowance, name: str
) -> tuple[tuple[ReadParagraph, ...], tuple[Message, ...]]:
    """The lines of a PDF, each with its page.

    Raises:
        InputError: it is damaged, protected, a scan without text, or too long.
    """
    document = _opened(data, name)
    lines: list[ReadParagraph] = []
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise InputError("own.too_many_pages", file=name, limit=MOST_PAGES)
        for page, text in enumerate(_pages(document, name), start=1):
            printed = _lines(text)
            if lines and printed and printed[0] == lines[-1].text:
                del printed[0]  # a line cut by the edge of the page stands on both
            for line in printed:
                allowance.spend(line)
                lines.append(ReadParagraph(text=line, line=len(lines) + 1, page=page))
            allowance.check_time()
    finally:
        document.close()
    if sum(len(line.text) for line in lines) < count * _LETTERS_OF_A_PAGE:
        raise InputError("own.scan", file=name)
    return tuple(lines), ()


def _lines(text: str) -> list[str]:
    """The printed lines of a page, without its number."""
    printed = [line.strip() for line in tidy(_HYPHENATED.sub("", text)).splitlines()]
    printed = [line for line in printed if line]
    if printed and _NUMBER.fullmatch(printed[-1]):
        printed.pop()
    elif printed and _NUMBER.fullmatch(printed[0]):
        del printed[0]
    return printed


def _opened(data: bytes, name: str) -> Any:  # noqa: ANN401 - the library has no types
    import pypdfium2  # noqa: PLC0415 - slow to import

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        key = "own.password" if "password" in str(fault).lower() else "own.damaged_file"
        raise InputError(key, file=name, form="PDF") from fault


def _pages(document: Any, name: str) -> Iterator[str]:  # noqa: ANN401
    import pypdfium2  # noqa: PLC0415

    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError as fault:
            raise InputError("own.damaged_file", file=name, form="PDF") from fault
        if text.count_chars() > LARGEST_TEXT:
            raise InputError("own.too_long", file=name)
        yield _with_breaks(text)
        text.close()
        page.close()


def _with_breaks(page: Any) -> str:  # noqa: ANN401
    """The text of a page, with the ends of lines that PDFium takes for blanks put back.

    It drops the break after a line that ends with a blank; there the next letter stands below
    the one before.
    """
    text: str = page.get_text_range()
    if len(text) != page.count_chars():
        return text
    signs = list(text)
    for found in _BLANK.finditer(text):
        at = found.start()
        _, low, _, high = page.get_charbox(at - 1, loose=True)
        if page.get_charbox(found.end(), loose=True)[3] <= (low + high) / 2:
            signs[at] = "\n"
    return "".join(signs)
