"""The numbers that Word itself puts before paragraphs: worked out from the lists of the file.

Word keeps no number in the text: a paragraph, or its style, names a list and a level, the list
says how the level looks (`%1.`, `%1)`, `Статья %1.`), and Word counts as it lays the text out.
"""

from collections.abc import Iterator
from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS: Final = 9
_MOST_STEPS: Final = 20  # of styles based on styles
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"  # Word leaves out ё, й, ъ, ы, ь
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST: Final = 9999
BULLET: Final = "•"


class Numbering:
    """Counts through one document."""

    def __init__(self, lists: Any, styles: Any) -> None:  # noqa: ANN401 - lxml has no types
        """Use the lists and styles of the file; either may be None."""
        self._abstract = {_value(one, "abstractNumId"): one for one in _under(lists, "abstractNum")}
        self._lists = {_value(one, "numId"): one for one in _under(lists, "num")}
        self._styles = {_value(one, "styleId"): one for one in _under(styles, "style")}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()
        self.worked_out = self.unknown = 0

    def number(self, paragraph: Any) -> str:  # noqa: ANN401
        """The number that Word shows before this paragraph; empty when it shows none."""
        name, level = self._place(paragraph)
        if name in {"", "0"}:
            return ""
        found = self._lists.get(name)
        abstract = self._abstract.get(_child(found, "abstractNumId")) if found is not None else None
        if found is None or abstract is None:
            self.unknown += 1
            return ""
        counts = self._counts.setdefault(_child(found, "abstractNumId"), [0] * _LEVELS)
        levels = _levels(abstract)
        levels.update(self._overrides(found, name, counts))
        if level not in levels:
            self.unknown += 1
            return ""
        counts[level] = counts[level] + 1 if counts[level] else _start(levels[level])
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        shown = self._shown(levels, level, counts)
        self.worked_out += bool(shown) and shown != BULLET
        return shown

    def _place(self, paragraph: Any) -> tuple[str, int]:  # noqa: ANN401
        """The list and the level of a paragraph, its own or those of its style."""
        properties = paragraph.find(f"{_W}pPr")
        name, level = _named(properties)
        style = _child(properties, "pStyle") if properties is not None else ""
        for _ in range(_MOST_STEPS):
            if name or style not in self._styles:
                break
            found = self._styles[style]
            name, of_style = _named(found.find(f"{_W}pPr"))
            level = of_style if level is None else level
            style = _child(found, "basedOn")
        return name, min(level or 0, _LEVELS - 1)

    def _overrides(self, found: Any, name: str, counts: list[int]) -> dict[int, Any]:  # noqa: ANN401
        changed = {}
        for override in found.findall(f"{_W}lvlOverride"):
            level = _figure(_value(override, "ilvl"))
            start = _child(override, "startOverride")
            if start and name not in self._begun and level < _LEVELS:
                counts[level] = _figure(start) - 1
            if (own := override.find(f"{_W}lvl")) is not None:
                changed[level] = own
        self._begun.add(name)
        return changed

    def _shown(self, levels: dict[int, Any], level: int, counts: list[int]) -> str:
        if _child(levels[level], "numFmt") == "bullet":
            return BULLET
        text = _child(levels[level], "lvlText")
        for at in range(level + 1):
            if f"%{at + 1}" in text and at in levels:
                count = counts[at] or _start(levels[at])
                written = _written(count, _child(levels[at], "numFmt"))
                if written is None:
                    self.unknown += 1
                    return ""
                text = text.replace(f"%{at + 1}", written)
        return str(text).strip()


def _written(count: int, form: str) -> str | None:
    """A number in a form of Word; None in one that is not known here."""
    if not 0 <= count <= _LARGEST:
        return None
    if form in {"decimal", ""}:
        return str(count)
    if form == "decimalZero":
        return f"{count:02}"
    if form == "none":
        return ""
    if form in {"lowerRoman", "upperRoman"}:
        return _roman(count) if form == "upperRoman" else _roman(count).lower()
    letters = {"Letter": _LATIN, "russian": _RUSSIAN}
    for kind, alphabet in letters.items():
        if kind in form and count:
            again, place = divmod(count - 1, len(alphabet))
            letter = alphabet[place] * (again + 1)
            return letter.upper() if "pper" in form else letter
    return None


def _roman(count: int) -> str:
    written = ""
    for value, figure in _ROMAN:
        again, count = divmod(count, value)
        written += figure * again
    return written


def _levels(abstract: Any) -> dict[int, Any]:  # noqa: ANN401
    return {_figure(_value(level, "ilvl")): level for level in abstract.findall(f"{_W}lvl")}


def _named(properties: Any) -> tuple[str, int | None]:  # noqa: ANN401
    numbered = properties.find(f"{_W}numPr") if properties is not None else None
    if numbered is None:
        return "", None
    level = _child(numbered, "ilvl")
    return _child(numbered, "numId"), _figure(level) if level else None


def _start(level: Any) -> int:  # noqa: ANN401
    return _figure(_child(level, "start") or "1")


def _figure(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= 4 else 0  # noqa: PLR2004


def _child(element: Any, name: str) -> str:  # noqa: ANN401
    child = element.find(f"{_W}{name}")
    return "" if child is None else _value(child, "val")


def _value(element: Any, name: str) -> str:  # noqa: ANN401
    return str(element.get(f"{_W}{name}") or "")


def _under(element: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    return iter(()) if element is None else iter(element.findall(f"{_W}{name}"))
