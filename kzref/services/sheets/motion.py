"""What a checklist found missing, as the draft of a motion: numbered, each point with its law."""

from collections.abc import Mapping
from datetime import date

from kzref.model.practice import Checklist
from kzref.model.sheet import (
    Block,
    Heading,
    Layout,
    Paragraph,
    Row,
    Rows,
    Sheet,
    Signature,
    Tone,
)
from kzref.services.sheets.wording import Wording

NO = "no"


def motion_sheet(
    wording: Wording, checklist: Checklist, answers: Mapping[str, str], as_of: date
) -> Sheet:
    """The draft from the items answered no; `answers` are by item. Nobody is named on it."""
    words = wording.words
    missing = [item for item in checklist.items if answers.get(item.id) == NO]
    found = tuple(
        Row(
            label=str(number),
            value=f"{wording.text(item.text)} — {words('answer.no')}.",
            reference=wording.cite(*item.standard),
        )
        for number, item in enumerate(missing, 1)
    )
    asked = tuple(
        Row(
            label=str(number),
            value=wording.text(item.ask),
            reference=wording.cite(*item.provisions),
        )
        for number, item in enumerate(missing, 1)
    )
    blocks: tuple[Block, ...] = (
        Signature(fields=(words("motion.to"), words("motion.from"))),
        Paragraph(text=words("motion.check"), tone=Tone.CAUTION),
        Heading(text=words("motion.found")),
        Rows(layout=Layout.STEPS, rows=found),
        Heading(text=words("motion.asked")),
        Rows(layout=Layout.STEPS, rows=asked),
        Signature(fields=(words("paper.signature"), words("paper.date"))),
    )
    title = wording.text(checklist.title)
    return wording.sheet(
        kicker=words("motion.kicker", title=title, day=as_of),
        title=words("motion.title"),
        blocks=blocks,
    )
