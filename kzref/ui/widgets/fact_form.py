"""A form made from what a calculator asks: one labelled field per fact, echoing times in words.

What is seldom known stands folded under one button until it is asked for or filled in.
"""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kzref.model.outcome import CalculatorSpec, FactKind
from kzref.services.catalogue import Catalogue
from kzref.ui.widgets.asked_fact import ZONES, AskedFact, ChosenFact, TickedFact, asked_fact
from kzref.ui.widgets.time_field import TimeField

FEW = 3  # seldom asked facts: fewer are not worth a button
_AT_ONCE = {FactKind.YES_NO, FactKind.CHOICE}


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
        self._asked: dict[str, AskedFact] = {}
        self._more, self._behind = QPushButton(), QWidget()
        self._more.setProperty("role", "flat")
        self._more.clicked.connect(self._turn)
        self._is_open, self._words = False, ""
        self._seldom = _seldom(spec)
        self.fault = QLabel(self)
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self._blamed = ""
        front, behind = QVBoxLayout(self), QVBoxLayout(self._behind)
        behind.setContentsMargins(0, 0, 0, 0)
        front.setContentsMargins(0, 6, 0, 6)
        for column in (front, behind):
            column.setSpacing(5)
        for fact in spec.facts:
            asked = self._asked[fact.name] = asked_fact(fact, self.edited, lambda: self.zone)
            self._add(asked, behind if fact.name in self._seldom else front)
        front.addSpacing(4)
        front.addWidget(self._more)
        front.addWidget(self._behind)
        front.addStretch(1)
        self.fault.hide()
        self._fold()

    def _add(self, asked: AskedFact, column: QVBoxLayout) -> None:
        if asked.label is not None:
            column.addSpacing(4)
            column.addWidget(asked.label)
        column.addWidget(asked.field)
        if isinstance(asked.field, QLineEdit):
            asked.field.returnPressed.connect(self.focusNextChild)
        if isinstance(asked.field, TimeField):
            asked.field.asked.connect(self._on_asked)
        if asked.echo is not None:
            asked.echo.setProperty("role", "quiet")
            column.addWidget(asked.echo)

    def _turn(self) -> None:
        """Show the seldom asked facts, or put those away that are empty."""
        self._is_open = not self._behind.isVisibleTo(self)
        self._fold()
        first = next((one for name, one in self._asked.items() if name in self._seldom), None)
        if self._is_open and first is not None:
            first.field.setFocus()

    def _fold(self) -> None:
        filled = any(self._asked[name].value for name in self._seldom)
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
        asked = self._asked.get("minor")
        if not isinstance(asked, TickedFact):
            return False
        asked.field.toggle()
        return True

    def go_to_choice(self) -> bool:
        """Go to the last choice that is asked for at once, the grounds; False when there is none."""
        boxes = [one for one in self._asked.values() if one.fact.kind is FactKind.CHOICE]
        if boxes:
            boxes[-1].field.setFocus()
        return bool(boxes)

    def speak(self, words: Catalogue) -> None:
        """Label every field; what was entered stays."""
        self._words = words("lectern.more_facts", count=len(self._seldom))
        self._fold()
        for asked in self._asked.values():
            asked.speak(words)

    def written(self, now: datetime) -> dict[str, str]:
        """The facts as the engine reads them; times typed in a hurry are spelled out."""
        return {name: one.written(now) for name, one in self._asked.items() if one.value}

    def echo(self, words: Catalogue, now: datetime) -> None:
        """Say each time that was typed in words, with weekday and offset."""
        for asked in self._asked.values():
            if asked.echo is not None:
                said = asked.said(words, now)
                asked.echo.setText(said)
                asked.echo.setVisible(bool(said))
        self._fold()

    def blame(self, name: str, fault: str) -> None:
        """Say under a field why its fact cannot be used; without a name nothing is at fault."""
        if (self._blamed, self.fault.text()) == (name, fault):
            return
        if self._blamed and self._blamed != name:
            _mark(self._asked[self._blamed].field, fault="")
        self._blamed = name
        self.fault.setText(fault)
        self.fault.hide()
        if name:
            asked = self._asked[name]
            column = self._behind.layout() if name in self._seldom else self.layout()
            above = asked.echo or asked.field
            if isinstance(column, QVBoxLayout):
                column.removeWidget(self.fault)  # places are counted without it
                column.insertWidget(column.indexOf(above) + 1, self.fault)
            self.fault.show()
            _mark(asked.field, fault=fault)

    def enter(self, facts: dict[str, str]) -> None:
        """Fill in these facts and no others, as the engine writes them."""
        for name, asked in sorted(
            self._asked.items(), key=lambda item: item[1].fact.kind is not FactKind.ZONE
        ):  # the zone first: times are written in it
            asked.enter(facts.get(name, ""))
        self._is_open = False
        self._fold()

    def typed(self, name: str) -> str:
        """What stands in the field of a fact."""
        return self._asked[name].value

    def field(self, name: str) -> QWidget:
        """The field of a fact."""
        return self._asked[name].field

    @property
    def names(self) -> frozenset[str]:
        """The facts that it asks for."""
        return frozenset(self._asked)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the times are typed."""
        asked = self._asked.get("zone")
        name = asked.field.currentData() if isinstance(asked, ChosenFact) else None
        try:
            return ZoneInfo(str(name or ZONES[0]))
        except ZoneInfoNotFoundError:
            return ZoneInfo(ZONES[0])

    def first(self) -> QWidget | None:
        """The field to begin with: the one at fault, the first that must and the first that may be filled in."""
        asked = list(self._asked.values())
        empty = [one for one in asked if isinstance(one.field, QLineEdit) and not one.value]
        first = (
            *(one for one in asked if one.fact.name == self._blamed),
            *(one for one in asked if one.fact.required and not one.value),
            *empty,
            *asked,
        )
        return first[0].field if first else None


def _mark(field: QWidget, *, fault: str) -> None:
    """Give a field the colour of a fault and its sentence, or take them away."""
    field.setAccessibleDescription(fault)
    field.setProperty("fault", bool(fault))
    field.style().unpolish(field)
    field.style().polish(field)
