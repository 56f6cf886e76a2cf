"""`kzref export` writes what the window prints, or says in one sentence why not."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kzref.cli import main

CALC = ["calc", "police-detention", "detained_at=2026-11-20T23:40", "protocol_at=2026-11-21T01:10"]


def export(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    status = main(["export", *arguments, "--json"])
    printed = capsys.readouterr()
    assert status == 0, printed.err
    answer: dict[str, Any] = json.loads(printed.out)
    assert Path(answer["path"]).stat().st_size == answer["bytes"] > 0
    return answer


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("arguments", "name", "begins"),
    [
        (CALC, "x.pdf", b"%PDF"),
        (CALC, "x.docx", b"PK"),
        (CALC, "x.html", b"<!DOCTYPE html>"),
        (CALC, "x.ics", b"BEGIN:VCALENDAR"),
        (["show", "131 4 5"], "x.pdf", b"%PDF"),
        (["show", "kz-response-2020 Q4 p2"], "x.html", b"<!DOCTYPE html>"),
        (["list", "hazard"], "x.csv", b"\xef\xbb\xbf"),
        (["list", "checklist"], "x.pdf", b"%PDF"),
        (["checklist", "first-hours"], "x.docx", b"PK"),
    ],
)
def test_each_kind_is_written(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    arguments: list[str],
    name: str,
    begins: bytes,
) -> None:
    path = tmp_path / name
    answer = export(capsys, *arguments, "--to", str(path))
    assert path.read_bytes().startswith(begins)
    assert answer["format"] == path.suffix.removeprefix(".")
    assert list(tmp_path.glob(".kzref*")) == []


def test_pdf_needs_neither_window_nor_screen(tmp_path: Path) -> None:
    import os

    bare = {k: v for k, v in os.environ.items() if k not in {"QT_QPA_PLATFORM", "DISPLAY"}}
    command = [sys.executable, "-m", "kzref", "export", *CALC, "--lang", "kk"]
    done = subprocess.run(  # noqa: S603
        [*command, "--to", str(tmp_path / "x.pdf"), "--json"],
        env=bare, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["pages"] == 1


def test_deadlines_can_be_chosen(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = str(tmp_path / "x.ics")
    assert export(capsys, *CALC, "--only", "release_by", "--to", path)["events"] == 1
    before = ["--now", "2026-11-20T23:50+05:00"]
    every = export(capsys, *CALC, *before, "--to", path)["events"]
    later = ["--now", "2026-11-22T20:00+05:00"]
    assert 0 < export(capsys, *CALC, *later, "--to", path)["events"] < every


def test_list_is_written_as_filtered(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    arguments = ["list", "recommendation", "--filter", "body=un-hrc"]
    answer = export(capsys, *arguments, "--to", str(path))
    main([*arguments, "--json"])
    assert json.loads(path.read_text()) == json.loads(capsys.readouterr().out)
    assert answer["records"] == json.loads(path.read_text())["count"]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([*CALC, "--to", "x.txt"], ".pdf"),
        ([*CALC, "--to", "x.csv"], ".ics"),
        (["list", "hazard", "--to", "x.ics"], ".csv"),
        ([*CALC, "--to", "no/such/folder/x.pdf"], "no/such/folder"),
        ([*CALC, "--to", "/"], ".pdf"),
        ([*CALC], "--to"),
        (["calc", "horoscope", "--to", "x.pdf"], "horoscope"),
        (["calc", "questioning", "--to", "x.ics"], "calendar"),
        ([*CALC, "--only", "party", "--to", "x.ics"], "party"),
        (["show", "CPC 99999", "--to", "x.pdf"], "99999"),
        (["show", "CPC 131(4)", "--as-of", "2014-01-01", "--to", "x.pdf"], "2014"),
        (["list", "unicorn", "--to", "x.csv"], "unicorn"),
        (["checklist", "shopping", "--to", "x.pdf"], "shopping"),
        ([], "exported"),
    ],
)
def test_nonsense_is_refused_and_nothing_written(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: list[str],
    word: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", *arguments]) == 2
    sentence = capsys.readouterr().err.strip()
    assert word in sentence
    assert len(sentence.splitlines()) == 1
    assert "{" not in sentence
    assert "Traceback" not in sentence
    assert list(tmp_path.glob("x.*")) == []
