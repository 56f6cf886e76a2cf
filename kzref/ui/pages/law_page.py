"""Statutes: acts and their articles on the left, the article as of the chosen date on the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.model.errors import InputError
from kzref.model.law import Heading
from kzref.model.pinpoint import Pinpoint
from kzref.model.sheet import Sheet
from kzref.model.text import Text
from kzref.ui.context import Context
from kzref.ui.pages.article_pane import ArticlePane
from kzref.ui.pages.law_commands import add_law_commands
from kzref.ui.pages.page import Page
from kzref.ui.widgets.listing import Entry, Listing
from kzref.ui.widgets.panes import Panes
from kzref.ui.widgets.save_row import SaveRow, pdf_of, word_of

FIRST = "CPC 131"

FEW = 13  # lines of letters: on a lower page the text needs them all


class LawPage(Page):
    """Acts, articles and their provisions."""

    name = "law"

    def __init__(self, context: Context) -> None:
        """Build the two panes."""
        super().__init__(context)
        self._listing = Listing("acts")
        self._filter = QLineEdit()
        self._filter.setObjectName("filter")
        self._filter.setClearButtonEnabled(True)
        self.article = ArticlePane(context, Pinpoint.parse(FIRST))
        add_law_commands(self.article)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._filter)
        column.addWidget(self._listing)
        self._row = SaveRow(context, ("print", "docx"))
        right = QWidget()
        reading = QVBoxLayout(right)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.addWidget(self.article, 1)
        reading.addWidget(self._row)
        layout = QHBoxLayout(self)
        layout.addWidget(Panes(left, right, sizes=(330, 900), letters=76))
        self._listing.chosen.connect(self._on_chosen)
        self._filter.textChanged.connect(lambda _text: self._fill())
        self._filter.returnPressed.connect(self._listing.enter)
        down = QShortcut(QKeySequence("Down"), self._filter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._listing.enter)
        self.article.went.connect(self._go_within)
        self.article.told.connect(self._row.said.setText)
        self._row.buttons["print"].clicked.connect(lambda: self._save("pdf"))
        self._row.buttons["docx"].clicked.connect(lambda: self._save("docx"))

    @property
    def place(self) -> str:
        """The article or the unit that is open."""
        return str(self.article.place)

    @property
    @override
    def source(self) -> str:
        """The official text of the article, where the user has brought it."""
        context, place = self.context, self.article.place
        try:
            found = context.desk.own_library.official(place, context.as_of, context.language)
        except InputError:
            return ""
        return f"own:{found.source.id} {place.article}{place.at}"

    def speak(self) -> None:
        """Name the panes and show everything anew."""
        words = self.context.words
        self._filter.setPlaceholderText(words("law.filter"))
        self._filter.setAccessibleName(words("law.filter"))
        self._listing.setAccessibleName(words("law.acts"))
        self._listing.nothing = words("search.nothing")
        self.article.speak()
        self._row.speak()
        self._fill()
        self.refresh()

    def refresh(self) -> None:
        """Show the same article under the context's date."""
        self.article.refresh()

    def open(self, place: str) -> bool:
        """Go to a provision."""
        try:
            pinpoint = Pinpoint.parse(place)
        except ValueError:
            return False
        if pinpoint.key not in self.context.desk.library.instruments:
            return False
        if pinpoint.article is None:
            self._listing.choose(pinpoint.key, silently=True)
            self._listing.setExpanded(self._listing.currentIndex(), True)
            return True
        self._listing.choose(f"{pinpoint.key} {pinpoint.article}", silently=True)
        self.article.show_place(pinpoint)
        return True

    def _on_chosen(self, place: str) -> None:
        pinpoint = Pinpoint.parse(place)
        if pinpoint.article is not None:
            self.article.show_place(pinpoint)

    def _go_within(self, place: str) -> None:
        """Choose another unit of the article; the way back stays as it is."""
        self.article.show_place(Pinpoint.parse(place))

    @override
    def spare(self, lines: int) -> None:
        """The text before its history, and before what puts it on paper (Ctrl+P does, too)."""
        self.article.strip.give_room(has_room=lines >= FEW)
        self._row.setVisible(lines >= FEW)
        self._filter.setVisible(lines >= FEW)

    @override
    def sheet(self) -> Callable[[], Sheet]:
        """The article that is open, or the unit with what stands under it."""
        place, as_of, wording = self.article.place, self.context.as_of, self.context.wording

        def made() -> Sheet:
            from kzref.services.sheets.place import place_sheet  # noqa: PLC0415 - as needed

            return place_sheet(wording, place, as_of)

        return made

    def _save(self, form: str) -> None:
        """Put what is open on paper."""
        work = pdf_of(self.sheet()) if form == "pdf" else word_of(self.sheet())
        self._row.save(f"{self.article.place} {self.context.as_of}.{form}", work)

    def _fill(self) -> None:
        wanted = self._filter.text().casefold().split()
        library, entries = self.context.desk.library, []
        for key, act in library.instruments.items():
            names = _folded(act.short)
            articles = tuple(
                self._entry(key, heading.article, self.context.text(heading.title))
                for heading in library.headings[key]
                if not wanted or self._fits(wanted, names, heading)
            )
            if articles or not wanted:
                entries.append(Entry(place=key, label=self._act_name(key), children=articles))
        self._listing.fill(entries)
        if wanted:
            self._listing.expandAll()
        else:
            self._listing.choose(
                f"{self.article.place.key} {self.article.place.article}", silently=True
            )

    def _fits(self, wanted: list[str], names: tuple[str, ...], heading: Heading) -> bool:
        """Whether each word begins the number, names the act, or stands in a title of any language."""
        named = self.context.words("law.article_number", number=heading.article).casefold()
        begun, titles = (heading.article, *named.split()), _folded(heading.title)
        return all(
            word in names
            or any(one.startswith(word) for one in begun)
            or any(word in title for title in titles)
            for word in wanted
        )

    def _act_name(self, key: str) -> str:
        """The title of an act, with its year where another has the same."""
        acts = self.context.desk.library.instruments
        title = self.context.text(acts[key].title)
        same = [other for other in acts.values() if self.context.text(other.title) == title]
        year = acts[key].in_force_from
        return f"{year.year} · {title}" if len(same) > 1 and year else title  # seen when cut short

    def _entry(self, key: str, article: str, title: str) -> Entry:
        name = self.context.words("law.article_number", number=article)
        label = f"{name} {title}".strip()
        return Entry(
            place=f"{key} {article}", label=label, hint=label, number=article, title=title or name
        )


def _folded(text: Text) -> tuple[str, ...]:
    """A text as it is searched, in every language that it is known in."""
    return tuple(own.casefold() for own in (text.en, text.ru, text.kk) if own)
