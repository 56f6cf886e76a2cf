"""What may not be read, entered or written to is refused in a sentence that says so."""

from pathlib import Path

import pytest

from kzref.cli import main

COMMANDS = (
    (("import", "shut/a.txt"), "may not be read"),
    (("restore", "shut/a.txt"), "may not be read"),
    (("backup", "shut/b"), "may not be written to"),
    (("export", "list", "case", "--to", "shut/c.csv"), "may not be written to"),
)


@pytest.fixture
def shut(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder that may not be entered: the system refuses even to say what is in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KZREF_HOME", str(tmp_path / "home"))
    (tmp_path / "a.txt").write_text("Text", encoding="utf-8")
    assert main(["import", "a.txt"]) == 0  # there is something to save
    told = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> object:
        if "shut" in path.parts[:-1]:
            raise PermissionError(13, "Permission denied", str(path))
        return told(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    folder = tmp_path / "shut"
    folder.mkdir()
    return folder


@pytest.mark.usefixtures("shut")
@pytest.mark.parametrize(("command", "said"), COMMANDS, ids=[c[0][0] for c in COMMANDS])
def test_a_folder_that_may_not_be_entered(
    command: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main([*command, "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_may_not_be_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    locked = tmp_path / "locked.txt"
    locked.touch()

    def refuse(*_given: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert main(["import", str(locked), "--lang", "en"]) == 2
    assert "may not be read" in capsys.readouterr().err
