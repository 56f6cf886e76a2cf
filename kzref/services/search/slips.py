"""Words that differ by a slip of the hand."""

from collections.abc import Iterable


def nearest(word: str, words: Iterable[str], *, slips: int, most: int) -> list[tuple[str, int]]:
    """The words that a few slips turn into this one, with their number, fewest first.

    A slip is a letter too many, missing, another, or two that changed places.
    """
    from rapidfuzz import process  # noqa: PLC0415 - 3 MB; most queries have no slip
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    choices = list(words)
    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=most)
    return [(match[0], int(match[1])) for match in found]
