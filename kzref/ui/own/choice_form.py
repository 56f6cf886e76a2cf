"""What a file is: the act or document, its language, the day of its redaction; each can be mended."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from kzref.engine.typed_time import typed_day
from kzref.model.own_text import TextKind
from kzref.model.text import Language
from kzref.services.own.bringing import Brought
from kzref.services.own.text_preview import Wishes
from kzref.ui.context import Context
from kzref.ui.widgets.choice_box import ChoiceBox

OTHER_ACT, OTHER_DOCUMENT = "other-act", "other-document"
_LANGUAGES = (Language.RU, Language.KK, Language.EN)


class ChoiceForm(QWidget):
    """Shows what was guessed; `chosen` tells what the user says instead."""

    chosen = Signal(object)  # Wishes

    def __init__(self, context: Context) -> None:
        """Make the form; `show_file` fills it."""
        super().__init__()
        self._context = context
        self._wishes = Wishes()
        self._work, self._language, self._day = ChoiceBox(), ChoiceBox(), QLineEdit()
        self._work.currentTextChanged.connect(self._work.setToolTip)  # long titles are cut short
        self._labels = {name: QLabel() for name in ("work", "language", "redaction")}
        row = QHBoxLayout()
        row.addWidget(self._language)
        row.addSpacing(12)
        row.addWidget(self._labels["redaction"])
        row.addWidget(self._day)
        row.addStretch(1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self._labels["work"], self._work)
        form.addRow(self._labels["language"], row)
        for name, field in (
            ("work", self._work), ("language", self._language), ("redaction", self._day),
        ):  # fmt: skip
            self._labels[name].setBuddy(field)
        self._work.activated.connect(lambda _at: self._tell())
        self._language.activated.connect(lambda _at: self._tell())
        self._day.editingFinished.connect(self._on_day)

    def speak(self) -> None:
        """Name the fields and what can be chosen."""
        words, library = self._context.words, self._context.desk.library
        letters = self.fontMetrics()
        self._day.setFixedWidth(letters.horizontalAdvance("00.00.0000") + 2 * letters.height())
        for name, label in self._labels.items():
            label.setText(words(f"own.window.{name}"))
        self._work.setAccessibleName(words("own.window.work"))
        self._language.setAccessibleName(words("own.window.language"))
        self._day.setAccessibleName(words("own.window.redaction"))
        self._day.setPlaceholderText(words("own.window.day_hint"))
        with QSignalBlocker(self._work), QSignalBlocker(self._language):
            work, language = self._work.currentData(), self._language.currentData()
            self._work.clear()
            self._work.addItem(words("own.window.choose"), "")
            for act in library.instruments.values():
                self._work.addItem(self._act_name(act.key), act.id)
            self._work.addItem(words("own.window.other_act"), OTHER_ACT)
            self._work.insertSeparator(self._work.count())
            for document in library.documents.values():
                self._work.addItem(self._context.text(document.title), document.id)
            self._work.addItem(words("own.window.other_document"), OTHER_DOCUMENT)
            self._language.clear()
            for one in _LANGUAGES:
                self._language.addItem(words(f"own.language.{one.value}"), one.value)
            self._work.setCurrentIndex(max(0, self._work.findData(work)))
            self._language.setCurrentIndex(max(0, self._language.findData(language)))

    def _act_name(self, key: str) -> str:
        """The title of an act, with its year where another has the same."""
        acts = self._context.desk.library.instruments
        title = self._context.text(acts[key].title)
        same = [other for other in acts.values() if self._context.text(other.title) == title]
        year = acts[key].in_force_from
        return f"{title} ({year.year})" if len(same) > 1 and year else title

    def show_file(self, one: Brought) -> None:
        """Show what a file was understood to be."""
        preview = one.preview
        self._wishes = one.wishes
        with QSignalBlocker(self._work), QSignalBlocker(self._language):
            self._work.setCurrentIndex(max(0, self._work.findData(self._known(one))))
            language = preview.language if preview else one.wishes.language
            self._language.setCurrentIndex(
                max(0, self._language.findData(language.value if language else ""))
            )
        self._work.setToolTip(self._work.currentText())
        redaction = preview.redaction if preview else one.wishes.redaction
        self._day.setText(f"{redaction:%d.%m.%Y}" if redaction else "")
        self._day.setProperty("state", "")
        is_act = preview is None or preview.structure.kind is TextKind.ACT
        self._day.setEnabled(is_act)

    def _known(self, one: Brought) -> str:
        if one.preview is None:
            return ""
        if self._work.findData(one.preview.work) >= 0:
            return one.preview.work
        return OTHER_ACT if one.preview.structure.kind is TextKind.ACT else OTHER_DOCUMENT

    def _on_day(self) -> None:
        if self._day.isModified():
            self._day.setModified(False)
            self._tell()

    def _tell(self) -> None:
        """Ask for the file to be understood as it is said here."""
        work = self._work.currentData()
        if not work:
            return
        day: date | None = None
        if self._day.text().strip():
            day = typed_day(self._day.text(), self._context.today)
            if day is None:
                self._day.setFocus()
                self._day.selectAll()
                self._day.setToolTip(self._context.words("own.window.day_hint"))
                return
        acts = {act.id for act in self._context.desk.library.instruments.values()}
        documents = self._context.desk.library.documents
        self.chosen.emit(
            replace(
                self._wishes,
                instrument=work if work in acts else None,
                is_other_act=work == OTHER_ACT,
                document=work if work in documents else None,
                is_document=work == OTHER_DOCUMENT,
                language=Language(self._language.currentData()),
                redaction=day,
            )
        )
