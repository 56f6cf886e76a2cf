"""Rows of tables: a row whose cells hold one line each is one paragraph, as `1. | 12 | 15,45`.

Pages are also laid out with tables: a cell that holds several paragraphs is no cell of a table.
"""

from collections.abc import Sequence
from typing import Final

from kzref.model.own_text import ReadParagraph

BETWEEN: Final = " | "
_LONGEST_CELL: Final = 2000  # characters


def as_row(cells: Sequence[Sequence[ReadParagraph]]) -> list[ReadParagraph]:
    """The paragraphs of a row: one for a row of a table, as they are for a laid-out page."""
    filled = [cell for cell in cells if cell]
    is_lone = len(filled) == 1 and any(map(str.isalpha, filled[0][0].text))  # words set to one side
    if not filled or is_lone or any(_is_page(cell) for cell in filled):
        return [paragraph for cell in cells for paragraph in cell]
    first = filled[0][0]
    text = BETWEEN.join(cell[0].text if cell else "" for cell in cells)
    return [ReadParagraph(text=text.strip(" |"), line=first.line, page=first.page, is_row=True)]


def _is_page(cell: Sequence[ReadParagraph]) -> bool:
    return len(cell) > 1 or len(cell[0].text) > _LONGEST_CELL
