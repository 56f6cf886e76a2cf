"""The history of a place in words: short labels for the strip, and the whole for a screen reader."""

from datetime import date

from kzref.services.law.history import History, Turn
from kzref.ui.context import Context
from kzref.ui.html.versions import day_of


def labels(history: History) -> dict[date, str]:
    """What stands over each turn on the strip."""
    return {
        turn.day: f"{day_of(turn.day)}" + (f" № {', '.join(turn.laws)}" if turn.laws else "")
        for turn in history.turns
    }


def name(context: Context, history: History) -> str:
    """What the strip is."""
    return context.words("reading.history", place=context.cite(str(history.place)))


def description(context: Context, history: History) -> str:
    """All that the strip shows, a line for each turn."""
    words = context.words
    lines = [_turn(context, turn) for turn in history.turns]
    lines += [words("reading.history.redaction", day=day_of(day)) for day in history.redactions]
    lines += [
        words("reading.history.unsettled", first=day_of(first), last=day_of(last))
        for first, last in history.unsettled
    ]
    chosen, today = day_of(context.as_of), day_of(context.today)
    lines.append(words("reading.history.chosen", day=chosen, today=today))
    return "\n".join(lines)


def _turn(context: Context, turn: Turn) -> str:
    words, day = context.words, day_of(turn.day)
    laws = ", ".join(words("reading.history.law", law=law) for law in turn.laws)
    if turn.is_noted:
        text = words("reading.history.noted", day=day, laws=laws)
    elif turn.doubt is not None:
        first, last = (day_of(one) for one in turn.doubt)
        text = words("reading.history.doubt", day=day, laws=laws, first=first, last=last)
    elif turn.laws:
        text = words("reading.history.turn", day=day, laws=laws)
    elif turn.is_end:
        text = words("reading.history.end", day=day)
    else:
        text = words("reading.history.known", day=day)
    if turn.day > context.today:
        text += f" ({words('reading.history.future', day=day)})"
    return text
