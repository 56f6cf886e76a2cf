"""The shell: puts bar, tabs and pages together and goes from place to place. No page content here."""

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kzref.ui import theme
from kzref.ui.background import Housekeeping
from kzref.ui.clock_watch import steady_seconds
from kzref.ui.context import Context
from kzref.ui.frame.bar import TopBar
from kzref.ui.frame.commands import add_commands
from kzref.ui.frame.keyboard import Keyboard
from kzref.ui.frame.memory import Memory
from kzref.ui.frame.preferences import Preferences
from kzref.ui.frame.rail import TABS, TabRail
from kzref.ui.frame.sheets import Sheets
from kzref.ui.frame.trail import Stop, Trail
from kzref.ui.own.dropping import Dropping
from kzref.ui.pages.page import Page
from kzref.ui.printing import Printing
from kzref.ui.searching import Searching
from kzref.ui.showing import Showing
from kzref.ui.slices import Slices
from kzref.ui.widgets.reader import Reader

if TYPE_CHECKING:  # loaded when first needed
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from kzref.services.search_answer import Found
    from kzref.ui.frame.clock_rail import ClockRail
    from kzref.ui.frame.notice import Notice
    from kzref.ui.widgets.find_bar import FindBar

CRAMPED = 860  # pixels at the usual size of letters: below, the search box has its own line
LOW = 340  # pixels at the usual size of letters: below, the line at the foot gives way to the page
WIDE = 1500  # pixels at the usual size of letters: below, the tabs show no words beside clocks
NARROW = 1180  # pixels at the usual size of letters: below, the rails show no words

__all__ = ["TABS", "MainWindow"]

BY_KIND = {
    "own": ("own",), "import": ("import",), "calc": ("calculators",), "checklist": ("checklists",),
    "recommendation": ("recommendations",),
}  # fmt: skip
"""Which page opens a place that begins with its kind; else it is a register of the documents."""


def _page(name: str, context: Context) -> Page:
    """Build a page; its module is loaded only now, so that the window starts quickly."""
    from importlib import import_module  # noqa: PLC0415 - belongs to this one line

    module = import_module(f"kzref.ui.pages.{name}_page")
    page: Page = getattr(module, f"{name.title()}Page")(context)
    page.speak()
    return page


class MainWindow(QMainWindow):
    """The window of kzref."""

    def __init__(self, context: Context) -> None:
        """Build the shell; pages are built when they are first visited."""
        super().__init__()
        self.context = context
        self.pages: dict[str, Page] = {}
        self._stale: dict[str, bool] = {}  # pages not yet of the day; True: nor of the language
        self._catching_up = Slices(self)
        self._trail = Trail()
        self._housekeeping = Housekeeping(self)
        self._keyboard = Keyboard(context.actions, lambda: self.current, self)
        self._build()
        self._connect()
        self.sheets = Sheets(self, context)
        self.showing = Showing(self)
        self.printing = Printing(self)
        self.preferences = Preferences(self, self._middle)
        add_commands(self)
        self._speak()
        self.show_page("start")
        self._search.setFocus()
        self.resize(1366, 768)
        self.memory = Memory(self)

    def _build(self) -> None:
        self.bar, self._rail = TopBar(self.context), TabRail()
        self._search, self._tabs = self.bar.search, self._rail.buttons
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)  # a page never widens the window, nor heightens it
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addWidget(self._stack, 1)
        self._middle = middle
        self.clock_rail: ClockRail | None = None
        self._notice: Notice | None = None
        desk = QWidget()
        desk.setObjectName("desk")
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        self._column = column
        self._find_bar: FindBar | None = None
        self.setCentralWidget(desk)
        self.statusBar().setSizeGripEnabled(False)
        self._status = QLabel()
        self._status.setContentsMargins(10, 0, 10, 0)
        self._status.setMinimumWidth(1)  # cut short rather than widen the window
        self.statusBar().addWidget(self._status, 1)

    def _connect(self) -> None:
        context, bar = self.context, self.bar
        self._searching = Searching(self._search, context, lambda: self.current)
        self._searching.answered.connect(self._on_answered)
        self._searching.leads.connect(self.open)
        self._searching.emptied.connect(self._on_emptied)
        self._searching.told.connect(self._status.setText)
        bar.day.picked.connect(context.set_as_of)
        bar.day.today_button.clicked.connect(lambda: context.set_as_of(context.today))
        bar.home.connect(lambda: self.go_to("start"))
        bar.spoken.connect(context.speak)
        bar.recoloured.connect(self.next_theme)
        self._rail.chosen.connect(self.go_to)
        context.language_changed.connect(self._speak)
        context.as_of_changed.connect(self._on_as_of_changed)
        context.opened.connect(self.open)
        context.clocks.changed.connect(self._on_clocks_changed)
        context.ticked.connect(self._look_at_the_clock)
        self._dropping = Dropping(self, (self._search,), self.bring)

    def event(self, event: QEvent) -> bool:
        """Take a key that nobody took for typing, when the table of actions knows it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and not self.sheets.is_hidden
            and self._keyboard.takes(cast("QKeyEvent", event))
        ):
            event.accept()
            return True
        return super().event(event)

    def _speak(self) -> None:
        self.setWindowTitle(self.context.words("window.title"))
        self.bar.speak(self.context)
        self._rail.speak(self.context)
        self._show_day()
        self._arrange()
        if self._find_bar is not None:
            self._find_bar.speak(self.context.words)
        if self.clock_rail is not None:
            self.clock_rail.speak()
        self._renew(words=True)

    def _renew(self, *, words: bool) -> None:
        """The page in front at once; the others when they are asked for, or nothing else is."""
        for name in self.pages:
            self._stale[name] = words or self._stale.get(name, False)
        if self.current:
            self._make_current(self.current)
        self._catching_up.begin(self._catch_up(), at_once=0)

    def _catch_up(self) -> "Iterator[None]":
        while self._stale:
            self._make_current(next(iter(self._stale)))
            yield

    def _make_current(self, name: str) -> None:
        match self._stale.pop(name, None):
            case True:
                self.pages[name].speak()
            case False:
                self.pages[name].refresh()

    def _show_day(self) -> None:
        context = self.context
        self.bar.day.show_day(context.as_of, is_today=context.is_as_of_today)
        meta = context.desk.database.meta
        edition, through = meta["edition"], date.fromisoformat(meta["verified_through"])
        self._status.setText(
            context.words("window.status", edition=edition, day=f"{through:%d.%m.%Y}")
        )

    def _on_as_of_changed(self) -> None:
        self._show_day()
        self._renew(words=False)

    def _on_clocks_changed(self) -> None:
        """Build the rail of clocks with the first clock; from then on it follows by itself."""
        from kzref.ui.frame.clock_rail import ClockRail  # noqa: PLC0415 - not before a clock runs

        if self.clock_rail is None and self.context.clocks.all:
            self.clock_rail = rail = ClockRail(self.context)
            self._middle.addWidget(rail)
            rail.followed.connect(self.open)
            rail.rebuild()
        self._arrange()

    def _look_at_the_clock(self) -> None:
        """Say it when the computer's clock cannot be right."""
        from kzref.ui.frame.notice import Notice  # noqa: PLC0415 - seldom needed

        doubt = self.context.clock_watch.doubt(self.context.now, steady_seconds())
        if doubt is None and self._notice is None:
            return
        words = self.context.words
        if self._notice is None:
            self._notice = Notice()
            self._notice.settled.connect(self._on_clock_accepted)
            self._column.insertWidget(1, self._notice)
        self._notice.say(words.say(doubt) if doubt else "", words("clock.is_right"))

    def _on_clock_accepted(self) -> None:
        self.context.clock_watch.accept(self.context.now, steady_seconds())
        self._look_at_the_clock()

    def _arrange(self) -> None:
        """Give the pages what width they need before the rails."""
        wanted = NARROW * max(1.0, self.context.zoom)
        narrow = self.width() < wanted
        self.bar.fold(narrow=self.width() < CRAMPED * max(1.0, self.context.zoom))
        beside_clocks = self.width() < WIDE * max(1.0, self.context.zoom)
        with_clocks = self.clock_rail is not None and bool(self.context.clocks.all)
        self._rail.fold(
            icons_only=narrow or (with_clocks and beside_clocks), zoom=self.context.zoom
        )
        if self.clock_rail is not None:
            self.clock_rail.arrange(narrow=narrow)
        self.statusBar().setVisible(self.height() >= LOW * self.context.zoom)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Fold the rails where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def next_theme(self) -> None:
        """Change to the next of the looks."""
        looks = list(theme.Theme)
        self.set_theme(looks[(looks.index(self.context.theme) + 1) % len(looks)])

    def set_theme(self, chosen: theme.Theme) -> None:
        """Change the colours of everything."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.context.theme = chosen
            for name, page in self.pages.items():  # those behind are written anew in any case
                for reader in page.findChildren(Reader) if name != self.current else ():
                    reader.let_go()
            self.context.inks = theme.apply(application, chosen, self.context.zoom)
            self.context.theme_changed.emit()
            self._speak()

    def set_zoom(self, zoom: float) -> None:
        """Change the size of all letters; from half to three times the usual one."""
        self.context.zoom = min(3.0, max(0.5, zoom))
        self.set_theme(self.context.theme)
        self._arrange()

    def full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def page(self, name: str) -> Page:
        """A page, built now if it was not yet."""
        if name not in self.pages:
            self.pages[name] = page = _page(name, self.context)
            if name == "results":
                self._connect_results(page)
            self._stack.addWidget(self.pages[name])
        self._make_current(name)
        return self.pages[name]

    def _connect_results(self, page: Page) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - costs a tenth of the start
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415

        page.filtered.connect(self._searching.narrow)  # type: ignore[attr-defined]
        page.left.connect(self.bar.focus_search)  # type: ignore[attr-defined]
        down = QShortcut(QKeySequence("Down"), self._search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)  # lists keep their arrows
        down.activated.connect(self._into_results)

    def show_page(self, name: str) -> Page:
        """Bring a page to the front."""
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        self._rail.mark(
            "documents" if name in {"own", "import"} else name
        )  # they are led to from there
        return page

    @property
    def current(self) -> str:
        """The name of the page in front."""
        page = self._stack.currentWidget()
        return page.name if isinstance(page, Page) else ""

    def go_to(self, name: str) -> None:
        """Turn to a page as the reader left it."""
        self._searching.forget()
        self._trail.leave(self._here())
        self._turn_to(name)

    def _turn_to(self, name: str) -> Page:
        """Show a page and give it the keyboard, unless it has it; the start page is for asking."""
        focus = QApplication.focusWidget()
        has_keyboard = focus is not None and self.page(name).isAncestorOf(focus)
        page = self.show_page(name)
        if name == "start":
            self._search.setFocus()
        elif not has_keyboard:
            page.take_focus()
        return page

    def open(self, place: str) -> None:
        """Go to a place, whichever page it is on."""
        self._searching.forget()
        if place.startswith("search:"):
            self._search.setText(place.removeprefix("search:"))
            return
        before = self._here()
        kind, colon, _rest = place.partition(":")
        asked: tuple[str, ...] = (*TABS, "own")
        if colon:
            asked = BY_KIND.get(kind, ("documents",))
        for name in asked:
            if self.page(name).open(place):
                self._trail.leave(before)
                self._turn_to(name)
                return

    def bring(self, paths: "list[Path]") -> None:
        """Show what is understood of files that the user brings."""
        self.open("import:")
        self.page("import").take(paths)  # type: ignore[attr-defined]  # the page of that name

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
        self._trail.leave(self._here())
        page = self.page(name)
        if place:
            page.open(place)
        self.show_page(name)
        page.scroll_to(scroll)

    def forget(self) -> None:
        """Begin anew: no facts, no clocks, no search, no way back, no last place on the disk."""
        self.memory.forget()
        for page in self.pages.values():
            page.forget()
        self.context.clocks.forget()
        if self.context.has_copied:
            self.context.clipboard.clear()
        self._searching.forget()
        self._search.clear()
        self._trail = Trail()
        self.show_page("start")

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Keep the place for the next session."""
        self.memory.keep()
        super().closeEvent(event)

    def _here(self) -> Stop:
        page = self.page(self.current or TABS[0])
        return Stop(page=page.name, place=page.place, scroll=page.scrolled)

    def search(self, query: str) -> None:
        """Put a query in the box, as if it were typed."""
        self._search.setText(query)

    def _on_answered(self, found: "Found", kind: str) -> None:
        page = self.page("results")
        page.show_found(found, kind)  # type: ignore[attr-defined]  # the page of that name
        if self.current != "results":
            self._trail.leave(self._here())
            self.show_page("results")

    def _on_emptied(self) -> None:
        if self.current == "results":
            self.back()

    def _into_results(self) -> None:
        page = self.pages.get("results")
        if self._search.hasFocus() and self.current == "results" and page is not None:
            page.enter()  # type: ignore[attr-defined]  # the page of that name

    def find_here(self) -> None:
        """Open the bar that finds words in the page in front."""
        from kzref.ui.widgets.find_bar import FindBar  # noqa: PLC0415 - costs a tenth of the start

        if self._find_bar is None:
            self._find_bar = FindBar()
            self.context.escape.closes(self._find_bar.close_if_open)
            self._find_bar.speak(self.context.words)
            self._column.addWidget(self._find_bar)

        page = self._stack.currentWidget()
        reader = page.findChild(Reader) if page is not None else None
        if reader is not None:
            self._find_bar.open_over(reader, self.context.inks)
