"""The shell: search and date above, tabs on the left, pages in the middle. No page content here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kzref.model.language import Language
from kzref.ui import theme
from kzref.ui.background import Housekeeping
from kzref.ui.context import Context
from kzref.ui.pages.page import Page
from kzref.ui.resources import icon
from kzref.ui.searching import Searching
from kzref.ui.widgets.day_picker import DayPicker

if TYPE_CHECKING:  # loaded when first needed
    from kzref.services.search import Found
    from kzref.ui.widgets.find_bar import FindBar

TABS = ("law", "calculators", "checklists", "recommendations", "documents", "about")
RAIL = 188  # width of the tabs in pixels, at the usual size of letters
ICONS = {
    "law": "law", "calculators": "clock", "checklists": "checklist", "recommendations": "ask",
    "documents": "document", "about": "about",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A place on the way, to come back to."""

    page: str
    place: str
    scroll: int


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
        self._trail: list[Stop] = []
        self._housekeeping = Housekeeping(self)
        self._build()
        self._connect()
        self._speak()
        self.show_page("start")
        self._search.setFocus()
        self.resize(1366, 768)

    def _build(self) -> None:
        self._search = QLineEdit()
        self._search.setObjectName("search")
        self._search.setClearButtonEnabled(True)
        self._day = DayPicker(self.context.as_of)
        self._languages = {
            language: QPushButton() for language in (Language.KK, Language.RU, Language.EN)
        }
        self._theme = QPushButton()
        self._theme.setProperty("role", "flat")
        mark = QPushButton("kzref")
        mark.setObjectName("mark")
        mark.clicked.connect(lambda: self._go_to("start"))
        bar = QWidget()
        bar.setObjectName("bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 7, 12, 7)
        row.addWidget(mark)
        row.addWidget(self._search, 1)
        row.addWidget(self._day)
        group = QButtonGroup(self)
        for language, button in self._languages.items():
            button.setText({"kk": "ҚАЗ", "ru": "РУС", "en": "ENG"}[language.value])
            button.setCheckable(True)
            button.setProperty("role", "flat")
            group.addButton(button)
            row.addWidget(button)
        row.addWidget(self._theme)
        self._stack = QStackedWidget()
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._build_rail())
        middle.addWidget(self._stack, 1)
        desk = QWidget()
        desk.setObjectName("desk")
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(middle, 1)
        self._column = column
        self._find_bar: FindBar | None = None
        self.setCentralWidget(desk)
        self.statusBar().setSizeGripEnabled(False)
        self._status = QLabel()
        self._status.setContentsMargins(10, 0, 10, 0)
        self.statusBar().addWidget(self._status, 1)

    def _build_rail(self) -> QWidget:
        self._rail = rail = QWidget()
        rail.setObjectName("rail")
        rail.setFixedWidth(RAIL)
        column = QVBoxLayout(rail)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(2)
        self._tabs = {name: QPushButton() for name in TABS}
        self._group = QButtonGroup(self)
        for name, button in self._tabs.items():
            button.setCheckable(True)
            button.setProperty("role", "tab")
            button.setIconSize(QSize(22, 22))
            self._group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _on, name=name: self._go_to(name))
        column.addStretch(1)
        return rail

    def _connect(self) -> None:
        self._searching = Searching(self._search, self.context, lambda: self.current)
        self._searching.answered.connect(self._on_answered)
        self._searching.leads.connect(self.open)
        self._searching.emptied.connect(self._on_emptied)
        self._searching.told.connect(self._status.setText)
        self._day.picked.connect(self.context.set_as_of)
        self._day.today_button.clicked.connect(lambda: self.context.set_as_of(self.context.today))
        for language, button in self._languages.items():
            button.clicked.connect(lambda _on, language=language: self.context.speak(language))
        self._theme.clicked.connect(self._on_theme)
        self.context.language_changed.connect(self._speak)
        self.context.as_of_changed.connect(self._on_as_of_changed)
        self.context.opened.connect(self.open)
        actions: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+K", self._focus_search),
            ("/", self._focus_search),
            ("Alt+Left", self.back),
            ("Backspace", self.back),
            ("F8", self._next_language),
            ("Ctrl+F", self._find),
            ("Ctrl+=", lambda: self.set_zoom(self.context.zoom + 0.1)),
            ("Ctrl++", lambda: self.set_zoom(self.context.zoom + 0.1)),
            ("Ctrl+-", lambda: self.set_zoom(self.context.zoom - 0.1)),
            ("Ctrl+0", lambda: self.set_zoom(1.0)),
            *((f"Ctrl+{n}", lambda name=name: self._go_to(name)) for n, name in enumerate(TABS, 1)),
        )  # fmt: skip
        for keys, act in actions:
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _speak(self) -> None:
        words, inks = self.context.words, self.context.inks
        self.setWindowTitle(words("window.title"))
        self._search.setPlaceholderText(words("search.hint"))
        self._search.setAccessibleName(words("search.name"))
        self._day.name(words("law.as_of_label"), words("law.today"), self.context.language)
        for language, button in self._languages.items():
            button.setChecked(language is self.context.language)
            button.setAccessibleName(words(f"language.{language.value}"))
            button.setToolTip(words(f"language.{language.value}"))
        for number, (name, button) in enumerate(self._tabs.items(), 1):
            button.setText(f"  {words(f'tab.{name}')}")
            button.setToolTip(f"Ctrl+{number}")
            button.setIcon(icon(ICONS[name], inks.text))
        is_light = self.context.theme is theme.Theme.LIGHT
        self._theme.setIcon(icon("dark" if is_light else "light", inks.text))
        self._theme.setAccessibleName(words("theme.dark" if is_light else "theme.light"))
        self._theme.setToolTip(words("theme.dark" if is_light else "theme.light"))
        self._show_day()
        if self._find_bar is not None:
            self._find_bar.speak(words)
        for page in self.pages.values():
            page.speak()

    def _show_day(self) -> None:
        context = self.context
        self._day.show_day(context.as_of, is_today=context.is_as_of_today)
        meta = context.desk.database.meta
        edition, through = meta["edition"], date.fromisoformat(meta["verified_through"])
        self._status.setText(
            context.words("window.status", edition=edition, day=f"{through:%d.%m.%Y}")
        )

    def _on_as_of_changed(self) -> None:
        self._show_day()
        for page in self.pages.values():
            page.refresh()

    def _on_theme(self) -> None:
        self.set_theme(
            theme.Theme.DARK if self.context.theme is theme.Theme.LIGHT else theme.Theme.LIGHT
        )

    def set_theme(self, chosen: theme.Theme) -> None:
        """Change the colours of everything."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.context.theme = chosen
            self.context.inks = theme.apply(application, chosen, self.context.zoom)
            self.context.theme_changed.emit()
            self._speak()

    def set_zoom(self, zoom: float) -> None:
        """Change the size of all letters; from half to three times the usual one."""
        self.context.zoom = min(3.0, max(0.5, zoom))
        self._rail.setFixedWidth(round(RAIL * max(1.0, 0.4 + 0.6 * self.context.zoom)))
        self.set_theme(self.context.theme)

    def page(self, name: str) -> Page:
        """A page, built now if it was not yet."""
        if name not in self.pages:
            self.pages[name] = page = _page(name, self.context)
            if name == "results":
                self._connect_results(page)
            self._stack.addWidget(self.pages[name])
        return self.pages[name]

    def _connect_results(self, page: Page) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - costs a tenth of the start

        page.filtered.connect(self._searching.narrow)  # type: ignore[attr-defined]
        page.left.connect(self._focus_search)  # type: ignore[attr-defined]
        down = QShortcut(QKeySequence("Down"), self._search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)  # lists keep their arrows
        down.activated.connect(self._into_results)

    def show_page(self, name: str) -> Page:
        """Bring a page to the front."""
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        self._group.setExclusive(name in self._tabs)
        for tab, button in self._tabs.items():
            button.setChecked(tab == name)
        return page

    @property
    def current(self) -> str:
        """The name of the page in front."""
        page = self._stack.currentWidget()
        return page.name if isinstance(page, Page) else ""

    def _go_to(self, name: str) -> None:
        self._searching.forget()
        self._trail.append(self._here())
        self.show_page(name)

    def open(self, place: str) -> None:
        """Go to a place, whichever page it is on."""
        self._searching.forget()
        if place.startswith("search:"):
            self._search.setText(place.removeprefix("search:"))
            return
        before = self._here()
        for name in TABS:
            if self.page(name).open(place):
                self._trail.append(before)
                self.show_page(name)
                return

    def back(self) -> None:
        """Return to the place before, as it stood."""
        if self._trail:
            stop = self._trail.pop()
            page = self.show_page(stop.page)
            if stop.place and page.place != stop.place:
                page.open(stop.place)
            page.scroll_to(stop.scroll)

    def _here(self) -> "Stop":
        page = self.page(self.current or TABS[0])
        return Stop(page=page.name, place=page.place, scroll=page.scrolled)

    def search(self, query: str) -> None:
        """Put a query in the box, as if it were typed."""
        self._search.setText(query)

    def _on_answered(self, found: "Found", kind: str) -> None:
        page = self.page("results")
        page.show_found(found, kind)  # type: ignore[attr-defined]  # the page of that name
        if self.current != "results":
            self._trail.append(self._here())
            self.show_page("results")

    def _on_emptied(self) -> None:
        if self.current == "results":
            self.back()

    def _into_results(self) -> None:
        page = self.pages.get("results")
        if self._search.hasFocus() and self.current == "results" and page is not None:
            page.enter()  # type: ignore[attr-defined]  # the page of that name

    def _find(self) -> None:
        from kzref.ui.widgets.find_bar import FindBar  # noqa: PLC0415 - costs a tenth of the start
        from kzref.ui.widgets.reader import Reader  # noqa: PLC0415 - loaded with the first page

        if self._find_bar is None:
            self._find_bar = FindBar()
            self._find_bar.speak(self.context.words)
            self._column.addWidget(self._find_bar)

        page = self._stack.currentWidget()
        reader = page.findChild(Reader) if page is not None else None
        if reader is not None:
            self._find_bar.open_over(reader, self.context.inks)

    def _focus_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _next_language(self) -> None:
        order = list(self._languages)
        self.context.speak(order[(order.index(self.context.language) + 1) % len(order)])
