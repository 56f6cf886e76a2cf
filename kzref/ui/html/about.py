"""What this edition is, against which texts it was checked, and how to use the window."""

from kzref import __version__
from kzref.ui.context import Context
from kzref.ui.html import health, markup
from kzref.ui.html.escaping import escape

STEPS = {
    "detention": "calc:police-detention", "checklist": "checklist:first-hours", "law": "CPC 131",
    "own": "import:", "paper": "",
}  # fmt: skip
"""What to begin with, and the place where it is done."""
LEAD = 44  # letters: what is longer is a sentence
KEYS = (
    "search",
    "operators",
    "filters",
    "find",
    "tabs",
    "back",
    "language",
    "theme",
    "zoom",
    "as_of",
    "map",
    "modes",
    "workshop",
    "awake",
    "lectern",
    "checklist",
    "own",
)


def about_page(context: Context, *, has_letters: bool, asking: bool) -> str:
    """The page of Help and About; `asking` asks once more before the user's files are removed."""
    words, inks, desk = context.words, context.inks, context.desk
    parts = [
        f"<h1>kzref {__version__}</h1><p>{escape(words('about.what'))}</p>",
        markup.card(escape(words("about.disclaimer")), inks, ground=inks.warn_soft, edge=inks.warn),
        markup.heading(words("about.help")),
        "<ol>" + "".join(f"<li>{_step(context, name, place)}</li>" for name, place in STEPS.items()) + "</ol>",
        markup.heading(words("screens.help.keys")),
        "<ul>" + "".join(markup.item(_keys(words(f'about.key.{key}'))) for key in KEYS) + "</ul>",
        markup.heading(words("about.edition")),
        f"<p>{escape(words('about.edition_line', edition=desk.database.meta['edition'], day=desk.library.verified_through))}</p>",
        health.health(context, context.health, has_letters=has_letters),
        "<p>" + "<br>".join(
            f"{escape(words(f'kind.{kind}'))}: <b>{count}</b>"
            for kind, count in desk.counts.items()
            if words.knows(f"kind.{kind}")
        ) + "</p>",
        f"<p>{markup.quiet(escape(words('about.hash')), inks)}<br><code>{desk.database.sha256}</code></p>",
        markup.heading(words("about.sources")),
        "<ul>" + "".join(
            markup.item(escape(context.text(source.what))) for source in desk.library.sources.values()
        ) + "</ul>",
        markup.heading(words("about.private")),
        f"<p>{escape(words('about.private_line'))}</p>",
        health.files(context, asking=asking),
    ]  # fmt: skip
    return markup.page("".join(parts), inks)


def _keys(sentence: str) -> str:
    """A line of the keys; what comes before its colon is what the eye looks for."""
    before, colon, after = sentence.partition(": ")
    if not colon or len(before) > LEAD:
        return escape(sentence)
    return f"<b>{escape(before)}</b>{colon}{escape(after)}"


def _step(context: Context, name: str, place: str) -> str:
    said = context.words(f"screens.help.{name}")
    return markup.link(place, said) if place else escape(said)
