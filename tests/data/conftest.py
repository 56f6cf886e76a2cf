"""The data as the compiler reads it, and the sources they were drawn from."""

from pathlib import Path

import pytest

from kzref.compiler.loader import load
from kzref.model.edition import Edition
from tests.conftest import ROOT
from tests.data.source_text import SourceTexts, source_texts


@pytest.fixture(scope="session")
def edition() -> Edition:
    """Everything that stands in `data/`; a file with a fault would be left out unseen."""
    read, folder = load(ROOT / "data")
    assert not [fault for fault in folder.faults if fault.file.startswith("data/")]
    return read


@pytest.fixture(scope="session")
def texts(shared: Path) -> SourceTexts:
    """The five source documents, cut into anchors."""
    return source_texts(shared)
