"""What kzref writes is listed, and one action removes it; a first run writes nothing of a case."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kzref import paths
from kzref.paths import PACKAGE, user_data
from kzref.services.own.files import OWN, forget, is_own, own_files
from tests.conftest import ROOT

SESSION = """
import sys
from PySide6.QtWidgets import QApplication
from kzref.ui.background import wait
from kzref.ui.start import open_window
application = QApplication(["kzref"])
window = open_window(application)
window.show()
application.processEvents()
window.search("тайна клиента Жақсылық")
window.open("calc:police-detention?detained_at=2026-11-20T23:40")
window.show_page("about")
for _ in range(20):
    application.processEvents()
    wait()
window.close()
sys.stdout.write("done")
"""


def everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_first_run_writes_nothing_at_all_of_a_case(tmp_path: Path) -> None:
    home = tmp_path / "Үй қалтасы"
    temporary = tmp_path / "tmp"
    for folder in (home, temporary):
        folder.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    environment.pop("KZREF_HOME", None)
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", SESSION],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "done", done.stderr
    # fontconfig, a library of the system, keeps a list of the system's fonts for every program
    written = {name for name in everything(home) if not name.startswith(".cache/fontconfig/")}
    place = ".local/share/kzref/"
    foreign = {name for name in written if not name.startswith(place)}
    foreign |= {name for name in written if not is_own(name.removeprefix(place).partition("/")[0])}
    assert foreign == set()
    assert everything(temporary) == set()
    for path in home.rglob("*"):
        if path.is_file():
            assert "Жақсылық".encode() not in path.read_bytes()
    assert "Жақсылық" not in done.stderr


def test_every_name_that_the_source_puts_into_the_users_folder_is_listed() -> None:
    named = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        named |= set(re.findall(r'user_data\(\)\s*/\s*"([^"]+)"', text))
        named |= set(re.findall(r'_own_library_file\.with_name\("([^"]+)"', text))
    assert {"library.db", "user.db", "own-index"} <= named
    assert named <= set(OWN), named - set(OWN)


def test_forgetting_removes_all_that_is_kzrefs_and_nothing_else() -> None:
    folder = user_data()
    (folder / "index").mkdir(parents=True)
    (folder / "index" / "x.seg").write_bytes(b"x")
    (folder / "library.db").write_bytes(b"x")
    (folder / "library.db-journal").write_bytes(b"x")
    (folder / "index.77.draft").mkdir()
    (folder / "letter.docx").write_bytes(b"x")
    removed = forget()
    names = {path.name for path in removed}
    assert names == {"index", "index.77.draft", "library.db", "library.db-journal"}
    assert everything(folder) == {"letter.docx"}
    (folder / "letter.docx").unlink()
    (folder / "library.db").write_bytes(b"x")
    forget()
    assert not folder.exists()
    assert forget() == ()
    assert not any(file.is_there for file in own_files())


def test_a_portable_copy_keeps_its_data_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "Таяқша ә" / "kzref"
    program.parent.mkdir()
    program.touch()
    monkeypatch.delenv("KZREF_HOME")
    monkeypatch.setattr(sys, "executable", str(program))
    outside = user_data()
    (program.parent / "portable").touch()
    assert user_data() == outside, "a checkout is never portable"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert paths.user_data() == program.parent / "kzref-data"
    (program.parent / "portable").unlink()
    assert user_data() == outside
