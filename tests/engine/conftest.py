"""The law that calculators read."""

import pytest

from kzref.engine.rulebook import Rulebook
from tests.engine.law import read_law


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The real law from `data/`."""
    return read_law()
