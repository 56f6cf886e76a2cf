"""Which key was pressed, whatever layout is on: a shortcut belongs to the key, not to the letter on it.

A *chord* is written as on a Latin keyboard: `D`, `/`, `?`, `Ctrl+Shift+C`, `F8`. In the Russian and
Kazakh layouts the letter keys type Cyrillic, and in the Kazakh one most of the digit row does, too.
Where the key itself is known (its scan code), it decides; else the character does, as far as it is
unmistakable. Pure: no Qt.
"""

SHIFT, CONTROL, ALT, META = 0x02000000, 0x04000000, 0x08000000, 0x10000000
"""Qt's bits for the modifiers; the Qt namespace is too dear to load at the start."""

_ROWS = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 44: "ZXCVBNM,./"}
_SCANNED = {first + at: key for first, row in _ROWS.items() for at, key in enumerate(row)}
"""Scan codes of the main block: the same in Windows (set 1) and Linux (evdev; X11 adds 8)."""

_APPLE = {
    code: key
    for code, key in enumerate("ASDFHGZXCV?BQWERYT123465=97-80]OU[IP?LJ'K;?,/NM.")
    if key != "?"
}
"""Virtual codes of macOS, which name keys and not letters there."""

_LETTERS = dict(
    zip(
        "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬӘІҢҒҮҰҚӨҺ№",
        "QWERTYUIOPASDFGHJKLZXCVBNM2345890-=/",
        strict=True,
    )
)
"""Where the key is not known: letters of the Russian and of the Kazakh layout that mean one key."""

_SHIFTED = {"/": "?", ";": ":", "=": "+"}  # signs that some chords are named by


def chords(key: str, held: int, *, scan: int, virtual: int, platform: str) -> tuple[str, ...]:
    """The chords that a key press may mean, likeliest first.

    Args:
        key: the name that Qt gives the key in this layout: `D`, `В`, `?`, `F8`, `Backspace`.
        held: the modifiers, as Qt's bits.
        scan: the native scan code; 0 when it is not known.
        virtual: the native virtual key.
        platform: Qt's name of the platform: `xcb`, `wayland`, `windows`, `cocoa` ...
    """
    meant = [_chord(key, held)]
    if not (key.isascii() and (key.isalnum() or len(key) > 1)):  # neither a Latin letter nor a name
        at = _physical(scan, virtual, platform) or _LETTERS.get(key.upper(), "")
        if at:
            meant.append(_chord(at, held))
    return tuple(dict.fromkeys(meant))


def _physical(scan: int, virtual: int, platform: str) -> str:
    if platform == "cocoa":
        return _APPLE.get(virtual, "")
    return _SCANNED.get(scan if platform == "windows" else scan - 8, "")


def _chord(key: str, held: int) -> str:
    """The name of a chord; a sign that needs Shift in some layout is named without it."""
    if held & SHIFT:
        key = _SHIFTED.get(key, key)
    names = [("Ctrl", CONTROL), ("Alt", ALT), ("Shift", SHIFT), ("Meta", META)]
    if len(key) == 1 and not key.isalnum():
        names = [(name, bit) for name, bit in names if bit != SHIFT]
    return "+".join([*(name for name, bit in names if held & bit), key])
