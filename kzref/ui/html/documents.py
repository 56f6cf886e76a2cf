"""A section of a source document: paragraphs with their kind of statement, hazards and citations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from kzref.engine.citations.form import unit_names
from kzref.engine.citations.section_names import section_number
from kzref.model.document import Document, Paragraph, Place, Section, StatementKind
from kzref.services.law.verbatim import Verbatim
from kzref.store.reference_db import Stored
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.law import hazard_card
from kzref.ui.html.listed import links
from kzref.ui.html.notes import margin_note

TEXT = 55  # per cent of a wide page: the paragraphs; hazards and notes have the rest


def section_page(  # noqa: PLR0913 - what stands on the page
    context: Context,
    document: Document,
    section: Section,
    paragraphs: tuple[Stored[Paragraph], ...],
    chosen: str,
    verbatim: Mapping[str, Verbatim] | None = None,
    *,
    is_wide: bool = False,
) -> Iterator[str]:
    """The section in parts, the chosen place tinted; beside the digests the words as printed, where brought.

    On a wide page hazards and notes stand beside their paragraph. A section that is a title alone
    leads to the others.
    """
    words, inks = context.words, context.inks
    page = f" · {words('document.page', page=section.page)}" if section.page else ""
    printed = ""
    if verbatim:
        printed = markup.badge(words("own.page.verbatim"), inks.good, inks.good_soft) + " | "
    head = (
        f'<table width="{TEXT if is_wide else 100}%" cellspacing="0" cellpadding="0"><tr><td>'
        + markup.quiet(escape(context.text(document.title)), inks),
        f"<h1>{escape(context.text(section.title))}</h1>",
        f"<p>{printed}{markup.badge(words('layer.digest'), inks.warn, inks.warn_soft)} "
        f"{markup.quiet(escape(words('document.dated', dated=words.dated(document.dated)) + page), inks)}<br>"
        f"{markup.quiet(escape(context.text(document.nature)), inks)}</p></td></tr></table>",
    )
    cards: Iterable[str] = (
        _paragraph(context, stored, chosen, verbatim or {}, is_wide=is_wide)
        for stored in paragraphs
    )
    rest = cards if paragraphs else (_sections(context, document, section),)
    return markup.parts(chain(("".join(head),), rest), inks)


def _sections(context: Context, document: Document, here: Section) -> str:
    """The other sections of a document as links, in two columns read from top to bottom."""
    lines = [
        f"<p>{escape(section_number(one.id))} "
        f"{markup.link(f'{document.id} {one.id}', context.text(one.title))}</p>"
        for one in document.sections
        if one is not here
    ]
    half = (len(lines) + 1) // 2
    return markup.beside("".join(lines[:half]), "".join(lines[half:]))


def _paragraph(
    context: Context,
    stored: Stored[Paragraph],
    chosen: str,
    verbatim: Mapping[str, Verbatim],
    *,
    is_wide: bool,
) -> str:
    place, paragraph = Place.parse(stored.id), stored.value
    hazards = "".join(
        hazard_card(context, hazard) for hazard in context.desk.library.hazards_at(place)
    )
    units = [
        (place.number, _unit(context, place.number, paragraph.kind, context.text(paragraph.digest), paragraph.cites)),
        *((one.number, _unit(context, one.number, one.kind, context.text(one.digest), one.cites)) for one in paragraph.bullets),
        *((one.number, _unit(context, one.number, None, context.text(one.digest), one.cites)) for one in paragraph.footnotes),
    ]  # fmt: skip
    section = f"{place.document} {place.section}"
    own = tuple(
        note
        for number, _unit_html in units
        for note in context.notebook.notes.at(f"{section} {number}")
    )
    if verbatim:
        body = _beside(context, units, hazards, verbatim)
    else:
        body = units[0][1]
        for _number, unit in units[1:]:
            body += f'<table style="margin-left:18px"><tr><td>{unit}</td></tr></table>'
        if is_wide:
            body = markup.beside(body, hazards + (margin_note(context, own) if own else ""), TEXT)
        else:
            body += hazards
    if own and (verbatim or not is_wide):
        body += "<br>" + margin_note(context, own)
    is_chosen = any(chosen == number for number, _unit in units)
    inks = context.inks
    return markup.card(
        body,
        inks,
        ground=inks.accent_soft if is_chosen else inks.paper,
        edge=inks.accent if is_chosen else inks.line,
    )


def _beside(
    context: Context,
    units: Sequence[tuple[str, str]],
    hazards: str,
    verbatim: Mapping[str, Verbatim],
) -> str:
    """The words as printed on the left, our digest in the margin, hazards under it."""
    digested = dict(units)
    rows = []
    for number, digest in units:
        printed = verbatim.get(number)
        if printed is None and number.startswith("fn"):
            continue  # its words stand with the paragraph that calls it
        margin = digest if number != units[0][0] else digest + hazards
        notes = printed.footnotes if printed else ()
        margin += "".join(f"<p>{digested[note]}</p>" for note, _words in notes if note in digested)
        rows.append(
            f'<tr><td width="56%">{_printed(context, printed)}</td><td width="14"></td>'
            f"<td>{margin}</td></tr>"
        )
    shown = {note for one in verbatim.values() for note, _words in one.footnotes}
    lost = [digest for number, digest in units if number.startswith("fn") and number not in shown]
    rows += [f'<tr><td></td><td width="14"></td><td>{digest}</td></tr>' for digest in lost]
    return f'<table width="100%" cellpadding="2">{"".join(rows)}</table>'


def _printed(context: Context, printed: Verbatim | None) -> str:
    words, inks = context.words, context.inks
    if printed is None:
        return markup.badge(words("own.page.missing"), inks.warn, inks.warn_soft)
    text = escape(printed.text).replace("\n", "<br>")
    if printed.page:
        text += " " + markup.quiet(escape(words("document.page", page=printed.page)), inks)
    notes = "".join(
        f"<br>{markup.quiet(escape(note), inks)}" for _number, note in printed.footnotes
    )
    return text + notes


def _unit(
    context: Context, number: str, kind: StatementKind | None, digest: str, cites: tuple[str, ...]
) -> str:
    words, inks = context.words, context.inks
    label = ""
    if kind is not None:
        ink, ground = _tone(context, kind)
        label = markup.badge(words(f"statement.{kind.value}"), ink, ground) + " "
    name = unit_names(number, context.language)[-1]  # a bullet stands below its paragraph
    return f'<a name="{escape(number)}"></a><b>{escape(name)}</b> &nbsp;{label}{escape(digest)}' + (
        f"<br>{markup.small(markup.quiet('→ ', inks) + links(context, cites))}" if cites else ""
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
