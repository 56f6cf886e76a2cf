"""What a search found, as a page: the cited place, what else may be meant, the hits, the kinds."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kzref.model.document import Place
from kzref.model.errors import KzrefError
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import parse_reference
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape

if TYPE_CHECKING:
    from kzref.services.search.answer import Found, Hit

FILTER = "filter:"
MOST_NOTES = 5  # of the reader's own before the hits; all of them stand in their list
_MARK = re.compile(r"\[\[(.+?)\]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to choose: the place that was cited, one that may be meant, or a hit."""

    place: str
    kind: str  # "jump", "candidate", or the kind of the hit
    label: str
    title: str = ""
    snippet: str = ""
    passage: str = ""  # id of the passage to peek at


def rows(context: Context, found: "Found", kind: str = "") -> tuple[Row, ...]:
    """Everything that the arrow keys walk over, in order; a cited place is not repeated as a hit.

    Where one kind of hit was asked for, only hits of that kind are; otherwise the reader's own notes
    come before the hits.
    """
    hits = {hit.place: _row(hit) for hit in found.hits}
    if kind:
        return tuple(hits.values())
    first: list[Row] = []
    cited = found.candidates if found.jump is None else (found.jump.reference,)
    for reference in cited:
        own = hits.pop(reference, None)
        first.append(
            Row(
                place=reference,
                kind="jump" if found.jump is not None else "candidate",
                label=found.jump.citation
                if ":" in reference and found.jump
                else context.cite(reference),
                title=own.title if own else _heading(context, reference),
                snippet=own.snippet if own else digest(context, reference),
                passage=own.passage if own else "",
            )
        )
    notes = context.notebook.notes.find(found.query)
    first += [
        Row(place=note.place, kind="note", label=context.cite(note.place), snippet=note.text)
        for note in notes[:MOST_NOTES]
    ]
    return (*first, *hits.values())


def _row(hit: "Hit") -> Row:
    named = ":" in hit.place  # a checklist or a term has a name, not a citation
    return Row(
        place=hit.place,
        kind=hit.kind,
        label=hit.title if named else hit.citation,
        title="" if named else hit.title,
        snippet=hit.snippet,
        passage=hit.id,
    )


def _heading(context: Context, reference: str) -> str:
    """What the article of a place is called; empty for what is no place of an act."""
    try:
        place = Pinpoint.parse(reference)
        return context.text(context.desk.library.provision(place, context.as_of).article.title)
    except (KzrefError, ValueError):
        return ""


def digest(context: Context, reference: str) -> str:
    """The digest of a place, for a look without going there; empty when there is none."""
    library = context.desk.library
    try:
        place = parse_reference(reference)
        if isinstance(place, Place):
            return context.text(library.digest(place))
        version = library.provision(place, context.as_of).version
    except (KzrefError, ValueError):
        return ""
    return context.text(version.gist) if version else ""


def whole(context: Context, row: Row) -> str:
    """The whole text of a row; empty when the edition has none."""
    if row.passage:
        return context.text(context.desk.search.whole(row.passage))
    return digest(context, row.place)


def results_page(
    context: Context,
    found: "Found",
    shown: tuple[Row, ...],
    *,
    kind: str = "",
    chosen: int = 0,
    peek: str | None = None,
) -> str:
    """The page; `peek` is the whole text of the chosen row, when the reader asked for it."""
    words = context.words
    parts = [_kinds(context, found, kind), _suggested(context, found)]
    if len(found.candidates) > 1 and found.jump is None:
        parts.append(f"<p><b>{escape(words('search.ambiguous'))}</b></p>")
    for number, row in enumerate(shown):
        looked = peek if number == chosen else None
        parts.append(_card(context, row, number, is_chosen=number == chosen, peek=looked))
    if not found.hits and not shown:
        parts.append(_nothing(context, found.query))
    return markup.page("".join(parts), context.inks)


def _nothing(context: Context, query: str) -> str:
    """That nothing was found, and what to do now."""
    words = context.words
    return (
        f"<h2>{escape(words('screens.results.none', query=query))}</h2>"
        f"<p>{escape(words('screens.results.none.try'))}</p>"
        f"<p>{escape(words('screens.results.none.own'))} "
        f"{markup.link('own:', words('own.page.title'))}</p>"
    )


def _kinds(context: Context, found: "Found", chosen: str) -> str:
    words, inks = context.words, context.inks
    kinds = [
        markup.badge(f"{words('kind.' + kind)} {count}", inks.on_accent, inks.accent)
        if kind == chosen
        else markup.link(f"{FILTER}{kind}", f"{words('kind.' + kind)} {count}")
        for kind, count in found.counts.items()
        if count
    ]
    if not kinds:
        return ""
    if chosen:
        kinds.append(f"<b>{markup.link(FILTER, words('filter.clear'))}</b>")
    count = markup.quiet(escape(_count(context, found, chosen)), inks)
    keys = markup.quiet(escape(words("results.keys")), inks) if found.hits else ""
    only = markup.quiet(escape(words("screens.results.only")), inks)
    return f"<p>{count} &nbsp; {only} {' · '.join(kinds)}<br>{keys}</p>"


def _count(context: Context, found: "Found", kind: str) -> str:
    """How many places answer, and how many of them, or beyond them, are shown."""
    words, shown = context.words, len(found.hits)
    count = found.counts.get(kind, 0) if kind else sum(found.counts.values())
    if shown < count:
        return words("results.count.best", count=count, shown=shown)
    if shown > count:
        return words("results.count.beyond", count=count, more=shown - count)
    return words("results.count", count=count)


def _card(context: Context, row: Row, number: int, *, is_chosen: bool, peek: str | None) -> str:
    words, inks = context.words, context.inks
    label = words("search.jump" if row.kind == "jump" else f"kind.{_kind(row)}")
    ink, ground = (
        (inks.on_accent, inks.accent) if row.kind == "jump" else (inks.accent, inks.accent_soft)
    )
    body = (
        f'<a name="hit{number}"></a>{markup.badge(label, ink, ground)} &nbsp;'
        f"<b>{markup.link(row.place, row.label)}</b> &nbsp;{escape(row.title)}"
    )
    if row.kind == "jump" and is_chosen:
        body += f" &nbsp;{markup.quiet(escape(words('search.enter')).replace(' ', '&nbsp;'), inks)}"
    body += f"<br>{escape(peek) if peek else marked(row.snippet, context)}"
    return markup.card(
        body,
        inks,
        ground=inks.raised if is_chosen else inks.paper,
        edge=inks.accent if is_chosen else inks.line,
    )


def _kind(row: Row) -> str:
    return "provision" if row.kind == "candidate" else row.kind


def marked(snippet: str, context: Context) -> str:
    """A snippet with the words that answer tinted."""
    tint = f'<span style="background-color:{context.inks.accent_soft};font-weight:bold">'
    whole = (
        escape(snippet).replace(" …", "&nbsp;…").replace("… ", "…&nbsp;")
    )  # no … on its own line
    return _MARK.sub(rf"{tint}\1</span>", whole)


def _suggested(context: Context, found: "Found") -> str:
    """What else to try, a line for each kind of suggestion."""
    lines = []
    for kind in dict.fromkeys(one.kind for one in found.suggestions):
        links = " · ".join(
            markup.link(one.reference or f"search:{one.text}", one.text)
            for one in found.suggestions
            if one.kind == kind
        )
        lines.append(f"{escape(context.words(f'finding.{kind}'))} {links}")
    return f"<p>{'<br>'.join(lines)}</p>" if lines else ""
