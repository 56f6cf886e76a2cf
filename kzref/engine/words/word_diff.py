"""What changed between two wordings, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKENS = re.compile(r"\w+(?:[-’']\w+)*|\s+|[^\w\s]")


class Op(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of words with what became of it."""

    op: Op
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both wordings in reading order, what was removed before what came instead.

    Joining all but the added pieces gives `before`; joining all but the removed ones, `after`.
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    pieces: list[Piece] = []
    for tag, old_from, old_to, new_from, new_to in _without_islands(steps, old):
        if tag == "equal":
            pieces.append(Piece(op=Op.KEPT, text="".join(old[old_from:old_to])))
            continue
        if old_to > old_from:
            pieces.append(Piece(op=Op.REMOVED, text="".join(old[old_from:old_to])))
        if new_to > new_from:
            pieces.append(Piece(op=Op.ADDED, text="".join(new[new_from:new_to])))
    return tuple(pieces)


def _without_islands(
    steps: Sequence[tuple[str, int, int, int, int]], old: list[str]
) -> Iterator[tuple[str, int, int, int, int]]:
    """The same steps, with a lone blank between two changes counted as changed: it reads better."""
    pending: tuple[int, int, int, int] | None = None
    for place, (tag, *span) in enumerate(steps):
        old_from, old_to, new_from, new_to = span
        is_inside = 0 < place < len(steps) - 1
        is_island = tag == "equal" and is_inside and not "".join(old[old_from:old_to]).strip()
        if tag == "equal" and not is_island:
            if pending is not None:
                yield ("replace", *pending)
                pending = None
            yield (tag, old_from, old_to, new_from, new_to)
        elif pending is None:
            pending = (old_from, old_to, new_from, new_to)
        else:
            pending = (pending[0], old_to, pending[2], new_to)
    if pending is not None:
        yield ("replace", *pending)
