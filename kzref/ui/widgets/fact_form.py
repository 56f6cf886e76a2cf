"""A form made from what a calculator asks: one labelled field per fact, echoing times in words.

What is seldom known stands folded under one button until it is asked for or filled in.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kzref.engine.typed_time import plainly, typed_day, typed_moment
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec
from kzref.services.catalogue import Catalogue
from kzref.ui.widgets.choice_box import ChoiceBox
from kzref.ui.widgets.digit_line import DigitLine
from kzref.ui.widgets.time_field import TimeField
from kzref.ui.widgets.wrapped_box import WrappedBox

ZONES = (
    "Asia/Almaty", "Asia/Aqtau", "Asia/Aqtobe", "Asia/Atyrau", "Asia/Oral", "Asia/Qostanay",
    "Asia/Qyzylorda",
)  # fmt: skip

BESIDE_WORDS = 24  # pixels of a field that its words do not have
FEW = 3  # seldom asked facts: fewer are not worth a button
_AT_ONCE = {FactKind.YES_NO, FactKind.CHOICE}
_NONE = {"", "none"}  # the choice that is no choice has the number 0
_OF_DIGITS = {FactKind.DATE, FactKind.INTEGER, FactKind.PERIODS}


def _line_for(fact: FactSpec) -> QLineEdit:
    return DigitLine() if fact.kind in _OF_DIGITS else QLineEdit()


def _seldom(spec: CalculatorSpec) -> set[str]:
    """The facts that can wait."""
    found = {
        fact.name
        for fact in spec.facts
        if not (fact.required or fact.usual or fact.kind in _AT_ONCE)
    }
    return found if len(found) >= FEW else set()


class FactForm(QWidget):
    """Asks for facts; `edited` tells that something changed."""

    edited = Signal()

    def __init__(self, spec: CalculatorSpec, parent: QWidget | None = None) -> None:
        """Build a field for each fact of the spec."""
        super().__init__(parent)
        self.setObjectName("facts")
        self.spec = spec
        self._fields: dict[str, QWidget] = {}
        self._labels: dict[str, QLabel] = {}
        self._echoes: dict[str, QLabel] = {}
        self._more, self._behind = QPushButton(), QWidget()
        self._more.setProperty("role", "flat")
        self._more.clicked.connect(self._turn)
        self._is_open, self._words = False, ""
        self._seldom = _seldom(spec)
        front, behind = QVBoxLayout(self), QVBoxLayout(self._behind)
        behind.setContentsMargins(0, 0, 0, 0)
        for column in (front, behind):
            column.setSpacing(5)
        for fact in spec.facts:
            self._add(fact, behind if fact.name in self._seldom else front)
        front.addSpacing(4)
        front.addWidget(self._more)
        front.addWidget(self._behind)
        front.addStretch(1)
        self._fold()

    def _add(self, fact: FactSpec, column: QVBoxLayout) -> None:
        field: QWidget
        if fact.kind is FactKind.YES_NO:
            field = WrappedBox()
            field.toggled.connect(self.edited)
        elif fact.kind in {FactKind.CHOICE, FactKind.ZONE}:
            field = ChoiceBox()
            field.currentIndexChanged.connect(self.edited)
            field.currentTextChanged.connect(field.setToolTip)  # long choices are cut short
            self._add_label(fact, column)
        else:
            is_moment = fact.kind is FactKind.MOMENT
            field = TimeField(self._present) if is_moment else _line_for(fact)
            field.textChanged.connect(self.edited)
            field.returnPressed.connect(self.focusNextChild)
            if isinstance(field, TimeField):
                field.asked.connect(self._on_asked)
            self._add_label(fact, column)
        column.addWidget(field)
        if fact.kind in {FactKind.MOMENT, FactKind.DATE, FactKind.CHOICE}:
            echo = QLabel()
            echo.setProperty("role", "quiet")
            echo.setWordWrap(True)
            self._echoes[fact.name] = echo
            column.addWidget(echo)
        self._fields[fact.name] = field

    def _add_label(self, fact: FactSpec, column: QVBoxLayout) -> None:
        label = QLabel()
        label.setWordWrap(True)
        self._labels[fact.name] = label
        column.addSpacing(4)
        column.addWidget(label)

    def _turn(self) -> None:
        """Show the seldom asked facts, or put those away that are empty."""
        self._is_open = not self._behind.isVisibleTo(self)
        self._fold()
        first = next(
            (self._fields[f.name] for f in self.spec.facts if f.name in self._seldom), None
        )
        if self._is_open and first is not None:
            first.setFocus()

    def _fold(self) -> None:
        filled = any(self._value(fact) for fact in self.spec.facts if fact.name in self._seldom)
        is_open = self._is_open or filled
        self._behind.setVisible(is_open and bool(self._seldom))
        self._more.setVisible(bool(self._seldom))
        self._more.setText(f"{'▾' if is_open else '▸'}  {self._words}")

    def _on_asked(self, key: str) -> None:
        if key == "M":
            self.turn_minor()
        else:
            self.go_to_choice()

    def turn_minor(self) -> bool:
        """Tick or untick the box for minors; False when there is none."""
        box = self._fields.get("minor")
        if not isinstance(box, QCheckBox):
            return False
        box.toggle()
        return True

    def go_to_choice(self) -> bool:
        """Go to the last choice that is asked for at once, the grounds; False when there is none."""
        boxes = [
            self._fields[fact.name] for fact in self.spec.facts if fact.kind is FactKind.CHOICE
        ]
        if boxes:
            boxes[-1].setFocus()
        return bool(boxes)

    def speak(self, words: Catalogue) -> None:
        """Label every field; what was entered stays."""
        self._words = words("lectern.more_facts", count=len(self._seldom))
        self._fold()
        for fact in self.spec.facts:
            label = words(f"fact.{fact.name}") + (" *" if fact.required else "")
            field = self._fields[fact.name]
            field.setAccessibleName(label)
            if isinstance(field, QCheckBox):
                field.setText(label)
                continue
            self._labels[fact.name].setText(label)
            if isinstance(field, QComboBox):
                self._fill(field, fact, words)
            elif isinstance(field, QLineEdit):
                field.setPlaceholderText(words(f"hint.{fact.kind.value}"))
                field.setToolTip(field.placeholderText())

    def _fill(self, field: QComboBox, fact: FactSpec, words: Catalogue) -> None:
        chosen = field.currentData() or fact.default
        field.blockSignals(True)
        field.clear()
        if fact.kind is FactKind.ZONE:
            for zone in ZONES:
                key = f"zone.{zone}"
                field.addItem(words(key), zone)
        else:
            if not fact.required and fact.default is None:
                field.addItem(words("value.not_said"), "")
            for choice in fact.choices:
                field.addItem(words(f"choice.{fact.name}.{choice}"), choice)
            if isinstance(field, ChoiceBox):
                field.number(0 if field.itemData(0) in _NONE else 1)
        field.setCurrentIndex(max(0, field.findData(chosen)))
        field.setToolTip(field.currentText())
        field.blockSignals(False)

    def written(self, now: datetime) -> dict[str, str]:
        """The facts as the engine reads them; times typed in a hurry are spelled out."""
        written = {}
        for fact in self.spec.facts:
            value = self._value(fact)
            if not value:
                continue
            local = self._typed_at(fact, now)
            if fact.kind is FactKind.MOMENT and (moment := typed_moment(value, local)):
                value = moment.strftime("%Y-%m-%dT%H:%M")
            elif fact.kind is FactKind.DATE and (day := typed_day(value, local.date())):
                value = day.isoformat()
            written[fact.name] = value
        return written

    def _typed_at(self, fact: FactSpec, now: datetime) -> datetime:
        """When a fact was typed, in the zone of the form: `-3h` and `2140` do not move with the clock."""
        field = self._fields[fact.name]
        typed = field.typed_at(now) if isinstance(field, DigitLine) else now
        return typed.astimezone(self.zone)

    def echo(self, words: Catalogue, now: datetime) -> None:
        """Say each time that was typed in words, with weekday and offset."""
        for fact in self.spec.facts:
            if fact.name not in self._echoes:
                continue
            typed, local = self._value(fact), self._typed_at(fact, now)
            said = ""
            if fact.kind is FactKind.MOMENT and (moment := typed_moment(typed, local)):
                said = f"{words.moment(moment)} · {words(f'zone.{self.zone.key}')}"
            elif fact.kind is FactKind.DATE and (day := typed_day(typed, local.date())):
                said = words.day(day)
            elif fact.kind is FactKind.CHOICE:
                said = self._cut_off(fact, words)
            self._echoes[fact.name].setText(said)
            self._echoes[fact.name].setVisible(bool(said))
        self._fold()

    def _cut_off(self, fact: FactSpec, words: Catalogue) -> str:
        """The chosen words where the field is too narrow for them."""
        field = self._fields[fact.name]
        if not isinstance(field, QComboBox) or not field.currentData():
            return ""
        room = field.width() - 4 * field.fontMetrics().averageCharWidth() - BESIDE_WORDS
        if field.fontMetrics().horizontalAdvance(field.currentText()) <= room:
            return ""
        return words(f"choice.{fact.name}.{field.currentData()}")

    def enter(self, facts: dict[str, str]) -> None:
        """Fill in these facts and no others, as the engine writes them."""
        for field in self._fields.values():
            if isinstance(field, QCheckBox):
                field.setChecked(False)
            elif isinstance(field, QComboBox):
                field.setCurrentIndex(0)
            elif isinstance(field, QLineEdit):
                field.clear()
        for name, value in facts.items():
            named = self._fields.get(name)
            if isinstance(named, QCheckBox):
                named.setChecked(value == "yes")
            elif isinstance(named, QComboBox):
                named.setCurrentIndex(max(0, named.findData(value)))
            elif isinstance(named, QLineEdit):
                named.setText(self._as_typed(name, value))
        self._is_open = False
        self._fold()

    def _as_typed(self, name: str, value: str) -> str:
        """`2026-11-23T18:40` as people write it: `23.11.2026 18:40`; other values as they are."""
        now = self._present()
        kind = next(fact.kind for fact in self.spec.facts if fact.name == name)
        if kind is FactKind.MOMENT and (moment := typed_moment(value, now)):
            return plainly(moment)
        if kind is FactKind.DATE and (day := typed_day(value, now.date())):
            return f"{day:%d.%m.%Y}"
        return value

    def field(self, name: str) -> QWidget:
        """The field of a fact."""
        return self._fields[name]

    @property
    def names(self) -> frozenset[str]:
        """The facts that it asks for."""
        return frozenset(self._fields)

    def _value(self, fact: FactSpec) -> str:
        field = self._fields[fact.name]
        if isinstance(field, QCheckBox):
            return "yes" if field.isChecked() else ""
        if isinstance(field, QComboBox):
            value = str(field.currentData() or "")
            return "" if fact.kind is FactKind.ZONE and value == ZONES[0] else value
        return field.text().strip() if isinstance(field, QLineEdit) else ""

    def _present(self) -> datetime:
        return datetime.now(UTC).astimezone(self.zone)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the times are typed."""
        field = self._fields.get("zone")
        name = str(field.currentData() or ZONES[0]) if isinstance(field, QComboBox) else ZONES[0]
        try:
            return ZoneInfo(name)
        except ZoneInfoNotFoundError:
            return ZoneInfo(ZONES[0])

    def first(self) -> QWidget | None:
        """The field to begin with: the first line that is still empty, else the first field."""
        lines = [one for one in self._fields.values() if isinstance(one, QLineEdit)]
        empty = (line for line in lines if not line.text())
        return next(empty, next(iter(self._fields.values()), None))
