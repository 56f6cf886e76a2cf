"""The facts of a calculation: the title that chooses it, its question, and its form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from kzref.ui.context import Context
from kzref.ui.widgets.chooser import Chooser
from kzref.ui.widgets.entries import Entry
from kzref.ui.widgets.fact_form import FactForm

BESIDE_FORM = 24  # pixels: the bar and the edges
BESIDE_TITLE = 44  # pixels: the edges and the arrow
WIDEST = 390  # pixels: so much of the page a long title may take from the answer


class FactsPane(QWidget):
    """One form at a time; each keeps what was entered. `edited` tells that something changed."""

    edited = Signal()

    def __init__(self, context: Context) -> None:
        """Build it; a form is built when its calculator is first chosen."""
        super().__init__()
        self._context = context
        self._forms: dict[str, FactForm] = {}
        self.current = context.desk.calculators.all[0].spec.id
        self.chooser, self.intro = Chooser(), QLabel()
        self.intro.setProperty("role", "quiet")
        self.intro.setWordWrap(True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.chooser)
        column.addWidget(self.intro)
        column.addWidget(self._area)

    def speak(self, entries: tuple[Entry, ...]) -> None:
        """Name everything in the language; these are the calculators."""
        words = self._context.words
        self.setAccessibleName(words("lectern.facts"))
        self.chooser.setAccessibleName(words("tab.calculators"))
        self.chooser.fill(entries)
        self.chooser.choose(self.current, silently=True)
        for form in self._forms.values():
            form.speak(words)
        self.show_form(self.current)

    def show_form(self, calculator: str) -> None:
        """Ask for the facts of this calculator."""
        self.current = calculator
        self.intro.setText(self._context.words(f"calc.{calculator}.intro"))
        if self._area.widget() is not self.form:
            self._area.takeWidget()
            self._area.setWidget(self.form)
        self.chooser.ensurePolished()  # its letters are bold
        title = self.chooser.fontMetrics().horizontalAdvance(self.chooser.currentText())
        form = self.form.minimumSizeHint().width() + BESIDE_FORM
        self._area.setMinimumWidth(max(form, min(title + BESIDE_TITLE, WIDEST)))

    @property
    def form(self) -> FactForm:
        """The form of the chosen calculator."""
        if self.current not in self._forms:
            form = FactForm(self._context.desk.calculators.get(self.current).spec)
            form.speak(self._context.words)
            form.edited.connect(self.edited)
            self._forms[self.current] = form
        return self._forms[self.current]

    def forget(self) -> None:
        """Empty every form."""
        for form in self._forms.values():
            form.enter({})
