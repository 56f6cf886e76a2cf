"""Gathers all that is shown of an article: its day, columns, hazards, warnings, the reader's notes."""

from datetime import date

from kzref.model.law import Currency
from kzref.model.message import Message
from kzref.model.pinpoint import Pinpoint
from kzref.services.law.columns import Column, in_columns
from kzref.services.law.library import ProvisionView
from kzref.ui.context import Context
from kzref.ui.html.article import ArticleView
from kzref.ui.html.units import begins_later
from kzref.ui.html.versions import day_of


def article_view(
    context: Context,
    found: ProvisionView,
    chosen: Pinpoint,
    columns: tuple[Column, ...],
    *,
    beside: bool = False,
) -> ArticleView:
    """The article of a provision on the context's day, with one of its units chosen.

    `beside`: a margin beside it tells the hazards of the chosen unit.
    """
    desk, whole = context.desk, Pinpoint(key=found.instrument.key, article=found.article.article)
    return ArticleView(
        instrument=found.instrument,
        article=found.article,
        chosen=chosen,
        columns=in_columns(
            desk.own_library, found.instrument, found.article, context.as_of, columns
        ),
        hazards=desk.library.hazards_on(whole),
        warnings=_before_the_act(context, found)
        + tuple(
            context.words.say(one)
            for one in (
                *_nothing_there(context, found, chosen),
                *desk.library.announced(whole, context.as_of),
                *desk.currency_guard.warnings(whole),
            )
        ),
        margin=_notes(context, whole),
        beside=beside,
    )


def day_said(context: Context, found: ProvisionView | None, compared: date | None) -> str:
    """The day of the law where it is not today, or the two that are compared, and how sure the text is.

    That the day lies after the edition was checked, and that the text is not checked at all or a
    known change of it has come, is said here, too: the head of the article may be scrolled away.
    """
    words, day = context.words, day_of(context.as_of)
    said = []
    if compared is not None:
        said.append(f"{day_of(compared)} → {day}")
    elif not context.is_as_of_today:
        said.append(words("place.as_of", day=day))
    currency = found.currency if found is not None else Currency.OK
    if currency is Currency.RED:
        said.append(words("currency.red"))
    elif currency is Currency.AMBER and said:
        said.append(words("law.past_horizon"))
    return " · ".join(said)


def _before_the_act(context: Context, found: ProvisionView) -> tuple[str, ...]:
    """That the act was not yet in force on the chosen day."""
    act = found.instrument
    if act.in_force_from is None or not begins_later(act, context.as_of):
        return ()
    first, day = day_of(act.in_force_from), day_of(context.as_of)
    return (context.words("law.act_since", first=first, day=day),)


def _nothing_there(context: Context, found: ProvisionView, chosen: Pinpoint) -> tuple[Message, ...]:
    """That the edition has nothing of the unit that was asked for, only of what is around it."""
    if chosen.units == found.pinpoint.units:
        return ()
    return (Message("citation.not_in_edition", {"citation": context.cite(str(chosen))}),)


def _notes(context: Context, whole: Pinpoint) -> dict[str, str]:
    """The reader's own notes and bookmarks, by unit."""
    from kzref.ui.html.notes import margin_note  # noqa: PLC0415 - when there is a note

    held = context.notebook.notes.under(str(whole))
    return {Pinpoint.parse(place).at: margin_note(context, notes) for place, notes in held.items()}
