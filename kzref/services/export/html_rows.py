"""The rows of a sheet as HTML, one layout beside the other: answers, pairs, findings, boxes, facing texts."""

from collections.abc import Callable
from html import escape

from kzref.model.sheet import Layout, Row, Rows

LONG_PAIR = 62  # letters of a fact and its name: more would take three lines of half a page
TABLE = '<table width="100%" cellspacing="0" cellpadding="0"'
UNCUT = (Layout.FACING, Layout.BOXES)
"""Layouts of which a page that is turned cuts no row."""


def rows(block: Rows) -> str:
    """The rows as their layout asks for."""
    match block.layout:
        case Layout.ANSWER:
            return f'{TABLE} class="answer"><tr><td>{_answer(block.rows)}</td></tr></table>'
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
            heads = head(block.head, weights)
            if block.layout in UNCUT:  # each by itself: a page cuts none
                first, *others = lines or [""]
                return "\n".join(
                    f'{TABLE} class="lines {block.layout.value}">{one}</table>'
                    for one in (heads + first, *others)
                )
            return f'{TABLE} class="lines {block.layout.value}">{heads}{body}</table>'


def _address(rows: tuple[Row, ...]) -> str:
    said = "<br>".join(escape(row.value) for row in rows)
    return f'{TABLE} class="address"><tr><td width="50%"></td><td>{said}</td></tr></table>'


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
    return f'{TABLE} class="{name}"><tr>{both}</tr></table>'


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
    return f'{TABLE} class="pairs">{body}</table>'


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


def head(names: tuple[str, ...], weights: tuple[int, ...]) -> str:
    """The names of columns, repeated on every page; nothing without names."""
    whole = sum(weights)
    cells = "".join(
        f'<th width="{100 * weight // whole}%" align="left">{escape(name)}</th>'
        for name, weight in zip(names, weights, strict=False)
    )
    return f"<thead><tr>{cells}</tr></thead>" if cells else ""
