"""The search box and the page of results: what is typed is asked, what is found is shown."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from kzref.ui.searching import Searching

if TYPE_CHECKING:
    from kzref.services.search.answer import Found
    from kzref.ui.main_window import MainWindow
    from kzref.ui.pages.results_page import ResultsPage


class Inquiry(QObject):
    """Belongs to the search box of one window."""

    def __init__(self, window: "MainWindow") -> None:
        """Listen to the box; what was typed before is asked, too."""
        super().__init__(window)
        self._window = window
        self.field = window.bar.search
        self._searching = Searching(self.field, window.context, lambda: window.current)
        self._searching.answered.connect(self._on_answered)
        self._searching.leads.connect(window.open)
        self._searching.emptied.connect(self._on_emptied)
        self._searching.told.connect(window.status.say)

    def put(self, query: str) -> None:
        """Put a query in the box, as if it were typed."""
        self.field.setText(query)

    def drop(self) -> None:
        """The reader has gone elsewhere: an answer under way is of no use."""
        self._searching.forget()

    def forget(self) -> None:
        """Empty the box."""
        self.drop()
        self.field.clear()

    def _on_answered(self, found: "Found", kind: str) -> None:
        self._results.show_found(found, kind)
        if self._window.current != "results":
            self._window.journey.leave()
            self._window.show_page("results")

    def _on_emptied(self) -> None:
        if self._window.current == "results":
            self._window.back()

    def adopt(self, page: "ResultsPage") -> None:
        """Tie the page of results, which was built just now, to the box."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - costs a tenth of the start
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415

        page.filtered.connect(self._searching.narrow)
        page.left.connect(self._window.bar.focus_search)
        down = QShortcut(QKeySequence("Down"), self.field)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)  # lists keep their arrows
        down.activated.connect(self._into_results)

    @property
    def _results(self) -> "ResultsPage":
        return cast("ResultsPage", self._window.page("results"))

    def _into_results(self) -> None:
        if self.field.hasFocus() and self._window.current == "results":
            self._results.enter()
