"""Signs that IBM Plex Sans lacks and the screens and papers use: drawn here, so no system need have them.

Coordinates are in thousandths of the size of the letters, the baseline at 0.
"""

from math import cos, pi, sin

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

Outline = list[tuple[float, float]]

WIDTH = 800
CENTRE, MIDDLE = 400.0, 330.0  # of a sign
LOW, HIGH, LEFT, RIGHT = 0.0, 660.0, 70.0, 730.0
STROKE = 70.0
SAME_AS = {0x2717: 0xD7, 0x2715: 0xD7}  # ballot x and multiplication x are drawn like ×


def _star() -> list[Outline]:
    tips = []
    for number in range(10):
        reach = 400 if number % 2 == 0 else 155
        angle = pi / 2 - number * pi / 5
        tips.append((CENTRE + reach * cos(angle), MIDDLE - 20 + reach * sin(angle)))
    return [tips]


def _box(inset: float = 0.0) -> Outline:
    left, right, low, high = LEFT + inset, RIGHT - inset, LOW + inset, HIGH - inset
    return [(left, low), (left, high), (right, high), (right, low)]


def _frame() -> list[Outline]:
    return [_box(), _box(STROKE)[::-1]]


def _cross() -> list[Outline]:
    low, high, left, right = LOW + 150, HIGH - 150, LEFT + 150, RIGHT - 150
    half = STROKE / 2
    return [
        [(left - half, low + half), (right - half, high + half), (right + half, high - half),
         (left + half, low - half)],
        [(left - half, high - half), (left + half, high + half), (right + half, low + half),
         (right - half, low - half)],
    ]  # fmt: skip


SIGNS: dict[int, list[Outline]] = {
    ord("▲"): [[(LEFT, LOW), (CENTRE, HIGH), (RIGHT, LOW)]],
    ord("▼"): [[(LEFT, HIGH), (RIGHT, HIGH), (CENTRE, LOW)]],
    ord("▶"): [[(LEFT + 60, LOW), (LEFT + 60, HIGH), (RIGHT, MIDDLE)]],
    ord("▾"): [[(LEFT + 130, HIGH - 200), (RIGHT - 130, HIGH - 200), (CENTRE, LOW + 130)]],
    ord("▸"): [[(LEFT + 200, LOW + 130), (LEFT + 200, HIGH - 130), (RIGHT - 130, MIDDLE)]],
    ord("■"): [_box(40)],
    ord("█"): [[(0, -250), (0, 1000), (WIDTH, 1000), (WIDTH, -250)]],
    ord("★"): _star(),
    ord("☐"): _frame(),
    ord("☒"): [*_frame(), *_cross()],
}


def add_signs(font: TTFont) -> None:
    """Draw the signs into a font that has no variations left."""
    named = {code: f"uni{code:04X}" for code in SIGNS}
    font.setGlyphOrder([*font.getGlyphOrder(), *named.values()])
    for code, name in named.items():
        pen = TTGlyphPen(None)
        for outline in SIGNS[code]:
            pen.moveTo(_whole(outline[0]))
            for corner in outline[1:]:
                pen.lineTo(_whole(corner))
            pen.closePath()
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (WIDTH, round(min(x for one in SIGNS[code] for x, _ in one)))
    letters = font.getBestCmap()
    named |= {code: letters[like] for code, like in SAME_AS.items()}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(named)


def _whole(corner: tuple[float, float]) -> tuple[int, int]:
    return round(corner[0]), round(corner[1])
