"""The map of keys (`?`): what every key does here and now, read off the table of actions."""

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kzref.ui.actions import EVERYWHERE, Action
from kzref.ui.context import Context
from kzref.ui.frame.key_names import written
from kzref.ui.frame.overlay import Overlay
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.widgets.reader import Reader

FIXED = ("enter", "tab", "arrows", "time", "nudge", "escape")
"""Keys that belong to no action: what fields, lists and links do with them."""
TWO = 120  # letters: a sheet as wide has the keys of the page and those of everywhere side by side


class KeyMap(Overlay):
    """A sheet of keys, in two columns where there is the width; the page below stays usable."""

    def __init__(self, window: QWidget) -> None:
        """Build it closed."""
        super().__init__(window, width=1300, height=960)
        self._reader = Reader("keys")
        self._is_wide = True
        self._shown: tuple[Context, str, bool] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._reader)

    def show_map(self, context: Context, page: str, *, alone: bool = False) -> None:
        """Show the keys for this page; alone: of a window where those of everywhere do nothing."""
        if self._shown is None:  # the page below stays usable, and so do its colours and languages
            context.theme_changed.connect(self._on_changed)
            context.language_changed.connect(self._on_changed)
        self._shown = (context, page, alone)
        self.scale = context.zoom
        self.open()
        self._on_changed()
        self._reader.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write it in one column or two, as there is width."""
        super().resizeEvent(event)
        if self._fits_two is not self._is_wide:
            self._on_changed()

    @property
    def _fits_two(self) -> bool:
        return self.width() > TWO * self.fontMetrics().averageCharWidth()

    def _on_changed(self) -> None:
        if self.isVisible() and self._shown is not None:
            context, page, alone = self._shown
            self._is_wide = self._fits_two
            self._write(context, page, alone=alone)

    def _write(self, context: Context, page: str, *, alone: bool) -> None:
        words = context.words
        here = context.actions.here(page)
        title = words(f"tab.{page}") if words.knows(f"tab.{page}") else ""
        own = [action for action in here if action.page != EVERYWHERE and action.keys]
        everywhere = [action for action in here if action.page == EVERYWHERE and action.keys]
        first = _group(title, _actions(context, own), context) if own else []
        fixed = [(words(f"keys.{name}.key"), words(f"keys.{name}")) for name in FIXED]
        first += _group(words("keys.fields"), fixed, context)
        second = _group(words("keys.everywhere"), _actions(context, everywhere), context)
        if alone:
            second = []
        sides = [first, second] if self._is_wide else [first + second]
        columns = "".join(f"<td><table>{''.join(side)}</table></td>" for side in sides if side)
        how = markup.quiet(escape(words("screens.map.how")), context.inks)
        head = f"{markup.heading(words('keys.title'))}<p>{how}</p>"
        self._reader.setAccessibleName(words("keys.title"))
        self._reader.show_page(
            markup.page(f"{head}<table><tr>{columns}</tr></table>", context.inks)
        )


def _actions(context: Context, actions: Iterable[Action]) -> list[tuple[str, str]]:
    """The keys of each action, and what it does."""
    return [
        (
            " · ".join(written(chord, context.words) for chord in action.keys),
            context.words(action.label),
        )
        for action in actions
    ]


def _group(title: str, keys: Iterable[tuple[str, str]], context: Context) -> list[str]:
    """Rows: a heading, then a key and its meaning in each."""
    ink = context.inks
    heading = f'<tr><td colspan="2" style="padding:8px 0 2px 0"><b>{escape(title)}</b></td></tr>'
    return [heading] + [
        f'<tr><td width="205" style="padding:2px 12px 2px 0"><b style="color:{ink.accent}">'
        f'{escape(key)}</b></td><td style="padding:2px 20px 2px 0">{escape(meaning)}</td></tr>'
        for key, meaning in keys
    ]
