"""What the reader has selected, on paper, with the place it is from."""

from datetime import date

from kzref.model.sheet import Block, Paragraph, Sheet, Tone
from kzref.services.sheets.wording import Wording


def selection_sheet(wording: Wording, title: str, text: str, as_of: date) -> Sheet:
    """The selected lines, a paragraph each."""
    words = wording.words
    lines = (line.strip() for line in text.splitlines())
    blocks: tuple[Block, ...] = (
        Paragraph(text=words("paper.layer"), tone=Tone.CAUTION),
        *(Paragraph(text=line) for line in lines if line),
        Paragraph(text=wording.currency(), tone=Tone.QUIET),
    )
    return wording.sheet(kicker=words("calc.law_of", day=as_of), title=title, blocks=blocks)
