"""What a search found: a citation to jump to, then hits grouped by place, with the words marked.

From the box, Down goes into the list; there the arrows choose, Enter opens, Space peeks.
"""

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from kzref.model.document import Place
from kzref.model.errors import KzrefError
from kzref.model.reference import parse_reference
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.pages.page import Page
from kzref.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from kzref.services.search import Found, Hit

_MARK = re.compile(r"\[\[(.+?)\]\]")
FILTER = "filter:"


class ResultsPage(Page):
    """The answer to what stands in the search box."""

    name = "results"
    filtered = Signal(str)  # a kind to show alone, or "" for all

    def __init__(self, context: Context) -> None:
        """Build the pane."""
        super().__init__(context)
        self._reader = _ResultsReader(self)
        self._found: Found | None = None
        self._kind = ""
        self._chosen = 0
        self._peeked = -1
        QHBoxLayout(self).addWidget(self._reader)
        self._reader.followed.connect(self._on_followed)

    def speak(self) -> None:
        """Say the same results in the language."""
        self._reader.setAccessibleName(self.context.words("search.results"))
        self.refresh()

    def refresh(self) -> None:
        """Show the same results in the context's colours."""
        if self._found is not None:
            self._render()

    def open(self, place: str) -> bool:
        """Results are reached by searching only."""
        return place == "results"

    def show_found(self, found: "Found", kind: str = "") -> None:
        """Show what was found, of one kind when it was asked for."""
        self._found, self._kind = found, kind
        self._chosen, self._peeked = 0, -1
        self._reader.show_page(self._page())

    def enter(self) -> None:
        """Take the keyboard."""
        self._reader.setFocus()
        self._render()

    def step(self, by: int) -> None:
        """Choose the next hit or the one before."""
        if self._found and self._found.hits:
            self._chosen = max(0, min(self._chosen + by, len(self._found.hits) - 1))
            self._render()
            self._reader.scrollToAnchor(f"hit{self._chosen}")

    def peek(self) -> None:
        """Show the whole text of the chosen hit in place, or hide it again."""
        self._peeked = -1 if self._peeked == self._chosen else self._chosen
        self._render()

    def open_chosen(self) -> None:
        """Go to the chosen hit."""
        if self._found and self._found.hits:
            self.context.opened.emit(self._found.hits[self._chosen].place)

    def first_place(self) -> str | None:
        """Where Enter leads: the citation that was understood, else the chosen hit."""
        if self._found is None:
            return None
        if self._found.jump is not None and self._chosen == 0:
            return self._found.jump.reference
        return self._found.hits[self._chosen].place if self._found.hits else None

    def _on_followed(self, place: str) -> None:
        if place.startswith(FILTER):
            self.filtered.emit(place.removeprefix(FILTER))
        else:
            self.context.opened.emit(place)

    def _render(self) -> None:
        self._reader.refresh(self._page())

    def _page(self) -> str:
        found = self._found
        if found is None:
            return ""
        words, inks = self.context.words, self.context.inks
        parts = [self._jump(found), self._counts(found)]
        parts += [self._hit(number, hit) for number, hit in enumerate(found.hits)]
        if not found.hits:
            links = " · ".join(markup.link(f"search:{word}", word) for word in found.suggestions)
            key = "search.try" if links else "search.nothing"
            parts.append(f"<p>{escape(words(key))} {links}</p>")
        return markup.page("".join(parts), inks)

    def _jump(self, found: "Found") -> str:
        words, inks = self.context.words, self.context.inks
        if found.jump is not None:
            reference = found.jump.reference
            return markup.card(
                f"{markup.badge(words('search.jump'), inks.on_accent, inks.accent)} &nbsp;"
                f"<b>{markup.link(reference, self.context.cite(reference))}</b> "
                f"{markup.quiet(escape(words('search.enter')), inks)}"
                f"<br>{escape(self._text(reference))}",
                inks,
                edge=inks.accent,
            )
        rows = "".join(
            f"<p><b>{markup.link(reference, self.context.cite(reference))}</b> &nbsp;"
            f"{escape(self._text(reference))}</p>"
            for reference in found.candidates
        )
        return f"<p>{escape(words('search.ambiguous'))}</p>{rows}" if rows else ""

    def _counts(self, found: "Found") -> str:
        words, inks = self.context.words, self.context.inks
        kinds = [
            markup.link(f"{FILTER}{kind}", f"{words('kind.' + kind)} {count}")
            for kind, count in found.counts.items()
            if count
        ]
        if self._kind:
            kinds.insert(0, f"<b>{markup.link(FILTER, words('filter.clear'))}</b>")
        count = words("search.count", count=len(found.hits))
        return f"<p>{markup.quiet(escape(count), inks)} &nbsp; {' · '.join(kinds)}</p>"

    def _hit(self, number: int, hit: "Hit") -> str:
        words, inks = self.context.words, self.context.inks
        snippet = _MARK.sub(
            rf'<span style="background-color:{inks.accent_soft};font-weight:bold">\1</span>',
            escape(hit.snippet),
        )
        named = ":" in hit.place  # a checklist or a term has a name, not a citation
        label, title = (hit.title, "") if named else (hit.citation, hit.title)
        body = (
            f'<a name="hit{number}"></a>'
            f"{markup.badge(words('kind.' + hit.kind), inks.accent, inks.accent_soft)} &nbsp;"
            f"<b>{markup.link(hit.place, label)}</b> &nbsp;{escape(title)}"
            f"<br>{snippet}"
        )
        if number == self._peeked and not named:
            body += f"<br><br>{escape(self._text(hit.place))}"
        chosen = number == self._chosen and self._reader.hasFocus()
        edge = inks.accent if chosen else inks.line
        return markup.card(body, inks, ground=inks.raised if chosen else inks.paper, edge=edge)

    def _text(self, reference: str) -> str:
        """The digest of a place, for a look without going there."""
        library = self.context.desk.library
        try:
            place = parse_reference(reference)
            if isinstance(place, Place):
                return self.context.text(library.digest(place))
            version = library.provision(place, self.context.as_of).version
        except (KzrefError, ValueError):
            return ""
        return self.context.text(version.gist) if version else ""


class _ResultsReader(Reader):
    """The pane of results with its keys."""

    def __init__(self, page: ResultsPage) -> None:
        super().__init__("results")
        self._page = page

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
