"""From place to place: which page opens a place, the way there and the way back."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from kzref.ui.frame.rail import TABS
from kzref.ui.frame.trail import Stop, Trail

if TYPE_CHECKING:
    from kzref.ui.frame.inquiry import Inquiry
    from kzref.ui.frame.shelf import Shelf
    from kzref.ui.pages.page import Page

BY_KIND = {
    "own": ("own",), "import": ("import",), "calc": ("calculators",), "checklist": ("checklists",),
    "recommendation": ("recommendations",),
}  # fmt: skip
"""Which page opens a place that begins with its kind; else it is a register of the documents."""
PLAIN = ("law", "documents", "own")
"""Pages that may know a place without a kind, as `CPC 131`: no other page is built to ask it."""


class Journey:
    """Goes through the pages of a shelf, and remembers where it came from."""

    def __init__(self, shelf: "Shelf", inquiry: "Inquiry") -> None:
        """Begin with no way behind."""
        self._shelf, self._inquiry = shelf, inquiry
        self._trail = Trail()

    @property
    def here(self) -> Stop:
        """Where the reader is."""
        page = self._shelf.page(self._shelf.current or TABS[0])
        return Stop(page=page.name, place=page.place, scroll=page.scrolled)

    def leave(self) -> None:
        """Remember where the reader is, who goes elsewhere."""
        self._trail.leave(self.here)

    def go_to(self, name: str) -> None:
        """Turn to a page as the reader left it."""
        self._inquiry.drop()
        self.leave()
        self._turn_to(name)

    def open(self, place: str) -> None:
        """Go to a place, whichever page it is on."""
        self._inquiry.drop()
        if place.startswith("search:"):
            self._inquiry.put(place.removeprefix("search:"))
            return
        before = self.here
        kind, colon, _rest = place.partition(":")
        for name in BY_KIND.get(kind, ("documents",)) if colon else PLAIN:
            if self._shelf.page(name).open(place):
                self._trail.leave(before)
                self._turn_to(name)
                return

    def back(self) -> None:
        """Return to the place before, as it stood."""
        stop = self._trail.back()
        if stop is not None:
            page = self._turn_to(stop.page)
            if stop.place and page.place != stop.place:
                page.open(stop.place)
            page.scroll_to(stop.scroll)

    def bring_back(self, name: str, place: str, scroll: int) -> None:
        """Show a page where it was left in another session."""
        self.leave()
        page = self._shelf.page(name)
        if place:
            page.open(place)
        self._shelf.show_page(name)
        page.scroll_to(scroll)

    def forget(self) -> None:
        """Begin anew at the start page, with no way back."""
        self._trail = Trail()
        self._shelf.show_page("start")

    def _turn_to(self, name: str) -> "Page":
        """Show a page and give it the keyboard, unless it has it; the start page is for asking."""
        focus = QApplication.focusWidget()
        has_keyboard = focus is not None and self._shelf.page(name).isAncestorOf(focus)
        page = self._shelf.show_page(name)
        if name == "start":
            self._inquiry.field.setFocus()
        elif not has_keyboard:
            page.take_focus()
        return page
