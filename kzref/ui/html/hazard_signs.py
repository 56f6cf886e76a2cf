"""How a hazard is seen where it stands: its sign, its inks, a line under its unit."""

from kzref.model.records import Hazard
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.theme import Inks

FLAG = 130  # letters of a hazard under its unit; the whole of it stands below
SIGN = "▲"  # of a hazard


def flag(context: Context, hazard: Hazard) -> str:
    """A hazard under its unit: how grave, of which document, and the beginning of what is wrong."""
    words, inks = context.words, context.inks
    ink, ground = hazard_inks(hazard, inks)
    label = words("hazard.critical" if hazard.critical else "hazard.check")
    document = context.desk.library.documents.get(hazard.document)
    whose = markup.quiet(f"{escape(context.text(document.short))}: ", inks) if document else ""
    link = markup.link(f"hazard:{hazard.id}", shortened(context.text(hazard.fault), FLAG))
    return f"{markup.badge(f'{SIGN} {label}', ink, ground)} {whose}{markup.small(link)}"


def sign(hazards: list[Hazard], inks: Inks) -> str:
    """The sign beside the number of a unit with hazards, in the ink of the gravest."""
    if not hazards:
        return ""
    ink, _ground = hazard_inks(max(hazards, key=lambda one: one.critical), inks)
    return f'<span style="color:{ink}">{SIGN}</span>&nbsp;'


def worded_sign(context: Context, hazards: list[Hazard]) -> str:
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
