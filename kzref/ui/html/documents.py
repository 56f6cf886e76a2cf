"""A section of a source document: paragraphs with their kind of statement, hazards and citations."""

from html import escape

from kzref.model.document import Document, Paragraph, Place, Section, StatementKind
from kzref.store.reference_db import Stored
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.law import hazard_card
from kzref.ui.html.notes import margin_note


def section_page(
    context: Context,
    document: Document,
    section: Section,
    paragraphs: tuple[Stored[Paragraph], ...],
    chosen: str,
) -> str:
    """The section, the chosen place tinted."""
    words, inks = context.words, context.inks
    page = f" · {words('document.page', page=section.page)}" if section.page else ""
    parts = [
        markup.quiet(escape(context.text(document.title)), inks),
        f"<h1>{escape(section.id)} {escape(context.text(section.title))}</h1>",
        f"<p>{markup.badge(words('layer.digest'), inks.warn, inks.warn_soft)} "
        f"{markup.quiet(escape(words('document.dated', dated=document.dated) + page), inks)}<br>"
        f"{markup.quiet(escape(context.text(document.nature)), inks)}</p>",
    ]
    parts += [_paragraph(context, stored, chosen) for stored in paragraphs]
    return markup.page("".join(parts), inks)


def _paragraph(context: Context, stored: Stored[Paragraph], chosen: str) -> str:
    place, paragraph = Place.parse(stored.id), stored.value
    body = _unit(
        context, place.number, paragraph.kind, context.text(paragraph.digest), paragraph.cites
    )
    for bullet in paragraph.bullets:
        body += (
            '<table style="margin-left:18px"><tr><td>'
            + _unit(context, bullet.number, bullet.kind, context.text(bullet.digest), bullet.cites)
            + "</td></tr></table>"
        )
    for note in paragraph.footnotes:
        body += (
            '<table style="margin-left:18px"><tr><td>'
            + _unit(context, note.number, None, context.text(note.digest), note.cites)
            + "</td></tr></table>"
        )
    hazards = context.desk.library.hazards_at(place)
    section = f"{place.document} {place.section}"
    numbers = [f"{section} {one}" for one in (place.number, *(u.number for u in paragraph.units))]
    body += "".join(hazard_card(context, hazard) for hazard in hazards)
    own = tuple(note for number in numbers for note in context.notebook.notes.at(number))
    if own:
        body += "<br>" + margin_note(context, own)
    is_chosen = chosen == place.number or any(chosen == unit.number for unit in paragraph.units)
    inks = context.inks
    return markup.card(
        body,
        inks,
        ground=inks.accent_soft if is_chosen else inks.paper,
        edge=inks.accent if is_chosen else inks.line,
    )


def _unit(
    context: Context, number: str, kind: StatementKind | None, digest: str, cites: tuple[str, ...]
) -> str:
    words, inks = context.words, context.inks
    label = ""
    if kind is not None:
        ink, ground = _tone(context, kind)
        label = markup.badge(words(f"statement.{kind.value}"), ink, ground) + " "
    links = " · ".join(markup.link(reference, context.cite(reference)) for reference in cites)
    return (
        f'<a name="{escape(number)}"></a><b>{escape(number)}</b> &nbsp;{label}{escape(digest)}'
        + (f"<br>{markup.quiet('→ ', inks)}{links}" if links else "")
    )


def _tone(context: Context, kind: StatementKind) -> tuple[str, str]:
    inks = context.inks
    match kind:
        case StatementKind.RULE | StatementKind.STANDARD:
            return inks.good, inks.good_soft
        case StatementKind.CLAIM | StatementKind.STATE_CLAIM | StatementKind.CASE:
            return inks.warn, inks.warn_soft
        case _:
            return inks.accent, inks.accent_soft
