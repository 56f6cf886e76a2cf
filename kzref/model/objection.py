"""What defence counsel can say aloud in one breath, with the provision that carries it."""

from datetime import date

from msgspec import Struct

from kzref.model.practice import Condition
from kzref.model.text import Text


class Objection(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A short sentence of law for the lectern; it claims nothing about the case itself.

    `provisions` carry it, the first one foremost. It is offered with `calculators`, first of all
    when one of `duties` (ids of their milestones, or beginnings of such ids) was breached.
    `in_force_from` is the day from which all of the sentence is the law.
    """

    id: str
    say: Text
    provisions: tuple[str, ...]
    calculators: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    only_if: Condition | None = None
    in_force_from: date
