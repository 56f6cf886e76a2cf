"""Brings the reader back to the last place: language, looks and size at once, the page a moment later."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kzref.ui.background import Background
from kzref.ui.frame.rail import TABS

if TYPE_CHECKING:  # the window keeps its memory, not the other way round
    from kzref.services.last_place import LastPlace
    from kzref.ui.main_window import MainWindow

EVERY = 3000  # milliseconds between two looks at where the reader is


class Memory(QObject):
    """Writes the place when it has changed, off the interface thread; reads nothing of a case.

    A page that is no tab (results: they show what was searched for) and texts of the user's own are
    remembered as the start page.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Begin at the first look: what was not changed since is not written."""
        super().__init__(window)
        self._window = window
        self._background = Background(self)
        self._kept: LastPlace | None = None
        self._is_on = True
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def here(self) -> "LastPlace":
        """The place now."""
        from kzref.services.last_place import LastPlace  # noqa: PLC0415 - after the start

        window, context = self._window, self._window.context
        page = window.pages.get(window.current)
        looks = {
            "language": context.language.value, "theme": context.theme.value, "zoom": context.zoom,
            "width": window.width(), "height": window.height(),
            "hand": window.preferences.hand, "clipboard": window.preferences.clipboard,
            "rows": window.preferences.rows,
        }  # fmt: skip
        if page is None or page.name not in TABS or page.place.startswith("own"):
            return LastPlace(**looks)  # type: ignore[arg-type]  # the values of their own names
        return LastPlace(page=page.name, place=page.place, scroll=page.scrolled, **looks)  # type: ignore[arg-type]

    def keep(self) -> None:
        """Write the place, if it is another than the one that was written."""
        from kzref.services.last_place import (  # noqa: PLC0415 - after the start
            last_place_file,
            write_last_place,
        )

        here, before = self.here(), self._kept
        self._kept = here
        if self._is_on and before is not None and here != before:
            path = last_place_file()
            self._background.ask(lambda: write_last_place(path, here), lambda _done: None)

    def forget(self) -> None:
        """Remove what was written, and write no more in this session."""
        from kzref.services.last_place import (  # noqa: PLC0415 - seldom
            forget_last_place,
            last_place_file,
        )

        self._is_on = False
        self._background.forget()
        forget_last_place(last_place_file())

    def bring_back(self, last: "LastPlace") -> None:
        """Open the page of the last session where it was left, unless the reader was quicker."""
        window = self._window
        if window.current == "start" and last.page in TABS:
            window.journey.bring_back(last.page, last.place, last.scroll)
        self._kept = self.here()
