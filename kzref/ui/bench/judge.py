"""What the judge sees: the bare provision, its source and its date, over the whole screen."""

from PySide6.QtWidgets import QWidget

from kzref.services.slides import Slides
from kzref.ui.context import Context
from kzref.ui.projector.audience import Audience
from kzref.ui.projector.stage import Stage


class Judge:
    """Turns the bench round, so to say; `alone`: it was not called from the bench."""

    def __init__(self, context: Context, bench: QWidget) -> None:
        """Build the screen, not shown."""
        self._context, self._bench = context, bench
        self.screen = Audience(bench)
        self.screen.hide()
        self.is_alone = False
        self._page = 0

    def press(self, chord: str) -> bool:
        """Turn the page at a key; False when this key, or nothing, is to be done here."""
        if chord in {"Space", "Down", "PgDown", "Right"}:
            self.turn()
            return True
        return False

    def show(self, reference: str, stage: Stage, *, alone: bool) -> None:
        """Show that provision from its beginning."""
        context, desk = self._context, self._context.desk
        slides = Slides(
            library=desk.library, citations=desk.citations, words=context.words,
            as_of=context.as_of, official=desk.own_library.official,
        )  # fmt: skip
        self.is_alone, self._page = alone, 0
        self.screen.set_stage(stage)
        self.screen.show_slide(slides.provision(reference))
        self.arrange()
        self.screen.show()
        self.screen.raise_()

    def turn(self) -> None:
        """To its next page, and from the last one to the first."""
        self._page = (self._page + 1) % self.screen.pages
        self.screen.show_slide(self.screen.slide, self._page)

    def arrange(self) -> None:
        """Over everything."""
        self.screen.setGeometry(self._bench.rect())

    def hide(self) -> None:
        """Let the bench be seen again."""
        self.screen.hide()
        self.is_alone = False
