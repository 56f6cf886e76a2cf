"""A sample of `make soak`: files changed at random are read or refused, whole and soon."""

import pytest

from kzref.readers.act_structure import structure_act
from tests import soak


@pytest.mark.parametrize("seed", range(4))
def test_files_changed_at_random_are_read_or_refused(seed: int) -> None:
    assert soak.run(5.0, seed) == []


def test_the_soak_notices_what_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soak, "structure_act", lambda read: structure_act(read[1:]))
    assert soak.fault(soak.samples()[0]).endswith("units of the act")
