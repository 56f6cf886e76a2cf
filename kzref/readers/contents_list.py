"""Finds the list of contents: headings without text under them, that all come again later."""

from collections.abc import Sequence

from kzref.readers.marks import Claim, Mark

_SHORTEST = 3
_TITLES = frozenset({Claim.HEADING, Claim.ARTICLE})


def contents_length(marks: Sequence[Mark]) -> range:
    """The paragraphs that are the list of contents; an empty range where there is none.

    The list ends where its first entry comes again.
    """
    headings = [at for at, mark in enumerate(marks) if mark.claim in _TITLES]
    if not headings:
        return range(0)
    first = headings[0]
    name = _name(marks[first])
    for count, at in enumerate(headings[1:], start=1):
        if _name(marks[at]) == name:
            listed = [other for other in headings[:count] if other < at]
            numbered = sum(mark.claim in {Claim.PART, Claim.POINT} for mark in marks[first:at])
            if len(listed) >= _SHORTEST and numbered <= len(listed) // 4:
                return range(first, at)
            return range(0)
    return range(0)


def _name(mark: Mark) -> tuple[str, str]:
    return mark.level, mark.number or mark.rest.lower()
