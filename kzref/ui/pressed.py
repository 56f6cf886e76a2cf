"""Which keys a press means, in any layout, for views that take all keys themselves."""

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from kzref.ui.keys import chords


def pressed(event: QKeyEvent) -> tuple[str, ...]:
    """The chords that the press may mean, likeliest first: `F`, `Right`, `Ctrl+=`."""
    return chords(
        QKeySequence(event.key()).toString(),
        event.modifiers().value & ~0x20000000,  # a key of the number pad is that key
        scan=event.nativeScanCode(),
        virtual=event.nativeVirtualKey(),
        platform=QGuiApplication.platformName(),
    )
