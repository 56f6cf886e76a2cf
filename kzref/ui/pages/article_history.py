"""The past and the future of an article: on the strip above it, and as changes between two days."""

from datetime import date, timedelta

from kzref.model.pinpoint import Pinpoint
from kzref.services.law.history import Beside, History, history
from kzref.services.law.library import ProvisionView
from kzref.ui import history_words
from kzref.ui.context import Context
from kzref.ui.widgets.time_strip import TimeStrip


class ArticleHistory:
    """Keeps the strip in step with the place that is read."""

    def __init__(self, context: Context, strip: TimeStrip) -> None:
        """Serve this strip."""
        self._context, self._strip = context, strip

    def show(self, view: ProvisionView, at: str, compared: date | None) -> None:
        """Draw the history of a unit, with the chosen day and the one it is compared with."""
        context, strip, past = self._context, self._strip, self.of(view, at)
        strip.show_history(past, context.inks, history_words.labels(past))
        strip.show_days(context.as_of, context.today, compared)
        strip.say(history_words.name(context, past), history_words.description(context, past))
        strip.today_label = context.words("law.today")

    def of(self, view: ProvisionView, at: str = "") -> History:
        """The history of a unit; of the whole article when none is named."""
        desk = self._context.desk
        texts = desk.own_library.texts(view.instrument.id)
        article = Pinpoint(key=view.instrument.key, article=view.article.article)
        beside = Beside(
            redactions=tuple(sorted({text.redaction for text in texts if text.redaction})),
            amendments=desk.currency_guard.later_amendments(article) if texts else (),
            parameters=desk.library.parameters_on(article),
        )
        return history(desk.library, view.instrument, view.article, at, beside)

    def day_before(self, view: ProvisionView, at: str) -> date:
        """The last day of the version before the one of the chosen day; else that day itself."""
        begun = self._begun(self.of(view, at))
        if len(begun) < 2:  # noqa: PLR2004 - the unit has one version: then the article around it
            begun = self._begun(self.of(view))
        return begun[-1] - timedelta(days=1) if len(begun) > 1 else self._context.as_of

    def _begun(self, past: History) -> list[date]:
        return [turn.day for turn in past.turns if turn.day <= self._context.as_of]

    def changes(self, view: ProvisionView, earlier: date) -> str:
        """What changed from an earlier day to the chosen one, as a page."""
        from kzref.services.law.changes import (  # noqa: PLC0415 - when first compared
            digest_changes,
            official_changes,
        )
        from kzref.ui.html.changes import changes_page  # noqa: PLC0415 - when first compared

        context, days = self._context, (earlier, self._context.as_of)
        own = context.desk.own_library
        official = official_changes(own, view.instrument, view.pinpoint, days, context.language)
        shown = official or digest_changes(view.instrument, view.article, days, context.language)
        return changes_page(context, shown, context.text(view.article.title))
