"""The user's own texts: the list, a text by its articles, two of them beside each other."""

from collections.abc import Iterable, Sequence

from kzref.model.own_text import LAW, Amendment, OwnText, TextKind, Unit, UnitKind
from kzref.services.catalogue import offset
from kzref.services.own.redactions import ArticleChange, Change, Comparison, UnitPair
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape

NOTES = frozenset({UnitKind.AMENDMENT, UnitKind.COURT, UnitKind.REMARK, UnitKind.SIGNATURE})
SHOWN = (
    LAW | NOTES | {UnitKind.PARAGRAPH, UnitKind.BULLET, UnitKind.FOOTNOTE, UnitKind.UNCLASSIFIED}
)
WHOLE = "body"  # what holds the paragraphs of a text without sections
MARGIN = 74  # pixels for the numbers of units


def list_page(context: Context, texts: Sequence[OwnText], *, is_wide: bool = False) -> str:
    """Every text, and which can be compared or read beside another: beside the list, or under it."""
    words, inks = context.words, context.inks
    parts = [f"<h1>{escape(words('own.page.title'))}</h1>"]
    if not texts:
        parts.append(f"<p>{escape(words('own.page.empty'))}</p>")
        how = words("own.page.drop", button=words("own.button.import").rstrip("…"))
        parts.append(f"<p>{escape(how)}</p>")
        parts.append(f"<p>{markup.quiet(escape(words('own.window.formats')), inks)}</p>")
        return markup.page("".join(parts), inks)
    parts.append(f"<p>{markup.quiet(escape(words('own.page.private')), inks)}</p>")
    cards = "".join(_card(context, text) for text in texts)
    links = [*_redaction_links(context, texts), *_language_links(context, texts)]
    led = markup.heading(words("rooms.own.beside")) if links else ""
    led += "".join(f"<p>{link}</p>" for link in links)
    if is_wide:
        beside = f'<td width="45%" style="padding-left:28px">{led}</td>'
        parts.append(f'<table width="100%"><tr><td width="55%">{cards}</td>{beside}</tr></table>')
    else:
        parts += [cards, led]
    return markup.page("".join(parts), inks)


def _card(context: Context, text: OwnText) -> str:
    words, inks = context.words, context.inks
    is_act = text.kind is TextKind.ACT
    size = words("own.size.articles" if is_act else "own.size.units",
                 articles=text.articles, units=text.units)  # fmt: skip
    known = (
        words(f"own.language.{text.language.value}"),
        words("own.window.of_redaction", day=redaction_of(context, text)) if is_act else "",
        size,
    )
    at = text.imported_at.astimezone()
    brought = f"{at:%d.%m.%Y %H:%M} ({offset(at)})"
    named = "" if text.file_name == text.title else f"{text.file_name} · "
    origin = f"{named}{words('own.column.imported')}: {brought}"
    return markup.card(
        f"<b>{markup.link(f'own:{text.id}', text.title)}</b><br>{escape(' · '.join(filter(None, known)))}"
        f"<br>{markup.quiet(escape(origin), inks)}",
        inks,
    )


def _redaction_links(context: Context, texts: Sequence[OwnText]) -> list[str]:
    """A link for each redaction and the one before it."""
    links = []
    for later in texts:
        earlier = earlier_than(later, texts)
        if earlier is not None:
            label = context.words(
                "own.page.compare", title=short_of(context, later),
                language=context.words(f"own.language.{later.language.value}"),
                earlier=redaction_of(context, earlier), later=redaction_of(context, later),
            )  # fmt: skip
            links.append(markup.link(f"own:compare {earlier.id} {later.id}", label))
    return links


def _language_links(context: Context, texts: Sequence[OwnText]) -> list[str]:
    links = []
    for text in texts:
        if text.kind is not TextKind.ACT:
            continue
        other = beside(text, texts)
        if other is not None and text.id < other.id and other.redaction == text.redaction:
            label = context.words(
                "own.page.pair",
                title=short_of(context, text),
                redaction=redaction_of(context, text),
            )
            links.append(markup.link(f"own:pair {text.id} {other.id}", label))
    return links


def earlier_than(text: OwnText, texts: Iterable[OwnText]) -> OwnText | None:
    """The redaction before this one, in the same language."""
    before = [
        one
        for one in texts
        if (one.work, one.language) == (text.work, text.language)
        and one.redaction
        and text.redaction
        and one.redaction < text.redaction
    ]
    return max(before, key=lambda one: (one.redaction or text.redaction, one.id), default=None)


def beside(text: OwnText, texts: Iterable[OwnText]) -> OwnText | None:
    """The text of the same act in the other language, of the same redaction where there is one."""
    others = [one for one in texts if one.work == text.work and one.language is not text.language]
    same = [one for one in others if one.redaction == text.redaction]
    return next(iter(same or others), None)


def short_of(context: Context, text: OwnText) -> str:
    """The short name of the act or the document, for lists."""
    library = context.desk.library
    for act in library.instruments.values():
        if act.id == text.work:
            return context.text(act.short)
    document = library.documents.get(text.work)
    return context.text(document.short) if document else text.title


def holder_of(context: Context, holder: str) -> str:
    """An article or a section as it is named; a text without any is itself the only one."""
    return context.words("own.page.text") if holder == WHOLE else holder


def redaction_of(context: Context, text: OwnText) -> str:
    """The day of a redaction, or a dash."""
    if text.redaction is None:
        return "—" if text.kind is TextKind.DOCUMENT else context.words("own.window.undated")
    return f"{text.redaction:%d.%m.%Y}"


def head(context: Context, text: OwnText, place: str) -> str:
    """Which text it is, above whatever is shown of it."""
    words, inks = context.words, context.inks
    line = " · ".join(
        one
        for one in (
            words(f"own.language.{text.language.value}"),
            words("own.window.of_redaction", day=redaction_of(context, text))
            if text.kind is TextKind.ACT
            else "",
            text.file_name if text.file_name != text.title else "",
        )
        if one
    )
    layer = "layer.official" if text.kind is TextKind.ACT else "own.page.verbatim"
    badge = markup.badge(words(layer), inks.good, inks.good_soft)
    above = markup.quiet(escape(text.title), inks) if place != text.title else ""
    return f"{above}<h1>{escape(place)}</h1><p>{badge} {markup.quiet(escape(line), inks)}</p>"


def article_page(
    context: Context, text: OwnText, units: Sequence[Unit], links: Sequence[tuple[str, str]]
) -> str:
    """An article or a section verbatim: numbers in the margin, notes apart from the law's words."""
    inks = context.inks
    title = next(
        (unit.text for unit in units if unit.kind in {UnitKind.ARTICLE, UnitKind.HEADING}), ""
    )
    rows, before = "", ""
    for unit in units:
        if unit.kind in SHOWN:
            rows += _unit(context, unit, before)
            before = unit.at
    led = " &nbsp; ".join(markup.link(place, label) for place, label in links)
    holder = units[0].holder if units else WHOLE
    body = head(context, text, title or (text.title if holder == WHOLE else holder))
    body += f"<p>{led}</p>" if led else ""
    return markup.page(f'{body}<table cellpadding="4" width="100%">{rows}</table>', inks)


def _unit(context: Context, unit: Unit, before: str) -> str:
    inks = context.inks
    said = escape(unit.text).replace("\n", "<br>")
    if unit.kind in NOTES or unit.is_excluded:
        said = markup.quiet(said, inks)
    elif unit.kind is UnitKind.UNCLASSIFIED:
        said = f"{markup.badge(context.words('own.unit.unclassified'), inks.bad, inks.bad_soft)} {said}"
    at = unit.at.removeprefix("p") if unit.holder == WHOLE else unit.at
    mark = "" if unit.kind in NOTES or unit.at == before else at
    page = context.words("document.page", page=unit.page) if unit.page else ""
    margin = "<br>".join(escape(one) for one in (mark, page) if one)
    return (
        f'<tr><td width="{MARGIN}"><a name="{escape(unit.at)}"></a>{markup.quiet(margin, inks)}</td>'
        f"<td>{said}</td></tr>"
    )


def changes_page(context: Context, found: Comparison) -> str:
    """The articles that two redactions do not have alike, each with the laws that touched it."""
    words, inks = context.words, context.inks
    days = {
        "earlier": redaction_of(context, found.earlier),
        "later": redaction_of(context, found.later),
    }
    parts = [
        markup.quiet(escape(found.later.title), inks),
        f"<h1>{escape(words('own.page.changes', **days))}</h1>",
        f"<p>{escape(words('own.page.changed_count', count=len(found.changes), same=found.same))}</p>",
    ]
    for change in found.changes:
        parts.append(_changed(context, found, change))
    return markup.page("".join(parts), inks)


def change_badge(context: Context, change: Change) -> str:
    """What became of it, in a word."""
    inks = context.inks
    ink, ground = {
        Change.ADDED: (inks.good, inks.good_soft),
        Change.REMOVED: (inks.bad, inks.bad_soft),
        Change.NOTED: (inks.quiet, inks.desk),
        Change.SAME: (inks.quiet, inks.desk),
    }.get(change, (inks.warn, inks.warn_soft))
    return markup.badge(context.words(f"own.change.{change.value}"), ink, ground)


def _changed(context: Context, found: Comparison, one: ArticleChange) -> str:
    inks = context.inks
    place = f"own:compare {found.earlier.id} {found.later.id} {one.article}"
    laws = laws_line(context, one.laws)
    return (
        f"<p>{change_badge(context, one.change)} {markup.link(place, one.title or one.article)}"
        + (f"<br>{markup.quiet(escape(laws), inks)}" if laws else "")
        + "</p>"
    )


def laws_line(context: Context, laws: Iterable[Amendment]) -> str:
    """Laws by number, date and day of effect, as the notes give them."""
    words = context.words
    said = []
    for one in laws:
        text = words("own.page.law", law=one.law or "—", adopted=f"{one.adopted:%d.%m.%Y}")
        if one.in_force_from:
            text += " " + words("own.page.law_from", day=f"{one.in_force_from:%d.%m.%Y}")
        said.append(text)
    return "; ".join(dict.fromkeys(said))


def pair_page(
    context: Context, first: OwnText, second: OwnText, title: str, rows: Sequence[UnitPair]
) -> str:
    """An article in two languages, unit beside unit of the same number."""
    words, inks = context.words, context.inks
    heads = "".join(
        f'<td width="47%"><b>{escape(words(f"own.language.{text.language.value}"))}</b> '
        f"{markup.quiet(escape(redaction_of(context, text)), inks)}</td>"
        for text in (first, second)
    )
    body = "".join(
        f'<tr><td width="{MARGIN}">{markup.quiet(escape("" if row.at == "title" else row.at), inks)}</td>'
        f"<td>{_cell(context, row.first)}</td><td>{_cell(context, row.second)}</td></tr>"
        for row in rows
    )
    return markup.page(
        f"{markup.quiet(escape(first.title), inks)}<h1>{escape(title)}</h1>"
        f'<table cellpadding="6" width="100%"><tr><td></td>{heads}</tr>{body}</table>',
        inks,
    )


def _cell(context: Context, text: str | None) -> str:
    if text is None:
        inks = context.inks
        return markup.badge(context.words("own.page.missing"), inks.warn, inks.warn_soft)
    return escape(text).replace("\n", "<br>")
