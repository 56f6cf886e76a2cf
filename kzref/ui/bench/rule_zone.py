"""The zone in the middle of the bench: what the law says, where that stands, and its next page."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kzref.services.calculations.prompter import Rule
from kzref.services.catalogue import Catalogue
from kzref.ui.bench.look import label
from kzref.ui.bench.spoken import Spoken
from kzref.ui.projector.stage import Stage
from kzref.ui.projector.type_area import Passage

SIZES = (40, 36, 32, 30, 28)  # points; what does not fit goes overleaf
LINES = 3  # of the smallest size, at least: less of a provision is no provision
GAP = 2  # pixels
BESIDE = 24  # pixels between the citation and its source
HALF = 0.6  # of a text: what two lines of it need of the width, as its words break


class RuleZone(QWidget):
    """A provision, page by page where it is long."""

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__()
        self.citation, self.source = label("citation"), label("source")
        self.text = Spoken(SIZES)
        self._cited, self._count = "", ""
        head = QHBoxLayout()
        head.setSpacing(BESIDE)
        head.addWidget(self.citation)
        head.addWidget(self.source, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        self.text.fitted.connect(self.mark)
        self.text.setMinimumHeight(
            Spoken.height_of((Passage(text="\n".join("x" * LINES)),), SIZES[-1], 1000)
        )

    def show_rule(
        self, rule: Rule | None, which: tuple[int, int], words: Catalogue, stage: Stage
    ) -> None:
        """Show this provision; `which` is its number among how many."""
        number, count = which
        self._cited = rule.citation if rule else words("bench.no_rule")
        self._count = words("bench.which", number=number, count=count) if count > 1 else ""
        self.source.setText(rule.source if rule else "")
        self.text.say((Passage(text=rule.text if rule else words("rooms.bench.how")),), stage)
        self.mark()

    @property
    def least(self) -> int:
        """The least height: the lines of the text under two of its source."""
        self.source.ensurePolished()
        return self.text.minimumHeight() + GAP + 2 * self.source.fontMetrics().height()

    def turn(self) -> None:
        """To its next page."""
        self.text.turn()
        self.mark()

    def mark(self) -> None:
        """Say that it goes on, where it does."""
        pages = self.text.area.pages
        page = f"↓ {self.text.page + 1}/{pages}" if pages > 1 else ""
        said = "    ".join(filter(None, (self._cited, self._count, page)))
        if said != self.citation.text():
            self.citation.setText(said)
        self._share_line()

    def _share_line(self) -> None:
        """The citation in one line where the source beside it has room in two of its own."""
        wanted = self.citation.fontMetrics().horizontalAdvance(self.citation.text()) + 2
        source = self.source.fontMetrics().horizontalAdvance(self.source.text())
        rest = self.width() - wanted - BESIDE
        width = wanted if rest > source * HALF else min(wanted, self.width() // 2)
        self.citation.setFixedWidth(max(0, width))
