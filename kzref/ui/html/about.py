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
COUNTED = (
    "instrument", "article", "provision", "document", "source-paragraph", "recommendation", "checklist",
    "parameter", "case", "statistic", "event", "hazard", "glossary", "scenario",
)  # fmt: skip
"""What is counted of the edition, as a lawyer looks for it."""


def help_part(context: Context) -> str:
    """What kzref is, what to begin with, and the keys."""
    words, inks = context.words, context.inks
    steps = "".join(f"<li>{_step(context, name, place)}</li>" for name, place in STEPS.items())
    keys = "".join(markup.item(_keys(words(f"about.key.{key}"))) for key in KEYS)
    return (
        f"<h1>kzref {__version__}</h1><p>{escape(words('about.what'))}</p>"
        + markup.card(
            escape(words("about.disclaimer")), inks, ground=inks.warn_soft, edge=inks.warn
        )
        + f"{markup.heading(words('about.help'))}<ol>{steps}</ol>"
        + f"{markup.heading(words('screens.help.keys'))}<ul>{keys}</ul>"
    )


def edition_part(context: Context, *, has_letters: bool, asking: bool, fault: str) -> str:
    """What this edition holds, whether this copy is whole, and what it writes where.

    `asking` asks once more before the user's files are removed; `fault` says why they could not be.
    """
    words, inks, desk = context.words, context.inks, context.desk
    edition, day = desk.database.meta["edition"], desk.library.verified_through
    counts = "<br>".join(
        f"{escape(words(f'about.count.{kind}'))}: <b>{desk.counts[kind]}</b>" for kind in COUNTED
    )
    sources = "".join(
        markup.item(escape(context.text(source.what))) for source in desk.library.sources.values()
    )
    return (
        f"{markup.heading(words('about.edition'))}"
        f"<p>{escape(words('about.edition_line', edition=edition, day=day))}</p>"
        + health.health(context, context.health, has_letters=has_letters)
        + f"{markup.heading(words('about.private'))}<p>{escape(words('about.private_line'))}</p>"
        + health.files(context, asking=asking)
        + (markup.card(escape(fault), inks, ground=inks.bad_soft, edge=inks.bad) if fault else "")
        + f"{markup.heading(words('about.holds'))}<p>{counts}</p>"
        f"<p>{markup.quiet(escape(words('about.hash')), inks)}<br><code>{desk.database.sha256}</code></p>"
        f"{markup.heading(words('about.sources'))}<ul>{sources}</ul>"
    )


def _keys(sentence: str) -> str:
    """A line of the keys; what comes before its colon is what the eye looks for."""
    before, colon, after = sentence.partition(": ")
    if not colon or len(before) > LEAD:
        return escape(sentence)
    return f"<b>{escape(before)}</b>{colon}{escape(after)}"


def _step(context: Context, name: str, place: str) -> str:
    said = context.words(f"screens.help.{name}")
    return markup.link(place, said) if place else escape(said)
