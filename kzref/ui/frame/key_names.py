"""The names of keys as they stand on the keyboards of those who read them."""

from kzref.services.catalogue import Catalogue

SIGNS = {
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "PgDown": "PgDn",
}  # fmt: skip
"""What is printed on the key is the same in the three languages."""


def written(chord: str, words: Catalogue) -> str:
    """A chord to be read: `Shift+Right` is `Shift+→`; only the space bar has a name in each language."""
    *held, key = [chord] if len(chord) == 1 else chord.split("+")
    if key == "Space":
        return "+".join([*held, words("keyboard.space")])
    return "+".join([*held, SIGNS.get(key, key)])
