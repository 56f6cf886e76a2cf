"""A sheet as HTML: one file that needs nothing else, and the same markup for the printer.

The markup keeps to what Qt's rich text understands (tables with attributes, classes), so that the
PDF and the page in a browser are one document.
"""

import base64
from html import escape

from kzref.model.sheet import (
    Block,
    Heading,
    Paragraph,
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
from kzref.services.export.html_rows import TABLE, head, rows

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
                f'{TABLE} class="caution"><tr><td><b>!</b> {escape(block.text)}</td></tr></table>'
            )
        case Paragraph():
            return f'<p class="{block.tone.value}">{escape(block.text)}</p>'
        case Rows():
            return rows(block)
        case Table():
            return _table(block)
        case Stretches():
            return _stretches(block)
        case Seal():
            return _seal(block)
        case Signature():
            return _signature(block)


def _table(block: Table) -> str:
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n"
        for row in block.rows
    )
    return f'{TABLE} class="lines records">{head(block.head, block.weights)}{body}</table>'


def _stretches(block: Stretches) -> str:
    lines = "".join(
        f'<tr><td width="58%" class="quiet">{escape(row.label)}</td><td width="42%">{_bar(row)}</td></tr>'
        for row in block.rows
    )
    return f'{TABLE} class="stretches">{lines}</table>'


def _bar(row: Stretch) -> str:
    """Black on white, so that it is seen on any paper."""
    begins, wide = min(row.begins, 99), max(row.ends - row.begins, 1)
    cells = [(begins, ""), (wide, ' class="bar" bgcolor="#000000"'), (100 - begins - wide, "")]
    drawn = "".join(f'<td width="{width}%"{look}>&nbsp;</td>' for width, look in cells if width > 0)
    return f'{TABLE} class="scale"><tr>{drawn}</tr></table>'


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
        f'{TABLE} class="seal"><tr><td>{lines}</td><td width="104" align="right">'
        f'<img src="data:image/png;base64,{picture}" width="96" height="96" '
        f'alt="{escape(block.code)}"></td></tr></table>'
    )


def _signature(block: Signature) -> str:
    cells = "<td></td>".join(
        f'<td class="pen" width="{90 // len(block.fields)}%">{escape(name)}</td>'
        for name in block.fields
    )
    return f'{TABLE} class="signature"><tr>{cells}</tr></table>'
