"""The data as the compiler reads it."""

import pytest

from kzref.compiler.loader import load
from kzref.model.edition import Edition
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def edition() -> Edition:
    """Everything that stands in `data/`; a file with a fault would be left out unseen."""
    read, folder = load(ROOT / "data")
    assert not [fault for fault in folder.faults if fault.file.startswith("data/")]
    return read
