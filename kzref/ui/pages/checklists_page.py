"""Practical checklists: questions with their law; what is answered "no" is collected to be asked for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout
from typing_extensions import override

from kzref.model.sheet import Sheet
from kzref.ui.actions import Action
from kzref.ui.checklists.answers import Answer, Answers
from kzref.ui.checklists.draft import Draft
from kzref.ui.checklists.questions import Questions
from kzref.ui.context import Context
from kzref.ui.pages.page import Page
from kzref.ui.widgets.check_item import CheckItem
from kzref.ui.widgets.chooser import Chooser
from kzref.ui.widgets.listing import Entry
from kzref.ui.widgets.save_row import pdf_of, word_of
from kzref.ui.widgets.side_list import SideList

LISTING = 44  # letters across
NARROW = 84  # letters across: on a narrower page the help scrolls with the questions
TALL = 40  # lines of letters: a lower page has smaller letters
TALLER = 60  # lines of letters: on a lower page the draft is folded, for the list comes first
FEW = 18  # lines of letters: on a lower page the questions need them


class ChecklistsPage(Page):
    """Lists for the first hours, the remand hearing, an allegation of torture, and others."""

    name = "checklists"

    def __init__(self, context: Context) -> None:
        """Build the pane of lists and an empty sheet."""
        super().__init__(context)
        self._lists = {checklist.id: checklist for checklist in context.desk.checklists}
        self._current = next(iter(self._lists), "")
        self._answers = Answers()
        self._listing, self._chooser = SideList(LISTING), Chooser()
        self._intro = QLabel()
        self._intro.setProperty("role", "note")
        self._intro.setWordWrap(True)
        self._questions, self._foot = Questions(context, self._answers), Draft(context)
        self._row, self._draft, self._tally = self._foot.row, self._foot.reader, self._foot.tally
        self._build()
        self._questions.answered.connect(self._on_answered)
        self._questions.followed.connect(context.opened)
        self._listing.chosen.connect(self._chooser.choose)
        self._chooser.chosen.connect(self._on_chosen)
        self._row.buttons["list.pdf"].clicked.connect(lambda: self._save("pdf"))
        self._row.buttons["list.docx"].clicked.connect(lambda: self._save("docx"))
        for name, button in self._foot.motion.buttons.items():
            button.clicked.connect(lambda _on, name=name: self._hand_over_motion(name))
        self._row.buttons["clear"].clicked.connect(self.clear)
        self._foot.dense.setChecked(context.has_dense_rows)
        self._foot.dense.toggled.connect(self._on_dense)
        self._add_actions()

    def _build(self) -> None:
        """Title and help, questions that scroll, and below them what they come to."""
        head = QHBoxLayout()
        head.addWidget(self._chooser, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._intro, 1)
        self._chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._chooser.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self._questions, 1)
        row = QHBoxLayout(self)
        row.addWidget(self._listing)
        row.addLayout(self._column, 1)

    def _add_actions(self) -> None:
        for action, label, key, act in (
            ("next", "next_list", "J", lambda: self._chooser.step(1)),
            ("previous", "previous_list", "K", lambda: self._chooser.step(-1)),
            ("draft", "draft", "T", self._turn_draft),
        ):
            self.context.actions.add(
                Action(
                    id=f"checklist.{action}", label=f"lectern.action.{label}", keys=(key,),
                    page=self.name, act=act,
                )
            )  # fmt: skip
        for way in self._foot.motion.buttons:
            self.context.actions.add(
                Action(
                    id=f"checklist.{way}", label=f"lists.action.{way}",
                    page=self.name, act=partial(self._hand_over_motion, way),
                    available=self._foot.fold.isEnabled,
                )
            )  # fmt: skip
        dense = self._foot.dense
        self.context.actions.add(
            Action(
                id="checklist.dense", label="rows.action", keys=("L",), page=self.name,
                act=dense.click, available=lambda: not dense.isHidden(),
            )
        )  # fmt: skip

    @property
    def place(self) -> str:
        """The list that is open."""
        return f"checklist:{self._current}"

    @property
    def items(self) -> list[CheckItem]:
        """The questions of the open list, all of them."""
        return self._questions.cards

    @property
    def said(self) -> dict[str, str]:
        """The answers of the open list, by item."""
        return self._answers.of(self._lists[self._current])

    def speak(self) -> None:
        """Name everything and show the same list anew."""
        entries = tuple(
            Entry(place=checklist.id, label=self.context.text(checklist.title))
            for checklist in self._lists.values()
        )
        name = self.context.words("tab.checklists")
        self._listing.fill(name, entries)
        self._listing.choose(self._current)
        self._chooser.setAccessibleName(name)
        self._chooser.fill(entries)
        self._chooser.choose(self._current, silently=True)
        self._foot.speak()
        self._show()

    def refresh(self) -> None:
        """Show the same list in the context's colours."""
        self._show()

    def open(self, place: str) -> bool:
        """Go to a checklist (`checklist:first-hours`)."""
        kind, _, name = place.partition(":")
        if kind != "checklist" or name not in self._lists:
            return False
        self._chooser.choose(name)
        return True

    def _on_chosen(self, name: str) -> None:
        self._current = name
        self._listing.choose(name)
        self._show()

    def _show(self) -> None:
        if checklist := self._lists.get(self._current):
            text, words = self.context.text, self.context.words
            help_line = f"{text(checklist.intro)} {words('checklist.keys')}"
            self._intro.setText(help_line)
            self._questions.show_list(checklist, help_line)
            self._sum_up()

    def _on_dense(self, is_dense: bool) -> None:  # noqa: FBT001 - a signal's argument
        """The whole list at a glance, or answers that a finger hits."""
        self.context.has_dense_rows = is_dense
        self.spare(self._lines)

    def _on_answered(self, item: str, said: str) -> None:
        """Keep the answer with its time, or forget it."""
        answer = Answer(said=said, at=self.context.now) if said else None
        self._answers.give(self._lists[self._current], item, answer)
        self._questions.show_answers()
        self._sum_up()

    def clear(self) -> None:
        """Forget the answers of the open list."""
        self._answers.forget(self._lists[self._current])
        self._questions.show_answers()
        self._sum_up()

    def _sum_up(self) -> None:
        """Count the answers, and collect what was answered no."""
        self._foot.collect(self._lists[self._current], self.said)

    @override
    def take_focus(self) -> None:
        """The first question without an answer."""
        self._questions.take_focus()

    @override
    def spare(self, lines: int) -> None:
        """The whole list before air and help; on a very low page all of it scrolls."""
        letter, is_low = self.fontMetrics().averageCharWidth(), lines < FEW
        is_narrow = self.width() < NARROW * letter
        is_small = lines < TALL
        self._foot.dense.setVisible(is_small and not is_low and not is_narrow)
        self._questions.take_form(
            is_small=is_small, is_dense=is_small and self.context.has_dense_rows
        )
        self._foot.spare(has_room=lines >= TALLER, is_low=is_low, is_narrow=is_narrow)
        self._intro.setVisible(not is_low and not is_narrow)
        self._questions.show_intro(is_low or is_narrow)
        if is_low:
            self._questions.take_in(self._foot)
        elif self._column.indexOf(self._foot) < 0:
            self._column.addWidget(self._foot)
        self._listing.fit(self)
        self._chooser.setVisible(self._listing.isHidden())  # the list beside does its work

    @override
    def sheet(self) -> Callable[[], Sheet]:
        """The list on paper with the ticks it has now."""
        checklist, wording, said = self._lists[self._current], self.context.wording, self.said

        def made() -> Sheet:
            from kzref.services.sheets.checklist import checklist_sheet  # noqa: PLC0415 - as needed

            return checklist_sheet(wording, checklist, said)

        return made

    def _save(self, form: str) -> None:
        work = pdf_of(self.sheet()) if form == "pdf" else word_of(self.sheet())
        self._row.save(f"{self._current}.{form}", work)

    def _turn_draft(self) -> None:
        """Unfold the draft and go to it: print, PDF and Word follow it; or fold it, back to the questions."""
        self._foot.fold.click()
        if self._draft.isVisible():
            self._draft.setFocus()
        else:
            self._questions.take_focus()

    def _hand_over_motion(self, way: str) -> None:
        """The draft of a motion to the printer, as PDF, or for Word to be gone on with."""
        checklist, wording, said = self._lists[self._current], self.context.wording, self.said
        as_of = self.context.as_of

        def made() -> Sheet:
            from kzref.services.sheets.motion import motion_sheet  # noqa: PLC0415 - as needed

            return motion_sheet(wording, checklist, said, as_of)

        form = way.removeprefix("motion.")
        if form == "print":
            self.context.to_print.emit(made)
        else:
            work = pdf_of(made) if form == "pdf" else word_of(made)
            self._foot.motion.save(f"{checklist.id} {as_of}.{form}", work)
