"""One line of a checklist: the question, three answers, and what to ask for when the answer is no."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

ANSWERS = ("yes", "no", "unknown")


class CheckItem(QWidget):
    """A question with its law beside it; `answered` tells that an answer was chosen."""

    answered = Signal(str, str)
    followed = Signal(str)

    def __init__(self, item_id: str, parent: QWidget | None = None) -> None:
        """Build an unanswered item."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._id = item_id
        self._question, self._ask, self._law = QLabel(), QLabel(), QLabel()
        self._ask.setProperty("role", "fault")
        for label in (self._question, self._ask, self._law):
            label.setWordWrap(True)
        self._law.setTextFormat(Qt.TextFormat.RichText)
        self._law.linkActivated.connect(self.followed)
        self._buttons = {answer: QPushButton() for answer in ANSWERS}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.addWidget(self._question, 1)
        for answer, button in self._buttons.items():
            button.setCheckable(True)
            self._group.addButton(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            button.clicked.connect(lambda _on, answer=answer: self._on_answer(answer))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addLayout(row)
        layout.addWidget(self._law)
        layout.addWidget(self._ask)
        self._ask.hide()

    def say(self, question: str, ask: str, law: str, answers: dict[str, str]) -> None:
        """Put the words on it."""
        self._question.setText(question)
        self._ask.setText(ask)
        self._law.setText(f"<style>a {{text-decoration:none}}</style>{law}")
        for answer, button in self._buttons.items():
            button.setText(answers[answer])
            button.setAccessibleName(f"{question}: {answers[answer]}")

    def show_answer(self, answer: str | None) -> None:
        """Show an answer that was given before."""
        if answer in self._buttons:
            self._buttons[answer].setChecked(True)
        self._ask.setVisible(answer == "no")

    def _on_answer(self, answer: str) -> None:
        self.show_answer(answer)
        self.answered.emit(self._id, answer)
