"""Which of the digested documents a text is: its places must all be found, with the digests' figures."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from kzref.model.document import Paragraph
from kzref.model.own_text import Outline, ReadParagraph, Structure

_FIGURE: Final = re.compile(r"\d{2,}")
_FOUND: Final = 0.95  # of the places of its digests
_FIGURES: Final = 0.6  # of the figures in the digests stand in the text of the same place


def guess_document(
    paragraphs: Sequence[ReadParagraph],
    outlines: Mapping[str, tuple[Outline, ...]],
    digests: Mapping[str, Mapping[tuple[str, str], Paragraph]],
) -> str | None:
    """The id of the document that a text is, or None when none fits, or two do.

    `digests` holds, for each document, its paragraphs by section and number.
    """
    from kzref.readers.document_structure import structure_document  # noqa: PLC0415 - as needed

    fitting = [
        document
        for document, outline in outlines.items()
        if _fits(structure_document(paragraphs, outline, document), outline, digests[document])
    ]
    return fitting[0] if len(fitting) == 1 else None


def _fits(
    structure: Structure,
    outline: tuple[Outline, ...],
    digests: Mapping[tuple[str, str], Paragraph],
) -> bool:
    texts: dict[tuple[str, str], str] = {}
    for unit in structure.units:
        place = (unit.holder, unit.at)
        texts[place] = f"{texts.get(place, '')} {unit.text}"
    wanted = [(section.id, number) for section in outline for number in section.numbers]
    found = sum(place in texts for place in wanted)
    if not wanted or found < _FOUND * len(wanted):
        return False
    figures = shared = 0
    for place, paragraph in digests.items():
        printed = set(_FIGURE.findall(texts.get(place, "")))
        said = set(_FIGURE.findall(paragraph.digest.en or ""))
        figures += len(said)
        shared += len(said & printed)
    return shared >= _FIGURES * max(figures, 1)
