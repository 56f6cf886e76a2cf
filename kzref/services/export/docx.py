"""A sheet as a Word document: real headings, lists and tables, so that it can be worked on."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from kzref.model.sheet import (
    Block,
    Heading,
    Layout,
    Paragraph,
    Row,
    Rows,
    Seal,
    Sheet,
    Signature,
    Stretch,
    Stretches,
    Table,
    Tone,
)
from kzref.model.text import Language
from kzref.services.export.code import qr_png

if TYPE_CHECKING:  # loaded when something is written
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

LOCALES = {Language.EN: "en-GB", Language.RU: "ru-RU", Language.KK: "kk-KZ"}
FONT = "Times New Roman"  # on every computer of a court, with every Kazakh letter
WIDTH = 180  # millimetres between the margins of A4
WEIGHTS = {
    Layout.PAIRS: (1, 1),
    Layout.DIGESTS: (1, 3),
    Layout.FINDINGS: (24, 28, 48),
    Layout.PASSAGES: (20, 80),
    Layout.BOXES: (40, 38, 22),
    Layout.FACING: (1, 1),
}


class Look(StrEnum):
    """How words look."""

    PLAIN = "plain"
    BOLD = "bold"
    SMALL = "small"
    LAW = "law"  # small and slanted


Cell: TypeAlias = tuple[tuple[str, Look], ...]


def docx_file(sheet: Sheet) -> bytes:
    """The document."""
    from docx import Document  # noqa: PLC0415 - slow to import

    document = Document()
    _dress(document, sheet)
    _say(document.add_paragraph(), sheet.kicker, Look.SMALL)
    for block in sheet.above:
        _add(document, block)
    document.add_heading(sheet.title, level=1)
    for block in sheet.blocks:
        _add(document, block)
    _foot(document, sheet)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _dress(document: "Document", sheet: Sheet) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    for name, size in (("Normal", 10), ("Heading 1", 16), ("Heading 2", 12), ("List Number", 10)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
        style.paragraph_format.space_after = Pt(3)
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if defaults is not None:
        defaults.set(qn("w:val"), LOCALES[sheet.language])
    about = document.core_properties
    about.title, about.author, about.comments = sheet.title, "kzref", ""
    about.language = LOCALES[sheet.language]
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)


def _add_paragraph(document: "Document", block: Paragraph) -> None:
    match block.tone:
        case Tone.CAUTION:
            _say(document.add_paragraph(), f"! {block.text}", Look.BOLD)
        case Tone.QUIET:
            _say(document.add_paragraph(), block.text, Look.SMALL)
        case Tone.PLAIN:
            document.add_paragraph(block.text)


def _bar(row: Stretch) -> str:
    """The stretch in letters: every program that opens the file shows it alike."""
    begins, ends = row.begins // 2, max(row.ends // 2, row.begins // 2 + 1)
    return "·" * begins + "█" * (ends - begins) + "·" * (50 - ends)


def _add(document: "Document", block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(block.text, level=2)
        case Paragraph():
            _add_paragraph(document, block)
        case Rows():
            _add_rows(document, block)
        case Table():
            lines = ([((text, Look.PLAIN),) for text in row] for row in block.rows)
            _add_table(document, block.head, lines, block.weights)
        case Stretches():
            for row in block.rows:
                _say(document.add_paragraph(), f"{row.label}\n{_bar(row)}", Look.SMALL)
        case Seal():
            _add_seal(document, block)
        case Signature():
            for name in block.fields:
                label = f"{name}: " if name else ""
                document.add_paragraph(f"\n{label}" + "_" * (40 if name else 80))


def _add_rows(document: "Document", block: Rows) -> None:
    match block.layout:
        case Layout.ANSWER:
            _add_answer(document, block.rows)
        case Layout.STEPS:
            numbering = _numbered_anew(document)
            for row in block.rows:
                step = document.add_paragraph(f"{row.value} ", style="List Number")
                numbers = step._p.get_or_add_pPr().get_or_add_numPr()
                numbers.get_or_add_ilvl().val, numbers.get_or_add_numId().val = 0, numbering
                _say(step, row.reference, Look.LAW)
        case Layout.ADDRESS:
            _add_address(document, block.rows)
        case _:
            lines = (_cells(block.layout, row) for row in block.rows)
            _add_table(document, block.head, lines, WEIGHTS[block.layout])


def _numbered_anew(document: "Document") -> int:
    """A numbering of the style's look that begins at 1: Word goes on counting through a style."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    definitions = document.part.numbering_part.numbering_definitions._numbering
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    looks = definitions.num_having_numId(style).find(qn("w:abstractNumId"))
    number = definitions.add_num(int(looks.get(qn("w:val"))))
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _add_address(document: "Document", rows: Sequence[Row]) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    for row in rows:
        document.add_paragraph(row.value).paragraph_format.left_indent = Mm(WIDTH / 2)


def _cells(layout: Layout, row: Row) -> tuple[Cell, ...]:
    label, value = (row.label, Look.PLAIN), (row.value, Look.PLAIN)
    detail, law = (row.detail, Look.SMALL), (row.reference, Look.LAW)
    match layout:
        case Layout.FINDINGS:
            return (label,), ((row.value, Look.BOLD),), (detail, law)
        case Layout.PASSAGES:
            return ((row.label, Look.BOLD),), (value, detail, law)
        case Layout.BOXES:
            return (label,), (value, detail), (law,)
        case _:
            return (label,), (value,)


def _add_answer(document: "Document", rows: Sequence[Row]) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    for label in dict.fromkeys(row.label for row in rows):
        _say(document.add_paragraph(), label, Look.BOLD)
    for row in rows:
        value = document.add_paragraph().add_run(row.value)
        value.bold, value.font.size = True, Pt(15)
        under = document.add_paragraph()
        _say(under, f"{row.detail} ", Look.SMALL)
        _say(under, row.reference, Look.LAW)


def _add_table(
    document: "Document",
    head: Sequence[str],
    lines: Iterable[Sequence[Cell]],
    weights: Sequence[int],
) -> None:
    """A table with lines; its head is repeated on every page, and no row is torn between two."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    first: list[Sequence[Cell]] = [[((name, Look.BOLD),) for name in head]] if head else []
    filled = [*first, *lines]
    table = document.add_table(rows=len(filled), cols=len(weights), style="Table Grid")
    table.autofit = False
    widths = [Mm(WIDTH * weight / sum(weights)) for weight in weights]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, line in zip(table.rows, filled, strict=True):
        for place, cell, width in zip(row.cells, line, widths, strict=True):
            place.width = width  # Word reads it here, other programs above
            _fill(place, cell)
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if head:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(place: "_Cell", cell: Cell) -> None:
    for number, (text, look) in enumerate(part for part in cell if part[0]):
        _say(place.add_paragraph() if number else place.paragraphs[0], text, look)


def _add_seal(document: "Document", block: Seal) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    for row in block.rows:
        line = document.add_paragraph()
        _say(line, f"{row.label}: ", Look.BOLD)
        _say(line, f"{row.value} {row.detail}".strip(), Look.PLAIN)
    document.add_picture(io.BytesIO(qr_png(block.code)), width=Mm(28))


def _foot(document: "Document", sheet: Sheet) -> None:
    """The footer, with the page and the number of pages as fields that Word fills in."""
    line = document.sections[0].footer.paragraphs[0]
    _say(line, f"{sheet.footer} · ", Look.SMALL)
    before, _, rest = sheet.page_label.partition("{page}")
    between, _, after = rest.partition("{pages}")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        _say(line, text, Look.SMALL)
        if field:
            _add_field(line, field)


def _add_field(line: "WordParagraph", name: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    line._p.append(field)


def _say(line: "WordParagraph", text: str, look: Look) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    run = line.add_run(text)
    run.bold, run.italic = look is Look.BOLD, look is Look.LAW
    if look in {Look.SMALL, Look.LAW}:
        run.font.size = Pt(8.5)
