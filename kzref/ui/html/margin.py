"""What stands beside the text where there is width for it: all that concerns the unit that is read."""

from collections.abc import Iterator

from kzref.model.pinpoint import Pinpoint
from kzref.model.records import Hazard
from kzref.services.law.backlinks import backlinks
from kzref.services.law.glance import glance
from kzref.services.law.library import ProvisionView
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.hazard_signs import SIGN, hazard_inks, shortened
from kzref.ui.html.law import cited_by
from kzref.ui.html.versions import verified_line, version_line

GIST = 150  # letters of what a cited place says


def margin_page(context: Context, view: ProvisionView) -> Iterator[str]:
    """Currency, hazards, what the unit refers to and who cites it, in parts."""
    return markup.parts(_pieces(context, view), context.inks)


def _pieces(context: Context, view: ProvisionView) -> Iterator[str]:
    """Pieces that end with a card, but for the last: text that follows text would join its line."""
    words, unit = context.words, view.pinpoint
    head = f"<h2>{escape(context.cite(str(unit)))}</h2>{_currency(context, view)}"
    hazards = _hazards(context, unit)
    if hazards:
        head += markup.heading(words("law.hazards"), 3)
    for hazard in hazards:
        yield head + _hazard(context, hazard)
        head = ""
    yield head + _referred_to(context, view) + _citing(context, unit)


def _currency(context: Context, view: ProvisionView) -> str:
    lines = [verified_line(context, view.provision.verified)]
    if view.version is not None:
        lines.insert(0, markup.quiet(escape(version_line(context, view.version)), context.inks))
    return f"<p>{'<br>'.join(lines)}</p>"


def _referred_to(context: Context, view: ProvisionView) -> str:
    if not view.provision.cites:
        return ""
    cited = "".join(_referred(context, place) for place in view.provision.cites)
    return markup.heading(context.words("margin.refers"), 3) + cited


def _citing(context: Context, unit: Pinpoint) -> str:
    """Who cites the unit, and the way to all that cites its article."""
    citing = backlinks(context.desk, unit, context.language)
    whole = Pinpoint(key=unit.key, article=unit.article)
    if unit == whole:
        return cited_by(context, citing, unit)
    said = context.words("margin.whole", citation=context.cite(str(whole)))
    nothing = "" if citing else f"{escape(context.words('margin.uncited'))}<br>"
    return cited_by(context, citing, unit) + f"<p>{nothing}{markup.link(str(whole), said)}</p>"


def _hazards(context: Context, unit: Pinpoint) -> list[Hazard]:
    """Those of the unit, of what is inside it, and of the units around it; the gravest first."""
    library = context.desk.library
    around = [
        Pinpoint(key=unit.key, article=unit.article, units=unit.units[:depth])
        for depth in range(1, len(unit.units))
    ]
    above = [
        hazard
        for hazard in library.hazards
        if not {str(place) for place in around}.isdisjoint(hazard.provisions)
    ]
    found = {hazard.id: hazard for hazard in (*library.hazards_on(unit), *above)}
    return sorted(found.values(), key=lambda one: not one.critical)


def _hazard(context: Context, hazard: Hazard) -> str:
    """What is wrong, what to do about it, and the first place where it stands."""
    words, inks = context.words, context.inks
    ink, ground = hazard_inks(hazard, inks)
    label = f"{SIGN} {words('hazard.critical' if hazard.critical else 'hazard.check')}"
    places = [markup.link(place, context.cite(place)) for place in hazard.at[:1]]
    if len(hazard.at) > 1:
        places.append(markup.link(f"hazard:{hazard.id}", f"+{len(hazard.at) - 1}"))
    body = (
        f"{markup.badge(label, ink, ground)} {escape(context.text(hazard.fault))}"
        f"<br><b>{escape(context.text(hazard.treatment))}</b><br>{' · '.join(places)}"
    )
    return markup.card(markup.small(body), inks, edge=ink)


def _referred(context: Context, place: str) -> str:
    """A place that is cited, with the beginning of what it says."""
    seen = glance(context.desk, place, context.language, context.as_of)
    said = shortened(seen.text or seen.note, GIST) if seen is not None else ""
    link = f"<b>{markup.link(place, context.cite(place))}</b>"
    return f"<p>{link}<br>{markup.small(escape(said))}</p>"
