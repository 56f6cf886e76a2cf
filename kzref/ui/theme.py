"""Colours and style of the windows, light and dark: one palette of named inks, one style sheet."""

import re
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from kzref.paths import resources
from kzref.ui.resources import FAMILY, SIZE, style_sheet

TYPE = {
    "note": 10,  # the least: what stands beside something
    "control": SIZE,
    "field": 12,  # where one asks
    "page": 13,  # pages that one reads
    "reading": 14,  # provisions, documents
    "title": 15,
    "answer": 19,
    "clock": 48,  # at most: as large as the rail has width for
}
"""The one scale of letters, in points at 100 %; the style sheet names them, as `@pt-reading`."""
MEASURE = 78  # letters in a line, where there is the width for so many

_POINTS = re.compile(r"(\d+)(pt|zx)")  # zx: pixels at the usual size of letters

_NAMED = re.compile(r"@pt-(\w+)")

_UNITS = {"pt": "pt", "zx": "px"}


class Theme(StrEnum):
    """The looks to choose from."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Inks(NamedTuple):
    """Named colours.

    Every pair of text and ground in use has a contrast of 4.5 or more, in high contrast of 7 or more;
    `PAIRS` names them.
    """

    paper: str  # where one reads
    desk: str  # what lies around the paper
    raised: str  # fields, cards
    line: str
    text: str
    quiet: str  # secondary text
    accent: str  # links, the chosen tab
    accent_soft: str  # ground of the chosen unit
    on_accent: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str


INKS = {
    Theme.LIGHT: Inks(
        paper="#fdfcf9", desk="#f1efe9", raised="#ffffff", line="#d9d5cb", text="#1d1c1a",
        quiet="#5f5b53", accent="#0a5f7a", accent_soft="#dceef3", on_accent="#ffffff",
        good="#23613a", good_soft="#e0f0e5", warn="#8a4b00", warn_soft="#fbeed8",
        bad="#a3241c", bad_soft="#fae3e1",
    ),
    Theme.DARK: Inks(
        paper="#1b1d20", desk="#141618", raised="#25282c", line="#3a3e44", text="#ebe8e1",
        quiet="#a9a69e", accent="#6cc7de", accent_soft="#1d3a44", on_accent="#0c1a1f",
        good="#86d3a0", good_soft="#1d3325", warn="#f0b65c", warn_soft="#3a2d16",
        bad="#ff9d94", bad_soft="#42211f",
    ),
    Theme.CONTRAST: Inks(
        paper="#000000", desk="#000000", raised="#000000", line="#ffffff", text="#ffffff",
        quiet="#f2f2f2", accent="#ffff00", accent_soft="#333300", on_accent="#000000",
        good="#ffffff", good_soft="#000000", warn="#ffff00", warn_soft="#000000",
        bad="#ffff00", bad_soft="#000000",
    ),
}  # fmt: skip


TICKS = {
    Theme.LIGHT: "tick.svg", Theme.DARK: "tick-dark.svg", Theme.CONTRAST: "tick-dark.svg",
}  # fmt: skip
PAIRS = (
    *((ink, ground) for ink in ("text", "quiet", "accent", "good", "warn", "bad")
      for ground in ("paper", "desk", "raised")),
    *(("text", f"{state}_soft") for state in ("accent", "good", "warn", "bad")),
    *((state, f"{state}_soft") for state in ("accent", "good", "warn", "bad")),
    ("on_accent", "accent"),
)  # fmt: skip
"""Which ink stands on which ground."""


def apply(application: QApplication, theme: Theme, zoom: float = 1.0) -> Inks:
    """Colour the whole application; the inks are for what is drawn or written as HTML.

    `zoom` 1.5 means letters of one and a half times the usual size, everywhere. A part that wears
    `sheet` takes colours and letters over when it is dressed (`kzref/ui/wardrobe.py`).
    """
    inks = INKS[theme]
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, inks.desk),
        (QPalette.ColorRole.WindowText, inks.text),
        (QPalette.ColorRole.Base, inks.paper),
        (QPalette.ColorRole.AlternateBase, inks.raised),
        (QPalette.ColorRole.Text, inks.text),
        (QPalette.ColorRole.Button, inks.raised),
        (QPalette.ColorRole.ButtonText, inks.text),
        (QPalette.ColorRole.PlaceholderText, inks.quiet),
        (QPalette.ColorRole.Highlight, inks.accent),
        (QPalette.ColorRole.HighlightedText, inks.on_accent),
        (QPalette.ColorRole.Link, inks.accent),
        (QPalette.ColorRole.LinkVisited, inks.accent),
        (QPalette.ColorRole.ToolTipBase, inks.raised),
        (QPalette.ColorRole.ToolTipText, inks.text),
    ):
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    application.setFont(QFont(FAMILY, round(SIZE * zoom)))
    return inks


def sheet(theme: Theme, zoom: float = 1.0) -> str:
    """The style sheet with its colours and sizes."""
    inks = INKS[theme]
    text = _NAMED.sub(lambda name: f"{TYPE[name[1]]}pt", style_sheet())
    text = _POINTS.sub(lambda size: f"{round(float(size[1]) * zoom)}{_UNITS[size[2]]}", text)
    # longest names first: `accent_soft` before `accent`
    for name, colour in sorted(inks._asdict().items(), key=lambda item: -len(item[0])):
        text = text.replace(f"@{name}", colour)
    return text.replace("@check", str(resources() / "icons" / TICKS[theme]).replace("\\", "/"))
