"""A reference of the data: a pinpoint in an act or a place in a document."""

from typing import TypeAlias

from kzref.model.document import Place
from kzref.model.pinpoint import Pinpoint

Citable: TypeAlias = Pinpoint | Place


def parse_reference(text: str) -> Citable:
    """Read the spelling used in data, of an act or of a document.

    Raises:
        ValueError: the text is in neither spelling.
    """
    try:
        return Place.parse(text)
    except ValueError:
        return Pinpoint.parse(text)
