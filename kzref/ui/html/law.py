"""An article as of a day: title, units with their digests, hazards, and who cites it."""

from datetime import date, timedelta
from html import escape

from kzref.model.law import Article, Certainty, Currency, Instrument, Provision, Verified
from kzref.model.pinpoint import Pinpoint
from kzref.model.records import Hazard
from kzref.model.text import Text
from kzref.store.reference_db import Citing
from kzref.ui.context import Context
from kzref.ui.html import markup


def article_page(
    context: Context, instrument: Instrument, article: Article, chosen: Pinpoint
) -> str:
    """The whole article, the chosen unit tinted."""
    words, inks = context.words, context.inks
    whole = Pinpoint(key=instrument.key, article=article.article)
    title = context.text(article.title)
    parts = [
        markup.quiet(escape(context.text(instrument.title)), inks),
        f"<h1>{escape(context.cite(str(whole)))}</h1>",
        f"<p><b>{escape(title)}</b></p>" if title else "",
        _other_titles(context, article.title, title),
        f"<p>{markup.badge(words('layer.digest'), inks.warn, inks.warn_soft)} "
        f"{markup.quiet(escape(words('law.as_of', day=_day(context.as_of))), inks)}<br>"
        f"{_verified_line(context, article.provisions[0].verified)}</p>",
    ]
    parts += [
        _unit(context, instrument, article, provision, chosen) for provision in article.provisions
    ]
    view = context.desk.library
    hazards = [hazard for hazard in view.hazards if _touches(hazard, whole)]
    if hazards:
        parts.append(markup.heading(words("law.hazards")))
        parts += [hazard_card(context, hazard) for hazard in hazards]
    cited = context.desk.database.citing(str(whole))
    if cited:
        parts.append(markup.heading(words("law.cited_by")))
        parts.append(citing_list(context, cited))
    return markup.page("".join(parts), inks)


def _other_titles(context: Context, title: Text, shown: str) -> str:
    others = [text for text in (title.ru, title.kk) if text and text != shown]
    return "".join(f"<p>{markup.quiet(escape(text), context.inks)}</p>" for text in others)


def _unit(
    context: Context,
    instrument: Instrument,
    article: Article,
    provision: Provision,
    chosen: Pinpoint,
) -> str:
    words, inks = context.words, context.inks
    pinpoint = article.pinpoint(instrument.key, provision)
    version = provision.version(context.as_of)
    name = pinpoint.at or words("law.whole_article")
    if version is None:
        first = provision.versions[0].in_force_from
        gist = f"<i>{escape(_absence(context, provision))}</i>"
        if context.as_of > first:  # old law stays readable, under its dates
            last = provision.versions[-1]
            until = _until(last.in_force_until)
            period = f"{_day(last.in_force_from)} – {until}"
            gist += f" {markup.badge(period, inks.bad, inks.bad_soft)} "
            gist += escape(context.text(last.gist))
        details = ""
    else:
        gist = escape(context.text(version.gist))
        details = _version_line(context, provision, version.amended_by)
        if provision.verified != article.provisions[0].verified:
            details += " · " + _verified_line(context, provision.verified)
        if version.note:
            details += "<br>" + markup.badge(words("law.note"), inks.warn, inks.warn_soft)
            details += " " + markup.quiet(escape(context.text(version.note)), inks)
    others = len(provision.versions)
    history = ""
    if others > 1:
        history = " · " + escape(words("law.versions", count=others))
    indent = 0 if len(pinpoint.units) < 2 else 26  # noqa: PLR2004 - points stand under parts
    cites = ", ".join(markup.link(ref, context.cite(ref)) for ref in provision.cites)
    body = (
        f'<a name="{escape(pinpoint.at)}"></a>'
        f"<b>{markup.link(str(pinpoint), name)}</b> &nbsp;{gist}"
        f"<br>{markup.quiet(details + history, inks)}"
        + (f"<br>{markup.quiet('→ ', inks)}{cites}" if cites else "")
    )
    is_chosen = pinpoint == chosen and (bool(pinpoint.at) or others > 1)
    if is_chosen and others > 1:
        body += _history(context, provision)
    ground = inks.accent_soft if is_chosen else inks.paper
    edge = inks.accent if is_chosen else inks.line
    block = markup.card(body, inks, ground=ground, edge=edge)
    return f'<div style="margin-left:{indent}px">{block}</div>' if indent else block


def _absence(context: Context, provision: Provision) -> str:
    """Why there is no version on the chosen date."""
    first = provision.versions[0]
    if context.as_of >= first.in_force_from:
        return context.words("law.not_in_force", day=_day(context.as_of))
    if first.amended_by:
        day = _day(first.in_force_from)
        return context.words("law.came_with", first=day, law=first.amended_by)
    return context.words(
        "law.not_known_before", day=_day(context.as_of), first=_day(first.in_force_from)
    )


def _until(day: date | None) -> str:
    """The last day of a version whose `until` is the first day that is out."""
    return "" if day is None else _day(day - timedelta(days=1))


def _history(context: Context, provision: Provision) -> str:
    """Every known version of a unit, the newest first, the one on the chosen date marked."""
    words, inks = context.words, context.inks
    rows = ""
    for version in reversed(provision.versions):
        until = f"– {_until(version.in_force_until)}" if version.in_force_until else "→"
        now = version.is_in_force(context.as_of)
        mark = markup.badge(words("law.version_now"), inks.good, inks.good_soft) if now else ""
        law = f"№ {version.amended_by}" if version.amended_by else ""
        rows += (
            f'<tr><td width="170" style="white-space:nowrap"><b>{_day(version.in_force_from)} {until}</b><br>'
            f"{markup.quiet(escape(law), inks)} {mark}</td>"
            f"<td>{escape(context.text(version.gist))}</td></tr>"
        )
    return (
        f"<br><b>{escape(words('law.all_versions'))}</b>"
        f'<table cellpadding="5" width="100%">{rows}</table>'
    )


def _version_line(context: Context, provision: Provision, amended_by: str | None) -> str:
    words = context.words
    version = provision.version(context.as_of)
    if version is None:
        return ""
    text = words("law.in_force_from", day=_day(version.in_force_from))
    if version.in_force_until:
        text = words(
            "law.in_force_between",
            day=_day(version.in_force_from),
            until=_until(version.in_force_until),
        )
    law = context.desk.library.laws.get(amended_by or "")
    if law is not None:
        text += ", " + words("law.by_law", law=law.id, adopted=_day(law.adopted))
        if law.in_force.certainty is not Certainty.EXACT:
            text += " (" + words("law.day_reckoned") + ")"
    return escape(text)


def _verified_line(context: Context, verified: Verified | None) -> str:
    """Against which text a unit was checked, and when."""
    words, inks = context.words, context.inks
    if verified is None:
        return markup.badge(words("law.unverified"), inks.bad, inks.bad_soft)
    source = context.desk.library.sources.get(verified.against)
    against = context.text(source.what) if source else verified.against
    line = markup.quiet(escape(words("law.verified", day=_day(verified.on), against=against)), inks)
    if context.as_of > context.desk.library.verified_through:
        line += " " + markup.badge(words("law.past_horizon"), inks.warn, inks.warn_soft)
    return line


def _day(day: date | None) -> str:
    return "—" if day is None else f"{day:%d.%m.%Y}"


def _touches(hazard: Hazard, whole: Pinpoint) -> bool:
    name = str(whole)
    return any(cited == name or cited.startswith(f"{name}(") for cited in hazard.provisions)


def hazard_card(context: Context, hazard: Hazard) -> str:
    """A hazard with what is wrong and what to do about it."""
    words, inks = context.words, context.inks
    places = " · ".join(markup.link(place, context.cite(place)) for place in hazard.at)
    ink, ground = (inks.bad, inks.bad_soft) if hazard.critical else (inks.warn, inks.warn_soft)
    label = words("hazard.critical" if hazard.critical else "hazard.check")
    body = (
        f"{markup.badge(label, ink, ground)} {escape(context.text(hazard.fault))}"
        f"<br><b>{escape(context.text(hazard.treatment))}</b>"
        f"<br>{markup.quiet(hazard.id, inks)} {places}"
    )
    return markup.card(body, inks, edge=ink)


def citing_list(context: Context, cited: tuple[Citing, ...]) -> str:
    """Who cites a provision, by kind, each a link."""
    words = context.words
    groups: dict[str, list[str]] = {}
    for citing in cited:
        place = citing.id
        if citing.kind in {"recommendation", "checklist", "hazard", "parameter", "statistic",
                           "case", "event", "glossary", "scenario"}:  # fmt: skip
            place = f"{citing.kind}:{citing.id}"
        label = context.desk.title(citing.kind, citing.id, context.language)
        entry = markup.link(place, label)
        if entry not in groups.setdefault(citing.kind, []):
            groups[citing.kind].append(entry)
    rows = (
        f"<p><b>{escape(words('kind.' + kind))}</b><br>{' &nbsp;·&nbsp; '.join(entries)}</p>"
        for kind, entries in groups.items()
        if kind != "hazard"
    )
    return "".join(rows)


def currency_badge(context: Context, currency: Currency) -> str:
    """How far an answer may be relied on, in a word."""
    words, inks = context.words, context.inks
    ink, ground = {
        Currency.OK: (inks.good, inks.good_soft),
        Currency.AMBER: (inks.warn, inks.warn_soft),
        Currency.RED: (inks.bad, inks.bad_soft),
    }[currency]
    return markup.badge(words(f"currency.{currency.value}"), ink, ground)
