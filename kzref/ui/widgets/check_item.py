"""One line of a checklist: the question, three answers, and what to ask for when the answer is no."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.ui.pressed import pressed

NARROW = 72  # letters of a question across
ANSWERS = ("yes", "no", "unknown")
KEYS = {"Y": "yes", "N": "no", "?": "unknown", "/": "unknown", "Del": "", "Backspace": ""}


class _Question(QLabel):
    """Insists on the height of its words: a row of a row is laid out before its width is known."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._insist()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:  # the letters of its role come after its width
            self._insist()

    def say(self, words: str) -> None:
        """Show other words, which may need another height in the same width."""
        self.setText(words)
        self._insist()

    def _insist(self) -> None:
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))  # without words: -1


class CheckItem(QWidget):
    """A question with its law beside it; `answered` tells an answer, or "" when it was taken back."""

    answered = Signal(str, str)
    followed = Signal(str)
    left = Signal(int)  # to the next question, or to the one before

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build a card without a question; `say` puts one on it."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._id = ""
        self._question, self._ask, self._law = _Question(), QLabel(), QLabel()
        self._question.setProperty("role", "reading")
        self._ask.setProperty("role", "fault")
        for label in (self._question, self._ask, self._law):
            label.setWordWrap(True)
        self._law.setTextFormat(Qt.TextFormat.RichText)
        self._law.linkActivated.connect(self.followed)
        self._buttons = {answer: QPushButton() for answer in ANSWERS}
        self._at = QLabel()  # when it was answered
        self._at.setProperty("role", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        answers = QHBoxLayout()
        for answer, button in self._buttons.items():
            button.setCheckable(True)
            answers.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            button.clicked.connect(lambda _on, answer=answer: self._on_answer(answer))
        answers.addWidget(self._at, 0, Qt.AlignmentFlag.AlignTop)
        answers.addStretch(1)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(self._question, 1)
        row.addLayout(answers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addLayout(row)
        layout.addWidget(self._law)
        layout.addWidget(self._ask)
        self._ask.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The answers under the question where there is little width beside it."""
        super().resizeEvent(event)
        letters = self.width() // self._question.fontMetrics().averageCharWidth()
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if letters < NARROW else beside)

    def say(self, item_id: str, question: str, ask: str, law: str, answers: dict[str, str]) -> None:
        """Put a question on it in the language, in the place of the one before."""
        self._id = item_id
        self.setAccessibleName(question)
        self._question.say(question)
        self._ask.setText(ask)
        self._law.clear()  # else the links would keep the colour of the old theme
        self._law.setText(f"<style>a {{text-decoration:none}}</style>{law}")
        for answer, button in self._buttons.items():
            button.setText(answers[answer])
            button.setAccessibleName(f"{question}: {answers[answer]}")

    def show_answer(self, answer: str, at: str = "") -> None:
        """Show an answer that was given, and when; an empty one: none was."""
        for name, button in self._buttons.items():
            button.setChecked(name == answer)
        self._at.setText(at)
        self._at.setVisible(bool(at))
        self._ask.setVisible(answer == "no")

    @property
    def answer(self) -> str:
        """The answer that is shown; empty when there is none."""
        return next((name for name, one in self._buttons.items() if one.isChecked()), "")

    def _on_answer(self, answer: str) -> None:
        """A second press takes the answer back."""
        self.answered.emit(self._id, answer if self._buttons[answer].isChecked() else "")

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the keys of the answers from the actions of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and KEYS.keys() & set(pressed(event))
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, or go to another question."""
        for chord in pressed(event):
            if chord in KEYS:
                self.answered.emit(self._id, KEYS[chord])
                return
            if chord in {"Up", "Down"}:
                self.left.emit(1 if chord == "Down" else -1)
                return
        super().keyPressEvent(event)
