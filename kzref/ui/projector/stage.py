"""The two looks of what is shown large: black on ivory, and ivory on black."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Colours for reading from afar; each ink has a contrast of 7 or more on its ground.

    `lit` is the ground under what the presenter points at.
    """

    ground: str
    ink: str
    quiet: str
    line: str
    alarm: str
    lit: str


IVORY = Stage(
    ground="#fffdf1", ink="#000000", quiet="#46423a", line="#b9b29d", alarm="#8c1410", lit="#ffe08a"
)
NIGHT = Stage(
    ground="#0e0e0d", ink="#fbf6e6", quiet="#c9c2b0", line="#5a564c", alarm="#ffb3a8", lit="#574800"
)
