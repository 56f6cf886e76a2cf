"""A sheet as a PDF on A4, in the bundled font, with its text kept as text.

Needs no window: without one it works on Qt's offscreen platform, from the command line too, and on
any thread.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from kzref.model.sheet import Fit, Rows, Sheet
from kzref.services.export.html import markup
from kzref.services.export.html_rows import UNCUT
from kzref.ui.resources import FAMILY, load_font

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SIZES = (10.5, 10.0, 9.5, 9.0)  # points: the largest with which all fits one page
LARGE = (11.0, 10.5, 10.0, 9.7)  # points, of what is worked with: its small print has 9 at least
SMALLER = 0.7  # points, of small print
SPARED = 0.5  # of a page: no more than that can be left out
MANY = 3  # pages: from here on only paper is saved
PASSAGE = 0.4  # of a page: what is higher may go on overleaf
INDENT = 22  # pixels before the text of a step: two digits and a point
LINES = 88.0  # per cent of the font's own spacing, which is wide
DOTS = 600  # to the inch
MARGINS = QMarginsF(17, 9, 14, 8)  # millimetres; the left edge is for the binder
_applications: list[QGuiApplication] = []  # keeps alive what the command line had to make


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A PDF and its number of pages."""

    content: bytes
    pages: int


def prepare() -> None:
    """Make sure that Qt and the bundled font are there. Call it on the main thread."""
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux"):  # a screen may be named and yet not answer
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _applications.append(QGuiApplication(sys.argv[:1]))
    if FAMILY not in QFontDatabase.families():
        load_font()


def pdf(sheet: Sheet) -> Printed:
    """The sheet on paper: one page when it fits in readable type, else as many as it takes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    writer.setTitle(sheet.title)
    writer.setCreator("kzref")
    pages = print_on(sheet, writer)
    buffer.close()
    return Printed(content=bytes(buffer.data().data()), pages=pages)


def print_on(sheet: Sheet, writer: "QPdfWriter | QPrinter") -> int:
    """Draw the sheet on a printer or in a PDF, page by page; the number of pages."""
    document, foot = _fitting(sheet, writer)
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    page, pages = document.pageSize(), document.pageCount()
    above = QFontMetricsF(document.defaultFont(), writer).height() * (100 - LINES) / 100
    for number in range(pages):
        if number:
            writer.newPage()
        painter.save()  # letters of a tight line stand a little above it: they belong to its page
        painter.translate(0, -number * page.height())
        document.drawContents(
            painter, QRectF(0, number * page.height() - above, page.width(), page.height())
        )
        painter.restore()
        label = sheet.page_label.format(page=number + 1, pages=pages)
        _draw_foot(painter, page, foot, (sheet.footer, label))
    painter.end()
    return pages


def _fitting(sheet: Sheet, writer: "QPdfWriter | QPrinter") -> tuple[QTextDocument, float]:
    dots = writer.logicalDpiX()
    area = writer.pageLayout().paintRectPixels(dots)
    foot = 6 * dots / 25.4  # millimetres for the line at the foot
    page = QSizeF(area.width(), area.height() - foot)
    if sheet.fit is Fit.OVERLEAF:
        return _in_large_type(sheet, writer, page), foot
    whole, brief = markup(sheet), markup(sheet, brief=True)
    tried: list[QTextDocument] = []
    for size in SIZES:
        tried.append(_set(whole, size, writer, page))
        if tried[-1].pageCount() == 1:
            return tried[-1], foot
        if tried[-1].pageCount() > MANY:
            tried = [_set(whole, SIZES[-1], writer, page)]
            break
    if brief != whole and _pages_filled(tried[-1]) < 1 + SPARED:
        for size in SIZES:
            document = _set(brief, size, writer, page)
            if document.pageCount() == 1:
                return document, foot
    if _has_uncut(sheet):
        return _in_large_type(sheet, writer, page), foot
    fewest = min(document.pageCount() for document in tried)
    large = [document for document in tried if document.pageCount() == fewest]
    uncut = (document for document in large if _keeps_sections(document))
    return next(uncut, large[-1]), foot


def _has_uncut(sheet: Sheet) -> bool:
    return any(isinstance(one, Rows) and one.layout in UNCUT for one in sheet.blocks)


def _in_large_type(sheet: Sheet, writer: "QPdfWriter | QPrinter", page: QSizeF) -> QTextDocument:
    """On as few pages as the smallest of the large sizes takes, in the largest that takes no more."""
    html = markup(sheet)
    uncut = _has_uncut(sheet)
    smallest = _set(html, LARGE[-1], writer, page, uncut=uncut)
    for size in LARGE[:-1]:
        document = _set(html, size, writer, page, uncut=uncut)
        if document.pageCount() == smallest.pageCount():
            return document
    return smallest


def _set(
    html: str, size: float, writer: "QPdfWriter | QPrinter", page: QSizeF, *, uncut: bool = False
) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    font = QFont(FAMILY)
    font.setPointSizeF(size)
    document.setDefaultFont(font)
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setIndentWidth(INDENT)
    document.setDefaultStyleSheet(_style(size))
    document.setHtml(f"<html><body>{html}</body></html>")
    lines = QTextBlockFormat()
    lines.setLineHeight(LINES, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(lines)
    _size_headings(document)
    document.setPageSize(page)
    if uncut:
        _keep_rows(document)
    return document


def _headings(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            yield block
        block = block.next()


def _pages_filled(document: QTextDocument) -> float:
    """How many pages the text takes, the last one counted by what stands on it."""
    last = document.documentLayout().blockBoundingRect(document.lastBlock())
    return last.bottom() / document.pageSize().height()


def _keeps_sections(document: QTextDocument) -> bool:
    """Let a section that a page would cut begin the next one; False where that would take more pages."""
    pages, keeps = document.pageCount(), True
    for number in range(1, pages):
        turn = number * document.pageSize().height()
        tops = {
            heading.position(): document.documentLayout().blockBoundingRect(heading).top()
            for heading in _headings(document)
        }
        above = [at for at, top in tops.items() if turn - document.pageSize().height() < top < turn]
        if not above or turn in tops.values():
            continue
        cursor = QTextCursor(document.findBlock(above[-1]))
        plain = cursor.blockFormat()
        turned = QTextBlockFormat(plain)
        turned.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        cursor.setBlockFormat(turned)
        if document.pageCount() > pages:
            cursor.setBlockFormat(plain)
            keeps = False
    return keeps


def _keep_rows(document: QTextDocument) -> None:
    """Let a question with its law, or a passage with its translation, begin the page that would cut it."""
    page, head, last = document.pageSize().height(), None, 0.0
    for frame in document.rootFrame().childFrames():
        bounds = document.documentLayout().frameBoundingRect(frame)
        is_cut = bounds.top() // page < (bounds.bottom() - 1) // page
        is_turned = is_cut and bounds.height() < PASSAGE * page
        if is_turned:
            turned = frame.frameFormat()
            turned.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            frame.setFrameFormat(turned)
        if isinstance(frame, QTextTable):
            begins = frame.format().headerRowCount() > 0
            if head is not None and not begins and (is_turned or bounds.top() // page > last):
                _repeat(head, frame)
            head = frame if begins else head
        last = document.documentLayout().frameBoundingRect(frame).bottom() // page


def _repeat(head: QTextTable, table: QTextTable) -> None:
    """The names of the columns again, above a table that goes on with them on another page."""
    if head.columns() != table.columns():
        return
    table.insertRows(0, 1)
    for column in range(table.columns()):
        named, cell = head.cellAt(0, column), table.cellAt(0, column)
        whole = named.firstCursorPosition()
        whole.setPosition(named.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        cell.setFormat(named.format())
        cursor = cell.firstCursorPosition()
        cursor.setBlockFormat(named.firstCursorPosition().blockFormat())
        cursor.insertText(whole.selectedText(), whole.charFormat())


def _size_headings(document: QTextDocument) -> None:
    """Let headings have the size that the style gives them: Qt takes half as much again."""
    for block in _headings(document):
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        letters = cursor.charFormat()
        letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        cursor.setCharFormat(letters)


def _style(size: float) -> str:
    small = f"font-size:{size - SMALLER:g}pt"
    return f"""
    body {{color:#000}} p {{margin:0 0 1px 0}} ol {{margin-top:0;margin-bottom:0}}
    h1 {{font-size:{size * 1.9:g}pt;font-weight:bold;margin:0 0 4px 0}}
    h2 {{font-size:{size * 1.2:g}pt;font-weight:bold;margin:{size * 0.7:g}px 0 2px 0}}
    .kicker, .quiet, .label, .law {{{small};color:#333}} .law {{font-style:italic}}
    .value {{font-weight:bold}} .hash {{{small}}}
    .big {{font-size:{size * 1.7:g}pt;font-weight:bold}}
    .answer td {{border:1px solid #000;padding:3px 8px}}
    table {{margin-top:2px;margin-bottom:2px}} .answer {{margin-top:6px}} .caution td {{border-left:3px solid #000;padding:1px 0 1px 6px}}
    .lines td {{border-bottom:0.5px solid #999;padding:1px 8px 1px 0}}
    .lines th {{{small};border-bottom:1px solid #000;padding:0 8px 1px 0}}
    .boxes {{margin:0}} .facing th {{font-size:{size * 1.05:g}pt;padding:{size * 0.7:g}px 8px 2px 0}} .facing td {{padding:1px 12px 3px 0}}
    .pairs td, .digests td {{padding:0 10px 1px 0}} .digests td, .records td {{{small}}}
    .lines td.asked {{border-bottom:none;padding:1px 0 0 0}}
    .stretches td {{padding:0 8px 0 0}} .scale td {{font-size:{size * 0.5:g}pt;padding:0}} .scale {{margin:2px 0 0 0}}
    .seal td {{padding:5px 0 0 0}} .pen {{{small};border-top:1px solid #000}} .signature {{margin-top:20px}}
    """


def _draw_foot(painter: QPainter, page: QSizeF, foot: float, said: tuple[str, str]) -> None:
    font = QFont(FAMILY)
    font.setPointSizeF(7)
    painter.setFont(font)
    painter.setPen(QColor("#333333"))
    line = page.height() + foot * 0.4
    painter.drawLine(0, round(line), round(page.width()), round(line))
    below = QRectF(0, line, page.width(), foot * 0.6)
    for text, side in zip(
        said, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True
    ):
        painter.drawText(below, side | Qt.AlignmentFlag.AlignBottom, text)
