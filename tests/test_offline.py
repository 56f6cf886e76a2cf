"""The guard against networks works, and nothing that could open one is in kzref."""

import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.conftest import ROOT

CONNECT = 'socket.create_connection(("192.0.2.1", 80), timeout=1)'
LOOK_UP = 'socket.getaddrinfo("example.org", 80)'
SEND = 'socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 53))'


@pytest.mark.parametrize(
    ("act", "hidden"), [(CONNECT, True), (LOOK_UP, False), (SEND, True)], ids=("tcp", "name", "udp")
)
def test_the_suite_fails_when_a_test_reaches_for_the_network(
    tmp_path: Path, act: str, *, hidden: bool
) -> None:
    inner = tmp_path / "test_inner.py"
    body = (
        f"    try:\n        {act}\n    except BaseException:\n        pass\n"
        if hidden
        else f"    {act}\n"
    )
    inner.write_text(f"import socket\n\ndef test_inner():\n{body}", encoding="utf-8")
    (tmp_path / "conftest.py").write_text(
        textwrap.dedent("""
        from tests.conftest import pytest_sessionfinish, _refuse_network
        """),
        encoding="utf-8",
    )
    done = subprocess.run(  # noqa: S603 - our own test runner
        [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            str(inner),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout + done.stderr
    assert "reached for the network" in done.stderr


def test_sockets_inside_the_machine_are_free() -> None:
    one, other = socket.socketpair()
    with one, other:
        one.send(b"x")
        assert other.recv(1) == b"x"
