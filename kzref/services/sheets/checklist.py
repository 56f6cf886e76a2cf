"""A checklist on paper: each question with its boxes, what to do when the answer is no, and the law."""

from collections.abc import Mapping

from kzref.model.practice import Checklist, ChecklistItem
from kzref.model.sheet import Layout, Paragraph, Row, Rows, Sheet, Signature, Tone
from kzref.services.sheets.wording import Wording

ANSWERS = ("yes", "no", "unknown")
_JOINED = "\N{NO-BREAK SPACE}"  # a box and its word stand in one line


def checklist_sheet(
    wording: Wording, checklist: Checklist, answers: Mapping[str, str] | None = None
) -> Sheet:
    """The list with empty boxes, or with those ticked that `answers` names by item."""
    words, given = wording.words, answers or {}
    rows = tuple(
        _row(wording, number, item, given.get(item.id, ""))
        for number, item in enumerate(checklist.items, 1)
    )
    head = tuple(words(f"paper.column.{name}") for name in ("check", "ask", "law"))
    return wording.sheet(
        kicker=words("paper.checklist"),
        title=wording.text(checklist.title),
        blocks=(
            Paragraph(text=wording.text(checklist.intro), tone=Tone.QUIET),
            Rows(layout=Layout.BOXES, rows=rows, head=head),
            Signature(fields=(words("paper.signature"), words("paper.date"))),
        ),
    )


def _row(wording: Wording, number: int, item: ChecklistItem, answer: str) -> Row:
    words = wording.words
    condition = f" ({words(f'condition.{item.only_if.value}')})" if item.only_if else ""
    boxes = f"{_JOINED} ".join(
        f"{'☒' if one == answer else '☐'} {words(f'answer.{one}')}".replace(" ", _JOINED)
        for one in ANSWERS
    )
    return Row(
        label=f"{number}. {wording.text(item.text)}{condition}",
        value=boxes,
        detail=wording.text(item.ask),
        reference=wording.cite(*item.provisions, *item.standard),
    )
