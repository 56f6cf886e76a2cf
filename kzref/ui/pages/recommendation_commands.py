"""What is done by key on the list of recommendations: step through it, cite and quote the one at the top."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint

from kzref.model.document import Place
from kzref.model.records import Recommendation
from kzref.ui.actions import Action
from kzref.ui.context import Context
from kzref.ui.widgets.reader import HEADROOM, Reader

PAGE = "recommendations"


class RecommendationHand:
    """Serves the list in a reading pane; `tell` shows what was copied."""

    def __init__(
        self,
        context: Context,
        reader: Reader,
        shown: Callable[[], Sequence[Recommendation]],
        tell: Callable[[str], object],
    ) -> None:
        """Add the keys; they are those of every other page that is read."""
        self._context, self._reader, self._shown, self._tell = context, reader, shown, tell
        context.actions.add(
            Action(
                id=f"{PAGE}.next", label="action.recommendation.next", keys=("J", "E"), page=PAGE,
                act=lambda: self.step(1),
            ),
            Action(
                id=f"{PAGE}.before", label="action.recommendation.before", keys=("K", "Q"),
                page=PAGE, act=lambda: self.step(-1),
            ),
            Action(
                id=f"{PAGE}.cite", label="action.recommendation.cite", keys=("Ctrl+Shift+C", "W"),
                page=PAGE, act=self.copy,
            ),
            Action(
                id=f"{PAGE}.quote", label="action.recommendation.quote",
                keys=("Ctrl+Alt+Shift+C", "C"), page=PAGE, act=lambda: self.copy(quoting=True),
            ),
        )  # fmt: skip

    @property
    def at_top(self) -> Recommendation | None:
        """The recommendation at the top of the pane, or the first one."""
        places = self._places()
        point = QPoint(self._reader.viewport().width() // 2, HEADROOM + 8)
        here = self._reader.cursorForPosition(point).position()
        number = max(bisect_right([at for at, _ in places], here) - 1, 0)
        return places[number][1] if places else None

    def step(self, by: int) -> None:
        """Bring the next (1) or the one before (-1) to the top."""
        every = [asked for _, asked in self._places()]
        current = self.at_top
        if current is None:
            return
        goal = every[min(max(every.index(current) + by, 0), len(every) - 1)]
        self._reader.scrollToAnchor(goal.id)
        bar = self._reader.verticalScrollBar()
        bar.setValue(bar.value() - HEADROOM // 2)

    def copy(self, *, quoting: bool = False) -> None:
        """Copy where it stands, with its Covenant article; with what it asks for when quoted."""
        from kzref.services.law.quoting import Quoting  # noqa: PLC0415 - when first quoted

        asked, context = self.at_top, self._context
        if asked is None:
            return
        quoted = Quoting(desk=context.desk, language=context.language, as_of=context.as_of)
        text = f"{asked.id}: {quoted.citation(Place.parse(asked.at))}"
        if quoting:
            gist = context.text(asked.gist)
            text += f"\n{context.words('reading.quote.digest')} {gist}"
        context.clipboard.copy(text)
        self._tell(context.words("reading.copied", text=text.replace("\n", " ")))

    def _places(self) -> list[tuple[int, Recommendation]]:
        """Where each recommendation begins in the pane, in order; of the whole page."""
        self._reader.complete()  # else what is cited is not what is coming into view
        known = {asked.id: asked for asked in self._shown()}
        found = []
        block = self._reader.document().begin()
        while block.isValid():
            for stretch in block.textFormats():
                names = stretch.format.anchorNames()
                found += [
                    (block.position() + stretch.start, known[one]) for one in names if one in known
                ]
            block = block.next()
        return found
