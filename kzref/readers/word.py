"""DOCX: the words of the body, its tables and footnotes, in order, with the numbers of Word's lists.

What was deleted under revision is left out.

Sizes are checked in the directory of the archive before anything is unpacked, and python-docx
parses without resolving entities.
"""

import io
import logging
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, Final

from kzref.model.errors import InputError
from kzref.model.message import Message
from kzref.model.own_text import ReadParagraph
from kzref.readers.limits import LARGEST_UNPACKED, MEGABYTE, MOST_MEMBERS, Allowance
from kzref.readers.plain_text import tidy
from kzref.readers.table_rows import as_row
from kzref.readers.word_numbering import Numbering

_BODY: Final = "word/document.xml"
_LARGEST_BODY: Final = 80 * MEGABYTE
_MOST_ELEMENTS: Final = 2_000_000  # a code of a thousand articles has a tenth of that
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT: Final = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}p", f"{_W}pPr", f"{_W}rPr", _FALLBACK}
)
_RAISED: Final = "\ue000"  # stands before a raised figure until its neighbour is known
_SUFFIX: Final = re.compile(rf"(?<=\d){_RAISED}(?=\d)")
_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FIGURE: Final = re.compile(rf"{_RAISED}(\d+)")


def read_word(
    data: bytes, allowance: Allowance, name: str
) -> tuple[tuple[ReadParagraph, ...], tuple[Message, ...]]:
    """The paragraphs of a DOCX file, and a doubt when Word itself numbers some.

    Raises:
        InputError: it is damaged, no DOCX, or unpacks to too much.
    """
    _check_archive(data, name)
    document = _opened(data, name)
    numbering = Numbering(_part(document, "numbering", name), _part(document, "styles", name))
    reading = _Reading(allowance, numbering, _footnotes(_part(document, "footnotes", name)))
    try:
        reading.take(document.element.body)
    except RecursionError as fault:
        raise InputError("own.nested", file=name) from fault
    doubts = []
    if numbering.worked_out:
        doubts.append(Message("import.doubt.numbered", {"count": numbering.worked_out}))
    if numbering.unknown:
        doubts.append(Message("own.doubt.numbering", {"count": numbering.unknown}))
    return tuple(reading.found), tuple(doubts)


class _Reading:
    """Collects the paragraphs of a body in their order."""

    def __init__(
        self, allowance: Allowance, numbering: Numbering, footnotes: dict[str, str]
    ) -> None:
        self.found: list[ReadParagraph] = []
        self._allowance = allowance
        self._numbering = numbering
        self._footnotes = footnotes
        self._noted = 0

    def take(self, element: Any) -> None:  # noqa: ANN401 - lxml has no types
        """Read what stands under an element."""
        for child in element:
            if child.tag in {f"{_W}del", f"{_W}moveFrom", _FALLBACK}:
                continue
            if child.tag == f"{_W}p":
                self._paragraph(child)
                self.take(child)  # boxes inside have paragraphs of their own
            elif child.tag == f"{_W}tr":
                self._row(child)
            elif isinstance(child.tag, str):
                self.take(child)

    def _row(self, row: Any) -> None:  # noqa: ANN401
        begun = len(self.found)
        ends = []
        for child in row:
            self.take(child)
            if child.tag == f"{_W}tc":
                ends.append(len(self.found))
        starts = [begun, *ends[:-1]]
        cells = [self.found[a:b] for a, b in zip(starts, ends, strict=False)]
        if not any(paragraph.note for cell in cells for paragraph in cell):
            self.found[begun:] = as_row(cells) if cells else self.found[begun:]

    def _paragraph(self, paragraph: Any) -> None:  # noqa: ANN401
        words = _FIGURE.sub(_small, _SUFFIX.sub("-", "".join(_words(paragraph))))
        number = self._numbering.number(paragraph) if words.strip() else ""
        for text in f"{number} {words}".split("\n"):
            clean = tidy(text).strip()
            if clean:
                self._add(clean, is_heading=_is_heading(paragraph))
        for reference in paragraph.iter(f"{_W}footnoteReference"):
            if said := self._footnotes.get(str(reference.get(f"{_W}id"))):
                self._noted += 1
                self._add(f"{self._noted} {said}", note=f"fn{self._noted}")

    def _add(self, text: str, *, is_heading: bool = False, note: str = "") -> None:
        self._allowance.spend(text)
        self.found.append(
            ReadParagraph(text=text, line=len(self.found) + 1, is_heading=is_heading, note=note)
        )


def _small(found: re.Match[str]) -> str:
    return found[1].translate(_SUPERSCRIPT)


def _footnotes(part: Any) -> dict[str, str]:  # noqa: ANN401
    """The texts of the footnotes by their ids."""
    if part is None:
        return {}
    found = {}
    for note in part.findall(f"{_W}footnote"):
        words = " ".join("".join(_words(one)) for one in note.iter(f"{_W}p"))
        found[str(note.get(f"{_W}id"))] = " ".join(tidy(words.replace(_RAISED, "")).split())
    return found


def _part(document: Any, kind: str, name: str) -> Any:  # noqa: ANN401
    """The root of a part beside the body, or None."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - slow to import

    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            try:
                return parse_xml(relation.target_part.blob)
            except Exception as fault:  # whatever a damaged part makes the library raise
                raise InputError("own.damaged_file", file=name, form="DOCX") from fault
    return None


def _check_archive(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_members(members, name)
            elements = sum(
                archive.read(member).count(b"<")
                for member in members
                if member.filename.endswith(".xml") and member.file_size <= _LARGEST_BODY
            )
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, zlib.error) as fault:
        raise InputError("own.damaged_file", file=name, form="DOCX") from fault
    if elements > _MOST_ELEMENTS:
        raise InputError("own.bomb", file=name)


def _check_members(members: Sequence[zipfile.ZipInfo], name: str) -> None:
    sizes = {member.filename: member.file_size for member in members}
    total = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or total > LARGEST_UNPACKED:
        raise InputError("own.bomb", file=name)
    parts = (size for part, size in sizes.items() if part.endswith((".xml", ".rels")))
    if max(parts, default=0) > _LARGEST_BODY:
        raise InputError("own.bomb", file=name)
    if any(member.flag_bits & 1 for member in members):
        raise InputError("own.password", file=name)
    if _BODY not in sizes:
        raise InputError("own.not_text", file=name)


def _opened(data: bytes, name: str) -> Any:  # noqa: ANN401 - the library has no types
    import docx  # noqa: PLC0415 - slow to import

    logging.getLogger("docx").setLevel(logging.CRITICAL)
    try:
        document = docx.Document(io.BytesIO(data))
        document.element.body.tag  # noqa: B018 - a document without a body is damaged too
    except Exception as fault:  # whatever a damaged file makes the library raise
        raise InputError("own.damaged_file", file=name, form="DOCX") from fault
    return document


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
            # a raised figure after another one is the suffix of a number
            yield f"{_RAISED}{text.strip()}" if is_raised and text.strip().isdigit() else text
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"


def _is_heading(paragraph: Any) -> bool:  # noqa: ANN401
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and str(style.get(f"{_W}val")).lower().startswith("heading")
