"""A workshop situation in two languages: the same passages in facing columns."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import TypeAlias

from kzref.model.practice import Scenario
from kzref.model.sheet import (
    Block,
    Fit,
    Heading,
    Layout,
    Paragraph,
    Row,
    Rows,
    Sheet,
    Signature,
    Tone,
)
from kzref.services.sheets.scenario import LINES, authorities, law_heading
from kzref.services.sheets.wording import Wording

Pair: TypeAlias = tuple[Wording, Wording]


def facing_sheet(pair: Pair, scenario: Scenario, as_of: date, *, with_answer: bool) -> Sheet:
    """The handout with the first language on the left and the second on the right."""
    left, right = pair
    blocks: list[Block] = [
        _passage(pair, "facts", lambda wording: wording.text(scenario.facts)),
        _passage(pair, "question", lambda wording: wording.text(scenario.question)),
    ]
    if with_answer:
        blocks.append(_passage(pair, "answer", lambda wording: wording.text(scenario.answer)))
        blocks.append(
            Rows(
                layout=Layout.FACING,
                head=_both(pair, lambda wording: law_heading(wording, scenario, as_of)),
                rows=tuple(_law(pair, scenario, as_of)),
            )
        )
    else:
        own = _both(pair, lambda wording: wording.words("paper.scenario.own"))
        blocks.append(Heading(text=" · ".join(own)))
        blocks += [Signature(fields=("",))] * LINES
    kickers = _both(pair, lambda wording: wording.words("paper.scenario"))
    titles = _both(pair, lambda wording: wording.text(scenario.title))
    kicker = " / ".join(kickers)
    sheet = left.sheet(kicker=kicker, title=titles[0], blocks=tuple(blocks), fit=Fit.OVERLEAF)
    small = Paragraph(text=right.small_print(), tone=Tone.QUIET)  # after that of the first language
    return replace(sheet, title=" / ".join(titles), blocks=(*sheet.blocks, small))


def _passage(pair: Pair, name: str, text: Callable[[Wording], str]) -> Rows:
    """One passage under its name in each language."""
    left, right = (one.split("\n") for one in _both(pair, text))
    return Rows(
        layout=Layout.FACING,
        head=_both(pair, lambda wording: wording.words(f"paper.scenario.{name}")),
        rows=tuple(Row(label=a, value=b) for a, b in zip_longest(left, right, fillvalue="")),
    )


def _law(pair: Pair, scenario: Scenario, as_of: date) -> Iterator[Row]:
    """Every authority in both languages: the order is that of the law, whatever the language."""
    columns = [authorities(wording, scenario, as_of) for wording in pair]
    for left, right in zip(*columns, strict=True):
        yield Row(label=_said(left), value=_said(right))


def _said(row: Row) -> str:
    said = f"{row.label}: {row.value}" if row.value else row.label
    return said[:1].upper() + said[1:]


def _both(pair: Pair, say: Callable[[Wording], str]) -> tuple[str, str]:
    left, right = pair
    return say(left), say(right)
