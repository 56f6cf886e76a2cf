"""One fact as a form asks for it: a box to tick, a choice, or a line; with its label, and in words."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from kzref.engine.typed_time import (
    plain_periods,
    plainly,
    typed_day,
    typed_moment,
    typed_periods,
)
from kzref.model.outcome import FactKind, FactSpec
from kzref.services.catalogue import Catalogue
from kzref.ui.widgets.choice_box import ChoiceBox
from kzref.ui.widgets.digit_line import DigitLine
from kzref.ui.widgets.time_field import TimeField
from kzref.ui.widgets.wrapped_box import WrappedBox

ZONES: Final = (
    "Asia/Almaty", "Asia/Aqtau", "Asia/Aqtobe", "Asia/Atyrau", "Asia/Oral", "Asia/Qostanay",
    "Asia/Qyzylorda",
)  # fmt: skip
BESIDE_WORDS: Final = 24  # pixels of a field that its words do not have
_NONE: Final = {"", "none"}  # the choice that is no choice has the number 0
_OF_DIGITS: Final = {FactKind.DATE, FactKind.INTEGER, FactKind.PERIODS}
_NUMBERS: Final = {FactKind.INTEGER, FactKind.DECIMAL}
_THOUSANDS: Final = re.compile(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")  # 1 513 750


class AskedFact:
    """A fact with the field that takes it; `label` and `echo` are None where it has none."""

    field: QWidget

    def __init__(self, fact: FactSpec) -> None:
        """Ask for this one."""
        self.fact = fact
        self.label: QLabel | None = None
        self.echo: QLabel | None = None

    @property
    def value(self) -> str:
        """What stands in the field; nothing when it says nothing."""
        raise NotImplementedError

    def written(self, _now: datetime) -> str:
        """The fact as the engine reads it."""
        return self.value

    def enter(self, value: str) -> None:
        """Fill it in as the engine writes it; nothing empties it."""
        raise NotImplementedError

    def speak(self, words: Catalogue) -> str:
        """Say in a language what is asked for, and how it is called; what was entered stays."""
        called = words(f"fact.{self.fact.name}") + (" *" if self.fact.required else "")
        self.field.setAccessibleName(called)
        if self.label is not None:
            self.label.setText(called)
        return called

    def said(self, _words: Catalogue, _now: datetime) -> str:
        """What was entered, in words, where the field does not say it clearly itself."""
        return ""

    def _wrapped(self) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        return label


class TickedFact(AskedFact):
    """Yes or no, by a box that bears its own words."""

    def __init__(self, fact: FactSpec, edited: SignalInstance) -> None:
        """`edited` tells of each change."""
        super().__init__(fact)
        self.field: WrappedBox = WrappedBox()
        self.field.toggled.connect(edited)

    @property
    @override
    def value(self) -> str:
        return "yes" if self.field.isChecked() else ""

    @override
    def enter(self, value: str) -> None:
        self.field.setChecked(value == "yes")

    @override
    def speak(self, words: Catalogue) -> str:
        called = super().speak(words)
        self.field.setText(called)
        return called


class ChosenFact(AskedFact):
    """One of several, or a zone of time."""

    def __init__(self, fact: FactSpec, edited: SignalInstance) -> None:
        """`edited` tells of each change."""
        super().__init__(fact)
        self.field: ChoiceBox = ChoiceBox()
        self.field.currentIndexChanged.connect(edited)
        self.field.currentTextChanged.connect(self.field.setToolTip)  # long choices are cut short
        self.label = self._wrapped()
        if fact.kind is FactKind.CHOICE:
            self.echo = self._wrapped()

    @property
    @override
    def value(self) -> str:
        value = str(self.field.currentData() or "")
        return "" if self.fact.kind is FactKind.ZONE and value == ZONES[0] else value

    @override
    def enter(self, value: str) -> None:
        self.field.setCurrentIndex(max(0, self.field.findData(value)) if value else 0)

    @override
    def speak(self, words: Catalogue) -> str:
        chosen = self.field.currentData() or self.fact.default
        self.field.blockSignals(True)
        self.field.clear()
        for key, data in self._choices():
            self.field.addItem(words(key), data)
        if self.fact.kind is FactKind.CHOICE:
            self.field.number(0 if self.field.itemData(0) in _NONE else 1)
        self.field.setCurrentIndex(max(0, self.field.findData(chosen)))
        self.field.setToolTip(self.field.currentText())
        self.field.blockSignals(False)
        return super().speak(words)

    def _choices(self) -> list[tuple[str, str]]:
        fact = self.fact
        if fact.kind is FactKind.ZONE:
            return [(f"zone.{zone}", zone) for zone in ZONES]
        nothing = [] if fact.default is not None else [("value.not_said", "")]  # nobody chose yet
        return nothing + [(f"choice.{fact.name}.{choice}", choice) for choice in fact.choices]

    @override
    def said(self, words: Catalogue, now: datetime) -> str:
        """The chosen words where the field is too narrow for them."""
        field, metrics = self.field, self.field.fontMetrics()
        if self.echo is None or not field.currentData():
            return ""
        room = field.width() - 4 * metrics.averageCharWidth() - BESIDE_WORDS
        if metrics.horizontalAdvance(field.currentText()) <= room:
            return ""
        return words(f"choice.{self.fact.name}.{field.currentData()}")


class TypedFact(AskedFact):
    """What is typed: a moment, a day, a number, periods, words."""

    def __init__(
        self, fact: FactSpec, edited: SignalInstance, zone: Callable[[], ZoneInfo]
    ) -> None:
        """`edited` tells of each change; `zone` is where the times are those of the clock."""
        super().__init__(fact)
        self._zone = zone
        self.field: QLineEdit = self._line()
        self.field.textChanged.connect(edited)
        self.label = self._wrapped()
        if fact.kind in {FactKind.MOMENT, FactKind.DATE, FactKind.PERIODS}:
            self.echo = self._wrapped()

    def _line(self) -> QLineEdit:
        if self.fact.kind is FactKind.MOMENT:
            return TimeField(self._present)
        return DigitLine() if self.fact.kind in _OF_DIGITS else QLineEdit()

    @property
    @override
    def value(self) -> str:
        return self.field.text().strip()

    @override
    def written(self, now: datetime) -> str:
        """Times typed in a hurry are spelled out."""
        typed, local = self.value, self._typed_at(now)
        if self.fact.kind is FactKind.MOMENT and (moment := typed_moment(typed, local)):
            return moment.replace(tzinfo=None).isoformat(timespec="minutes")
        if self.fact.kind is FactKind.DATE and (day := typed_day(typed, local.date())):
            return day.isoformat()
        if self.fact.kind in _NUMBERS:
            return _THOUSANDS.sub("", typed)
        if self.fact.kind is FactKind.PERIODS and (spans := typed_periods(typed, local.date())):
            return ",".join(
                f"{start.isoformat()}..{end.isoformat() if end else ''}" for start, end in spans
            )
        return typed

    @override
    def enter(self, value: str) -> None:
        """`2026-11-23T18:40` stands as people write it: `23.11.2026 18:40`; other values as they are."""
        now, text = self._present(), value
        if self.fact.kind is FactKind.MOMENT and (moment := typed_moment(value, now)):
            text = plainly(moment)
        elif self.fact.kind is FactKind.DATE and (day := typed_day(value, now.date())):
            text = f"{day:%d.%m.%Y}"
        elif self.fact.kind is FactKind.PERIODS and (spans := typed_periods(value, now.date())):
            text = plain_periods(spans)
        self.field.setText(text)
        self.field.setCursorPosition(0)  # of a long one the beginning is seen

    @override
    def speak(self, words: Catalogue) -> str:
        hint = words(f"hint.{self.fact.kind.value}")
        self.field.setPlaceholderText(hint)
        self.field.setToolTip(hint)
        if isinstance(self.field, TimeField):
            self.field.speak(words)
        return super().speak(words)

    @override
    def said(self, words: Catalogue, now: datetime) -> str:
        """The time in words, with weekday and offset: that kills a day typed for a month.

        After midnight `2140` is an hour still to come: that is said, for what is asked has happened.
        """
        typed, local = self.value, self._typed_at(now)
        if self.fact.kind is FactKind.MOMENT and (moment := typed_moment(typed, local)):
            ahead = "\n" + words("hint.moment.ahead") if moment > now else ""
            return f"{words.moment(moment)} · {words(f'zone.{self._zone().key}')}{ahead}"
        if self.fact.kind is FactKind.DATE and (day := typed_day(typed, local.date())):
            return words.day(day)
        if self.fact.kind is FactKind.PERIODS and (spans := typed_periods(typed, local.date())):
            return "; ".join(
                f"{words.day(start)} – {words.day(end) if end else '…'}" for start, end in spans
            )
        return ""

    def _typed_at(self, now: datetime) -> datetime:
        """When it was typed, in the zone of the form: `-3h` and `2140` do not move with the clock."""
        typed = self.field.typed_at(now) if isinstance(self.field, DigitLine) else now
        return typed.astimezone(self._zone())

    def _present(self) -> datetime:
        return datetime.now(UTC).astimezone(self._zone())


def asked_fact(fact: FactSpec, edited: SignalInstance, zone: Callable[[], ZoneInfo]) -> AskedFact:
    """The fact with the field that suits its kind."""
    if fact.kind is FactKind.YES_NO:
        return TickedFact(fact, edited)
    if fact.kind in {FactKind.CHOICE, FactKind.ZONE}:
        return ChosenFact(fact, edited)
    return TypedFact(fact, edited, zone)
