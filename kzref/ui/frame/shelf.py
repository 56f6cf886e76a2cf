"""The pages of the window, one in front of the others; each is built when it is first visited."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from kzref.ui.context import Context
from kzref.ui.pages.page import Page
from kzref.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzref.ui.slices import Slices


class Shelf(QStackedWidget):
    """Knows the pages by their names."""

    built = Signal(object)  # a page that was not there before
    turned = Signal(str)  # the page that is in front now

    def __init__(self, context: Context) -> None:
        """Begin with no page."""
        super().__init__()
        self._context = context
        self.pages: dict[str, Page] = {}
        self._stale: dict[str, bool] = {}  # pages not yet of the day; True: nor of the language
        self.setMinimumSize(1, 1)  # a page never widens the window, nor heightens it

    def page(self, name: str) -> Page:
        """A page, built now if it was not yet."""
        if name not in self.pages:
            self.pages[name] = page = _built(name, self._context)
            self.addWidget(page)  # first: what moves into another widget is dressed once more
            self._context.wardrobe.dress(page, *page.kinds)
            page.speak()
            self.built.emit(page)
        self._make_current(name)
        return self.pages[name]

    def show_page(self, name: str) -> Page:
        """Bring a page to the front."""
        page = self.page(name)
        self.setCurrentWidget(page)
        self.turned.emit(name)
        return page

    @property
    def front(self) -> Page | None:
        """The page in front."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def current(self) -> str:
        """The name of the page in front."""
        return self.front.name if self.front is not None else ""

    def renew(self, *, words: bool) -> None:
        """The page in front at once; the others when they are asked for, or nothing else is.

        With `words` they are said in the language anew, else only shown under the day of the context.
        """
        for name in self.pages:
            self._stale[name] = words or self._stale.get(name, False)
        if self.current:
            self._make_current(self.current)
        if self._stale:
            self._catching_up.begin(self._catch_up(), at_once=0)

    def let_go(self) -> None:
        """Empty the reading panes in front: they are about to be written anew, where the reader is."""
        if self.front is not None:
            _let_go(self.front)

    @cached_property
    def _catching_up(self) -> "Slices":
        from kzref.ui.slices import Slices  # noqa: PLC0415 - not before a second page

        return Slices(self, is_behind=True)

    def _catch_up(self) -> "Iterator[None]":
        while self._stale:
            name = next(iter(self._stale))
            self._freshen(name)
            yield
            self._make_current(name)
            yield

    def _freshen(self, name: str) -> None:
        page = self.pages[name]
        if self._context.wardrobe.is_stale(page):
            _let_go(page)
            self._context.wardrobe.freshen(page)

    def _make_current(self, name: str) -> None:
        self._freshen(name)
        page = self.pages[name]
        match self._stale.pop(name, None):
            case True:
                page.speak()
            case False:
                page.refresh()

    def forget(self) -> None:
        """Empty what was entered on any page."""
        for page in self.pages.values():
            page.forget()


def _built(name: str, context: Context) -> Page:
    """A new page; its module is loaded only now, so that the window starts quickly."""
    from importlib import import_module  # noqa: PLC0415 - belongs to this one line

    module = import_module(f"kzref.ui.pages.{name}_page")
    page: Page = getattr(module, f"{name.title()}Page")(context)
    return page


def _let_go(page: Page) -> None:
    for reader in page.findChildren(Reader):
        reader.let_go()
