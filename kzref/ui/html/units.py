"""The units of an article: name, text in one to three columns, and the margin beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape

from kzref.model.law import Article, Certainty, Instrument, Provision, Verified, Version
from kzref.model.pinpoint import Pinpoint
from kzref.model.records import Hazard
from kzref.model.text import Language
from kzref.services.law.columns import Cell, Columns, Layer, UnitRow
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.theme import Inks

WIDEST = 2  # columns beside which a margin still has room
INDENT = 26  # pixels by which points stand under parts
FLAG = 52  # letters of a hazard in the margin; the whole of it stands below
WHOLE = "whole"
HAZARDS = "hazards"
CITING = "who-cites"
AFTER = frozenset({HAZARDS, CITING})  # anchors of what follows the units


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """All that is shown of an article. `margin` is what the reader's own notes add to it, by unit."""

    instrument: Instrument
    article: Article
    chosen: Pinpoint
    columns: Columns
    hazards: tuple[Hazard, ...] = ()
    warnings: tuple[str, ...] = ()
    margin: Mapping[str, str] = field(default_factory=dict)

    @property
    def whole(self) -> Pinpoint:
        """The article itself."""
        return Pinpoint(key=self.instrument.key, article=self.article.article)

    @property
    def hazards_at(self) -> dict[str, list[Hazard]]:
        """The hazards by the units that they concern; those of no unit here stand at the top."""
        places = {str(self.pinpoint(row.at)): row.at for row in self.columns.rows}
        found: dict[str, list[Hazard]] = {}
        for hazard in self.hazards:
            known = [places[name] for name in hazard.provisions if name in places]
            for at in dict.fromkeys(known or [""]):
                found.setdefault(at, []).append(hazard)
        return found

    def pinpoint(self, at: str) -> Pinpoint:
        """The pinpoint of a unit."""
        tail = at if at.startswith("(") or not at else f" {at}"
        return Pinpoint.parse(f"{self.whole}{tail}")


def unit_blocks(context: Context, view: ArticleView) -> str:
    """Every unit with its text and margin."""
    hazards = view.hazards_at
    return "".join(_unit(context, view, row, hazards.get(row.at, [])) for row in view.columns.rows)


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
        cells.append(f'<td width="{_share(columns)}%">{markup.badge(name, ink, ground)}</td>')
    blank = f'<td width="{100 - _share(columns) * len(cells)}%"></td>'
    return f'<table width="100%" cellpadding="4"><tr>{"".join(cells)}{blank}</tr></table>'


def _share(columns: Columns) -> int:
    """The width of a column in percent; the rest is the margin."""
    return {1: 72, 2: 38}.get(len(columns.columns), 33)


def _unit(context: Context, view: ArticleView, row: UnitRow, hazards: list[Hazard]) -> str:
    words, inks = context.words, context.inks
    pinpoint = view.pinpoint(row.at)
    count = len(view.columns.columns)
    is_chosen = pinpoint == view.chosen and bool(row.at or len(view.columns.rows) > 1)
    name = row.at or words("law.whole_article")
    margin = _margin(context, view, row, hazards)
    head = (
        f'<a name="{escape(anchor(row.at))}"></a><b>{markup.link(str(pinpoint), name)}</b> &nbsp;'
    )
    texts = [
        (head if place == 0 else "") + _cell(context, view, row, cell, place)
        for place, cell in enumerate(row.cells)
    ]
    widths = [_share(view.columns)] * count
    if count <= WIDEST:
        texts.append(margin)
        widths.append(100 - sum(widths))
    elif margin:
        texts[0] += "<br>" + margin
    indent = INDENT if len(pinpoint.units) > 1 and count == 1 else 0
    return _block(inks, texts, widths, indent=indent, is_chosen=is_chosen)


def _block(inks: Inks, texts: list[str], widths: list[int], *, indent: int, is_chosen: bool) -> str:
    """One table for a unit: Qt lays out tables within tables slowly."""
    ground, edge = inks.paper, inks.line
    if is_chosen:
        ground, edge = inks.accent_soft, inks.accent
    cells = "".join(
        f'<td width="{width}%" style="background-color:{ground};padding:10px 0 10px 12px">{text}</td>'
        for text, width in zip(texts, widths, strict=True)
    )
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:6px;'
        f'margin-bottom:6px;margin-left:{indent}px"><tr>'
        f'<td width="4" style="background-color:{edge}"></td>{cells}</tr></table>'
    )


def _cell(context: Context, view: ArticleView, row: UnitRow, cell: Cell | None, place: int) -> str:
    words, inks = context.words, context.inks
    column = view.columns.columns[place]
    if cell is not None:
        text = escape(cell.text).replace("\n", "<br>")
        if cell.language is not column.language:
            language = words(f"language.{cell.language.value}")
            stand_in = words("reading.stand_in", language=language)
            text = markup.badge(stand_in, inks.warn, inks.warn_soft) + " " + text
        if place == 0 and row.provision is not None and row.provision.cites:
            text += "<br>" + _cites(context, row.provision)
        return text
    if column.layer is Layer.OFFICIAL:
        has_text = view.columns.sources[place] is not None
        return markup.quiet(escape(words("reading.no_official")), inks) if has_text else ""
    if row.provision is None:
        return markup.quiet(escape(words("reading.no_digest")), inks)
    return _former(context, row.provision, column.language)


def _cites(context: Context, provision: Provision) -> str:
    links = ", ".join(markup.link(ref, context.cite(ref)) for ref in provision.cites)
    return markup.quiet("→ ", context.inks) + links


def _former(context: Context, provision: Provision, language: Language) -> str:
    """Why there is no version on the chosen date; old law stays readable, under its dates."""
    inks, first = context.inks, provision.versions[0].in_force_from
    text = f"<i>{escape(_absence(context, provision))}</i>"
    if context.as_of > first:
        last = provision.versions[-1]
        period = f"{day_of(last.in_force_from)} – {_until(last.in_force_until)}"
        text += f" {markup.badge(period, inks.bad, inks.bad_soft)} "
        text += escape(last.gist[language])
    return text


def _absence(context: Context, provision: Provision) -> str:
    first = provision.versions[0]
    if context.as_of >= first.in_force_from:
        return context.words("law.not_in_force", day=day_of(context.as_of))
    day = day_of(first.in_force_from)
    if first.amended_by:
        return context.words("law.came_with", first=day, law=first.amended_by)
    return context.words("law.not_known_before", day=day_of(context.as_of), first=day)


def _margin(context: Context, view: ArticleView, row: UnitRow, hazards: list[Hazard]) -> str:
    """Since when and by which law, how far it was checked, hazards, and the reader's own notes."""
    words, inks = context.words, context.inks
    lines = []
    if row.version is not None:
        lines.append(markup.quiet(_version_line(context, row.version), inks))
        if row.version.note:
            note = markup.badge(words("law.note"), inks.warn, inks.warn_soft)
            lines.append(f"{note} {markup.quiet(escape(context.text(row.version.note)), inks)}")
    if row.provision is not None:
        verified = row.provision.verified
        if verified != view.article.provisions[0].verified:
            lines.append(verified_line(context, verified))
        others = len(row.provision.versions)
        if others > 1:
            link = markup.link(
                f"changes:{view.pinpoint(row.at)}", words("law.versions", count=others)
            )
            lines.append(f'<span style="font-size:small">{link}</span>')
    lines += [_flag(context, hazard) for hazard in hazards]
    if row.at in view.margin:
        lines.append(view.margin[row.at])
    return "<br>".join(lines)


def _flag(context: Context, hazard: Hazard) -> str:
    words, inks = context.words, context.inks
    ink, ground = (inks.bad, inks.bad_soft) if hazard.critical else (inks.warn, inks.warn_soft)
    label = words("hazard.critical" if hazard.critical else "hazard.check")
    link = markup.link(f"hazard:{hazard.id}", shortened(context.text(hazard.fault), FLAG))
    return f'{markup.badge(label, ink, ground)} <span style="font-size:small">{link}</span>'


def _version_line(context: Context, version: Version) -> str:
    words = context.words
    text = words("law.in_force_from", day=day_of(version.in_force_from))
    if version.in_force_until:
        text = words(
            "law.in_force_between",
            day=day_of(version.in_force_from),
            until=_until(version.in_force_until),
        )
    law = context.desk.library.laws.get(version.amended_by or "")
    if law is not None:
        text += ", " + words("law.by_law", law=law.id, adopted=day_of(law.adopted))
        if law.in_force.certainty is not Certainty.EXACT:
            text += " (" + words("law.day_reckoned") + ")"
    return escape(text)


def verified_line(context: Context, verified: Verified | None) -> str:
    """Against which text a unit was checked, and when."""
    words, inks = context.words, context.inks
    if verified is None:
        return markup.badge(words("law.unverified"), inks.bad, inks.bad_soft)
    source = context.desk.library.sources.get(verified.against)
    against = context.text(source.what) if source else verified.against
    said = words("law.verified", day=day_of(verified.on), against=against)
    line = markup.quiet(escape(said), inks)
    if context.as_of > context.desk.library.verified_through:
        line += " " + markup.badge(words("law.past_horizon"), inks.warn, inks.warn_soft)
    return line


def _until(day: date | None) -> str:
    """The last day of a version whose `until` is the first day that is out."""
    return "" if day is None else day_of(day - timedelta(days=1))


def day_of(day: date | None) -> str:
    """A day in figures; a dash where it is not known."""
    return "—" if day is None else f"{day:%d.%m.%Y}"


def shortened(text: str, length: int) -> str:
    """The text, or as many words of it as fit the length."""
    return text if len(text) <= length else text[:length].rsplit(" ", maxsplit=1)[0] + " …"
