"""Words that differ by a slip of the hand.

Found without a library for edit distances, which takes 4 MB of memory for the sake of a few words: most words
are passed over because they hold no piece of what was typed, and the others are compared one by one.
"""

from collections.abc import Iterable
from itertools import pairwise


def nearest(word: str, lines: str, *, slips: int, most: int) -> list[tuple[str, int]]:
    """The words that a few slips turn into this one, with their number, fewest first.

    A slip is a letter too many, missing, another, or two that changed places.

    Args:
        word: of more letters than slips.
        lines: the words to choose from, each on a line of its own.
        slips: so many at most.
        most: so many words, in the order of their letters among those with equally many slips.
    """
    made = ((_slips(word, other, slips), other) for other in _sharing(word, lines, slips))
    found = sorted(one for one in made if one[0] <= slips)
    return [(other, number) for number, other in found[:most]]


def _sharing(word: str, lines: str, slips: int) -> Iterable[str]:
    """The lines that hold a piece of the word about where it stands in the word."""
    found: set[str] = set()
    for place, piece in _pieces(word, slips):
        at = lines.find(piece)
        while at >= 0:
            start = lines.rfind("\n", 0, at) + 1
            end = at + 1
            if abs(at - start - place) <= slips:
                end = lines.find("\n", at) % (len(lines) + 1)  # the last line ends with them all
                found.add(lines[start:end])
            at = lines.find(piece, end)
    return found


def _pieces(word: str, slips: int) -> set[tuple[int, str]]:
    """Pieces of a word with their places, one of which so many slips leave whole.

    Of one piece more than slips one is left, unless letters changed places over the seam of two pieces: then
    the word with these letters changed is fewer slips away.
    """
    cuts = [len(word) * number // (slips + 1) for number in range(slips + 2)]
    found = {(start, word[start:end]) for start, end in pairwise(cuts)}
    for seam in cuts[1:-1]:
        swapped = word[: seam - 1] + word[seam] + word[seam - 1] + word[seam + 1 :]
        found |= _pieces(swapped, slips - 1)
    return found


def _slips(one: str, other: str, most: int) -> int:
    """How many slips lie between two words, or some number above `most` where more do.

    The distance of optimal string alignment: what has been changed is not changed again.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))  # to the beginnings of the other, from none of the one
    for at, letter in enumerate(one):
        above, row = row, [at + 1]
        for to, its in enumerate(other):
            if letter == its:
                row.append(above[to])
                continue
            fewest = min(above[to], above[to + 1], row[to])
            if at and to and letter == other[to - 1] and its == one[at - 1]:
                fewest = min(fewest, before[to - 1])
            row.append(fewest + 1)
        if min(row) > most:
            return min(row)
        before = above
    return row[-1]
