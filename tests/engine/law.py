"""The real law from `data/`, read once: only the parts that calculators need."""

from functools import cache
from pathlib import Path

from kzref.compiler.loader import DataFolder
from kzref.engine.rulebook import Rulebook
from kzref.model.calendar import WorkCalendar
from kzref.model.dated_list import DatedList
from kzref.model.law import AmendingLaw
from kzref.model.parameter import Parameter
from kzref.model.substance import SizeRule, Substance

DATA = Path(__file__).resolve().parents[2] / "data"


@cache
def read_law() -> Rulebook:
    """The rulebook of the data in this checkout."""
    folder = DataFolder(DATA)
    parameters = folder.whole("parameters/**/*.yaml", Parameter, lambda one: one.id)
    laws = folder.listed("laws.yaml", "laws", AmendingLaw, lambda one: one.id)
    lists = folder.whole("lists/**/*.yaml", DatedList, lambda one: one.id)
    calendars = folder.whole("calendars/kz.yaml", WorkCalendar, lambda _one: "kz")
    rows = folder.listed("drugs/table-*.yaml", "substances", Substance, lambda one: one.id)
    rulebook = Rulebook(
        parameters={one.id: one for one in parameters},
        laws={one.id: one for one in laws},
        calendar=calendars[0],
        lists={one.id: one for one in lists},
        substances=lambda: rows,
        size_rules=folder.listed("drugs/rules.yaml", "rules", SizeRule, lambda one: one.id),
    )
    assert not folder.faults, "\n".join(map(str, folder.faults))
    return rulebook
