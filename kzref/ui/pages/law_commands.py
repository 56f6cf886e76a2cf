"""What the law page does by key."""

from typing import TYPE_CHECKING

from kzref.ui.actions import Action

if TYPE_CHECKING:  # the page asks for its commands, not the other way round
    from kzref.ui.pages.article_pane import ArticlePane

PAGE = "law"


def add_law_commands(pane: "ArticlePane") -> None:
    """Put the actions of the article that is open into the table."""
    pane.context.actions.add(
        Action(
            id="law.next", label="action.law.next", keys=("J",), page=PAGE,
            act=lambda: pane.step(1),
        ),
        Action(
            id="law.before", label="action.law.before", keys=("K",), page=PAGE,
            act=lambda: pane.step(-1),
        ),
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
            id="law.peek", label="action.law.peek", keys=("Space",), page=PAGE,
            act=pane.peek_chosen, available=lambda: not pane.is_peeking,
        ),
        Action(
            id="law.cited-by", label="action.law.cited_by", keys=("R",), page=PAGE,
            act=pane.go_to_citing,
        ),
        Action(
            id="law.cite", label="action.law.cite", keys=("Ctrl+Shift+C",), page=PAGE,
            act=pane.copy_citation,
        ),
        Action(
            id="law.quote", label="action.law.quote", keys=("Ctrl+Alt+Shift+C",), page=PAGE,
            act=lambda: pane.copy_citation(quoting=True),
        ),
        Action(
            id="law.copy", label="action.law.copy", keys=("C",), page=PAGE, act=pane.copy_wording
        ),
    )  # fmt: skip
