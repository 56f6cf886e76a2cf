"""A pointer to a place in an act, in the one spelling that all data use: `CPC 131(4)(5)`.

How people write citations, in three languages, is the business of `kzref.engine.citations.citation`.
"""

import re
from dataclasses import dataclass

_ARTICLE = r"\d+(?:-\d+)*"
_CANONICAL = re.compile(
    rf"(?P<key>[A-Z][A-Za-z0-9-]*)"
    rf"(?: (?P<article>{_ARTICLE})(?P<parts>(?:\((?:\d+(?:-\d+)*|[a-z])\))*)"
    rf"(?: note(?: (?P<note>\d+))?)?)?"
)
_PART = re.compile(r"\(([^)]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Pinpoint:
    """A place in an act: the key of the act, an article, and the units under it, outermost first."""

    key: str
    article: str | None = None
    units: tuple[str, ...] = ()
    note: str | None = None

    def __str__(self) -> str:
        """The spelling used in data, which `parse` reads back."""
        if self.article is None:
            return self.key
        units = "".join(f"({unit})" for unit in self.units)
        note = "" if self.note is None else f" note {self.note}".rstrip()
        return f"{self.key} {self.article}{units}{note}"

    @property
    def at(self) -> str:
        """The place under its article: "" for the whole article, `(4)(5)`, `note 1`."""
        if self.note is not None:
            return f"note {self.note}".rstrip()
        return "".join(f"({unit})" for unit in self.units)

    @property
    def eid(self) -> str:
        """Stable id of the place inside the act, as `art_131__para_4__point_5`."""
        if self.article is None:
            return ""
        levels = ("para", "point", "subpoint", "item")
        steps = [f"art_{self.article}"]
        steps += [f"{level}_{unit}" for level, unit in zip(levels, self.units, strict=False)]
        if self.note is not None:
            steps.append(f"note_{self.note}".rstrip("_"))
        return "__".join(steps)

    @property
    def parent(self) -> "Pinpoint | None":
        """The next larger citable unit; None for a whole act."""
        if self.article is None:
            return None
        if self.note is not None:
            return Pinpoint(key=self.key, article=self.article)
        if self.units:
            return Pinpoint(key=self.key, article=self.article, units=self.units[:-1])
        return Pinpoint(key=self.key)

    @classmethod
    def parse(cls, text: str) -> "Pinpoint":
        """Read the spelling used in data.

        Raises:
            ValueError: the text is not in that spelling.
        """
        match = _CANONICAL.fullmatch(text)
        if match is None:
            raise ValueError(f"not a reference: {text!r}; write it like CPC 131(4)(5)")
        note = (match["note"] or "") if " note" in text else None
        return cls(
            key=match["key"],
            article=match["article"],
            units=tuple(_PART.findall(match["parts"] or "")),
            note=note,
        )


def number_order(number: str) -> tuple[int, ...]:
    """Sort key of an article's number: 9 < 10 < 65 < 65-1 < 66."""
    return tuple(int(step) for step in re.findall(r"\d+", number)) or (0,)
