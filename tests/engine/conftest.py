"""The real law from `data/`, read once."""

from pathlib import Path

import pytest

from kzref.compiler.loader import DataFolder
from kzref.engine.rulebook import Rulebook
from kzref.model.calendar import WorkCalendar
from kzref.model.law import AmendingLaw
from kzref.model.parameter import Parameter

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The law that calculators read; only the parts that they need, so that tests start fast."""
    folder = DataFolder(DATA)
    parameters = folder.whole("parameters/**/*.yaml", Parameter, lambda one: one.id)
    laws = folder.listed("laws.yaml", "laws", AmendingLaw, lambda one: one.id)
    calendars = folder.whole("calendars/kz.yaml", WorkCalendar, lambda _one: "kz")
    mine = [
        fault for fault in folder.faults if "/parameters/" in fault.file or "laws" in fault.file
    ]
    assert not mine, "\n".join(map(str, mine))
    return Rulebook(
        parameters={one.id: one for one in parameters},
        laws={one.id: one for one in laws},
        calendar=calendars[0],
    )
