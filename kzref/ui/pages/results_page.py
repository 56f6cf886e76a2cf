"""What a search found: a citation to jump to, then hits grouped by place, with the words marked.

From the box, Down goes into the list; there the arrows choose, Enter opens, Space peeks, and Up from
the first row leads back to the box. On a wide window the chosen row can be read beside the list.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from kzref.ui.context import Context
from kzref.ui.html.results import FILTER, Row, results_page, rows, whole
from kzref.ui.pages.beside_text import BesideText, Width
from kzref.ui.pages.page import READS, Page
from kzref.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from kzref.services.search.answer import Found
    from kzref.ui.pages.margin_pane import Margin

BESIDE = Width(least=64, most=86)


class ResultsPage(Page):
    """The answer to what stands in the search box."""

    name = "results"
    kinds = (*READS, "UnitReader", "Margin", "#peek", "QLabel")  # of what stands beside, too
    filtered = Signal(str)  # a kind to show alone, or "" for all
    left = Signal()  # upwards, to the search box

    def __init__(self, context: Context) -> None:
        """Build the pane."""
        super().__init__(context)
        self._reader = _ResultsReader(self)
        self._found: Found | None = None
        self._rows: tuple[Row, ...] = ()
        self._kind = ""
        self._chosen = 0
        self._is_peeking = False
        row = QHBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self._reader, 1)
        self.beside = BesideText(self, self._reader, row, BESIDE, self._margin)
        self._reader.followed.connect(self._on_followed)
        self.beside.followed.connect(self._on_followed)
        self.beside.changed.connect(self._show_beside)

    def speak(self) -> None:
        """Say the same results in the language."""
        self._reader.setAccessibleName(self.context.words("search.results"))
        self.beside.speak()
        self.refresh()

    def refresh(self) -> None:
        """Show the same results in the context's language and colours."""
        if self._found is not None:
            self._rows = rows(self.context, self._found, self._kind)
            self._render()

    def open(self, place: str) -> bool:
        """Results are reached by searching only."""
        return place == "results"

    def show_found(self, found: "Found", kind: str = "") -> None:
        """Show what was found, of one kind when it was asked for.

        The same question asked again, after a change of language or date, keeps the chosen place.
        """
        is_same = self._found is not None and found.query == self._found.query
        before = self.chosen_place if is_same and kind == self._kind else ""
        self._found, self._kind = found, kind
        self._rows = rows(self.context, found, kind)
        places = [row.place for row in self._rows]
        self._chosen = places.index(before) if before in places else 0
        self._is_peeking = self._is_peeking and bool(self._chosen)
        if self._chosen:
            self._render()
        else:
            self._reader.show_page(self._page())
            self._show_beside()

    def enter(self) -> None:
        """Take the keyboard."""
        self._reader.setFocus()

    def step(self, by: int) -> None:
        """Choose the next row or the one before; above the first stands the search box."""
        if self._chosen + by < 0:
            self.left.emit()
        elif self._rows:
            self._chosen = min(self._chosen + by, len(self._rows) - 1)
            self._is_peeking = False
            self._render()
            self._reader.bring_into_view(f"hit{self._chosen}")

    def peek(self) -> None:
        """Show the whole text of the chosen row in place, or hide it again."""
        self._is_peeking = not self._is_peeking
        self._render()
        self._reader.bring_into_view(f"hit{self._chosen}")

    def open_chosen(self) -> None:
        """Go to the chosen row."""
        if self.chosen_place:
            self.context.opened.emit(self.chosen_place)

    @property
    def chosen_place(self) -> str:
        """The place of the chosen row; empty when there is none."""
        return self._rows[self._chosen].place if self._chosen < len(self._rows) else ""

    def _on_followed(self, place: str) -> None:
        if place.startswith(FILTER):
            self.filtered.emit(place.removeprefix(FILTER))
            return
        places = [row.place for row in self._rows]
        if place in places:  # the way back leads to the row that was opened
            self._chosen = places.index(place)
            self._render()
        self.context.opened.emit(place)

    def _render(self) -> None:
        self._reader.refresh(self._page())
        self._show_beside()

    def _show_beside(self) -> None:
        has_room = self.beside.is_wanted
        self.beside.is_wanted = bool(self._rows)
        if has_room != self.beside.is_wanted:
            self.beside.fit()
        self.beside.show_place(self.chosen_place)

    def _page(self) -> str:
        if self._found is None:
            return ""
        return results_page(
            self.context,
            self._found,
            self._rows,
            kind=self._kind,
            chosen=self._chosen,
            peek=self._whole() if self._is_peeking else None,
        )

    def _whole(self) -> str:
        """The whole text of the chosen row."""
        return whole(self.context, self._rows[self._chosen]) if self.chosen_place else ""

    def _margin(self) -> "Margin":
        from kzref.ui.pages.found_beside import found_margin  # noqa: PLC0415 - on a wide window only

        return found_margin(self.context, lambda: self._rows)


class _ResultsReader(Reader):
    """The pane of results with its keys."""

    def __init__(self, page: ResultsPage) -> None:
        super().__init__("results")
        self._page = page

    def bring_into_view(self, anchor: str) -> None:
        """Scroll to an anchor with some of what stands above it."""
        self.scrollToAnchor(anchor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - self.height() // 4)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self._page.step(1)
            case Qt.Key.Key_Up:
                self._page.step(-1)
            case Qt.Key.Key_Space:
                self._page.peek()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._page.open_chosen()
            case _:
                super().keyPressEvent(event)
