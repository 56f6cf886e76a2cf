"""An article of the Criminal Code as a fact names it, and whether a list of the law holds it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from kzref.engine.facts import Facts
from kzref.model.errors import InputError
from kzref.model.message import Message

_NUMBER = re.compile(r"[0-9]+(?:-[0-9]+)?")
_LONGEST = 40  # letters: a pasted sentence has numbers too, but names no article
_DASHES = str.maketrans("‐‑‒–—−", "------")


class Held(Enum):
    """Whether a list holds an article; `UNSAID`: it holds some parts, and the part is not given."""

    YES = auto()
    NO = auto()
    UNSAID = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedArticle:
    """An article with the units under it that were named: part, then point."""

    number: str
    units: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The spelling of references, without the code: `297(3)`."""
        return self.number + "".join(f"({unit})" for unit in self.units)

    @property
    def reference(self) -> str:
        """The spelling of references: `CC 297(3)`."""
        return f"CC {self}"

    @property
    def named(self) -> Message:
        """The article in a sentence, in the order of the reader's language: `ч. 3 ст. 297 УК`."""
        part, *points = self.units or ("",)
        level = "point" if points else "part" if part else "article"
        return Message(
            f"cited.{level}", {"number": self.number, "part": part, "point": ", ".join(points)}
        )

    @property
    def part(self) -> str | None:
        """The part, where it is named."""
        return self.units[0] if self.units else None

    @property
    def base(self) -> str:
        """The number without its index: 214 for 214-1."""
        return self.number.partition("-")[0]


def cited_article(facts: Facts) -> CitedArticle | None:
    """What the facts `article` and, where the calculator asks for it, `part` name.

    Both may be written with words and brackets: `297(3)`, `ст. 297 ч. 3`, `297-1`.

    Raises:
        InputError: no number in it, a part without its article, or the article names another part
            than the fact `part`.
    """
    if not facts.has("article"):
        if facts.has("part"):
            raise InputError("article.part_alone", fact="part")
        return None
    number, *units = _numbers(facts, "article")
    if facts.has("part"):
        parts = _numbers(facts, "part")
        if units and units != parts[: len(units)]:
            raise InputError("article.two_parts", article=facts.given["article"], part=parts[0])
        units = parts
    return CitedArticle(number=number, units=tuple(units))


def _numbers(facts: Facts, name: str) -> list[str]:
    written = facts.given[name]
    found = _NUMBER.findall(written.translate(_DASHES))
    if not found or len(written) > _LONGEST:
        raise InputError("article.unreadable", fact=name, value=written)
    return found


def held(items: Iterable[str], cited: CitedArticle) -> Held:
    """Whether a list of articles, each with its units, holds the one that is cited."""
    answers = {_holds(item, cited) for item in items}
    return next((one for one in (Held.YES, Held.UNSAID) if one in answers), Held.NO)


def _holds(item: str, cited: CitedArticle) -> Held:
    number, *units = re.findall(r"[\d-]+", item)
    if number != cited.number:
        return Held.NO
    shared = min(len(units), len(cited.units))
    if tuple(units[:shared]) != cited.units[:shared]:
        return Held.NO
    return Held.YES if shared == len(units) else Held.UNSAID
