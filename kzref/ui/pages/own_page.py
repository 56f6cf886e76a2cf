"""Your own texts: the list of them, each by its articles, redactions compared, languages side by side."""

import re

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kzref.model.errors import KzrefError
from kzref.model.own_text import OwnText, TextKind, Unit, UnitKind
from kzref.services.own.redactions import compare, pairs
from kzref.ui.background import Background
from kzref.ui.context import Context
from kzref.ui.html import own_texts
from kzref.ui.html.own_words import words_page
from kzref.ui.own.asking import Asking
from kzref.ui.pages.page import Page
from kzref.ui.widgets.listing import Entry, Listing
from kzref.ui.widgets.panes import Panes
from kzref.ui.widgets.reader import Reader

LETTERS = 90


def _entry(place: str, holder: str, label: str) -> Entry:
    """A line of the contents; where the heading begins with the number, that stands in its column."""
    head, _, title = label.partition(". ")
    number = holder if title and holder in re.split(r"[\s-]", head) else ""
    return Entry(
        place=place, label=label[:LETTERS], hint=label, number=number, title=title[:LETTERS] if number else ""
    )  # fmt: skip


class OwnPage(Page):
    """Places: `own:`, `own:5` (a text), `own:5 131`, `own:compare 5 6`, `own:compare 5 6 131`, `own:pair 5 7 131`."""

    name = "own"

    def __init__(self, context: Context) -> None:
        """Build the two panes."""
        super().__init__(context)
        self._place, self._compared = "own:", ""
        self._texts: dict[int, OwnText] = {}
        self._opened: int | None = None
        self._units: tuple[Unit, ...] = ()
        self._background = Background(self)
        self._listing, self._reader, self.asking = Listing("own texts"), Reader("own"), Asking()
        self.import_button, self.delete_button = QPushButton(), QPushButton()
        self.import_button.setProperty("role", "main")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.asking)
        column.addWidget(self._reader, 1)
        row = QHBoxLayout()
        row.addWidget(self.import_button)
        row.addWidget(self.delete_button)
        row.addStretch(1)
        column.addLayout(row)
        panes = Panes(self._listing, right, sizes=(330, 900), letters=62)
        QHBoxLayout(self).addWidget(panes)
        self._listing.chosen.connect(self._on_chosen)
        self._reader.followed.connect(context.opened)
        self.import_button.clicked.connect(lambda: context.opened.emit("import:"))
        self.delete_button.clicked.connect(self._ask_to_delete)
        context.own_changed.connect(self._on_own_changed)

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
        self.asking.hide()
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
        self._fill()
        self._show(anew=False)

    # --- the list on the left

    def _fill(self) -> None:
        """The texts; the articles only of the one that is open."""
        context = self.context
        entries = [Entry(place="own:", label=context.words("own.page.title"))]
        for text in self._texts.values():
            day = own_texts.redaction_of(context, text)
            language = context.words(f"own.language.{text.language.value}")
            parts = (own_texts.short_of(context, text), language, day.strip("—"))
            entries.append(
                Entry(
                    place=f"own:{text.id}",
                    label=" · ".join(filter(None, parts)),
                    hint=f"{text.title} · {text.file_name}",
                    children=self._contents() if text.id == self._opened else (),
                )
            )
        self._listing.fill(entries)
        if self._opened is not None:
            self._listing.choose(f"own:{self._opened}", silently=True)
            self._listing.setExpanded(self._listing.currentIndex(), True)

    def _contents(self) -> tuple[Entry, ...]:
        found: dict[str, str] = {}
        for unit in self._units:
            if unit.holder and (unit.kind is UnitKind.ARTICLE or unit.holder not in found):
                found[unit.holder] = unit.text if unit.kind is UnitKind.ARTICLE else unit.holder
        return tuple(
            _entry(f"own:{self._opened} {holder}", holder, label) for holder, label in found.items()
        )

    # --- what is shown on the right

    def _show(self, *, anew: bool) -> None:
        show = self._reader.show_page if anew else self._reader.refresh
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
            show(own_texts.list_page(self.context, tuple(self._texts.values())))
            return
        self._open_text(text)
        self.delete_button.setVisible(True)
        holder, _, at = " ".join(steps[1:]).partition(" ")
        if not holder:
            holder = next((unit.holder for unit in self._units if unit.holder), "")
        self._place = f"own:{text.id} {holder} {at.strip()}".strip()
        self._listing.choose(f"own:{text.id} {holder}", silently=True)
        units = tuple(unit for unit in self._units if unit.holder == holder)
        show(own_texts.article_page(self.context, text, units, self._links(text, holder)))
        if anew and at:
            self._reader.scrollToAnchor(at.strip())

    def _text(self, number: str) -> OwnText | None:
        return self._texts.get(int(number)) if number.isdigit() else None

    def _open_text(self, text: OwnText) -> None:
        if self._opened != text.id:
            self._opened = text.id
            self._units = self.context.desk.own_library.units(text)
            self._fill()

    def _links(self, text: OwnText, holder: str) -> list[tuple[str, str]]:
        """Where this article stands otherwise: its digest, the redaction before, the other language."""
        words, library = self.context.words, self.context.desk.library
        links = []
        for act in library.instruments.values():
            if act.id == text.work and any(
                one.article == holder for one in library.headings[act.key]
            ):
                links.append((f"{act.key} {holder}", words("own.page.digest")))
        if text.kind is TextKind.DOCUMENT and text.work in library.documents:
            links.append((f"{text.work} {holder}", words("own.page.digest")))
        texts = tuple(self._texts.values())
        if (earlier := own_texts.earlier_than(text, texts)) is not None:
            day = own_texts.redaction_of(self.context, earlier)
            links.append(
                (f"own:compare {earlier.id} {text.id} {holder}", words("own.page.against", day=day))
            )
        if text.kind is TextKind.ACT and (other := own_texts.beside(text, texts)) is not None:
            links.append((f"own:pair {text.id} {other.id} {holder}", words("own.page.beside")))
        return links

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
        self._open_text(first)
        self._listing.choose(f"own:{first.id} {article}", silently=True)
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

    # --- deleting

    def _ask_to_delete(self) -> None:
        text = self._texts.get(self._opened) if self._opened is not None else None
        if text is None:
            return
        words = self.context.words
        self.asking.ask(
            words("own.page.delete", title=text.title, redaction=own_texts.redaction_of(self.context, text)),
            words("own.button.delete"), words("own.button.keep"),
            lambda: self._delete(text),
        )  # fmt: skip

    def _delete(self, text: OwnText) -> None:
        words, own = self.context.words, self.context.desk.own_library
        if not self._tried(lambda: own.delete(text, self.context.now)):
            return
        self._place = "own:"
        self.context.own_changed.emit()
        self.asking.ask(
            words("own.page.deleted", title=text.title), words("own.button.undo"),
            words("own.button.close"), lambda: self._restore(text),
        )  # fmt: skip

    def _restore(self, text: OwnText) -> None:
        if self._tried(lambda: self.context.desk.own_library.restore(text)):
            self._place = f"own:{text.id}"
            self.context.own_changed.emit()

    def _tried(self, act: object) -> bool:
        """Whether it could be done; why not is said where the question was."""
        try:
            if callable(act):
                act()
        except KzrefError as error:
            words = self.context.words
            close = words("own.button.close")
            self.asking.ask(words.say(error.message), close, close, lambda: None)
            return False
        return True
