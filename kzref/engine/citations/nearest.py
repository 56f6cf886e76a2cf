"""The existing places nearest to one that does not exist: larger units, then neighbours by number."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kzref.model.document import Place
from kzref.model.pinpoint import Pinpoint, number_order
from kzref.model.reference import Citable, parse_reference

_MOST = 4


class Neighbours:
    """Knows all places of an edition."""

    def __init__(self, places: Iterable[str]) -> None:
        """Learn the places, in the spelling of data."""
        siblings: dict[str, list[tuple[tuple[int, ...], str]]] = {}
        for place in places:
            above = _above(place)
            if above:
                siblings.setdefault(above, []).append((number_order(place[len(above) :]), place))
        self._siblings = {above: sorted(held) for above, held in siblings.items()}
        self._known = {place for held in self._siblings.values() for _, place in held}

    def nearest(self, meant: Citable) -> tuple[Citable, ...]:
        """The unit around it that exists, then the next lower and higher of its kind."""
        found = [*self._around(meant), *self._beside(str(meant))]
        return tuple(dict.fromkeys(map(parse_reference, found)))[:_MOST]

    def _around(self, meant: Citable) -> Iterator[str]:
        if isinstance(meant, Place):
            paragraph = meant.number.partition(".b")[0]
            for number in (paragraph, "head"):
                place = str(Place(document=meant.document, section=meant.section, number=number))
                if place in self._known:
                    yield place
                    return
            return
        larger: Pinpoint | None = meant
        while larger is not None and larger.article is not None:
            if str(larger) in self._known:
                yield str(larger)
                return
            base, hyphen, _ = larger.article.rpartition("-")
            if hyphen and larger.parent is not None and larger.parent.article is None:
                larger = Pinpoint(key=larger.key, article=base)
            else:
                larger = larger.parent

    def _beside(self, place: str) -> Iterator[str]:
        above = _above(place)
        while above and above not in self._siblings:
            place, above = above, _above(above)
        held = self._siblings.get(above, [])
        at = bisect_left(held, (number_order(place[len(above) :]), place))
        yield from (
            found for _, found in (*reversed(held[max(0, at - 1) : at]), *held[at : at + 1])
        )


def _above(place: str) -> str:
    """The spelling up to the last number: the act before an article, the article before a part."""
    if place.endswith(")") and "(" in place.rpartition(" ")[2]:
        return place.rpartition("(")[0]
    head, note, _ = place.partition(" note")
    if note:
        return head
    head, bullet, _ = place.rpartition(".b")
    return head if bullet else place.rpartition(" ")[0]
