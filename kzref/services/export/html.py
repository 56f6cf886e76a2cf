"""A sheet as HTML: one file that needs nothing else, and the same markup for the printer.

The markup keeps to what Qt's rich text understands (tables with attributes, classes), so that the
PDF and the page in a browser are one document.
"""

import base64
from collections.abc import Callable
from html import escape

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
from kzref.services.export.code import qr_png

LONG_PAIR = 62  # letters of a fact and its name: more would take three lines of half a page
_TABLE = '<table width="100%" cellspacing="0" cellpadding="0"'
UNCUT = (Layout.FACING, Layout.BOXES)
"""Layouts of which a page that is turned cuts no row."""
STYLE = """
body {font: 11pt/1.4 "Kzref Sans", "IBM Plex Sans", "Segoe UI", Arial, sans-serif; color: #111; background: #fff;
  max-width: 190mm; margin: 10mm auto; padding: 0 6mm}
h1 {font-size: 19pt; margin: 0 0 3mm} h2 {font-size: 12pt; margin: 5mm 0 1mm; border-bottom: 1px solid #111}
p {margin: 0 0 2mm} table {border-collapse: collapse; margin-bottom: 2mm} th {text-align: left}
td, th {vertical-align: top; padding: 1mm 3mm 1mm 0} ol {margin: 0; padding-left: 6mm}
.kicker, .quiet, .law, .label {color: #444; font-size: 9.5pt} .law {font-style: italic}
.value, b {font-weight: 700} .answer td {border: 1.5px solid #111; padding: 3mm} .big {font-size: 17pt; font-weight: 700}
.caution td {border-left: 4px solid #111; padding-left: 3mm} .lines td {border-bottom: 1px solid #bbb}
.hash {font-family: monospace; font-size: 9pt; overflow-wrap: anywhere} .signature {margin-top: 14mm} .pen {border-top: 1px solid #111}
.scale td {font-size: 5pt; line-height: 5pt; padding: 0; background: #eee} .scale td.bar {background: #111; print-color-adjust: exact}
.foot {border-top: 1px solid #111; margin-top: 5mm; padding-top: 1mm}
@page {size: A4; margin: 14mm} @media print {body {margin: 0; padding: 0; font-size: 9pt}
  tr, li {break-inside: avoid} h2 {break-after: avoid}}
"""


def html_file(sheet: Sheet) -> bytes:
    """A whole page, in UTF-8, with its style and its QR code inside."""
    return (
        f'<!DOCTYPE html>\n<html lang="{sheet.language.value}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(sheet.title)}</title>'
        f"<style>{STYLE}</style></head>\n<body>\n{markup(sheet)}\n"
        f'<p class="quiet foot">{escape(sheet.footer)}</p>\n</body></html>\n'
    ).encode()


def markup(sheet: Sheet, *, brief: bool = False) -> str:
    """The blocks of a sheet under its title; a brief one is without those that can be spared."""
    blocks = [
        block
        for block in sheet.blocks
        if not (brief and isinstance(block, Heading | Rows) and block.spare)
    ]
    return "\n".join(
        (
            f'<p class="kicker">{escape(sheet.kicker)}</p>',
            *(_block(block) for block in sheet.above),
            f"<h1>{escape(sheet.title)}</h1>",
            *map(_block, blocks),
        )
    )


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h2>{escape(block.text)}</h2>"
        case Paragraph(tone=Tone.CAUTION):
            return (
                f'{_TABLE} class="caution"><tr><td><b>!</b> {escape(block.text)}</td></tr></table>'
            )
        case Paragraph():
            return f'<p class="{block.tone.value}">{escape(block.text)}</p>'
        case Rows():
            return _rows(block)
        case Table():
            return _table(block)
        case Stretches():
            return _stretches(block)
        case Seal():
            return _seal(block)
        case Signature():
            return _signature(block)


def _rows(block: Rows) -> str:
    match block.layout:
        case Layout.ANSWER:
            return f'{_TABLE} class="answer"><tr><td>{_answer(block.rows)}</td></tr></table>'
        case Layout.PAIRS:
            return _pairs(block.rows)
        case Layout.DIGESTS:
            return _in_columns("digests", [_digest(row) for row in block.rows])
        case Layout.STEPS:
            steps = "".join(
                f"<li>{escape(row.value)}{_law(row.reference)}</li>\n" for row in block.rows
            )
            return f'<ol class="steps">\n{steps}</ol>'
        case Layout.ADDRESS:
            return _address(block.rows)
        case Layout.FINDINGS | Layout.PASSAGES | Layout.BOXES | Layout.FACING:
            line, weights = _LINES[block.layout]
            lines = [line(row) for row in block.rows]
            if block.layout is Layout.FINDINGS:
                lines = _findings(block.rows)
            body = "\n".join(lines)
            head = _head(block.head, weights)
            if block.layout in UNCUT:  # each by itself: a page cuts none
                first, *others = lines or [""]
                return "\n".join(
                    f'{_TABLE} class="lines {block.layout.value}">{one}</table>'
                    for one in (head + first, *others)
                )
            return f'{_TABLE} class="lines {block.layout.value}">{head}{body}</table>'


def _address(rows: tuple[Row, ...]) -> str:
    said = "<br>".join(escape(row.value) for row in rows)
    return f'{_TABLE} class="address"><tr><td width="50%"></td><td>{said}</td></tr></table>'


def _answer(rows: tuple[Row, ...]) -> str:
    label = f'<p class="value">{escape(rows[0].label)}</p>' if rows else ""
    return label + "".join(
        (f'<p class="big">{escape(row.value)}</p>' if row.value else "")
        + f'<p class="quiet">{escape(row.detail)}{_law(row.reference)}</p>'
        for row in rows
    )


def _in_columns(name: str, cells: list[str]) -> str:
    """Two columns, each read from top to bottom."""
    half = (len(cells) + 1) // 2
    columns = (
        "".join(f"<p>{cell}</p>" for cell in column) for column in (cells[:half], cells[half:])
    )
    both = "".join(f'<td width="50%">{column}</td>' for column in columns)
    return f'{_TABLE} class="{name}"><tr>{both}</tr></table>'


def _pairs(rows: tuple[Row, ...]) -> str:
    """Two beside each other; one that is long has a line of its own."""
    lines: list[list[str]] = []
    room = 0  # letters
    for row in rows:
        letters = len(row.label) + len(row.value)
        if letters <= room:
            lines[-1].append(_pair(row))
            room = 0
        else:
            lines.append([_pair(row)])
            room = LONG_PAIR if letters <= LONG_PAIR else 0
    body = "".join(
        f'<tr><td width="50%">{line[0]}</td><td width="50%">{line[1]}</td></tr>'
        if len(line) > 1
        else f'<tr><td colspan="2">{line[0]}</td></tr>'
        for line in lines
    )
    return f'{_TABLE} class="pairs">{body}</table>'


def _pair(row: Row) -> str:
    return f'<span class="label">{escape(row.label)}:</span> <span class="value">{escape(row.value)}</span>'


def _digest(row: Row) -> str:
    return f"<b>{escape(row.label)}</b> {escape(row.value)}"


def _findings(rows: tuple[Row, ...]) -> list[str]:
    """A question stands beside all its readings, the first of which bears its label."""
    starts = [number for number, row in enumerate(rows) if row.label or number == 0]
    ends = [*starts[1:], len(rows)]
    spans = dict(
        zip(starts, (end - start for start, end in zip(starts, ends, strict=True)), strict=True)
    )
    return [_finding(row, spans.get(number, 0)) for number, row in enumerate(rows)]


def _finding(row: Row, readings: int = 1) -> str:
    """`readings` is how many lines its label stands beside; none: it stands above."""
    label = f'<td width="21%" rowspan="{readings}">{escape(row.label)}</td>' if readings else ""
    return (
        f"<tr>{label}"
        f'<td width="28%"><span class="value">{escape(row.value)}</span></td>'
        f'<td width="51%"><span class="quiet">{escape(row.detail)}</span>{_law(row.reference)}</td></tr>'
    )


def _passage(row: Row) -> str:
    under = f'<span class="quiet">{escape(row.detail)}</span>{_law(row.reference)}'
    between = "<br>" if row.value and (row.detail or row.reference) else ""
    return (
        f'<tr><td width="20%"><b>{escape(row.label)}</b></td>'
        f'<td width="80%">{escape(row.value)}{between}{under}</td></tr>'
    )


def _box(row: Row) -> str:
    """The boxes beside their question; what to ask for and the law under both, as wide as the page."""
    under = f'<span class="quiet">{escape(row.detail)}</span>{_law(row.reference)}'
    return (
        f'<tr><td width="79%" class="asked">{escape(row.label)}</td>'
        f'<td width="21%" class="asked" align="right">{escape(row.value)}</td></tr>'
        f'<tr><td colspan="2">{under}</td></tr>'
    )


def _facing(row: Row) -> str:
    return (
        f'<tr><td width="50%">{escape(row.label)}</td><td width="50%">{escape(row.value)}</td></tr>'
    )


_LINES: dict[Layout, tuple[Callable[[Row], str], tuple[int, ...]]] = {
    Layout.FINDINGS: (_finding, (21, 28, 51)),
    Layout.PASSAGES: (_passage, (20, 80)),
    Layout.BOXES: (_box, ()),
    Layout.FACING: (_facing, (50, 50)),
}


def _law(reference: str) -> str:
    return f' <span class="law">{escape(reference)}</span>' if reference else ""


def _head(names: tuple[str, ...], weights: tuple[int, ...]) -> str:
    whole = sum(weights)
    cells = "".join(
        f'<th width="{100 * weight // whole}%" align="left">{escape(name)}</th>'
        for name, weight in zip(names, weights, strict=False)
    )
    return f"<thead><tr>{cells}</tr></thead>" if cells else ""


def _table(block: Table) -> str:
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n"
        for row in block.rows
    )
    return f'{_TABLE} class="lines records">{_head(block.head, block.weights)}{body}</table>'


def _stretches(block: Stretches) -> str:
    lines = "".join(
        f'<tr><td width="58%" class="quiet">{escape(row.label)}</td><td width="42%">{_bar(row)}</td></tr>'
        for row in block.rows
    )
    return f'{_TABLE} class="stretches">{lines}</table>'


def _bar(row: Stretch) -> str:
    """Black on white, so that it is seen on any paper."""
    begins, wide = min(row.begins, 99), max(row.ends - row.begins, 1)
    cells = [(begins, ""), (wide, ' class="bar" bgcolor="#000000"'), (100 - begins - wide, "")]
    drawn = "".join(f'<td width="{width}%"{look}>&nbsp;</td>' for width, look in cells if width > 0)
    return f'{_TABLE} class="scale"><tr>{drawn}</tr></table>'


def _seal(block: Seal) -> str:
    lines = "".join(
        f'<p><span class="label">{escape(row.label)}:</span> '
        f'<span class="{"hash" if " " not in row.value else "value"}">{escape(row.value)}</span>'
        + (f'<br><span class="quiet">{escape(row.detail)}</span>' if row.detail else "")
        + "</p>"
        for row in block.rows
    )
    picture = base64.b64encode(qr_png(block.code)).decode("ascii")
    return (
        f'{_TABLE} class="seal"><tr><td>{lines}</td><td width="104" align="right">'
        f'<img src="data:image/png;base64,{picture}" width="96" height="96" '
        f'alt="{escape(block.code)}"></td></tr></table>'
    )


def _signature(block: Signature) -> str:
    cells = "<td></td>".join(
        f'<td class="pen" width="{90 // len(block.fields)}%">{escape(name)}</td>'
        for name in block.fields
    )
    return f'{_TABLE} class="signature"><tr>{cells}</tr></table>'
