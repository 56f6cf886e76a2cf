"""The keys that turn the window to others: F9 the bench, V the judge, F5 the room."""

from typing import TYPE_CHECKING

from kzref.ui.actions import Action

if TYPE_CHECKING:  # what is shown is loaded when it is first asked for
    from kzref.model.outcome import Outcome
    from kzref.model.pinpoint import Pinpoint
    from kzref.ui.bench.bench import Bench
    from kzref.ui.main_window import MainWindow
    from kzref.ui.projector.presenter import Presenter


class Showing:
    """Opens the bench and the presenter over what the window shows now; each is built once."""

    def __init__(self, window: "MainWindow") -> None:
        """Build nothing yet."""
        self._window = window
        self.bench: Bench | None = None
        self.presenter: Presenter | None = None

    def add_actions(self) -> None:
        """Put its actions into the table."""
        self._window.context.actions.add(
            Action(id="bench", label="action.bench", keys=("F9",), act=self.open_bench),
            Action(id="judge", label="action.judge", keys=("V",), page="law", act=self.show_judge),
            Action(id="project", label="action.project", keys=("F5",), act=self.project),
        )

    def open_bench(self) -> "Bench":
        """Turn the window into the prompter of the running calculation and the open provision."""
        from kzref.ui.bench.bench import Bench  # noqa: PLC0415 - as needed

        context = self._window.context
        if self.bench is None:
            self.bench = Bench(context, self._window)
            context.escape.closes(self.bench.close_if_open)
        self.bench.prompt(self._outcome(), self._pinpoint())
        return self.bench

    def show_judge(self) -> None:
        """Fill the screen with the bare provision that is open."""
        self.open_bench().show_judge(alone=True)

    def project(self) -> "Presenter":
        """Bring up the presenter's and the public window with what is open."""
        from kzref.ui.projector.presenter import Presenter  # noqa: PLC0415 - as needed

        context = self._window.context
        if self.presenter is None:
            self.presenter = Presenter(context)
            context.wardrobe.dress(self.presenter)
            self._window.destroyed.connect(self.presenter.deleteLater)
            context.escape.closes(self.presenter.close_if_open)
        place = self._window.page(self._window.current).place
        self.presenter.begin(place, self._window.screen())
        return self.presenter

    def _outcome(self) -> "Outcome | None":
        """The calculation that is shown on the page of calculators, if it was ever opened."""
        from kzref.ui.widgets.outcome_saver import OutcomeSaver  # noqa: PLC0415 - as needed

        page = self._window.pages.get("calculators")
        saver = page.findChild(OutcomeSaver) if page is not None else None
        return saver.outcome if saver is not None else None

    def _pinpoint(self) -> "Pinpoint | None":
        """The provision in front of the reader."""
        from kzref.model.pinpoint import Pinpoint  # noqa: PLC0415 - as needed

        if self._window.current != "law":
            return None
        return Pinpoint.parse(self._window.page("law").place)
