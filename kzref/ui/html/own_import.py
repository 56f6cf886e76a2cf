"""What was understood of a file that is to be brought into the own library."""

from collections import Counter

from kzref.model.message import Message
from kzref.model.own_text import LAW, Structure, TextKind, UnitKind
from kzref.services.own.bringing import Brought, Stage
from kzref.services.own.text_preview import Preview
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape

LEVELS = ("part", "section", "chapter")
KINDS = (
    UnitKind.ARTICLE, UnitKind.PART, UnitKind.POINT, UnitKind.SUBPOINT, UnitKind.NOTE,
    UnitKind.PARAGRAPH, UnitKind.BULLET, UnitKind.FOOTNOTE, UnitKind.AMENDMENT, UnitKind.COURT,
    UnitKind.REMARK, UnitKind.UNCLASSIFIED,
)  # fmt: skip
MOST_LAWS, MOST_DOUBTS = 12, 80
LETTERS = 320
IN_WINDOW = {"own.doubt.no_redaction": "own.window.no_redaction"}
"""Sentences that name an option of the command line, and what the window says instead."""


def nothing_page(context: Context) -> str:
    """Before any file came: what can be dropped."""
    words, inks = context.words, context.inks
    return markup.page(
        f"<h1>{escape(words('own.window.title'))}</h1><p>{escape(_how(context))}</p>"
        f"<p>{markup.quiet(escape(words('own.window.formats')), inks)}</p>"
        f"<p>{markup.quiet(escape(words('own.window.private')), inks)}</p>",
        inks,
    )


def _how(context: Context) -> str:
    words = context.words
    files, folder = words("own.button.files"), words("own.button.folder")
    return words("own.window.drop_here", files=files.rstrip("…"), folder=folder.rstrip("…"))


def file_page(context: Context, one: Brought) -> str:
    """A file: where it stands, what was guessed and counted, what is doubtful."""
    words, inks = context.words, context.inks
    link = f" {markup.link(f'own:{one.stored.id}', words('own.window.open'))}" if one.stored else ""
    parts = [
        f"<h1>{escape(one.path.name)}</h1>",
        f"<p>{stage_badge(context, one)}{link} {_form(context, one)}</p>",
    ]
    if one.fault is not None:
        ink, ground = (inks.bad, inks.bad_soft) if one.stage is Stage.REFUSED else (inks.warn, inks.warn_soft)  # fmt: skip
        parts.append(markup.card(escape(words.say(one.fault)), inks, ground=ground, edge=ink))
    if one.preview is not None:
        parts += _understood(context, one.preview)
    elif one.stored is not None:
        parts.append(f"<p>{escape(one.stored.title)}</p>")
    return markup.page("".join(parts), inks)


def stage_badge(context: Context, one: Brought) -> str:
    """Where a file stands, in a word."""
    words, inks = context.words, context.inks
    ink, ground = {
        Stage.UNDERSTOOD: (inks.accent, inks.accent_soft),
        Stage.STORED: (inks.good, inks.good_soft),
        Stage.PRESENT: (inks.good, inks.good_soft),
        Stage.REFUSED: (inks.bad, inks.bad_soft),
        Stage.QUESTION: (inks.warn, inks.warn_soft),
    }.get(one.stage, (inks.quiet, inks.desk))
    return markup.badge(words(f"own.stage.{one.stage.value}"), ink, ground)


def _form(context: Context, one: Brought) -> str:
    if one.file is None:
        return ""
    known = " · ".join(part for part in (one.file.format, one.file.encoding or "") if part)
    return markup.quiet(escape(known.upper()), context.inks)


def _understood(context: Context, preview: Preview) -> list[str]:
    words, inks = context.words, context.inks
    structure = preview.structure
    kind = words(f"own.kind.{structure.kind.value}")
    day = f"{preview.redaction:%d.%m.%Y}" if preview.redaction else words("own.window.undated")
    line = f"{kind} · {words(f'own.language.{preview.language.value}')}"
    if structure.kind is TextKind.ACT:
        line += f" · {words('own.window.of_redaction', day=day)}"
    parts = [
        f"<h2>{escape(preview.title)}</h2>",
        f"<p>{escape(line)}</p>",
        _doubts(context, preview),
        "<p>"
        + "<br>".join(markup.quiet(escape(_said(context, one)), inks) for one in preview.guesses)
        + "</p>",
        _counts(context, structure),
        _laws(context, structure),
        _sample(context, structure),
    ]
    return [part for part in parts if part]


def _said(context: Context, message: Message) -> str:
    key = IN_WINDOW.get(message.key, message.key)
    return context.words(key, **message.arguments)


def _counts(context: Context, structure: Structure) -> str:
    """How many of each there are; what was not understood stands out."""
    levels = Counter(unit.level for unit in structure.units if unit.kind is UnitKind.HEADING)
    counted = [(f"level.{level}", levels[level]) for level in LEVELS]
    rest = sum(count for level, count in levels.items() if level not in LEVELS)
    counted.append(("level.other", rest))
    counted += [(f"unit.{kind.value}", structure.count(kind)) for kind in KINDS]
    said = (_count(context, name, count) for name, count in counted if count)
    return f"<p>{' · '.join(said)}</p>"


def _count(context: Context, name: str, count: int) -> str:
    label, inks = context.words(f"own.{name}"), context.inks
    if name == f"unit.{UnitKind.UNCLASSIFIED.value}":
        return markup.badge(f"{label}: {count}", inks.bad, inks.bad_soft)
    return f"{escape(label)}: <b>{count}</b>"


def _laws(context: Context, structure: Structure) -> str:
    """The amending laws that the notes name, the newest first, with how many articles each touched."""
    words, inks = context.words, context.inks
    touched: dict[tuple[str, str], set[str]] = {}
    for one in structure.amendments:
        key = (one.adopted.isoformat(), one.law or "")
        touched.setdefault(key, set()).add(one.holder)
    if not touched:
        return ""
    newest = sorted(touched, reverse=True)
    rows = "".join(
        f"<tr><td>№ {escape(law or '—')}</td><td>{day[8:]}.{day[5:7]}.{day[:4]}</td>"
        f"<td>{escape(words('own.window.touched', count=len(touched[day, law])))}</td></tr>"
        for day, law in newest[:MOST_LAWS]
    )
    rest = len(newest) - MOST_LAWS
    more = markup.quiet(escape(words("own.window.more_laws", count=rest)), inks) if rest > 0 else ""
    heading = markup.heading(words("own.window.laws", count=len(newest)), 3)
    return f'{heading}<table cellpadding="4">{rows}</table>{more}'


def _doubts(context: Context, preview: Preview) -> str:
    words, inks = context.words, context.inks
    unclassified = [
        words("own.said.unclassified", line=unit.line, text=_cut(unit.text, 160))
        for unit in preview.structure.unclassified
    ]
    said = unclassified + [_said(context, one) for one in preview.doubts]
    if not said:
        clear = markup.badge(words("own.window.clear"), inks.good, inks.good_soft)
        return f"<p>{clear}</p>"
    items = "<br>".join(escape(one) for one in said[:MOST_DOUBTS])
    rest = len(said) - MOST_DOUBTS
    more = (
        "<br>" + markup.quiet(escape(words("own.window.more_doubts", count=rest)), inks)
        if rest > 0
        else ""
    )
    heading = markup.heading(words("own.window.doubts", count=len(said)), 3)
    return heading + markup.card(items + more, inks, ground=inks.warn_soft, edge=inks.warn)  # fmt: skip


def _sample(context: Context, structure: Structure) -> str:
    """The first article or section with several units, each with the place it was given."""
    holders = Counter(unit.holder for unit in structure.units if unit.holder and unit.at)
    holder = next((one for one, count in holders.items() if count > 2), None)  # noqa: PLR2004
    if holder is None:
        return ""
    words, inks = context.words, context.inks
    shown = [
        unit for unit in structure.units
        if unit.holder == holder
        and (unit.kind in LAW | {UnitKind.ARTICLE, UnitKind.PARAGRAPH, UnitKind.BULLET, UnitKind.FOOTNOTE})
    ][:12]  # fmt: skip
    rows = "".join(
        f'<tr><td width="80">{markup.quiet(escape(unit.at or holder), inks)}</td>'
        f"<td>{escape(_cut(unit.text, LETTERS))}</td></tr>"
        for unit in shown
    )
    heading = markup.heading(words("own.window.sample"), 3)
    return f'{heading}<table cellpadding="4" width="100%">{rows}</table>'


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", maxsplit=1)[0] + " …"
