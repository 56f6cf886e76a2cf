"""An article of which the edition has no digest, as the user's own text has it: verbatim, and named so."""

from kzref.model.errors import InputError
from kzref.model.own_text import LAW, Unit
from kzref.model.pinpoint import Pinpoint
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.units import anchor
from kzref.ui.html.versions import day_of


def own_only_page(context: Context, place: Pinpoint) -> str | None:
    """The article around a place; None where no own text of that day has it."""
    whole = Pinpoint(key=place.key, article=place.article)
    try:
        official = context.desk.own_library.official(whole, context.as_of, context.language)
    except InputError:
        return None
    words, inks = context.words, context.inks
    language = words(f"language.{official.source.language.value}")
    name = words("reading.column.official", language=language)
    if official.source.redaction:
        day = day_of(official.source.redaction)
        name = words("reading.column.official_of", language=language, day=day)
    units = "".join(_unit(context, unit, place) for unit in official.units if unit.kind in LAW)
    return (
        f"<h1>{escape(context.cite(str(whole)))}</h1><p><b>{escape(official.title)}</b></p>"
        f"<p>{markup.badge(name, inks.good, inks.good_soft)} "
        f"{markup.quiet(escape(words('ownsearch.no_digest')), inks)}</p>{units}"
    )


def _unit(context: Context, unit: Unit, chosen: Pinpoint) -> str:
    inks = context.inks
    is_chosen = bool(unit.at) and unit.at == chosen.at
    ground = inks.accent_soft if is_chosen else inks.paper
    body = escape(unit.text).replace("\n", "<br>")
    text = f'<a name="{escape(anchor(unit.at))}">{body}</a>'
    return markup.card(text, inks, ground=ground, edge=inks.accent if is_chosen else inks.line)
