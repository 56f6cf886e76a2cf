"""Opens what `resources/` holds: fonts, icons, the style sheet."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QSize, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QApplication

from kzref.paths import resources

FAMILY = "IBM Plex Sans"
SIZE = 11  # points
AFTER_START = 300  # milliseconds: what the first look does not need is loaded then


def install_font(application: QApplication) -> bool:
    """Load the bundled font and use it everywhere; False when it is missing.

    Slanted letters, which the first page does not have, follow when the window stands.
    """
    loaded = _load("IBMPlexSans[[]*.ttf")
    application.setFont(QFont(FAMILY, SIZE))
    QTimer.singleShot(AFTER_START, lambda: _load("*Italic*.ttf"))
    return loaded


def load_font() -> bool:
    """Load the bundled font, which has every Kazakh letter; False when it is missing."""
    return _load("*.ttf")


@cache
def _load(names: str) -> bool:
    import fontpkg_ibm_plex_sans  # noqa: PLC0415 - the font is looked for only here

    folder = Path(str(fontpkg_ibm_plex_sans.__file__)).parent / "files"
    loaded = [
        QFontDatabase.addApplicationFont(str(path)) != -1 for path in sorted(folder.glob(names))
    ]
    return bool(loaded) and all(loaded)


@cache
def style_sheet() -> str:
    """The style sheet with its colours still named."""
    return (resources() / "styles" / "kzref.qss").read_text(encoding="utf-8")


@cache
def icon(name: str, colour: str, size: int = 22) -> QIcon:
    """A one-colour icon, drawn crisply for ordinary and for dense screens."""
    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
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
