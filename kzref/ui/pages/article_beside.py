"""What stands beside an article on a wide window: all that concerns the unit that is read."""

from kzref.model.pinpoint import Pinpoint
from kzref.ui.context import Context
from kzref.ui.html.margin import margin_page
from kzref.ui.pages.margin_pane import Leaf, Margin


def article_margin(context: Context) -> Margin:
    """A margin that tells of provisions, as of the day of the context."""

    def leaf(place: str) -> Leaf:
        view = context.desk.library.provision(Pinpoint.parse(place), context.as_of)
        return margin_page(context, view), ""

    return Margin(context, "margin.name", leaf)
