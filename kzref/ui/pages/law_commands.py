"""What the law page does by key beside what every page of units does."""

from kzref.ui.actions import Action
from kzref.ui.pages.article_pane import ArticlePane
from kzref.ui.pages.reading_commands import add_reading_commands

PAGE = "law"


def add_law_commands(pane: ArticlePane) -> None:
    """Put the actions of the article that is open into the table."""
    add_reading_commands(pane, PAGE)
    pane.context.actions.add(
        Action(
            id="law.version.before", label="action.law.version.before", keys=("[",), page=PAGE,
            act=lambda: pane.strip.step(-1),
        ),
        Action(
            id="law.version.next", label="action.law.version.next", keys=("]",), page=PAGE,
            act=lambda: pane.strip.step(1),
        ),
        Action(
            id="law.changes", label="action.law.changes", keys=("D",), page=PAGE,
            act=pane.toggle_changes,
        ),
        Action(
            id="law.cited-by", label="action.law.cited_by", keys=("R",), page=PAGE,
            act=pane.go_to_citing,
        ),
    )  # fmt: skip
