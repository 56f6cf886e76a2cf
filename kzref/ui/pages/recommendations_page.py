"""Recommendations, filtered by body, year, addressee, people, topic, Covenant article, assessment."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kzref.model.pinpoint import number_order
from kzref.model.records import Recommendation
from kzref.model.sheet import Sheet
from kzref.ui.actions import Action
from kzref.ui.context import Context
from kzref.ui.html.recommendations import REST, list_page
from kzref.ui.pages.page import Page
from kzref.ui.pages.recommendation_commands import RecommendationHand
from kzref.ui.theme import MEASURE
from kzref.ui.widgets.choice_box import ChoiceBox
from kzref.ui.widgets.panes import Panes
from kzref.ui.widgets.reader import Reader
from kzref.ui.widgets.records_saver import RecordsSaver, Shown

FILTERS: dict[str, Callable[[Recommendation], Iterable[str]]] = {
    "body": lambda asked: (asked.body.value,),
    "year": lambda asked: (str(asked.year),) if asked.year else (),
    "addressee": lambda asked: asked.addressee,
    "group": lambda asked: (group.value for group in asked.groups),
    "topic": lambda asked: (asked.topic,),
    "iccpr": lambda asked: asked.iccpr,
    "status": lambda asked: (asked.assessment.status.value,),
}

BAR = 20  # pixels of a scroll bar and its edge
WIDE = 175  # letters across: a page that shows two columns of text
FEW = 16  # lines of letters: on a lower page the list needs them all
FIRST = 60  # shown before the reader asks for the rest: all at once take a third of a second


class RecommendationsPage(Page):
    """What bodies ask for, and what became of it."""

    name = "recommendations"

    def __init__(self, context: Context) -> None:
        """Build the filters and the list."""
        super().__init__(context)
        self._chosen, self._most = "", FIRST
        self._is_wide = False
        self._fields = {name: ChoiceBox() for name in FILTERS}
        self._clear = QPushButton()
        self._reader = Reader("recommendations")
        self._reader.limit_lines(MEASURE)
        left = QWidget()
        left.setObjectName("sheet")
        self._form = QFormLayout(left)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for name, field in self._fields.items():
            field.setMinimumContentsLength(10)
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            self._form.addRow(name, field)
            field.currentIndexChanged.connect(lambda _index: self._on_filtered())
            field.currentTextChanged.connect(field.setToolTip)  # long names are cut short
        self._form.addRow(self._clear)
        self._filters = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(left)
        self._saver = RecordsSaver(context, self._filtered)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._reader, 1)
        column.addWidget(self._saver)
        QHBoxLayout(self).addWidget(Panes(area, right, sizes=(270, 960), letters=62))
        self._clear.clicked.connect(self._on_clear)
        self._reader.followed.connect(self._on_followed)
        context.actions.add(
            Action(
                id="recommendations.filters", label="lists.action.filters", keys=("F",),
                page=self.name, act=self._fields["body"].setFocus,
            )
        )  # fmt: skip
        self.hand = RecommendationHand(
            context, self._reader, self.shown, self._saver.row.said.setText
        )

    def speak(self) -> None:
        """Name the filters and show everything anew."""
        words = self.context.words
        self._filters.setAccessibleName(words("lectern.filters"))
        every = self.context.desk.library.recommendations()
        self.total = len(every)
        for name, field in self._fields.items():
            label = self._form.labelForField(field)
            label.setText(words(f"filter.{name}"))  # type: ignore[attr-defined]  # a QLabel
            field.setAccessibleName(words(f"filter.{name}"))
            chosen = field.currentData()
            field.blockSignals(True)
            field.clear()
            field.addItem(words("filter.any"), "")
            values = {value for asked in every for value in FILTERS[name](asked)}
            named = [(self._value(name, value), value) for value in values]
            order = (lambda pair: number_order(pair[1])) if name == "iccpr" else None
            for text, value in sorted(named, key=order) if order else sorted(named):
                field.addItem(text, value)
            field.setCurrentIndex(max(0, field.findData(chosen or "")))
            field.blockSignals(False)
        self._clear.setText(words("filter.clear"))
        self._reader.setAccessibleName(words("tab.recommendations"))
        self._saver.speak()
        self.refresh()

    def _value(self, name: str, value: str) -> str:
        words = self.context.words
        if name == "year":
            return value
        if name == "topic":
            return self.context.desk.topic(value, self.context.language)
        if name == "iccpr":
            return self.context.cite(f"ICCPR {value}")
        return words(f"{name}.{value}")

    def refresh(self) -> None:
        """Show the same list in the context's colours, where the reader was."""
        before = self.scrolled
        self._show()
        self.scroll_to(before)

    @override
    def spare(self, lines: int) -> None:
        """The list before what puts it on paper (Ctrl+P and Ctrl+S do, too)."""
        inside = self._form.parentWidget()
        if inside is not None:  # the filters are never cut off at the side
            self._filters.setMinimumWidth(inside.minimumSizeHint().width() + BAR)
        self._saver.setVisible(lines >= FEW)
        is_wide = self.width() >= WIDE * self.fontMetrics().averageCharWidth()
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self._reader.limit_lines(2 * MEASURE if is_wide else MEASURE)
            self._reader.refresh(self._page())

    @override
    def sheet(self) -> Callable[[], Sheet] | None:
        """The recommendations that pass the filters, all of them."""
        return self._saver.sheet()

    def _filtered(self) -> Shown:
        """What is shown, and in words how it was chosen."""
        words = self.context.words
        chosen = tuple(
            f"{words(f'filter.{name}')}: {field.currentText()}"
            for name, field in self._fields.items()
            if field.currentData()
        )
        return Shown("recommendation", frozenset(one.id for one in self.shown()), chosen)

    def open(self, place: str) -> bool:
        """Go to a recommendation by its id."""
        kind, _, name = place.partition(":")
        if kind != "recommendation":
            return False
        self._chosen, self._most = name, self.total
        self._empty_fields()
        self._reader.show_page(self._page(), anchor=name)
        return True

    def shown(self) -> tuple[Recommendation, ...]:
        """The recommendations that pass the filters: read anew, which takes 8 ms and holds no 0.7 MB."""
        wanted = {name: field.currentData() for name, field in self._fields.items()}
        return tuple(
            asked
            for asked in self.context.desk.library.recommendations()
            if all(not value or value in FILTERS[name](asked) for name, value in wanted.items())
        )

    def _page(self) -> Iterator[str]:
        return list_page(
            self.context,
            self.shown(),
            self.total,
            self._chosen,
            self._most,
            is_wide=self._is_wide,
        )

    def _show(self) -> None:
        self._reader.show_page(self._page())

    def _on_filtered(self) -> None:
        self._most = FIRST
        self._show()

    def _on_followed(self, place: str) -> None:
        if place != REST:
            self.context.opened.emit(place)
            return
        self._most = self.total
        self._reader.refresh(self._page())

    def _on_clear(self) -> None:
        self._empty_fields()
        self._on_filtered()

    def _empty_fields(self) -> None:
        for field in self._fields.values():
            field.blockSignals(True)
            field.setCurrentIndex(0)
            field.blockSignals(False)
