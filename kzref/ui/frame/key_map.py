"""The map of keys (`?`): what every key does here and now, read off the table of actions."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kzref.ui.actions import EVERYWHERE, Action
from kzref.ui.context import Context
from kzref.ui.frame.key_names import written
from kzref.ui.frame.overlay import Overlay
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.widgets.reader import Reader

FIXED = ("enter", "tab", "arrows", "time", "nudge", "escape")
"""Keys that belong to no action: what fields, lists and links do with them."""


class KeyMap(Overlay):
    """A sheet with two columns of keys; the page below stays usable."""

    def __init__(self, window: QWidget) -> None:
        """Build it closed."""
        super().__init__(window, width=860, height=900)
        self._reader = Reader("keys")
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
        self._write(context, page, alone=alone)
        self.open()
        self._reader.setFocus()

    def _on_changed(self) -> None:
        if self.isVisible() and self._shown is not None:
            context, page, alone = self._shown
            self._write(context, page, alone=alone)

    def _write(self, context: Context, page: str, *, alone: bool) -> None:
        words = context.words
        here = context.actions.here(page)
        title = words(f"tab.{page}") if words.knows(f"tab.{page}") else ""
        how = markup.quiet(escape(words("screens.map.how")), context.inks)
        parts = [markup.heading(words("keys.title")), f"<p>{how}</p>"]
        own = [action for action in here if action.page != EVERYWHERE and action.keys]
        if own:
            parts += [markup.heading(title, 3), _table(context, own)]
        everywhere = [action for action in here if action.page == EVERYWHERE and action.keys]
        if not alone:
            parts += [markup.heading(words("keys.everywhere"), 3), _table(context, everywhere)]
        rows = "".join(_row(words(f"keys.{n}.key"), words(f"keys.{n}"), context) for n in FIXED)
        parts += [markup.heading(words("keys.fields"), 3), f"<table>{rows}</table>"]
        self._reader.setAccessibleName(words("keys.title"))
        self._reader.show_page(markup.page("".join(parts), context.inks))


def _table(context: Context, actions: list[Action]) -> str:
    rows = "".join(
        _row(
            " · ".join(written(chord, context.words) for chord in action.keys),
            context.words(action.label),
            context,
        )
        for action in actions
    )
    return f"<table>{rows}</table>"


def _row(key: str, meaning: str, context: Context) -> str:
    ink = context.inks
    return (
        f'<tr><td width="230" style="padding:3px 14px 3px 0"><b style="color:{ink.accent}">'
        f'{escape(key)}</b></td><td style="padding:3px 0">{escape(meaning)}</td></tr>'
    )
