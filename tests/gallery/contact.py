"""Many pictures at a glance: a sheet for each pose, and a page that leads to all of them."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tests.gallery.studio import Shot

WIDTH, NAME, GAP = 620, 22, 8  # pixels: of a small picture, of the line under it, between two
ACROSS = 3


def contact_sheet(folder: Path, shots: Sequence[Shot], to: Path) -> None:
    """All pictures of a pose on one sheet, in the order given."""
    pictures = [QImage(str(folder / f"{shot.name}.png")) for shot in shots]
    small = [
        one.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation) for one in pictures
    ]
    rows = [small[at : at + ACROSS] for at in range(0, len(small), ACROSS)]
    heights = [max(one.height() for one in row) + NAME + GAP for row in rows]
    sheet = QImage(ACROSS * (WIDTH + GAP) + GAP, sum(heights) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#777777"))
    painter = QPainter(sheet)
    painter.setFont(QFont("IBM Plex Sans", 10))
    top, named = GAP, iter(shots)
    for row, height in zip(rows, heights, strict=True):
        for column, one in enumerate(row):
            left = GAP + column * (WIDTH + GAP)
            painter.drawImage(QPoint(left, top), one)
            under = QRect(left, top + height - NAME - GAP, WIDTH, NAME)
            painter.drawText(under, Qt.AlignmentFlag.AlignLeft, next(named).name)
        top += height
    painter.end()
    sheet.save(str(to))


def index(folder: Path, shots: Sequence[Shot]) -> None:
    """`index.html`: every pose with all its pictures."""
    parts = []
    for pose, group in groupby(sorted(shots), key=lambda shot: shot.pose):
        pictures = "".join(
            f'<a href="{escape(one.name)}.png"><img loading="lazy" src="{escape(one.name)}.png" '
            f'alt="{escape(one.name)}" title="{escape(one.name)}"></a>'
            for one in group
        )
        parts.append(f'<h2 id="{pose}">{pose}</h2><div>{pictures}</div>')
    names = " · ".join(
        f'<a href="#{pose}">{pose}</a>' for pose in sorted({shot.pose for shot in shots})
    )
    (folder / "index.html").write_text(
        "<!doctype html><meta charset='utf-8'><title>kzref: every screen</title>"
        "<style>body{font:14px sans-serif;background:#777;color:#fff} a{color:#fff}"
        "img{width:32%;margin:2px;border:1px solid #444}</style>"
        f"<p>{names}</p>{''.join(parts)}",
        encoding="utf-8",
    )
