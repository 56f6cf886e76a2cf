"""What a search found: a citation to jump to, then hits grouped by place, with the words marked."""

import re
from html import escape

from PySide6.QtWidgets import QHBoxLayout

from kzref.services.search import Found, Hit
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.pages.page import Page
from kzref.ui.widgets.reader import Reader

_MARK = re.compile(r"\[\[(.+?)\]\]")


class ResultsPage(Page):
    """The answer to what stands in the search box."""

    name = "results"

    def __init__(self, context: Context) -> None:
        """Build the pane."""
        super().__init__(context)
        self._reader = Reader("results")
        self._found: Found | None = None
        QHBoxLayout(self).addWidget(self._reader)
        self._reader.followed.connect(context.opened)

    def speak(self) -> None:
        """Say the same results in the language."""
        self._reader.setAccessibleName(self.context.words("search.results"))
        self.refresh()

    def refresh(self) -> None:
        """Show the same results in the context's colours."""
        if self._found is not None:
            self.show_found(self._found)

    def open(self, place: str) -> bool:
        """Results are reached by searching only."""
        return place == "results"

    def show_found(self, found: Found) -> None:
        """Show what was found."""
        self._found = found
        words, inks = self.context.words, self.context.inks
        parts = []
        if found.jump is not None:
            reference = found.jump.reference
            parts.append(
                markup.card(
                    f"{markup.badge(words('search.jump'), inks.on_accent, inks.accent)} &nbsp;"
                    f"<b>{markup.link(reference, self.context.cite(reference))}</b> "
                    f"{markup.quiet(escape(words('search.enter')), inks)}",
                    inks,
                    edge=inks.accent,
                )
            )
        if found.candidates:
            links = " · ".join(
                markup.link(reference, self.context.cite(reference))
                for reference in found.candidates
            )
            parts.append(f"<p>{escape(words('search.ambiguous'))} {links}</p>")
        count = words("search.count", count=len(found.hits))
        kinds = " · ".join(f"{words('kind.' + kind)} {n}" for kind, n in found.counts.items() if n)
        parts.append(f"<p>{markup.quiet(escape(f'{count}   {kinds}'), inks)}</p>")
        parts += [self._hit(hit) for hit in found.hits]
        if not found.hits and found.suggestions:
            links = " · ".join(markup.link(f"search:{word}", word) for word in found.suggestions)
            parts.append(f"<p>{escape(words('search.try'))} {links}</p>")
        self._reader.show_page(markup.page("".join(parts), inks))

    def first_place(self) -> str | None:
        """Where Enter leads: the citation that was understood, else the first hit."""
        if self._found is None:
            return None
        if self._found.jump is not None:
            return self._found.jump.reference
        return self._found.hits[0].place if self._found.hits else None

    def _hit(self, hit: Hit) -> str:
        words, inks = self.context.words, self.context.inks
        snippet = _MARK.sub(
            rf'<span style="background-color:{inks.accent_soft};font-weight:bold">\1</span>',
            escape(hit.snippet),
        )
        named = ":" in hit.place  # a checklist or a term has a name, not a citation
        label, title = (hit.title, "") if named else (hit.citation, hit.title)
        body = (
            f"{markup.badge(words('kind.' + hit.kind), inks.accent, inks.accent_soft)} &nbsp;"
            f"<b>{markup.link(hit.place, label)}</b> &nbsp;{escape(title)}"
            f"<br>{snippet}"
        )
        return markup.card(body, inks, ground=inks.paper, edge=inks.line)
