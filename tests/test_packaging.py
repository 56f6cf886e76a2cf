"""What a package may hold, whether its pins are whole, and what it tells a desktop."""

import importlib.util
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from kzref.model.language import Language
from tests.conftest import ROOT

PACKAGING = ROOT / "packaging"
WHOLE = (
    "kzref", "program/PySide6/Qt/lib/libQt6Gui.so.6", "program/PySide6/Qt/plugins/platforms/libqxcb.so",
)  # fmt: skip


@pytest.fixture(scope="module")
def contents() -> ModuleType:
    spec = importlib.util.spec_from_file_location("contents", PACKAGING / "contents.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def whole(contents: ModuleType) -> list[str]:
    return [*WHOLE, *(f"program/{name}" for name in contents.NEEDED)]


def test_a_whole_package_passes(contents: ModuleType) -> None:
    assert contents.faults(whole(contents), ["kzref.cli", "json", "sslproto"]) == []


@pytest.mark.parametrize(
    "name",
    [
        "program/PySide6/Qt/lib/libQt6Network.so.6",
        "program\\PySide6\\Qt6Network.dll",
        "program/PySide6/QtWebEngineCore.abi3.so",
        "program/PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "program/PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "program/PySide6/Qt/plugins/platforms/libqvnc.so",
        "program/PySide6/Qt/plugins/platforms/libqeglfs.so",
        "program/PySide6/Qt/translations/qt_ru.qm",
        "program/libssl.so.3",
        "program/libcrypto.so.3",
        "program/docx/tests/test_x.py",
    ],
)
def test_a_forbidden_file_is_found(contents: ModuleType, name: str) -> None:
    (fault,) = contents.faults([*whole(contents), name], [])
    assert name.replace("\\", "/") in fault


@pytest.mark.parametrize(
    "module",
    [
        "pip",
        "pip._internal",
        "ssl",
        "_ssl",
        "PySide6.QtNetwork",
        "kzref.compiler.build",
        "babel.core",
    ],
)
def test_a_forbidden_module_is_found(contents: ModuleType, module: str) -> None:
    (fault,) = contents.faults(whole(contents), ["kzref.cli", module])
    assert fault.endswith(f"module {module}")


def test_a_missing_file_is_found(contents: ModuleType) -> None:
    for name in contents.NEEDED:
        rest = [one for one in whole(contents) if not one.endswith(name)]
        assert contents.faults(rest, []) == [f"missing: {name}"]


def test_every_library_is_pinned_and_hashed_and_no_registry_is_named() -> None:
    text = (PACKAGING / "requirements.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    entries = re.findall(r"^(\S[^\n]*?)((?:\s*\\\n\s+--hash=sha256:[0-9a-f]{64})+)$", text, re.M)
    starts = [line for line in text.splitlines() if line[:1].strip() and not line.startswith("#")]
    assert len(entries) == len(starts)
    assert all("==" in line for line in starts)
    pinned = {line.partition("==")[0].lower() for line in starts}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *project["build-system"]["requires"],
        *project["dependency-groups"]["package"],
    ]
    names = {re.split(r"[^A-Za-z0-9_.-]", one)[0].lower().replace("_", "-") for one in asked}
    assert names <= pinned, names - pinned


def test_the_desktop_is_told_in_three_languages() -> None:
    entry = (PACKAGING / "linux" / "kzref.desktop").read_text(encoding="utf-8")
    about = (PACKAGING / "linux" / "kzref.metainfo.xml").read_text(encoding="utf-8")
    for language in set(Language) - {Language.EN}:
        for field in ("GenericName", "Comment", "Keywords"):
            assert f"\n{field}[{language.value}]=" in entry
        assert about.count(f'xml:lang="{language.value}"') == 2


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="the tool is not here")
def test_the_desktop_entry_is_valid() -> None:
    subprocess.run(["desktop-file-validate", PACKAGING / "linux" / "kzref.desktop"], check=True)  # noqa: S603, S607


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="the tool is not here")
def test_the_appstream_data_are_valid(tmp_path: Path) -> None:
    text = (PACKAGING / "linux" / "kzref.metainfo.xml").read_text(encoding="utf-8")
    file = tmp_path / "kzref.metainfo.xml"
    file.write_text(
        text.replace("@VERSION@", "1.0").replace("@DATE@", "2026-11-23"), encoding="utf-8"
    )
    done = subprocess.run(  # noqa: S603
        ["appstreamcli", "validate", "--no-net", file],  # noqa: S607
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
