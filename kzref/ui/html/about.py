"""What this edition is, against which texts it was checked, and how to use the window."""

from html import escape

from kzref import __version__
from kzref.services.cards import Report
from kzref.ui.context import Context
from kzref.ui.html import markup

KEYS = ("search", "find", "tabs", "back", "language", "theme", "zoom", "as_of")


def about_page(context: Context, report: Report | None) -> str:
    """The page of Help and About; `report` tells how the lawyers' cards came out."""
    words, inks, desk = context.words, context.inks, context.desk
    parts = [
        f"<h1>kzref {__version__}</h1><p>{escape(words('about.what'))}</p>",
        markup.card(escape(words("about.disclaimer")), inks, ground=inks.warn_soft, edge=inks.warn),
        markup.heading(words("about.help")),
        "<ul>" + "".join(f"<li>{escape(words(f'about.key.{key}'))}</li>" for key in KEYS) + "</ul>",
        markup.heading(words("about.edition")),
        f"<p>{escape(words('about.edition_line', edition=desk.database.meta['edition'], day=desk.library.verified_through))}</p>",
        f"<p>{_cards(context, report)}</p>",
        "<p>" + "<br>".join(
            f"{escape(words(f'kind.{kind}'))}: <b>{count}</b>"
            for kind, count in desk.counts.items()
            if words.knows(f"kind.{kind}")
        ) + "</p>",
        f"<p>{markup.quiet(escape(words('about.hash')), inks)}<br><code>{desk.database.sha256}</code></p>",
        markup.heading(words("about.sources")),
        "<ul>" + "".join(
            f"<li>{escape(context.text(source.what))}</li>" for source in desk.library.sources.values()
        ) + "</ul>",
        markup.heading(words("about.private")),
        f"<p>{escape(words('about.private_line'))}</p>",
    ]  # fmt: skip
    return markup.page("".join(parts), inks)


def _cards(context: Context, report: Report | None) -> str:
    words, inks = context.words, context.inks
    if report is None:
        return markup.quiet(escape(words("about.cards_running")), inks)
    total = report.passed + len(report.failures)
    line = escape(words("about.cards", passed=report.passed, total=total))
    if not report.failures:
        return f"{markup.badge('✓', inks.good, inks.good_soft)} {line}"
    failing = "".join(
        f"<li>{escape(f'{one.card.id}: {one.found}')}</li>" for one in report.failures
    )
    return f"{markup.badge('✗', inks.bad, inks.bad_soft)} {line}<ul>{failing}</ul>"
