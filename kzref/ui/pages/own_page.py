"""Your own texts: the list of them, each by its articles, redactions compared, languages side by side."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.model.errors import KzrefError
from kzref.model.language import Language
from kzref.model.own_text import OwnText, Unit
from kzref.services.own.redactions import compare, pairs
from kzref.ui.background import Background
from kzref.ui.context import Context
from kzref.ui.html import own_texts
from kzref.ui.html.own_words import words_page
from kzref.ui.own.asking import Asking
from kzref.ui.own.elsewhere import elsewhere
from kzref.ui.own.removal import Removal
from kzref.ui.own.shelf import OwnShelf
from kzref.ui.pages.page import Page
from kzref.ui.theme import MEASURE
from kzref.ui.widgets.panes import Panes
from kzref.ui.widgets.reader import Reader

BESIDE = "own:pair"  # two columns need the whole width
WIDE = 180  # letters: a wider page shows what can be compared beside the list of texts


class OwnPage(Page):
    """Places: `own:`, `own:5` (a text), `own:5 131`, `own:compare 5 6`, `own:compare 5 6 131`, `own:pair 5 7 131`."""

    name = "own"

    def __init__(self, context: Context) -> None:
        """Build the two panes."""
        super().__init__(context)
        self._place = "own:"
        self._said_in: Language | None = None
        self._is_wide = False
        self._texts: dict[int, OwnText] = {}
        self._opened: int | None = None
        self._units: tuple[Unit, ...] = ()
        self._background = Background(self)
        self._listing, self._reader, self.asking = OwnShelf(context), Reader("own"), Asking()
        self._removal = Removal(context, self.asking, self._go_after_removal)
        self.import_button, self.delete_button = QPushButton(), QPushButton()
        self.import_button.setProperty("role", "main")
        self._panes = Panes(self._left(), self._right(), sizes=(330, 900), letters=62)
        QHBoxLayout(self).addWidget(self._panes)
        self._listing.chosen.connect(self._on_chosen)
        self._reader.followed.connect(context.opened)
        self.import_button.clicked.connect(lambda: context.opened.emit("import:"))
        self.delete_button.clicked.connect(self._ask_to_delete)
        context.own_changed.connect(self._on_own_changed)

    def _left(self) -> QWidget:
        """The list, under what is done with it: the whole height of the other pane is for reading."""
        left, row = QWidget(), QHBoxLayout()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.import_button, 1)
        row.addWidget(self.delete_button, 1)
        column.addLayout(row)
        column.addWidget(self._listing, 1)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.asking)
        column.addWidget(self._reader, 1)
        return right

    @override
    def spare(self, lines: int) -> None:
        """Stand the comparisons beside the list, or under it."""
        if self._place == "own:" and self._has_width is not self._is_wide:
            self._show(anew=False)

    @property
    def _has_width(self) -> bool:
        return self.width() > WIDE * self.fontMetrics().averageCharWidth()

    @property
    def place(self) -> str:
        """What is open, as `open` takes it."""
        return self._place

    def speak(self) -> None:
        """Name the panes and show everything anew."""
        words = self.context.words
        self._listing.setAccessibleName(words("own.page.title"))
        self._reader.setAccessibleName(words("own.page.text"))
        self.import_button.setText(words("own.button.import"))
        self.delete_button.setText(words("own.button.delete"))
        if self._said_in is not self.context.language:  # a change of colours takes no question away
            self.asking.hide()
        self._said_in = self.context.language
        self._on_own_changed()

    def refresh(self) -> None:
        """Show the same place in the context's colours."""
        self._show(anew=False)

    def open(self, place: str) -> bool:
        """Go to the list, a text, a place in it, or two texts beside each other."""
        found = place if place.startswith("own:") else self._found(place)
        if found is None:
            return False
        self._place = found
        self._show(anew=True)
        return True

    def _found(self, place: str) -> str | None:
        """A place of a text that only the user has, as search names it: `own-boats 4(2)`, `own-log body p7`."""
        work, _, rest = place.partition(" ")
        texts = [text for text in self._texts.values() if text.work == work]
        if not texts:
            return None
        context = self.context
        text = context.desk.own_library.redaction(work, context.as_of, context.language) or texts[0]
        holder, mark, at = rest.partition("(")
        return f"own:{text.id} {holder} {mark}{at}".strip()

    def _on_chosen(self, place: str) -> None:
        steps, article = self._place.split(), place.partition(" ")[2]
        if steps[0] == "own:pair" and article and place.startswith(f"own:{steps[1]} "):
            place = " ".join((*steps[:3], article))  # side by side, article after article
        self._place = place
        self._show(anew=True)

    def _on_own_changed(self) -> None:
        self._texts = {text.id: text for text in self.context.desk.own_library.texts()}
        if self._opened not in self._texts:
            self._opened, self._units = None, ()
        self._listing.show_texts(self._texts.values(), self._opened, self._units)
        self._show(anew=False)

    def _show(self, *, anew: bool) -> None:
        show = self._reader.show_page if anew else self._reader.refresh
        is_listed = self._place == "own:" and bool(self._texts)
        self._is_wide = self._has_width
        has_two = self._place.startswith(BESIDE) or (is_listed and self._is_wide)
        self._reader.limit_lines(0 if has_two else MEASURE)
        steps = self._place.removeprefix("own:").split()
        self.delete_button.setVisible(False)
        if steps and steps[0] in {"compare", "pair"} and len(steps) > 2:  # noqa: PLR2004
            first, second = self._text(steps[1]), self._text(steps[2])
            if first is not None and second is not None:
                self._show_two(steps[0], first, second, steps[3] if len(steps) > 3 else "")  # noqa: PLR2004
                return
        text = self._text(steps[0]) if steps else None
        if text is None:
            self._place = "own:"
            self._listing.choose("own:", silently=True)
            texts = tuple(self._texts.values())
            show(own_texts.list_page(self.context, texts, is_wide=is_listed and self._is_wide))
            return
        self._open_text(text)
        self.delete_button.setVisible(True)
        holder, _, at = " ".join(steps[1:]).partition(" ")
        if not holder:
            holder = next((unit.holder for unit in self._units if unit.holder), "")
        self._place = f"own:{text.id} {holder} {at.strip()}".strip()
        self._listing.choose(f"own:{text.id} {holder}", silently=True)
        units = tuple(unit for unit in self._units if unit.holder == holder)
        links = elsewhere(self.context, text, self._texts.values(), holder)
        show(own_texts.article_page(self.context, text, units, links))
        if anew and at:
            self._reader.scrollToAnchor(at.strip())

    def _text(self, number: str) -> OwnText | None:
        return self._texts.get(int(number)) if number.isdigit() else None

    def _open_text(self, text: OwnText) -> None:
        if self._opened != text.id:
            self._opened = text.id
            self._units = self.context.desk.own_library.units(text)
            self._listing.show_texts(self._texts.values(), self._opened, self._units)

    def _show_two(self, how: str, first: OwnText, second: OwnText, article: str) -> None:
        """Read off the interface thread: two codes take a while to compare."""
        self._reader.show_page(f"<p>{self.context.words('own.page.comparing')}</p>")
        own, context = self.context.desk.own_library, self.context
        if how == "compare" and not article:
            self._background.ask(
                lambda: compare(own, first, second),
                lambda found: self._reader.show_page(own_texts.changes_page(context, found)),
                self._on_fault,
            )
            return
        if not article:
            units = own.units(first)
            article = next((unit.holder for unit in units if unit.holder), "")
            self._place = f"{self._place} {article}"
        shown = first if how == "pair" else second  # of two redactions the later one is read
        self._open_text(shown)
        self._listing.choose(f"own:{shown.id} {article}", silently=True)
        rows = pairs(own, first, second, article)
        title = next((row.first or row.second or "" for row in rows if row.at == "title"), article)
        if how == "pair":
            self._reader.show_page(own_texts.pair_page(context, first, second, title, rows))
            return
        laws = [
            one for one in own.amendments(second, article)
            if all((one.law, one.adopted) != (known.law, known.adopted) for known in own.amendments(first, article))
        ]  # fmt: skip
        self._reader.show_page(words_page(context, first, second, title, rows, laws))

    def _on_fault(self, error: KzrefError) -> None:
        self._reader.show_page(f"<p>{self.context.words.say(error.message)}</p>")

    def _ask_to_delete(self) -> None:
        if self._opened in self._texts:
            self._panes.bring(self.asking)
            self._removal.ask(self._texts[self._opened])

    def _go_after_removal(self, place: str) -> None:
        self._place = place
