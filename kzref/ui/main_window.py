"""The window: holds its parts together, and builds those that the first look does not need later."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from kzref.ui import theme
from kzref.ui.context import Context
from kzref.ui.frame.frame import Frame
from kzref.ui.frame.rail import TABS
from kzref.ui.frame.status_line import StatusLine
from kzref.ui.housekeeping import Housekeeping

if TYPE_CHECKING:  # loaded when first needed
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from kzref.model.language import Language
    from kzref.ui.frame.changing import Changing
    from kzref.ui.frame.clock_rail import ClockRail
    from kzref.ui.frame.inquiry import Inquiry
    from kzref.ui.frame.journey import Journey
    from kzref.ui.frame.keyboard import Keyboard
    from kzref.ui.frame.memory import Memory
    from kzref.ui.frame.preferences import Preferences
    from kzref.ui.frame.sheets import Sheets
    from kzref.ui.pages.page import Page
    from kzref.ui.printing import Printing
    from kzref.ui.showing import Showing

LOW = 340  # pixels at the usual size of letters: below, the line at the foot gives way to the page

__all__ = ["TABS", "MainWindow"]


class MainWindow(QMainWindow):
    """The window of kzref.

    Its bar, tabs and start page are built at once; every other part when it is first asked for, or
    when the window has been painted and is idle, whichever comes first.
    """

    def __init__(self, context: Context) -> None:
        """Build what is seen first, and put down what follows."""
        super().__init__()
        self.context = context
        self._housekeeping = Housekeeping(self)
        self._is_warned = False  # that to close loses something
        self.frame = Frame(context)
        self.bar, self.pages = self.frame.bar, self.frame.shelf.pages
        self.status = StatusLine(self.statusBar())
        context.wardrobe.dress(self.statusBar(), "QStatusBar")
        self.setCentralWidget(self.frame)
        self._is_in_turns = False  # a change of the language
        self._connect()
        for _ in self._speak():
            pass
        self.show_page("start")
        self.bar.search.setFocus()
        self.resize(1366, 768)

    def _connect(self) -> None:
        context, bar, frame = self.context, self.bar, self.frame
        bar.search.textChanged.connect(lambda: self.inquiry)  # the first letter builds it
        bar.picked.connect(context.set_as_of)
        bar.home.connect(lambda: self.go_to("start"))
        bar.spoken.connect(self.turn_to)
        bar.recoloured.connect(self.next_theme)
        frame.rail.chosen.connect(self.go_to)
        frame.followed.connect(self.open)
        frame.shelf.built.connect(self._on_built)
        context.language_changed.connect(self._on_language_changed)
        context.as_of_changed.connect(self._on_as_of_changed)
        context.opened.connect(self.open)
        context.actions.add_later(self._add_actions)
        for step in (
            lambda: self.inquiry, lambda: self.keyboard, context.actions.complete,
            self._build_unasked, lambda: self.memory,
        ):  # fmt: skip
            context.afterwards.add(step)

    @cached_property
    def changing(self) -> "Changing":
        """Changes the whole window while keys count."""
        from kzref.ui.frame.changing import Changing  # noqa: PLC0415 - after the first look

        return Changing(self)

    @cached_property
    def keyboard(self) -> "Keyboard":
        """Turns keys into actions."""
        from kzref.ui.frame.keyboard import Keyboard  # noqa: PLC0415 - after the first look

        return Keyboard(self.context.actions, lambda: self.current, self)

    @cached_property
    def inquiry(self) -> "Inquiry":
        """The search box and its results."""
        from kzref.ui.frame.inquiry import Inquiry  # noqa: PLC0415 - after the first look

        return Inquiry(self)

    @cached_property
    def journey(self) -> "Journey":
        """The way from place to place."""
        from kzref.ui.frame.journey import Journey  # noqa: PLC0415 - after the first look

        return Journey(self.frame.shelf, self.inquiry)

    @cached_property
    def memory(self) -> "Memory":
        """Keeps the last place."""
        from kzref.ui.frame.memory import Memory  # noqa: PLC0415 - after the first look

        return Memory(self)

    @cached_property
    def sheets(self) -> "Sheets":
        """What lies over the window for a moment."""
        from kzref.ui.frame.sheets import Sheets  # noqa: PLC0415 - after the first look

        return Sheets(self, self.context)

    @cached_property
    def showing(self) -> "Showing":
        """The bench, and what others see."""
        from kzref.ui.showing import Showing  # noqa: PLC0415 - after the first look

        return Showing(self)

    @cached_property
    def printing(self) -> "Printing":
        """The way to a printer."""
        from kzref.ui.printing import Printing  # noqa: PLC0415 - after the first look

        return Printing(self)

    @cached_property
    def preferences(self) -> "Preferences":
        """At which side the rails stand, and what is cleared."""
        from kzref.ui.frame.preferences import Preferences  # noqa: PLC0415 - after the first look

        return Preferences(self, self.frame.middle)

    def _add_actions(self) -> None:
        from kzref.ui.frame.commands import add_commands  # noqa: PLC0415 - after the first look

        add_commands(self)

    def _build_unasked(self) -> None:
        """Build what works by itself: dropped files, a wrong clock of the computer, Qt's own words."""
        from kzref.ui.frame.clock_doubt import ClockDoubt  # noqa: PLC0415 - after the first look
        from kzref.ui.own.dropping import Dropping  # noqa: PLC0415 - after the first look
        from kzref.ui.qt_words import QtWords  # noqa: PLC0415 - after the first look

        self._dropping = Dropping(self, (self.bar.search,), self.bring)
        self._clock_doubt = ClockDoubt(self.context, self.frame)
        QtWords(self.context, self)

    def event(self, event: QEvent) -> bool:
        """Take a key that nobody took for typing, when the table of actions knows it."""
        kind = event.type()
        if kind == QEvent.Type.Paint and not self.context.afterwards.has_begun:
            self.context.afterwards.begin()
        if (
            kind == QEvent.Type.ShortcutOverride
            and not self.sheets.is_hidden
            and self.keyboard.takes(cast("QKeyEvent", event))
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's own argument
        """Tab goes through the window as it is read."""
        from kzref.ui.frame.tab_order import step  # noqa: PLC0415 - at the first Tab

        return step(self.frame, forward=following) or super().focusNextPrevChild(following)

    def _speak(self) -> "Iterator[None]":
        self.setWindowTitle(self.context.words("window.title"))
        yield from self.frame.speak()
        meta = self.context.desk.database.meta
        edition, through = meta["edition"], date.fromisoformat(meta["verified_through"])
        self.status.say(
            self.context.words("window.status", edition=edition, day=f"{through:%d.%m.%Y}")
        )

    def _on_as_of_changed(self) -> None:
        self.bar.show_day()
        self.frame.shelf.renew(words=False)

    def _on_built(self, page: "Page") -> None:
        if page.name == "results":
            self.inquiry.adopt(page)  # type: ignore[arg-type]  # the page of that name

    # --- language, colours and letters: by a key or a button in turns, when told to at once

    def turn_to(self, language: "Language | None" = None) -> None:
        """Change to a language, or to the next one, while keys count."""
        self._is_in_turns = True
        if language is None:
            self.context.speak_next()
        else:
            self.context.speak(language)
        self._is_in_turns = False

    def _on_language_changed(self) -> None:
        self.changing.begin(self._speak())
        if not self._is_in_turns:
            self.changing.finish()

    def next_theme(self) -> None:
        """Change to the next of the looks, while keys count."""
        looks = list(theme.Theme)
        following = looks[(looks.index(self.context.theme) + 1) % len(looks)]
        self.changing.begin(self._recolour(following))

    def set_theme(self, chosen: theme.Theme) -> None:
        """Change the colours of everything."""
        self.changing.begin(self._recolour(chosen))
        self.changing.finish()

    def zoom_by(self, step: float) -> None:
        """Make all letters larger or smaller by a share of the usual size, while keys count; 0: as usual."""
        self.changing.begin(self._enlarge(self.context.zoom + step if step else 1.0))

    def set_zoom(self, zoom: float) -> None:
        """Change the size of all letters; from half to three times the usual one."""
        self.changing.begin(self._enlarge(zoom))
        self.changing.finish()

    def _recolour(self, chosen: theme.Theme) -> "Iterator[None]":
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.context.theme = chosen
            self.frame.shelf.let_go()
            self.context.inks = theme.apply(application, chosen, self.context.zoom)
            sheet = theme.sheet(chosen, self.context.zoom)
            yield from self.context.wardrobe.changing(sheet)
            yield from self._speak()
            self.context.theme_changed.emit()

    def _enlarge(self, zoom: float) -> "Iterator[None]":
        self.context.zoom = min(3.0, max(0.5, zoom))
        yield from self._recolour(self.context.theme)
        self.frame.arrange()
        self._spare()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Leave the line at the foot out where the window is low."""
        super().resizeEvent(event)
        self._spare()

    def _spare(self) -> None:
        self.statusBar().setVisible(self.height() >= LOW * self.context.zoom)

    def full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    @property
    def current(self) -> str:
        """The name of the page in front."""
        return self.frame.shelf.current

    @property
    def clock_rail(self) -> "ClockRail | None":
        """The running clocks, once one runs."""
        return self.frame.clock_rail

    def page(self, name: str) -> "Page":
        """A page, built now if it was not yet."""
        return self.frame.shelf.page(name)

    def show_page(self, name: str) -> "Page":
        """Bring a page to the front."""
        return self.frame.shelf.show_page(name)

    def go_to(self, name: str) -> None:
        """Turn to a page as the reader left it."""
        self.journey.go_to(name)

    def open(self, place: str) -> None:
        """Go to a place, whichever page it is on."""
        self.journey.open(place)

    def back(self) -> None:
        """Return to the place before, as it stood."""
        self.journey.back()

    def search(self, query: str) -> None:
        """Put a query in the box, as if it were typed."""
        self.inquiry.put(query)

    def find_here(self) -> None:
        """Open the bar that finds words in the page in front."""
        self.frame.find_here()

    def bring(self, paths: "list[Path]") -> None:
        """Show what is understood of files that the user brings."""
        self.open("import:")
        self.page("import").take(paths)  # type: ignore[attr-defined]  # the page of that name

    def forget(self) -> None:
        """Begin anew: no facts, no clocks, no search, no way back, no last place on the disk."""
        self.memory.forget()
        self.frame.shelf.forget()
        self.context.clocks.forget()
        if self.context.has_copied:
            self.context.clipboard.clear()
        self.inquiry.forget()
        self.journey.forget()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Keep the place for the next session; stay once where notes could not be kept."""
        self.changing.finish()
        self.memory.keep()
        unkept = "" if self._is_warned else self.context.notebook.keep_rest()
        if unkept:
            self._is_warned = True
            self.statusBar().showMessage(unkept)
            event.ignore()
            return
        super().closeEvent(event)
