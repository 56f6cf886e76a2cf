"""O: from an answer, a clock or a digest to the law that stands behind it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window asks, not the other way round
    from kzref.ui.main_window import MainWindow

_TOLD = 8000  # milliseconds that a refusal stays in the status bar


def open_source(window: "MainWindow") -> None:
    """Open the source of the page in front, else the law of the first clock; say when there is none."""
    context, page = window.context, window.page(window.current)
    clocks = (one.references[0] for one in context.clocks.all if one.references)
    place = page.source or next(clocks, "")
    if place and place != page.place:
        window.open(place)
    else:
        window.statusBar().showMessage(context.words("source.none"), _TOLD)
