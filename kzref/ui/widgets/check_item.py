"""One line of a checklist: the question, three answers, and what to ask for when the answer is no."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from kzref.ui.pressed import pressed

NARROW = 72  # letters of a question across: on less the answers stand under it
ANSWERS = ("yes", "no", "unknown")
KEYS = {"Y": "yes", "N": "no", "?": "unknown", "/": "unknown", "Del": "", "Backspace": ""}
SIDE, GAP = 12, 4  # pixels left and right, and between the parts
AIR, AIR_DENSE = 4, 0  # above and below
EDGE, EDGE_DENSE = 3, 1  # pixels between an answer and the edge of its card
BESIDE, BESIDE_DENSE = 3.6, 2.4  # letters of air in an answer, left and right together
TARGET = 44  # pixels: what a finger hits
CLOCK = "00:00 "  # as wide as the time of an answer: the buttons stay where they are pressed


@lru_cache(maxsize=32)
def _wide(font: QFont, words: str, is_dense: bool) -> int:  # noqa: FBT001 - a key of the cache
    """The width of an answer in pixels: all cards have the same three."""
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    letter = (BESIDE_DENSE if is_dense else BESIDE) * metrics.averageCharWidth()
    wide = round(metrics.horizontalAdvance(words) + letter)
    return wide if is_dense else max(wide, TARGET)


class CheckItem(QWidget):
    """A question with its law beside it; `answered` tells an answer, or "" when it was taken back.

    It places its parts itself, for any width at once: rows of rows of a layout stand squeezed until
    the second turn after a change of letters.
    """

    answered = Signal(str, str)
    followed = Signal(str)
    grew = Signal()  # it needs more height than it has
    left = Signal(int)  # to the next question, or to the one before

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build a card without a question; `say` puts one on it."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._id = ""
        self._is_small = self._is_dense = self._is_unfolded = False
        self._question, self._law, self._ask = QLabel(self), QLabel(self), QLabel(self)
        self._question.setProperty("role", "reading")
        self._ask.setProperty("role", "todo")
        self._law.setProperty("role", "law")
        for label in (self._question, self._law, self._ask):
            label.setWordWrap(True)
        self._law.setTextFormat(Qt.TextFormat.RichText)
        self._law.linkActivated.connect(self.followed)
        self._buttons = {answer: QPushButton(self) for answer in ANSWERS}
        self.tab_stops = tuple(self._buttons.values())  # where Tab goes within the card
        self._at = QLabel(self)  # when it was answered
        self._at.setProperty("role", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for answer, button in self._buttons.items():
            button.setCheckable(True)
            button.setProperty("role", "answer")
            button.setProperty("said", answer)
            button.clicked.connect(lambda _on, answer=answer: self._on_answer(answer))
        self._law.hide()
        self._ask.hide()

    @override
    def hasHeightForWidth(self) -> bool:
        """Words need more lines where there is less width."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of all that is shown, in pixels."""
        return self._arrange(width, is_placed=False)

    @override
    def sizeHint(self) -> QSize:
        """As at the width it has."""
        width = max(self.width(), sum(self._widths()))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one answer."""
        return QSize(max(self._widths()) + 2 * SIDE, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._arrange(self.width(), is_placed=True)

    def _rearrange(self) -> None:
        self.updateGeometry()
        if self._arrange(self.width(), is_placed=True) > self.height():
            self.grew.emit()

    def _widths(self) -> list[int]:
        """The widths of the answers and of the time, whatever is chosen: what is chosen is bold."""
        return [
            *(
                _wide(button.font(), button.text(), self._is_dense)
                for button in self._buttons.values()
            ),
            self._at.fontMetrics().horizontalAdvance(CLOCK),
        ]

    def _arrange(self, width: int, *, is_placed: bool) -> int:
        """Find the place of each part, and put it there; the height of all of them."""
        air, inner = AIR_DENSE if self._is_small else AIR, max(width - 2 * SIDE, 1)
        widths = self._widths()
        answers = sum(widths) + GAP * (len(widths) - 1)
        letters = width // self._question.fontMetrics().averageCharWidth()
        is_narrow = letters < NARROW
        beside = inner if is_narrow else max(inner - answers - GAP, 1)
        target = max(button.sizeHint().height() for button in self._buttons.values())
        if not self._is_dense:
            target = max(target, TARGET)
        asked = max(self._question.heightForWidth(beside), 0)
        if is_narrow:
            question = QRect(SIDE, air, beside, asked)
            left, top = SIDE, air + asked + GAP
            bottom = self._place_answers(left, top, target, inner, widths, is_placed=is_placed)
        else:
            edge = EDGE_DENSE if self._is_dense else EDGE
            # answers are as high as their question: easily hit
            target = max(target + 2 * edge, asked)
            question = QRect(SIDE, air, beside, target)
            left, top = width - SIDE - answers, air + edge
            high = target - 2 * edge
            self._place_answers(left, top, high, answers, widths, is_placed=is_placed)
            bottom = air + target
        if is_placed:
            self._question.setGeometry(question)
        for label in (self._law, self._ask):
            if not label.isHidden():
                high = max(label.heightForWidth(inner), 0)
                if is_placed:
                    label.setGeometry(SIDE, bottom + air, inner, high)
                bottom += air + high
        return bottom + (air if self._law.isHidden() else max(air, GAP))

    def _place_answers(
        self, left: int, top: int, high: int, room: int, widths: list[int], *, is_placed: bool
    ) -> int:
        """Beside one another while there is room, else in further lines; where the last line ends."""
        x = left
        parts: tuple[QWidget, ...] = (*self._buttons.values(), self._at)
        for part, wide in zip(parts, widths, strict=True):
            if x > left and x + wide > left + room:
                if part is self._at and not self._at.text():
                    break
                x, top = left, top + high + GAP
            if is_placed:
                part.setGeometry(x, top, wide, high)
            x += wide + GAP
        return top + high

    def say(self, item_id: str, question: str, ask: str, law: str, answers: dict[str, str]) -> None:
        """Put a question on it in the language, in the place of the one before."""
        self._id = item_id
        self.setAccessibleName(question)
        self._question.setText(question)
        self._ask.setText(ask)
        self._law.clear()  # else the links would keep the colour of the old theme
        self._law.setText(f"<style>a {{text-decoration:none}}</style>{law}")
        for answer, button in self._buttons.items():
            button.setText(answers[answer])
            button.setAccessibleName(f"{question}: {answers[answer]}")
            button.ensurePolished()  # its letters decide where everything stands
        for label in (self._question, self._law, self._ask, self._at):
            label.ensurePolished()
        self._rearrange()

    def show_answer(self, answer: str, at: str = "", at_in_full: str = "") -> None:
        """Show an answer that was given, and when; an empty one: none was."""
        self._at.setToolTip(at_in_full)
        if answer != self.answer:
            for name, button in self._buttons.items():
                button.setChecked(name == answer)
        self._at.setText(at)
        if self.property("said") != answer:  # the edge of a missing thing is seen when it is folded
            self.setProperty("said", answer)
            self.style().unpolish(self)
            self.style().polish(self)
        self._show_parts()

    def unfold(self, *, unfolded: bool) -> None:
        """Show the law, and what to ask for, or the question alone."""
        self._is_unfolded = unfolded
        self._show_parts()

    def take_form(self, *, is_small: bool, is_dense: bool) -> None:
        """Smaller letters with less air; and, when dense, answers that are no higher than their words."""
        if (is_small, is_dense) == (self._is_small, self._is_dense):
            return
        self._is_small, self._is_dense = is_small, is_dense
        self._question.setProperty("role", "" if is_small else "reading")
        for widget in (self._question, self._law, *self._buttons.values()):
            widget.setProperty("dense", is_small)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._rearrange()

    def _show_parts(self) -> None:
        self._law.setVisible(self._is_unfolded)
        self._ask.setVisible(self._is_unfolded and self.answer == "no")
        self._rearrange()

    @property
    def answer(self) -> str:
        """The answer that is shown; empty when there is none."""
        return next((name for name, one in self._buttons.items() if one.isChecked()), "")

    def _on_answer(self, answer: str) -> None:
        """A second press takes the answer back."""
        self.answered.emit(self._id, answer if self._buttons[answer].isChecked() else "")

    @override
    def event(self, event: QEvent) -> bool:
        """Place the parts anew when one asks; keep the keys of the answers from the window's actions."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._rearrange()
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
