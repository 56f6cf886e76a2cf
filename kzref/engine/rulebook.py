"""The dated law that calculators read: parameters, lists, days off, substances, amending laws."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kzref.model.calendar import WorkCalendar
from kzref.model.dated_list import DatedList
from kzref.model.law import AmendingLaw
from kzref.model.parameter import Parameter
from kzref.model.substance import SizeRule, Substance


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """Everything of the law that a calculator may ask for; the long table of substances only when one does."""

    parameters: Mapping[str, Parameter]
    laws: Mapping[str, AmendingLaw]
    calendar: WorkCalendar
    lists: Mapping[str, DatedList] = field(default_factory=dict)
    substances: Callable[[], tuple[Substance, ...]] = tuple
    size_rules: tuple[SizeRule, ...] = ()
