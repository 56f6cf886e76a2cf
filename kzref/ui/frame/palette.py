"""The command palette: type a few letters of what you want, in the language of the window."""

from importlib import import_module

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kzref.engine.words.keyboard import other_layouts
from kzref.ui.actions import Action
from kzref.ui.background import Background
from kzref.ui.context import Context
from kzref.ui.frame.key_names import written
from kzref.ui.frame.overlay import Overlay

LIKE_ENOUGH = 55  # of 100
BEGUN, SAID, CALLED = 103, 102, 101  # above all that is only alike
BETWEEN = "    "  # what is done, and its keys
EDGE = 10  # pixels at the right of the keys


def found(typed: str, names: dict[str, str]) -> list[str]:
    """The ids whose names say what is typed, or else are like it, likeliest first; all when nothing is.

    What was typed in the wrong keyboard layout is read in the other layouts as well.
    """
    wanted = typed.strip().casefold()
    if not wanted:
        return list(names)
    said: dict[str, float] = {}
    for name, label in names.items():  # what begins so, says so, or is called so in every language
        if label.casefold().startswith(wanted):
            said[name] = BEGUN
        elif wanted in label.casefold():
            said[name] = SAID
        elif wanted in name.split("."):
            said[name] = CALLED
    best = said or _alike(typed, names)
    return sorted(best, key=lambda name: -best[name])


def _alike(typed: str, names: dict[str, str]) -> dict[str, float]:
    """How much each name is like what is typed, in any layout; only those that are."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - 6 MB, for who types here

    best: dict[str, float] = {}
    for reading in (typed, *other_layouts(typed)):
        for _, score, name in process.extract(
            reading, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=None,
            score_cutoff=LIKE_ENOUGH,
        ):  # fmt: skip
            best[name] = max(score, best.get(name, 0))
    return best


class KeysAtRight(QStyledItemDelegate):
    """Draws what is done at the left and its keys at the right, under one another."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = option.text.partition(BETWEEN)[0]

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        keys = str(index.data()).partition(BETWEEN)[2]
        cell = option.rect.adjusted(0, 0, -EDGE, 0)
        painter.setPen(option.palette.link().color())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(cell, int(right), keys)


class Palette(Overlay):
    """A field and the actions that fit it; `chosen` when one is to be done."""

    chosen = Signal(object)  # the Action

    def __init__(self, window: QWidget) -> None:
        """Build it closed."""
        super().__init__(window, width=620, height=430)
        self._field, self._list = QLineEdit(), QListWidget()
        self._list.setItemDelegate(KeysAtRight(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._loading = Background(self)
        self._actions: dict[str, Action] = {}
        self._names: dict[str, str] = {}
        self._written: dict[str, str] = {}  # the keys, as on the keyboard
        layout = QVBoxLayout(self)
        layout.addWidget(self._field)
        self._none = QLabel()  # in the place of the list, where nothing fits
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.hide()
        layout.addWidget(self._list, 1)
        layout.addWidget(self._none, 1)
        self._how = QLabel()
        self._how.setProperty("role", "quiet")
        self._how.setWordWrap(True)
        layout.addWidget(self._how)
        self._field.textChanged.connect(self._fill)
        self._field.returnPressed.connect(self._choose)
        self._list.itemClicked.connect(lambda _item: self._choose())

    def show_actions(self, context: Context, page: str) -> None:
        """Offer what can be done with this page in front."""
        words = context.words
        self.scale = context.zoom
        self._actions = {a.id: a for a in context.actions.here(page) if a.listed}
        self._names = {name: words(action.label) for name, action in self._actions.items()}
        self._field.setPlaceholderText(words("palette.hint"))
        self._field.setAccessibleName(words("palette.hint"))
        self._list.setAccessibleName(words("palette.list"))
        self._how.setText(words("screens.palette.how"))
        self._none.setText(words("keyboard.palette.none"))
        self._written = {
            name: "  ·  ".join(written(chord, words) for chord in action.keys)
            for name, action in self._actions.items()
        }
        self._field.clear()
        self._fill("")
        self.open()
        self._field.setFocus()
        # before the first letter is typed
        self._loading.ask(lambda: import_module("rapidfuzz"), lambda _: None)

    def _fill(self, typed: str) -> None:
        self._list.clear()
        for name in found(typed, self._names):
            item = QListWidgetItem(f"{self._names[name]}{BETWEEN}{self._written[name]}".rstrip())
            item.setData(Qt.ItemDataRole.UserRole, name)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        is_empty = self._list.count() == 0
        self._list.setHidden(is_empty)
        self._none.setVisible(is_empty)
        self._list.setAccessibleDescription(self._none.text() if is_empty else "")

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.close_if_open()
            self.chosen.emit(self._actions[item.data(Qt.ItemDataRole.UserRole)])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list while one types."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._list.count():
            self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
        else:
            super().keyPressEvent(event)
