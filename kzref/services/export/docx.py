"""A sheet as a Word document: real headings, lists and tables, so that it can be worked on."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

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
    Table,
    Tone,
)
from kzref.model.text import Language
from kzref.services.export.code import qr_png

if TYPE_CHECKING:  # loaded when something is written
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

LOCALES = {Language.EN: "en-GB", Language.RU: "ru-RU", Language.KK: "kk-KZ"}
FONT = "Times New Roman"  # on every computer of a court, with every Kazakh letter
WIDTH = 180  # millimetres between the margins of A4


def docx_file(sheet: Sheet) -> bytes:
    """The document."""
    from docx import Document  # noqa: PLC0415 - slow to import

    document = Document()
    _dress(document, sheet)
    _small(document.add_paragraph(), sheet.kicker)
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


def _add(document: "Document", block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(block.text, level=2)
        case Paragraph(tone=Tone.CAUTION):
            document.add_paragraph().add_run(f"! {block.text}").bold = True
        case Paragraph(tone=Tone.QUIET):
            _small(document.add_paragraph(), block.text)
        case Paragraph():
            document.add_paragraph(block.text)
        case Rows():
            _add_rows(document, block)
        case Table():
            _add_table(document, block.head, block.rows, block.weights)
        case Seal():
            _add_seal(document, block)
        case Signature():
            for name in block.fields:
                document.add_paragraph(f"\n{name}: " + "_" * 40)


def _add_rows(document: "Document", block: Rows) -> None:
    match block.layout:
        case Layout.ANSWER:
            _add_answer(document, block.rows)
        case Layout.STEPS:
            for row in block.rows:
                step = document.add_paragraph(f"{row.value} ", style="List Number")
                step.add_run(row.reference).italic = True
        case Layout.PAIRS | Layout.DIGESTS:
            table = _table(document, (1, 2))
            for row in block.rows:
                cells = table.add_row().cells
                cells[0].text = row.label
                cells[1].text = row.value
        case Layout.PASSAGES:
            table = _table(document, (20, 80))
            for row in block.rows:
                cells = table.add_row().cells
                cells[0].paragraphs[0].add_run(row.label).bold = True
                _fill(cells[1], row.value, f"{row.detail} {row.reference}")
        case Layout.FINDINGS:
            table = _table(document, (25, 31, 44), block.head)
            for row in block.rows:
                cells = table.add_row().cells
                cells[0].text = row.label
                cells[1].paragraphs[0].add_run(row.value).bold = True
                _small(cells[2].paragraphs[0], f"{row.detail} ")
                _small(cells[2].paragraphs[0], row.reference, italic=True)
        case Layout.BOXES:
            table = _table(document, (40, 38, 22), block.head)
            for row in block.rows:
                cells = table.add_row().cells
                cells[0].text = row.label
                _fill(cells[1], row.value, row.detail)
                _small(cells[2].paragraphs[0], row.reference, italic=True)


def _add_answer(document: "Document", rows: Sequence[Row]) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    for label in dict.fromkeys(row.label for row in rows):
        document.add_paragraph().add_run(label).bold = True
    for row in rows:
        value = document.add_paragraph().add_run(row.value)
        value.bold, value.font.size = True, Pt(15)
        _small(document.add_paragraph(), f"{row.detail} {row.reference}".strip())


def _fill(cell: "_Cell", value: str, under: str) -> None:
    cell.text = value
    if under.strip():
        _small(cell.add_paragraph() if value else cell.paragraphs[0], under.strip())


def _add_table(
    document: "Document", head: Sequence[str], rows: Iterable[Sequence[str]], weights: Sequence[int]
) -> None:
    table = _table(document, weights, head)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _table(document: "Document", weights: Sequence[int], head: Sequence[str] = ()) -> "WordTable":
    """An empty table with lines; its head is repeated on every page."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    table = document.add_table(rows=1 if head else 0, cols=len(weights), style="Table Grid")
    table.autofit = False
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Mm(WIDTH * weight / sum(weights))
    for number, name in enumerate(head):
        table.cell(0, number).paragraphs[0].add_run(name).bold = True
    if head:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def _add_seal(document: "Document", block: Seal) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    for row in block.rows:
        line = document.add_paragraph()
        line.add_run(f"{row.label}: ").bold = True
        line.add_run(f"{row.value} {row.detail}".strip())
    document.add_picture(io.BytesIO(qr_png(block.code)), width=Mm(28))


def _foot(document: "Document", sheet: Sheet) -> None:
    """The footer, with the page and the number of pages as fields that Word fills in."""
    line = document.sections[0].footer.paragraphs[0]
    _small(line, f"{sheet.footer} · ")
    before, _, rest = sheet.page_label.partition("{page}")
    between, _, after = rest.partition("{pages}")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        _small(line, text)
        if field:
            _add_field(line, field)


def _add_field(line: "WordParagraph", name: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    line._p.append(field)


def _small(line: "WordParagraph", text: str, *, italic: bool = False) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    run = line.add_run(text)
    run.font.size, run.italic = Pt(8.5), italic
