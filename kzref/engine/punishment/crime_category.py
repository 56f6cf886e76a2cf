"""The category of a criminal offence by the longest imprisonment of its sanction: CC 10, 11."""

from decimal import Decimal

from kzref.engine.draft import Draft

MISDEMEANOUR = "misdemeanour"
CRIMES = ("minor", "medium", "grave", "especially-grave")
"""The categories of crimes, the lightest first."""


def category_of(draft: Draft, years: Decimal, *, life: bool = False) -> str:
    """The category of an intentional offence.

    Args:
        draft: takes the bounds of the categories; they have been the same since 2015.
        years: the longest imprisonment of the sanction; 0 where it has none.
        life: whether the sanction offers life imprisonment.
    """
    if life:
        return "especially-grave"
    if years == 0:
        return MISDEMEANOUR
    for category in ("minor", "medium", "grave"):
        if years <= draft.take(f"category.{category}"):
            return category
    return "especially-grave"
