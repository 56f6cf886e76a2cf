"""The list of the user's texts; the one that is open with its articles or sections."""

import re
from collections.abc import Iterable

from kzref.model.own_text import OwnText, Unit, UnitKind
from kzref.ui.context import Context
from kzref.ui.html import own_texts
from kzref.ui.widgets.listing import Entry, Listing

LETTERS = 90


class OwnShelf(Listing):
    """Places as `OwnPage` opens them."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__("own texts")
        self._context = context

    def show_texts(
        self, texts: Iterable[OwnText], opened: int | None, units: Iterable[Unit]
    ) -> None:
        """List these; under the one that is open what `units` holds."""
        words = self._context.words
        entries = [Entry(place="own:", label=words("own.page.title"))]
        for text in texts:
            contents = self._contents(text, units) if text.id == opened else ()
            entries.append(self._entry(text, contents))
        self.fill(entries)
        if opened is not None:
            self.choose(f"own:{opened}", silently=True)
            self.setExpanded(self.currentIndex(), True)

    def _entry(self, text: OwnText, contents: tuple[Entry, ...]) -> Entry:
        context = self._context
        day = own_texts.redaction_of(context, text).strip("—")
        language = context.words(f"own.language.{text.language.value}")
        parts = (own_texts.short_of(context, text), language, day)
        return Entry(
            place=f"own:{text.id}",
            label=" · ".join(filter(None, parts)),
            hint=f"{text.title} · {text.file_name}",
            children=contents,
        )

    def _contents(self, text: OwnText, units: Iterable[Unit]) -> tuple[Entry, ...]:
        found: dict[str, str] = {}
        for unit in units:
            if unit.holder and (unit.kind is UnitKind.ARTICLE or unit.holder not in found):
                is_article = unit.kind is UnitKind.ARTICLE
                said = own_texts.holder_of(self._context, unit.holder)
                found[unit.holder] = unit.text if is_article else said
        return tuple(
            _line(f"own:{text.id} {holder}", holder, label) for holder, label in found.items()
        )


def _line(place: str, holder: str, label: str) -> Entry:
    """A line of the contents; where the heading begins with the number, that stands in its column."""
    head, _, title = label.partition(". ")
    number = holder if title and holder in re.split(r"[\s-]", head) else ""
    return Entry(
        place=place, label=label[:LETTERS], hint=label, number=number, title=title[:LETTERS] if number else ""
    )  # fmt: skip
