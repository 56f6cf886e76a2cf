"""Where one begins: what brings a lawyer here, each one key or click away, and the keys to the rest.

No record is read for it, so the window is there at once.
"""

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.pages.page import READS, Page
from kzref.ui.widgets.reader import Reader

GROUPS = {
    "time": (
        ("detention", "calc:police-detention"),
        ("custody", "calc:custody-term"),
        ("drug", "calc:drug-size"),
    ),
    "act": (
        ("hours", "checklist:first-hours"),
        ("remand", "checklist:remand-hearing"),
        ("torture", "checklist:torture-allegation"),
    ),
    "said": (
        ("law", "CPC 131"),
        ("recommendations", "recommendation:"),
        ("hazards", "hazard:"),
    ),
}
KEYS = (  # those that also work while one types: the cursor stands in the search box
    ("Ctrl+K", "action.search"),
    ("Ctrl+1–6", "start.key.pages"),
    ("F1", "action.keys"),
    ("F9", "action.bench"),
    ("F5", "action.project"),
    ("Ctrl+Shift+P", "action.palette"),
)
NARROWEST = 24  # letters of a column; with less room the groups stand one under another


class StartPage(Page):
    """The first page."""

    name = "start"
    kinds = READS

    def __init__(self, context: Context) -> None:
        """Build the pane."""
        super().__init__(context)
        self._reader = Reader("start")
        self._columns = len(GROUPS)
        QHBoxLayout(self).addWidget(self._reader)
        self._reader.followed.connect(context.opened)

    def speak(self) -> None:
        """Say everything in the language."""
        self._reader.setAccessibleName(self.context.words("start.title"))
        self.refresh()

    def refresh(self) -> None:
        """Show the page in the context's colours."""
        words, inks = self.context.words, self.context.inks
        meta = self.context.desk.database.meta
        through = date.fromisoformat(meta["verified_through"])
        edition = words("window.status", edition=meta["edition"], day=f"{through:%d.%m.%Y}")
        keys = [
            f"{markup.badge(key, inks.accent, inks.accent_soft)} "
            f"{markup.quiet(escape(words(label)), inks)}"
            for key, label in KEYS
        ]
        self._reader.refresh(
            markup.page(
                f"<h1>{escape(words('start.title'))}</h1><p>{escape(words('start.how'))}</p>"
                + self._grid([self._group(name) for name in GROUPS], "padding-top:8px")
                + self._grid(keys, "padding:6px 10px")
                + markup.card(
                    f"{escape(words('about.disclaimer'))}<br>{markup.quiet(escape(edition), inks)}",
                    inks,
                    ground=inks.warn_soft,
                    edge=inks.warn,
                ),
                inks,
            )
        )

    def _group(self, group: str) -> str:
        """A few ways in under one heading; the whole text of each is a link."""
        words, inks = self.context.words, self.context.inks
        ways = "".join(
            f'<tr><td style="background-color:{inks.raised};padding:16px 20px;'
            f'border:1px solid {inks.line}">'
            + markup.way(place, words(f"start.{name}"), words(f"start.{name}.more"), inks)
            + "</td></tr>"
            for name, place in GROUPS[group]
        )
        return (
            f"<h3>&nbsp;{escape(words(f'start.group.{group}'))}</h3>"
            f'<table width="100%" cellspacing="7">{ways}</table>'
        )

    def _grid(self, cells: list[str], style: str) -> str:
        """Cells in as many columns as there is width for."""
        count = self._columns
        rows = [cells[start : start + count] for start in range(0, len(cells), count)]
        lines = "".join(
            "<tr>"
            + "".join(f'<td width="{100 // count}%" style="{style}">{cell}</td>' for cell in row)
            + "</tr>"
            for row in rows
        )
        return f'<table width="100%" cellspacing="2">{lines}</table>'

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the groups one under another where there is no width for three."""
        super().resizeEvent(event)
        letters = self._reader.width() / self._reader.fontMetrics().averageCharWidth()
        columns = len(GROUPS) if letters >= NARROWEST * len(GROUPS) else 1
        if columns != self._columns:
            self._columns = columns
            self.refresh()

    def open(self, place: str) -> bool:
        """Only the page itself."""
        return place == "start"
