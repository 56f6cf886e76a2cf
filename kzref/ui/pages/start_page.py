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
ROOMY = 160, 42  # letters and lines of a page that has room for larger letters
GAP = 9  # pixels between the ways in


class StartPage(Page):
    """The first page."""

    name = "start"
    kinds = READS

    def __init__(self, context: Context) -> None:
        """Build the pane."""
        super().__init__(context)
        self._reader = Reader("start")
        self._columns = len(GROUPS)
        self._is_roomy = False
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
            f"<td>{markup.badge(key, inks.accent, inks.accent_soft)} "
            f"{markup.quiet(escape(words(label)), inks)}</td>"
            for key, label in KEYS
        ]
        self._reader.refresh(
            markup.page(
                f"<h1>{escape(words('start.title'))}</h1><p>{escape(words('start.how'))}</p>"
                + self._grid([*self._ways(), *keys])
                + markup.card(
                    f"{escape(words('about.disclaimer'))}<br>{markup.quiet(escape(edition), inks)}",
                    inks,
                    ground=inks.warn_soft,
                    edge=inks.warn,
                ),
                inks,
            )
        )

    def _ways(self) -> list[str]:
        """The groups side by side, their first ways in one row; or one group under another."""
        groups = [self._group(name) for name in GROUPS]
        rows = groups if self._columns == 1 else zip(*groups, strict=True)
        return [cell for row in rows for cell in row]

    def _group(self, group: str) -> list[str]:
        """A heading, and a few ways in; the whole text of each is a link."""
        words, inks = self.context.words, self.context.inks
        air = "26px 28px" if self._is_roomy else "12px 18px"
        look = f"background-color:{inks.raised};padding:{air};border:1px solid {inks.line}"
        ways = [
            f'<td width="{100 / self._columns:.2f}%" style="{look}">'
            + markup.way(place, words(f"start.{name}"), words(f"start.{name}.more"), inks)
            + "</td>"
            for name, place in GROUPS[group]
        ]
        return [f"<td>{markup.heading(words(f'start.group.{group}'), 3)}</td>", *ways]

    def _grid(self, cells: list[str]) -> str:
        """Cells in as many columns as there is width for, flush with the edges of the page."""
        count = self._columns
        rows = ("".join(cells[at : at + count]) for at in range(0, len(cells), count))
        lines = "".join(f"<tr>{row}</tr>" for row in rows)
        edges = f"margin-left:-{GAP}px;margin-right:-{GAP}px"
        return f'<table width="100%" cellspacing="{GAP}" style="{edges}">{lines}</table>'

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the groups one under another without width for three; write larger with much room."""
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        across, down = self.width() / metrics.averageCharWidth(), self.height() / metrics.height()
        is_roomy = across >= ROOMY[0] and down >= ROOMY[1]
        letters = self._reader.width() / self._reader.fontMetrics().averageCharWidth()
        columns = len(GROUPS) if is_roomy or letters >= NARROWEST * len(GROUPS) else 1
        if is_roomy != self._is_roomy:
            self._reader.setProperty("roomy", is_roomy)
            self._reader.style().unpolish(self._reader)
            self._reader.style().polish(self._reader)
        if (columns, is_roomy) != (self._columns, self._is_roomy):
            self._columns, self._is_roomy = columns, is_roomy
            self.refresh()

    def open(self, place: str) -> bool:
        """Only the page itself."""
        return place == "start"
