"""What all tests share: no network, no real home, one compiled bundle."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from kzref.paths import PACKAGE, database
from kzref.services.desk import Desk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = PACKAGE.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def _no_real_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a test writes reaches the user's own folder."""
    monkeypatch.setenv("KZREF_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("KZREF_LANG", raising=False)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """kzref is offline: any connection fails the test."""

    def refuse(*_arguments: object, **_named: object) -> NoReturn:
        pytest.fail("a network connection was attempted")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.fixture(scope="session")
def desk() -> Iterator[Desk]:
    """The services over the bundle that `make data` compiled."""
    if not database().is_file():
        pytest.fail("no bundle: run make data first")
    opened = Desk()
    yield opened
    opened.database.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of source texts, where there is one."""
    if not SHARED.is_dir():
        pytest.skip("the source texts are not at hand")
    return SHARED
