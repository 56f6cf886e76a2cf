"""The user's notes: in the margin of a text, and all of them as a page."""

from kzref.model.note import Note, NoteKind
from kzref.services.notes.notes import Fate, Standing
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.changes import diff_html
from kzref.ui.html.escaping import escape
from kzref.ui.html.hazard_signs import shortened

MARGIN = 70  # letters of a note that stand in the margin


def margin_note(context: Context, notes: tuple[Note, ...]) -> str:
    """What stands beside a unit: a star for a bookmark, the beginning of a note."""
    words, inks = context.words, context.inks
    lines = []
    for note in notes:
        if note.kind is NoteKind.BOOKMARK and not note.text:
            lines.append(f'<span style="color:{inks.accent}">★</span> ')
            continue
        badge = markup.badge(words("notes.note"), inks.accent, inks.accent_soft)
        link = markup.link(f"note-open:{note.place}", shortened(note.text, MARGIN))
        line = f'{badge} <span style="font-size:small">{link}</span>'
        if context.notebook.standing(note).fate is Fate.CHANGED:
            line += "<br>" + markup.badge(words("notes.changed"), inks.warn, inks.warn_soft)
        lines.append(line)
    return "<br>".join(lines)


def notes_register(context: Context) -> list[str]:
    """All notes and bookmarks by place, then the orphans, then what can be brought back."""
    words, book = context.words, context.notebook
    standings = [book.standing(note) for note in book.notes.all]
    standings.sort(key=lambda one: one.note.place)
    rooted = [one for one in standings if one.fate is not Fate.ORPHANED]
    orphans = [one for one in standings if one.fate is Fate.ORPHANED]
    parts = [f"<p>{markup.quiet(escape(words('notes.how')), context.inks)}</p>"]
    if book.notes.fault is not None:
        said = words.say(book.notes.fault.message)
        parts.append(markup.card(escape(said), context.inks, edge=context.inks.bad))
    elif not standings:
        parts.append(f"<p><b>{escape(words('notes.none'))}</b></p>")
    parts += [_card(context, one) for one in rooted]
    if orphans:
        parts.append(markup.heading(words("notes.orphans")))
        parts.append(f"<p>{markup.quiet(escape(words('notes.orphans.how')), context.inks)}</p>")
        parts += [_card(context, one) for one in orphans]
    if gone := book.notes.deleted[:10]:
        parts.append(markup.heading(words("notes.gone")))
        parts += [_gone(context, note) for note in gone]
    return parts


def _card(context: Context, one: Standing) -> str:
    words, inks, note = context.words, context.inks, one.note
    star = "★ " if note.kind is NoteKind.BOOKMARK else ""
    place = star + context.cite(note.place)
    orphan = one.fate is Fate.ORPHANED
    title = escape(place) if orphan else markup.link(f"note:{note.id}", place)
    written = words("notes.written", day=f"{note.changed_at:%d.%m.%Y}", edition=note.edition)
    body = f'<a name="{note.id}"></a><b>{title}</b> {markup.quiet(escape(written), inks)}'
    if note.text:
        body += f"<br>{escape(note.text).replace(chr(10), '<br>')}"
    actions = [markup.link(f"note-delete:{note.id}", words("notes.delete"))]
    if one.fate is Fate.CHANGED:
        body += "<br>" + changed_html(context, one)
        actions.insert(0, markup.link(f"note-anchor:{note.id}", words("notes.accept")))
    if orphan:
        body += f"<br>{markup.quiet(escape(words('reading.quote.digest') + ' ' + note.copy), inks)}"
        actions = [
            markup.link(
                f"note-anchor:{note.id}@{candidate}",
                words("notes.anchor", place=context.cite(candidate)),
            )
            for candidate in context.notebook.notes.candidates(note, context.today)
        ] + actions
    body += "<br>" + markup.quiet(" · ".join(actions), inks)
    return markup.card(body, inks, edge=inks.warn if one.fate is not Fate.SAME else inks.line)


def changed_html(context: Context, one: Standing) -> str:
    """That the text under a note has changed, and how."""
    inks = context.inks
    badge = markup.badge(context.words("notes.changed"), inks.warn, inks.warn_soft)
    return f"{badge} {diff_html(one.pieces, inks)}"


def _gone(context: Context, note: Note) -> str:
    link = markup.link(f"note-restore:{note.id}", context.words("notes.restore"))
    text = shortened(note.text, MARGIN) or "★"
    return f"<p>{escape(context.cite(note.place))}: {escape(text)} {link}</p>"
