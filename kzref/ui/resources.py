"""Opens what the bundle brings for the eye: fonts, icons, the style sheet."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from kzref.paths import fonts, resources

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QAbstractButton, QWidget

FAMILY = "Kzref Sans"  # so the compiler calls what it cuts
SIZE = 11  # points
LETTERS = "ӘҒҚҢӨҰҮҺІәғқңөұүһіЁёЪъЫыЭэ№«»—₸"


def install_font(application: QApplication) -> bool:
    """Load the bundled font and use it everywhere; False when it is missing.

    Slanted letters, which the first page does not have, follow with `load_font`.
    """
    loaded = _load("*-Regular.ttf") and _load("*-Bold.ttf")
    application.setFont(QFont(FAMILY, SIZE))
    return loaded


def load_font() -> bool:
    """Load the bundled font, which has every Kazakh letter; False when it is missing."""
    return all([_load("*-Regular.ttf"), _load("*-Bold.ttf"), _load("*Italic*.ttf")])


@cache
def _load(names: str) -> bool:
    loaded = [QFontDatabase.addApplicationFont(str(path)) != -1 for path in _font_files(names)]
    return bool(loaded) and all(loaded)


def _font_files(names: str) -> list[Path]:
    return sorted(fonts().glob(names))


def has_every_letter() -> bool:
    """Whether the bundled font has all letters and signs of the three languages."""
    from PySide6.QtGui import QRawFont  # noqa: PLC0415 - only for this check

    fonts = [QRawFont(str(path), SIZE) for path in _font_files("*.ttf")]
    return bool(fonts) and all(
        font.supportsCharacter(ord(one)) for font in fonts for one in LETTERS
    )


@cache
def style_sheet() -> str:
    """The style sheet with its colours still named."""
    return _text("styles", "kzref.qss")


def _text(room: str, name: str) -> str:
    """What a file holds; nothing when it is missing or damaged, which the integrity check names."""
    try:
        return (resources() / room / name).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def dress(button: "QAbstractButton", name: str, colour: str, size: int = 22) -> None:
    """Put an icon on a button: after the first look, for its words make the window usable."""
    button.setIcon(icon(name, colour, size))


def dress_window(window: "QWidget", name: str, colour: str) -> None:
    """Give a window its icon."""
    window.setWindowIcon(icon(name, colour, 64))


@cache
def icon(name: str, colour: str, size: int = 22) -> "QIcon":
    """A one-colour icon, drawn crisply for ordinary and for dense screens."""
    from PySide6.QtCore import QBuffer, QByteArray, QSize  # noqa: PLC0415 - after the first look
    from PySide6.QtGui import QIcon, QImageReader, QPixmap  # noqa: PLC0415

    drawing = _text("icons", f"{name}.svg")
    data = QByteArray(drawing.replace("currentColor", colour).encode())
    result = QIcon()
    for scale in (1, 2):
        buffer = QBuffer(data)
        reader = QImageReader(buffer, b"svg")  # Qt's own plugin: no Python module to load
        reader.setScaledSize(QSize(size * scale, size * scale))
        pixmap = QPixmap.fromImageReader(reader)
        pixmap.setDevicePixelRatio(scale)
        result.addPixmap(pixmap)
    return result
