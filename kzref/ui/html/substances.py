"""Sizes of drugs: the table of the decree, with the rules around it first."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from kzref.model.language import Language
from kzref.model.substance import SizeRange, SizeRule, Substance
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.listed import anchor, at, long_table

SHARES = {"substance": 30, "small": 19, "large": 20, "especially-large": 20, "unit": 11}
"""Per cent of the width for each column of the table of drugs: names are the longest words."""


def substances(context: Context) -> Iterator[str]:
    """The size table, with the rules around it first."""
    words = context.words
    rules = "".join(
        markup.item(escape(context.text(rule.text)))
        for rule in context.desk.database.values(SizeRule)
    )
    head = "".join(
        f'<td width="{share}%"><b>{escape(words(f"size.{name}"))}</b></td>'
        for name, share in SHARES.items()
    )
    yield f"<p>{at(context, 'Decree-470')}</p><ul>{rules}</ul>"
    rows = (_substance(context, one) for one in context.desk.database.values(Substance))
    yield from long_table('cellpadding="4" width="99%"', chain((f"<tr>{head}</tr>",), rows))


def _substance(context: Context, one: Substance) -> str:
    state = f" ({context.words(f'size.{one.state}')})" if one.state else ""
    names = "; ".join(dict.fromkeys((*one.names.ru[:1], *one.names.kk[:1], *one.names.en[:1])))
    note = markup.quiet(escape(context.text(one.note)), context.inks) if one.note else ""
    written = (
        f"{anchor(one.id)}{escape(names + state)} {note}",
        *(escape(_range(context, size)) for size in (one.small, one.large, one.especially_large)),
        escape(_unit_of(context, one)),
    )
    cells = "".join(
        f'<td width="{share}%">{cell}</td>'
        for share, cell in zip(SHARES.values(), written, strict=True)
    )
    return f"<tr>{cells}</tr>"


def _unit_of(context: Context, one: Substance) -> str:
    key = f"choice.unit.{one.unit}"
    return context.words(key) if context.words.knows(key) else one.unit


def _amount(context: Context, number: Decimal | None) -> str:
    """As the table has it, with the comma of the language; thousands are not parted."""
    plain = f"{number:f}" if number is not None else ""
    return plain if context.language is Language.EN else plain.replace(".", ",")


def _range(context: Context, size: SizeRange) -> str:
    words = context.words
    if size.min is None and size.max is None:
        return "—"
    if size.max is None:
        return words("size.over", amount=_amount(context, size.min))
    if not size.min:
        return words("size.up_to", amount=_amount(context, size.max))
    return words("size.between", least=_amount(context, size.min), most=_amount(context, size.max))
