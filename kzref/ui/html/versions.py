"""Since when and by which law: said once for an article, and at a unit only where it differs."""

from collections import Counter
from datetime import date, timedelta

from kzref.model.law import Certainty, Verified, Version
from kzref.services.law.columns import Columns
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape

Facts = tuple[date, date | None, str | None]
"""First day in force, first day out of it, the law that made the version."""


def facts(version: Version) -> Facts:
    """What is told of a version."""
    return version.in_force_from, version.in_force_until, version.amended_by


def usual_version(columns: Columns) -> Version | None:
    """The version whose facts most units share; the first of them where several do."""
    versions = [row.version for row in columns.rows if row.version is not None]
    if not versions:
        return None
    ((most, _count),) = Counter(map(facts, versions)).most_common(1)
    return next(one for one in versions if facts(one) == most)


def usual_line(context: Context, columns: Columns) -> str:
    """What holds for every unit that says nothing else; empty where no version is known."""
    usual = usual_version(columns)
    if usual is None:
        return ""
    line = version_line(context, usual)
    known = {facts(row.version) for row in columns.rows if row.version is not None}
    if len(known) > 1:
        line = context.words("type.unless_said", version=line)
    return markup.quiet(escape(line), context.inks)


def version_line(context: Context, version: Version) -> str:
    """From when to when a version is in force, and by which law."""
    words = context.words
    text = words("law.in_force_from", day=day_of(version.in_force_from))
    if version.in_force_until:
        text = words(
            "law.in_force_between",
            day=day_of(version.in_force_from),
            until=last_day(version.in_force_until),
        )
    law = context.desk.library.laws.get(version.amended_by or "")
    if law is not None:
        text += ", " + words("law.by_law", law=law.id, adopted=day_of(law.adopted))
        if law.in_force.certainty is not Certainty.EXACT:
            text += " (" + words("law.day_reckoned") + ")"
    return text


def verified_line(context: Context, verified: Verified | None) -> str:
    """Against which text a unit was checked, and when."""
    words, inks = context.words, context.inks
    if verified is None:
        return markup.badge(words("law.unverified"), inks.bad, inks.bad_soft)
    source = context.desk.library.sources.get(verified.against)
    against = context.text(source.what) if source else verified.against
    said = words("law.verified", day=day_of(verified.on), against=against)
    line = markup.quiet(escape(said), inks)
    if context.as_of > context.desk.library.verified_through:
        line += " " + markup.badge(words("law.past_horizon"), inks.warn, inks.warn_soft)
    return line


def last_day(until: date | None) -> str:
    """The last day of a version whose `until` is the first day that is out."""
    return "" if until is None else day_of(until - timedelta(days=1))


def day_of(day: date | None) -> str:
    """A day in figures; a dash where it is not known."""
    return "—" if day is None else f"{day:%d.%m.%Y}"
