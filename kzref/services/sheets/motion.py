"""What a checklist found missing, as a motion or complaint with blanks: facts with their law, requests."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from kzref.model.pinpoint import Pinpoint
from kzref.model.practice import Checklist, ChecklistItem
from kzref.model.reference import parse_reference
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
from kzref.model.text import Text
from kzref.services.sheets.wording import Wording

NO = "no"
BLANK, PEN = "____", "_" * 14  # a blank in the data, and one that a pen can fill in


def motion_sheet(
    wording: Wording, checklist: Checklist, answers: Mapping[str, str], as_of: date
) -> Sheet:
    """The paper from the items answered no; `answers` are by item. Nobody is named on it.

    What no provision lets one ask for stands after the signature, as something to do oneself.
    """
    words, paper = wording.words, checklist.paper
    missing = [item for item in checklist.items if answers.get(item.id) == NO]
    argued = [item for item in missing if item.finding and item.request]
    addressee = wording.text(paper.addressee) if paper.addressee else words("motion.to")
    top = (addressee, *(words(f"motion.{line}") for line in ("from", "card", "client", "case")))
    title = wording.text(checklist.title)
    doubted = (paper.doubt, *(item.doubt for item in argued))
    doubts = dict.fromkeys(wording.text(doubt) for doubt in doubted if doubt)
    return wording.sheet(
        kicker=words("motion.kicker", title=title, day=as_of),
        title=wording.text(paper.title),
        above=(
            Paragraph(text=words("motion.check"), tone=Tone.CAUTION),
            *(Paragraph(text=one, tone=Tone.CAUTION) for one in doubts),
            Rows(
                layout=Layout.ADDRESS,
                rows=tuple(Row(label="", value=_with_room(line)) for line in top),
            ),
        ),
        blocks=(
            *(_paper(wording, argued, paper.basis) if argued else ()),
            *_to_do(wording, [item for item in missing if item not in argued]),
        ),
        fit=Fit.OVERLEAF,
    )


def _paper(
    wording: Wording, argued: Sequence[ChecklistItem], basis: tuple[str, ...]
) -> Iterator[Block]:
    words = wording.words
    yield Heading(text=words("motion.found"))
    yield _steps(
        (wording.text(item.finding or Text()), wording.cite(*item.provisions, *_treaties(item)))
        for item in argued
    )
    law = words("motion.under", law=wording.cite(*basis)) if basis else words("motion.therefore")
    yield Heading(text=law)
    requests = dict.fromkeys(wording.text(item.request or Text()) for item in argued)
    yield _steps((request, "") for request in requests)
    yield Paragraph(text=_with_room(words("motion.annexes")))
    yield Signature(fields=(words("motion.signature"), words("paper.date")))


def _to_do(wording: Wording, items: Sequence[ChecklistItem]) -> Iterator[Block]:
    if not items:
        return
    words = wording.words
    yield Heading(text=words("motion.left"))
    yield _steps(
        (
            f"{wording.text(item.text)} — {words('answer.no')}. {wording.text(item.ask)}",
            wording.cite(*item.provisions),
        )
        for item in items
    )


def _steps(said: Iterable[tuple[str, str]]) -> Rows:
    """What is said with its law, numbered from 1."""
    rows = (
        Row(label=str(number), value=_with_room(value), reference=law)
        for number, (value, law) in enumerate(said, 1)
    )
    return Rows(layout=Layout.STEPS, rows=tuple(rows))


def _with_room(text: str) -> str:
    """The text with blanks that a pen can fill in."""
    return text.replace(BLANK, PEN)


def _treaties(item: ChecklistItem) -> Iterator[str]:
    """The standards that bind: what a document says of them is no law."""
    return (one for one in item.standard if isinstance(parse_reference(one), Pinpoint))
