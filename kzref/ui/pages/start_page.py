"""Where one begins: the questions that bring a lawyer here, each one key or click away.

Nothing is read from the database for it, so the window is there at once.
"""

from html import escape

from PySide6.QtWidgets import QHBoxLayout

from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.pages.page import Page
from kzref.ui.widgets.reader import Reader

WAYS = (
    ("detention", "calc:police-detention"),
    ("custody", "calc:custody-term"),
    ("hours", "checklist:first-hours"),
    ("remand", "checklist:remand-hearing"),
    ("law", "CPC 131"),
    ("torture", "checklist:torture-allegation"),
)


class StartPage(Page):
    """The first page."""

    name = "start"

    def __init__(self, context: Context) -> None:
        """Build the pane."""
        super().__init__(context)
        self._reader = Reader("start")
        QHBoxLayout(self).addWidget(self._reader)
        self._reader.followed.connect(context.opened)

    def speak(self) -> None:
        """Say everything in the language."""
        self._reader.setAccessibleName(self.context.words("start.title"))
        self.refresh()

    def refresh(self) -> None:
        """Show the page in the context's colours."""
        words, inks = self.context.words, self.context.inks
        cards = [
            f'<td width="50%" style="background-color:{inks.raised};padding:14px 18px">'
            f"<b>{markup.link(place, words(f'start.{name}'))}</b>"
            f"<br>{markup.quiet(escape(words(f'start.{name}.more')), inks)}</td>"
            for name, place in WAYS
        ]
        rows = "".join(
            f"<tr>{left}{right}</tr>" for left, right in zip(cards[::2], cards[1::2], strict=True)
        )
        self._reader.refresh(
            markup.page(
                f"<h1>{escape(words('start.title'))}</h1><p>{escape(words('start.how'))}</p>"
                f'<table width="100%" cellspacing="10">{rows}</table>'
                + markup.card(
                    escape(words("about.disclaimer")), inks, ground=inks.warn_soft, edge=inks.warn
                ),
                inks,
            )
        )

    def open(self, place: str) -> bool:
        """Only the page itself."""
        return place == "start"
