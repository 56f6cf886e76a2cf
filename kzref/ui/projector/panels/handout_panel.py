"""Puts the situation on paper: in one language or two, without and with answers, and as cards."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kzref.model.language import Language
from kzref.model.practice import Scenario
from kzref.model.sheet import Sheet
from kzref.ui.context import Context
from kzref.ui.widgets.choice_box import ChoiceBox
from kzref.ui.widgets.save_row import SaveRow, Work, pdf_of, word_of

NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}
FORMS = {"PDF": "pdf", "Word": "docx"}


class HandoutPanel(QWidget):
    """Two languages, a kind of file, and buttons that save."""

    def __init__(self, context: Context) -> None:
        """Build it; `show_scenario` says what is printed."""
        super().__init__()
        self._context = context
        self._scenario: Scenario | None = None
        self.first, self.second, self.form = ChoiceBox(), ChoiceBox(), ChoiceBox()
        for language, name in NAMES.items():
            self.first.addItem(name, language.value)
        self.form.addItems(list(FORMS))
        self._labels = {name: QLabel() for name in ("first", "second", "form")}
        self.row = SaveRow(context, ("plain", "answers", "pair", "anki"))
        grid = QGridLayout(self)
        for column, (name, label) in enumerate(self._labels.items()):
            box = (self.first, self.second, self.form)[column]
            label.setBuddy(box)
            grid.addWidget(label, 0, column)
            grid.addWidget(box, 1, column)
            self._labels[name] = label
        grid.addWidget(self.row, 2, 0, 1, 3)
        grid.setRowStretch(3, 1)
        for name, button in self.row.buttons.items():
            button.clicked.connect(lambda _on, name=name: self.save(name))
        self.first.currentIndexChanged.connect(self._offer_second)

    def speak(self) -> None:
        """Name everything; the language of the window is the first one."""
        words = self._context.words
        for name, label in self._labels.items():
            label.setText(words(f"workshop.handout.{name}"))
            getattr(self, name).setAccessibleName(words(f"workshop.handout.{name}"))
        self.first.setCurrentIndex(self.first.findData(self._context.language.value))
        self._offer_second()
        self.row.speak()

    def show_scenario(self, scenario: Scenario | None) -> None:
        """Print this one; None: there is nothing to print but the cards."""
        self._scenario = scenario
        for name in ("plain", "answers", "pair"):
            self.row.buttons[name].setEnabled(scenario is not None)

    def _offer_second(self) -> None:
        """One language, or one of the others beside it."""
        before = self.second.currentData()
        self.second.clear()
        self.second.addItem(self._context.words("workshop.handout.one"), "")
        for language, name in NAMES.items():
            if language.value != self.first.currentData():
                self.second.addItem(name, language.value)
        self.second.setCurrentIndex(max(0, self.second.findData(before)))

    def save(self, name: str) -> None:
        """Ask where, and write one file, or two of which the second has the answers."""
        if name == "anki":
            self.row.save("kzref-workshop.tsv", self._cards())
            return
        scenario = self._scenario
        if scenario is None:
            return
        form = FORMS[self.form.currentText()]
        suggested = scenario.id + ("-answers" if name == "answers" else "")
        work = self._file(scenario, form, with_answer=name == "answers")
        also = {"-answers": self._file(scenario, form, with_answer=True)} if name == "pair" else {}
        self.row.save(f"{suggested}.{form}", work, also=also)

    def _file(self, scenario: Scenario, form: str, *, with_answer: bool) -> Work:
        sheet = self._sheet(scenario, with_answer=with_answer)
        return pdf_of(sheet) if form == "pdf" else word_of(sheet)

    def _sheet(self, scenario: Scenario, *, with_answer: bool) -> Callable[[], Sheet]:
        """What makes the sheet, off the interface thread."""
        desk, as_of = self._context.desk, self._context.as_of
        chosen = (self.first.currentData(), self.second.currentData())
        languages = [Language(one) for one in chosen if one]

        def sheet() -> Sheet:
            from kzref.services.sheets.facing import facing_sheet  # noqa: PLC0415 - as needed
            from kzref.services.sheets.scenario import scenario_sheet  # noqa: PLC0415
            from kzref.services.sheets.wording import Wording  # noqa: PLC0415

            first, *rest = (Wording(desk, language) for language in languages)
            if not rest:
                return scenario_sheet(first, scenario, as_of, with_answer=with_answer)
            return facing_sheet((first, rest[0]), scenario, as_of, with_answer=with_answer)

        return sheet

    def _cards(self) -> Work:
        desk, as_of = self._context.desk, self._context.as_of
        language = Language(self.first.currentData())

        def cards() -> bytes:
            from kzref.services.export.anki import anki_file  # noqa: PLC0415 - as needed
            from kzref.services.sheets.wording import Wording  # noqa: PLC0415

            return anki_file(Wording(desk, language), desk.database.values(Scenario), as_of)

        return cards
