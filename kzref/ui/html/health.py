"""What About says of this copy itself: is it whole, who signed it, what it writes and where."""

from kzref.services.own.files import OwnFile, own_files
from kzref.services.soundness.health import Health
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape

FORGET, FORGET_SURELY, KEEP = "forget:ask", "forget:yes", "forget:no"
"""Links on the page: ask before removing, remove, leave everything."""


def health(context: Context, found: Health | None, *, has_letters: bool) -> str:
    """The findings of the self-check."""
    words, inks = context.words, context.inks
    if found is None:
        return f"<p>{markup.quiet(escape(words('health.looking')), inks)}</p>"
    lines = [(found.integrity.intact, words.say(found.integrity.message))]
    if found.cards is None:
        lines.append((False, words("health.no_cards")))
    else:
        total = found.cards.passed + len(found.cards.failures)
        lines.append(
            (not found.cards.failures, words("about.cards", passed=found.cards.passed, total=total))
        )
        lines += [(False, f"{one.card.id}: {one.found}") for one in found.cards.failures]
    lines.append((found.clocks, words("health.clocks" if found.clocks else "health.no_clocks")))
    lines.append((has_letters, words("health.letters" if has_letters else "health.no_letters")))
    said = "<br>".join(_line(context, good=good, text=text) for good, text in lines)
    faulty = "".join(
        f"<li><code>{escape(name)}</code></li>" for name in found.integrity.faulty[:20]
    )
    return f"<p>{said}</p>" + (f"<ul>{faulty}</ul>" if faulty else "")


def _line(context: Context, *, good: bool, text: str) -> str:
    inks = context.inks
    mark = (
        markup.badge("✓", inks.good, inks.good_soft)
        if good
        else markup.badge("✗", inks.bad, inks.bad_soft)
    )
    return f"{mark} {escape(text)}"


def files(context: Context, *, asking: bool) -> str:
    """Every file that kzref writes, and the link that removes them all; `asking` asks once more."""
    words = context.words
    rows = "".join(_files(context, what, files) for what, files in _by_purpose().items())
    if asking:
        action = (
            f"{escape(words('forget.sure'))} {markup.link(FORGET_SURELY, words('forget.yes'))}"
            f" · {markup.link(KEEP, words('forget.no'))}"
        )
    else:
        action = markup.link(FORGET, words("forget.action"))
    return f"<p>{escape(words('own.files'))}</p><ul>{rows}</ul><p>{action}</p>"


def _by_purpose() -> dict[str, list[OwnFile]]:
    """What each file is for is said once."""
    purposes: dict[str, list[OwnFile]] = {}
    for file in own_files():
        purposes.setdefault(file.what, []).append(file)
    return purposes


def _files(context: Context, what: str, files: list[OwnFile]) -> str:
    words = context.words
    there = "own.file.there" if any(file.is_there for file in files) else "own.file.not_there"
    paths = "".join(f"<br><code>{escape(str(file.path))}</code>" for file in files)
    return f"<li>&nbsp;{escape(words(what))} {markup.quiet(escape(words(there)), context.inks)}{paths}</li>"
