"""How well ink stands out from ground, as WCAG 2 reckons it; and what is too faint in a rich text."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QTextEdit, QWidget

MOST = 700  # blocks that are looked at in one text


def luminance(colour: QColor) -> float:
    """Relative luminance."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(one) for one in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: QColor, other: QColor) -> float:
    """Contrast, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def faint_in_document(widget: QWidget, least: float) -> Iterator[str]:
    """Words of a reading pane whose ink is too near its ground."""
    if not isinstance(widget, QTextEdit):
        return
    palette = widget.palette()
    base, usual = palette.base().color(), palette.text().color()
    pairs: dict[tuple[int, int], str] = {}
    block, count = widget.document().begin(), 0
    while block.isValid() and count < MOST:
        ground = _ground(widget.document(), block, base)
        for form, text in _stretches(block):
            ink = _colour(form.foreground(), usual)
            under = _colour(form.background(), ground)
            pairs.setdefault((ink.rgb(), under.rgb()), text)
        block, count = block.next(), count + 1
    for (ink_rgb, under_rgb), text in pairs.items():
        seen = ratio(QColor(ink_rgb), QColor(under_rgb))
        if seen < least:
            yield f"contrast {seen:.1f} of {text[:30]!r}"


def _stretches(block: QTextBlock) -> Iterator[tuple[QTextCharFormat, str]]:
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        if fragment.text().strip():
            yield fragment.charFormat(), fragment.text().strip()
        at += 1


def _colour(brush: QBrush, otherwise: QColor) -> QColor:
    return otherwise if brush.style() == Qt.BrushStyle.NoBrush else brush.color()


def _ground(document: QTextDocument, block: QTextBlock, base: QColor) -> QColor:
    """The colour under a block: its own, that of its cell, of its table or the paper."""
    own = block.blockFormat().background()
    if own.style() != Qt.BrushStyle.NoBrush:
        return own.color()
    cursor = QTextCursor(document)
    cursor.setPosition(block.position())
    table: QTextTable | None = cursor.currentTable()
    if table is None:
        return base
    cell = table.cellAt(cursor).format().background()
    return _colour(cell, _colour(table.format().background(), base))
