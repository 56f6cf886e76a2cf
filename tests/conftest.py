"""What all tests share: no network, no real home, one compiled bundle."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kzref.ui  # noqa: F401 - loads PySide in kzref's way, before pytest-qt loads it in its own
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
    monkeypatch.setenv("LANGUAGE", "en")  # of the machine: what is said does not depend on it


class NetworkError(BaseException):
    """kzref is offline, and something reached for the network; no `except Exception` hides it."""


attempts: list[str] = []
"""What reached for the network, in any test, fixture or thread."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Told by Python itself before anything is sent; sockets inside this machine's files are none."""
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}:
        family = getattr(arguments[0], "family", None)
        if family is not None and family.name == "AF_UNIX":
            return
    elif event not in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        return
    attempts.append(f"{event}{arguments[1:]}")
    raise NetworkError(attempts[-1])


sys.addaudithook(_refuse_network)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The suite fails when anything reached for the network, even where the error was swallowed."""
    if attempts:
        sys.stderr.write(f"reached for the network: {attempts}\n")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


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
