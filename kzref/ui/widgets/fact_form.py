"""A form made from what a calculator asks: one labelled field per fact, echoing times in words."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from kzref.engine.typed_time import typed_day, typed_moment
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec
from kzref.services.catalogue import Catalogue
from kzref.ui.widgets.digit_line import DigitLine
from kzref.ui.widgets.time_field import TimeField
from kzref.ui.widgets.wrapped_box import WrappedBox

ZONES = (
    "Asia/Almaty", "Asia/Aqtau", "Asia/Aqtobe", "Asia/Atyrau", "Asia/Oral", "Asia/Qostanay",
    "Asia/Qyzylorda",
)  # fmt: skip

_OF_DIGITS = {FactKind.DATE, FactKind.INTEGER, FactKind.PERIODS}


def _line_for(fact: FactSpec) -> QLineEdit:
    return DigitLine() if fact.kind in _OF_DIGITS else QLineEdit()


class FactForm(QWidget):
    """Asks for facts; `edited` tells that something changed."""

    edited = Signal()

    def __init__(self, spec: CalculatorSpec, parent: QWidget | None = None) -> None:
        """Build a field for each fact of the spec."""
        super().__init__(parent)
        self.spec = spec
        self._column = QVBoxLayout(self)
        self._column.setSpacing(5)
        self._fields: dict[str, QWidget] = {}
        self._labels: dict[str, QLabel] = {}
        self._echoes: dict[str, QLabel] = {}
        for fact in spec.facts:
            self._add(fact)
        self._column.addStretch(1)

    def _add(self, fact: FactSpec) -> None:
        field: QWidget
        if fact.kind is FactKind.YES_NO:
            field = WrappedBox()
            field.toggled.connect(self.edited)
        elif fact.kind in {FactKind.CHOICE, FactKind.ZONE}:
            field = QComboBox()
            field.setMinimumContentsLength(12)
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            field.currentIndexChanged.connect(self.edited)
            field.currentTextChanged.connect(field.setToolTip)  # long choices are cut short
            self._add_label(fact)
        else:
            is_moment = fact.kind is FactKind.MOMENT
            field = TimeField(self._present) if is_moment else _line_for(fact)
            field.textChanged.connect(self.edited)
            self._add_label(fact)
        self._column.addWidget(field)
        if fact.kind in {FactKind.MOMENT, FactKind.DATE}:
            echo = QLabel()
            echo.setProperty("role", "quiet")
            echo.setWordWrap(True)
            self._echoes[fact.name] = echo
            self._column.addWidget(echo)
        self._fields[fact.name] = field

    def _add_label(self, fact: FactSpec) -> None:
        label = QLabel()
        label.setWordWrap(True)
        self._labels[fact.name] = label
        self._column.addSpacing(4)
        self._column.addWidget(label)

    def speak(self, words: Catalogue) -> None:
        """Label every field; what was entered stays."""
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
        field.setCurrentIndex(max(0, field.findData(chosen)))
        field.setToolTip(field.currentText())
        field.blockSignals(False)

    def written(self, now: datetime) -> dict[str, str]:
        """The facts as the engine reads them; times typed in a hurry are spelled out."""
        written = {}
        local = now.astimezone(self.zone)
        for fact in self.spec.facts:
            value = self._value(fact)
            if not value:
                continue
            if fact.kind is FactKind.MOMENT and (moment := typed_moment(value, local)):
                value = moment.strftime("%Y-%m-%dT%H:%M")
            elif fact.kind is FactKind.DATE and (day := typed_day(value, local.date())):
                value = day.isoformat()
            written[fact.name] = value
        return written

    def echo(self, words: Catalogue, now: datetime) -> None:
        """Say each time that was typed in words, with weekday and offset."""
        local = now.astimezone(self.zone)
        for fact in self.spec.facts:
            if fact.name not in self._echoes:
                continue
            typed = self._value(fact)
            said = ""
            if fact.kind is FactKind.MOMENT and (moment := typed_moment(typed, local)):
                said = f"{words.moment(moment)} · {words(f'zone.{self.zone.key}')}"
            elif fact.kind is FactKind.DATE and (day := typed_day(typed, local.date())):
                said = words.day(day)
            self._echoes[fact.name].setText(said)
            self._echoes[fact.name].setVisible(bool(said))

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
                named.setText(value)

    def field(self, name: str) -> QWidget:
        """The field of a fact."""
        return self._fields[name]

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
