"""The units of an article: name, text in one to three columns, and beneath it what concerns it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kzref.model.law import Article, Instrument, Provision
from kzref.model.pinpoint import Pinpoint
from kzref.model.records import Hazard
from kzref.model.text import Language
from kzref.services.law.columns import Cell, Column, Columns, Layer, UnitRow
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.versions import (
    Facts,
    day_of,
    facts,
    last_day,
    usual_version,
    verified_line,
    version_line,
)
from kzref.ui.theme import Inks

INDENT = 26  # pixels by which points stand under parts
FLAG = 130  # letters of a hazard under its unit; the whole of it stands below
SIGN = "▲"  # of a hazard
VERBATIM = "§"  # of an official text, as on the button of its column
WHOLE = "whole"
HAZARDS = "hazards"
CITING = "who-cites"
AFTER = frozenset({HAZARDS, CITING})  # anchors of what follows the units


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """All that is shown of an article. `margin` is what the reader's own notes add to it, by unit.

    `beside`: hazards and who cites it are told in the margin; units with hazards only bear the sign.
    """

    instrument: Instrument
    article: Article
    chosen: Pinpoint
    columns: Columns
    hazards: tuple[Hazard, ...] = ()
    warnings: tuple[str, ...] = ()
    margin: Mapping[str, str] = field(default_factory=dict)
    beside: bool = False

    @property
    def whole(self) -> Pinpoint:
        """The article itself."""
        return Pinpoint(key=self.instrument.key, article=self.article.article)

    def facts_above(self, at: str) -> Facts | None:
        """What is told of the nearest unit around this one, else of the article once for all."""
        known = {self.pinpoint(row.at).units: row.version for row in self.columns.rows}
        around = self.pinpoint(at).units[:-1]
        while around:
            if (version := known.get(around)) is not None:
                return facts(version)
            around = around[:-1]
        usual = usual_version(self.columns)
        return facts(usual) if usual is not None else None

    def noted_at(self, at: str) -> str | None:
        """The first unit whose note is the same as that of this unit; None: nothing to say of it.

        A note that stands at the unit around this one, or at the article, holds for this one, too.
        """
        notes = {row.at: row.version.note for row in self.columns.rows if row.version}
        note = notes.get(at)
        if note is None or note in (notes.get(one) for one in self._around(at)):
            return None
        return next(one for one, other in notes.items() if other == note)

    def _around(self, at: str) -> Iterator[str]:
        units = self.pinpoint(at).units
        for depth in range(len(units) - 1, -1, -1):
            yield "".join(f"({unit})" for unit in units[:depth])

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
        + (_worded_sign(context, hazards) if view.beside else _sign(hazards, inks))
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
        yield from (_flag(context, hazard) for hazard in hazards)
    if row.at in view.margin:
        yield view.margin[row.at]


def _flag(context: Context, hazard: Hazard) -> str:
    words, inks = context.words, context.inks
    ink, ground = hazard_inks(hazard, inks)
    label = words("hazard.critical" if hazard.critical else "hazard.check")
    document = context.desk.library.documents.get(hazard.document)
    whose = markup.quiet(f"{escape(context.text(document.short))}: ", inks) if document else ""
    link = markup.link(f"hazard:{hazard.id}", shortened(context.text(hazard.fault), FLAG))
    return f"{markup.badge(f'{SIGN} {label}', ink, ground)} {whose}{markup.small(link)}"


def _sign(hazards: list[Hazard], inks: Inks) -> str:
    """The sign beside the number of a unit with hazards, in the ink of the gravest."""
    if not hazards:
        return ""
    ink, _ground = hazard_inks(max(hazards, key=lambda one: one.critical), inks)
    return f'<span style="color:{ink}">{SIGN}</span>&nbsp;'


def _worded_sign(context: Context, hazards: list[Hazard]) -> str:
    """The sign with the word of the gravest, and how many there are if several."""
    if not hazards:
        return ""
    gravest = max(hazards, key=lambda one: one.critical)
    word = context.words("hazard.critical" if gravest.critical else "hazard.check")
    count = f" {len(hazards)}" if len(hazards) > 1 else ""
    return markup.badge(f"{SIGN} {word}{count}", *hazard_inks(gravest, context.inks)) + "&nbsp; "


def hazard_inks(hazard: Hazard, inks: Inks) -> tuple[str, str]:
    """Ink and ground of a hazard."""
    return (inks.bad, inks.bad_soft) if hazard.critical else (inks.warn, inks.warn_soft)


def shortened(text: str, length: int) -> str:
    """The text, or as many words of it as fit the length."""
    return text if len(text) <= length else text[:length].rsplit(" ", maxsplit=1)[0] + " …"
