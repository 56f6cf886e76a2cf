"""The units of an article: name, text in one to three columns, and beneath it what concerns it."""

from collections.abc import Iterator
from datetime import date

from kzref.model.law import Instrument, Provision
from kzref.model.records import Hazard
from kzref.model.text import Language
from kzref.services.law.columns import Cell, Column, Columns, Layer, UnitRow
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.article import ArticleView
from kzref.ui.html.escaping import escape
from kzref.ui.html.hazard_signs import flag, sign, worded_sign
from kzref.ui.html.versions import day_of, facts, last_day, verified_line, version_line
from kzref.ui.theme import Inks

INDENT = 26  # pixels by which points stand under parts
VERBATIM = "§"  # of an official text, as on the button of its column
WHOLE = "whole"
HAZARDS = "hazards"
CITING = "who-cites"
AFTER = frozenset({HAZARDS, CITING})  # anchors of what follows the units


def unit_blocks(context: Context, view: ArticleView) -> Iterator[str]:
    """Every unit with its text and what stands beneath it."""
    hazards = view.hazards_at
    return (_unit(context, view, row, hazards.get(row.at, [])) for row in view.columns.rows)


def anchor(at: str) -> str:
    """The name by which a unit is found on the page."""
    return at or WHOLE


def titled(name: str, title: str, inks: Inks) -> str:
    """A heading that can be found by name; Qt loses names that stand on nothing."""
    return f'<h2><a name="{name}" style="color:{inks.text}">{escape(title)}</a></h2>'


def column_heads(context: Context, columns: Columns) -> str:
    """What each column is: whose words, in which language, of which redaction."""
    words, inks = context.words, context.inks
    cells = []
    for column, source in zip(columns.columns, columns.sources, strict=True):
        language = words(f"language.{column.language.value}")
        ink, ground = inks.warn, inks.warn_soft
        if column.layer is Layer.DIGEST:
            name = words("reading.column.digest", language=language)
        elif source is None:
            name = words("reading.column.none", language=language)
        elif column.language is Language.EN:  # acts are official in Kazakh and in Russian
            name = words("reading.column.unofficial", language=language)
        else:
            ink, ground = inks.good, inks.good_soft
            name = words("reading.column.official", language=language)
            if source.redaction:
                day = day_of(source.redaction)
                name = words("reading.column.official_of", language=language, day=day)
        if source is not None:
            name = f"{VERBATIM} {name}"
        share = 100 // len(columns.columns)
        cells.append(f'<td width="{share}%">{markup.badge(name, ink, ground)}</td>')
    return f'<table width="100%" cellpadding="4"><tr>{"".join(cells)}</tr></table>'


def _unit(context: Context, view: ArticleView, row: UnitRow, hazards: list[Hazard]) -> str:
    words, inks = context.words, context.inks
    pinpoint = view.pinpoint(row.at)
    count = len(view.columns.columns)
    is_chosen = pinpoint == view.chosen and bool(row.at or len(view.columns.rows) > 1)
    name = row.at or words("law.whole_article")
    head = (
        f'<a name="{escape(anchor(row.at))}"></a><b>{markup.link(str(pinpoint), name)}</b> &nbsp;'
        + (worded_sign(context, hazards) if view.beside else sign(hazards, inks))
    )
    texts = [
        (head if place == 0 else "") + _cell(context, view, cell, row, place)
        for place, cell in enumerate(row.cells)
    ]
    beneath = "".join(f"<p>{line}</p>" for line in _beneath(context, view, row, hazards))
    indent = INDENT if len(pinpoint.units) > 1 and count == 1 else 0
    return _block(inks, texts, beneath, indent=indent, is_chosen=is_chosen)


def _block(inks: Inks, texts: list[str], beneath: str, *, indent: int, is_chosen: bool) -> str:
    """One table for a unit: Qt lays out tables within tables slowly."""
    ground, edge = inks.paper, inks.line
    if is_chosen:
        ground, edge = inks.accent_soft, inks.accent
    bar, look = f'<td width="4" style="background-color:{edge}"></td>', f"background-color:{ground}"
    texts = [f"<p>{text}</p>" for text in texts]  # bare words would keep the ground of their cell
    if len(texts) == 1:
        texts, beneath = [texts[0] + beneath], ""
    cells = "".join(
        f'<td width="{100 // len(texts)}%" style="{look};padding:6px 12px 8px 14px">{text}</td>'
        for text in texts
    )
    rows = f"<tr>{bar}{cells}</tr>"
    if beneath:
        rows += (
            f'<tr>{bar}<td colspan="{len(texts)}" style="{look};padding:0 12px 8px 14px">'
            f"{beneath}</td></tr>"
        )
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:4px;'
        f'margin-bottom:4px;margin-left:{indent}px">{rows}</table>'
    )


def _cell(context: Context, view: ArticleView, cell: Cell | None, row: UnitRow, place: int) -> str:
    words, inks = context.words, context.inks
    column = view.columns.columns[place]
    if cell is not None:
        text = escape(cell.text).replace("\n", "<br>")
        if cell.language is not column.language:
            language = words(f"language.{cell.language.value}")
            stand_in = words("reading.stand_in", language=language)
            text = markup.badge(stand_in, inks.warn, inks.warn_soft) + " " + text
        return _verbatim(column, inks) + text
    if column.layer is Layer.OFFICIAL:
        has_text = view.columns.sources[place] is not None
        return markup.quiet(escape(words("reading.no_official")), inks) if has_text else ""
    if row.provision is None:
        return markup.quiet(escape(words("reading.no_digest")), inks)
    return _former(context, view.instrument, row.provision, column.language)


def _verbatim(column: Column, inks: Inks) -> str:
    """The sign of an official text, at each unit: the heads of the columns may be scrolled away."""
    if column.layer is not Layer.OFFICIAL:
        return ""
    if column.language is Language.EN:
        return markup.badge(VERBATIM, inks.warn, inks.warn_soft) + " "
    return markup.badge(VERBATIM, inks.good, inks.good_soft) + " "


def _cites(context: Context, provision: Provision) -> str:
    links = ", ".join(markup.link(ref, context.cite(ref)) for ref in provision.cites)
    return markup.small(markup.quiet("→ ", context.inks) + links)


def _former(context: Context, act: Instrument, provision: Provision, language: Language) -> str:
    """Why there is no version on the chosen date; old law stays readable, under its dates."""
    inks, first = context.inks, provision.versions[0].in_force_from
    text = f"<i>{escape(_absence(context, act, provision))}</i>"
    if context.as_of > first:
        last = provision.versions[-1]
        period = context.words(
            "law.was_in_force",
            first=day_of(last.in_force_from),
            last=last_day(last.in_force_until),
        )
        text += f" {markup.badge(period, inks.bad, inks.bad_soft)} "
        text += escape(last.gist[language])
    return text


def _absence(context: Context, act: Instrument, provision: Provision) -> str:
    first = provision.versions[0]
    if context.as_of >= first.in_force_from or begins_later(act, context.as_of):
        return context.words("law.not_in_force", day=day_of(context.as_of))
    day = day_of(first.in_force_from)
    if first.amended_by:
        return context.words("law.came_with", first=day, law=first.amended_by)
    return context.words("law.not_known_before", day=day_of(context.as_of), first=day)


def begins_later(act: Instrument, day: date) -> bool:
    """Whether an act was not yet in force on a day, as far as its first day is known."""
    return act.in_force_from is not None and day < act.in_force_from


def _beneath(
    context: Context, view: ArticleView, row: UnitRow, hazards: list[Hazard]
) -> Iterator[str]:
    """What the text of the unit leads to, how it differs from what stands above it, its hazards."""
    words, inks = context.words, context.inks
    if row.provision is not None and row.provision.cites:
        yield _cites(context, row.provision)
    differs = []
    if row.version is not None and facts(row.version) != view.facts_above(row.at):
        differs.append(markup.quiet(escape(version_line(context, row.version)), inks))
    if row.provision is not None and len(row.provision.versions) > 1:
        count = words("law.versions", count=len(row.provision.versions))
        differs.append(markup.small(markup.link(f"changes:{view.pinpoint(row.at)}", count)))
    if differs:
        yield markup.quiet(" · ", inks).join(differs)
    if row.provision is not None and row.provision.verified != view.article.provisions[0].verified:
        yield verified_line(context, row.provision.verified)
    noted = view.noted_at(row.at)
    if noted is not None and row.version is not None and row.version.note:
        note = markup.badge(words("law.note"), inks.warn, inks.warn_soft)
        text = context.text(row.version.note)
        if noted != row.at:
            text = words("law.note_same", unit=noted or words("law.whole_article"))
        yield f"{note} {markup.quiet(escape(text), inks)}"
    if not view.beside:
        yield from (flag(context, hazard) for hazard in hazards)
    if row.at in view.margin:
        yield view.margin[row.at]
