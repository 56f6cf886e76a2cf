"""The sheets over the window: key map, palette, neutral screen; each built when first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kzref.ui.actions import Action
from kzref.ui.context import Context

if TYPE_CHECKING:
    from kzref.ui.frame.cover import Cover
    from kzref.ui.frame.key_map import KeyMap
    from kzref.ui.frame.palette import Palette


class Sheets:
    """Opens them over one window, and closes them at Esc."""

    def __init__(self, window: QWidget, context: Context) -> None:
        """Build nothing yet."""
        self._window, self._context = window, context
        self._map: KeyMap | None = None
        self._palette: Palette | None = None
        self._cover: Cover | None = None
        context.escape.hides(self.hide_everything)

    def toggle_map(self, page: str) -> None:
        """Show the keys for this page, or put them away."""
        from kzref.ui.frame.key_map import KeyMap  # noqa: PLC0415 - as needed

        if self._map is None:
            self._map = KeyMap(self._window)
            self._context.wardrobe.dress(self._map)
            self._context.escape.closes(self._map.close_if_open)
        if not self._map.close_if_open():
            self._map.show_map(self._context, page)

    def open_palette(self, page: str) -> None:
        """Offer what can be done with this page in front."""
        from kzref.ui.frame.palette import Palette  # noqa: PLC0415 - as needed

        if self._palette is None:
            self._palette = Palette(self._window)
            self._context.wardrobe.dress(self._palette)
            self._palette.chosen.connect(_do)
            self._context.escape.closes(self._palette.close_if_open)
        self._palette.show_actions(self._context, page)

    def hide_everything(self) -> None:
        """Show the neutral screen at once; other windows of kzref hear of it, too."""
        from kzref.ui.frame.cover import Cover  # noqa: PLC0415 - as needed

        if self._cover is None:
            self._cover = Cover(self._window)
            self._context.wardrobe.dress(self._cover)
            self._cover.lifted.connect(lambda: self._context.hidden.emit(False))
        self._cover.hide_all(self._context.words)
        self._context.hidden.emit(True)

    @property
    def is_hidden(self) -> bool:
        """Whether the neutral screen is shown."""
        return self._cover is not None and self._cover.isVisible()


def _do(action: Action) -> None:
    action.act()
