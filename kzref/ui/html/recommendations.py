"""Recommendations: a list that was filtered, or one of them in full."""

from collections.abc import Iterator

from kzref.model.records import Recommendation, Status, Tie
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.listed import links

REST = "rest:"
"""Where the link leads that shows what a long list has left out."""


def list_page(
    context: Context,
    asked: tuple[Recommendation, ...],
    total: int,
    chosen: str,
    most: int,
    *,
    is_wide: bool = False,
) -> Iterator[str]:
    """The recommendations that passed the filter, with their number; the first `most` in full.

    On a wide page what became of each stands beside it, and not below.
    """

    def pieces() -> Iterator[str]:
        words = context.words
        count = words("recommendation.count", shown=len(asked), total=total)
        yield f"<p><b>{escape(count)}</b></p>"
        if not asked:
            yield f"<p>{escape(words('screens.recommendations.none', button=words('filter.clear')))}</p>"
        for one in asked[:most]:
            yield _card(context, one, is_chosen=one.id == chosen, is_wide=is_wide)
        if len(asked) > most:
            rest = words("list.rest", count=len(asked) - most)
            yield f"<p><b>{markup.link(REST, rest)}</b></p>"

    return markup.parts(pieces(), context.inks)


def _card(context: Context, asked: Recommendation, *, is_chosen: bool, is_wide: bool) -> str:
    words, inks = context.words, context.inks
    is_un = asked.body.value != "ngo"
    body_badge = markup.badge(
        words(f"body.{asked.body.value}"),
        inks.on_accent if is_un else inks.accent,
        inks.accent if is_un else inks.accent_soft,
    )
    addressees = ", ".join(words(f"addressee.{one}") for one in asked.addressee)
    articles = ", ".join(
        markup.link(f"ICCPR {article}", context.cite(f"ICCPR {article}")) for article in asked.iccpr
    )
    if asked.groups:
        addressees += " · " + ", ".join(words(f"group.{one.value}") for one in asked.groups)
    year = f" · {asked.year}" if asked.year else ""
    meta = (
        f"{escape(asked.id)}{year} · {escape(addressees)} · {escape(context.desk.topic(asked.topic, context.language))}"
        f" · {articles} · {markup.link(asked.at, context.cite(asked.at))}"
    )
    if asked.page:
        meta += f" · {escape(words('document.page', page=asked.page))}"
    provisions = _provisions(context, asked)
    assessment = _status(context, asked.assessment.status) + " "
    if asked.assessment.note:
        assessment += escape(context.text(asked.assessment.note))
    since = "".join(
        f"<br>{_status(context, one.status)} <b>{escape(context.words.dated(one.on))}</b> {escape(context.text(one.note))} "
        + links(context, one.references)
        for one in asked.since
    ) or " " + markup.quiet(escape(words("recommendation.since_unknown")), inks)
    gist = (
        f'<a name="{asked.id}"></a>{body_badge} &nbsp;<b>{escape(context.text(asked.gist))}</b>'
        f"<br>{markup.quiet(meta, inks)}"
    )
    fate = (
        f"{markup.quiet(escape(words('recommendation.assessment')), inks)} {assessment}"
        f"<br>{markup.quiet(escape(words('recommendation.since')), inks)}{since}"
    )
    law = "".join(f"<br>{line}" for line in provisions)
    body = markup.beside(gist + law, fate) if is_wide else f"{gist}<br>{fate}{law}"
    ground = inks.accent_soft if is_chosen else inks.paper
    return markup.card(body, inks, ground=ground, edge=inks.accent if is_un else inks.line)


def _provisions(context: Context, asked: Recommendation) -> Iterator[str]:
    """The law that it asks to change, and the law that it concerns: a line for each."""
    for tie in (Tie.CHANGE, Tie.CONCERNS):
        references = [ref for ref in asked.provisions if tie in asked.ties(ref)]
        if references:
            said = markup.quiet(f"→ {escape(context.words(f'tie.{tie.value}'))}:", context.inks)
            yield f"{said} {links(context, references)}"


def _status(context: Context, status: Status) -> str:
    inks = context.inks
    ink, ground = {
        Status.DONE: (inks.good, inks.good_soft),
        Status.PARTLY: (inks.warn, inks.warn_soft),
        Status.NOT_DONE: (inks.bad, inks.bad_soft),
        Status.UNCLEAR: (inks.warn, inks.warn_soft),
        Status.NOT_ASSESSED: (inks.quiet, inks.desk),
    }[status]
    return markup.badge(context.words(f"status.{status.value}"), ink, ground)
