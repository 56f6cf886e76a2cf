"""The dated law that calculators read: parameters, lists, days off, substances, amending laws."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kzref.model.calendar import WorkCalendar
from kzref.model.dated_list import DatedList
from kzref.model.law import AmendingLaw
from kzref.model.parameter import Parameter
from kzref.model.substance import SizeRule, Substance


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """Everything of the law that a calculator may ask for."""

    parameters: Mapping[str, Parameter]
    laws: Mapping[str, AmendingLaw]
    calendar: WorkCalendar
    lists: Mapping[str, DatedList] = field(default_factory=dict)
    substances: tuple[Substance, ...] = ()
    size_rules: tuple[SizeRule, ...] = ()
