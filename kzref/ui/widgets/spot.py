"""Where a reader stands in a text, so that it is found again when the text is laid out anew."""

from typing import NamedTuple


class Spot(NamedTuple):
    """A place in a page that stays the same in other words, letters and columns.

    `anchor` names the stretch at the top of the view. It begins `above` pixels under the edge of the
    view, or is left behind by the `share` of its height that is already scrolled away.
    """

    anchor: str
    above: float
    share: float


def spot(anchor: str, top: float, bottom: float, edge: float) -> Spot:
    """The spot of an edge of the view against a stretch of the page, all in pixels of the page."""
    height = max(bottom - top, 1.0)
    return Spot(anchor, max(top - edge, 0.0), min(max(edge - top, 0.0) / height, 1.0))


def edge(found: Spot, top: float, bottom: float) -> int:
    """How far down the view begins for a spot, when its stretch lies here."""
    return round(top - found.above + found.share * (bottom - top))
