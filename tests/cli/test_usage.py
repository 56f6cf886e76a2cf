"""A command that cannot be read is refused in one sentence of the user's language."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kzref.cli import main
from kzref.cli.usage import fault
from kzref.model.text import Language
from kzref.services.catalogue import catalogue

UNREADABLE = (
    ("nope",),
    ("search",),
    ("search", "стража", "--limit"),
    ("search", "стража", "--limit", "x"),
    ("search", "стража", "--limit", "0"),
    ("search", "стража", "--kind", "zzz"),
    ("search", "стража", "--as-of", "2020-13-01"),
    ("search", "стража", "--l", "3"),
    ("search", "стража", "--json=1"),
    ("search", "a", "b"),
    ("calc", "--bogus"),
    ("export",),
    ("export", "zzz"),
    ("export", "calc"),
    ("import", "x.txt", "--language", "xx"),
    ("import", "--delete", "x"),
    ("compare", "CPC"),
    ("list", "provision", "--filter"),
)
ENGLISH = ("argument", "invalid", "required", "expected", "unrecognized", "choose", "ambiguous")


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("command", UNREADABLE, ids=" ".join)
def test_refusals_speak_the_language_of_the_user(
    command: tuple[str, ...],
    language: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("KZREF_LANG", language)
    assert main(list(command)) == 2
    printed = capsys.readouterr()
    assert not printed.out
    assert len(printed.err.splitlines()) == 1
    assert not [word for word in ENGLISH if word in printed.err]
    assert any("а" <= letter <= "я" for letter in printed.err)


def test_the_language_may_be_joined_to_its_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--lang=ru"]) == 2
    assert capsys.readouterr().err.startswith("Не хватает: query")


def test_a_date_is_refused_under_the_name_of_its_option(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["import", "x.txt", "--redaction", "soon"]) == 2
    assert capsys.readouterr().err.startswith("redaction: soon")


def test_an_unheard_fault_is_refused_without_its_english() -> None:
    refusal = fault("something argparse never said before", "kzref search")
    assert refusal.message.key == "usage.unreadable"
    assert "argparse" not in catalogue(Language.RU).say(refusal.message)


@pytest.mark.parametrize("number", ["1e400", "9" * 40, "1_000", "nan", "-1", "."])
def test_numbers_that_nothing_can_be_are_refused_as_numbers(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calc", "fine", f"mci={number}", "on=2026-01-01"]) == 2
    assert capsys.readouterr().err.startswith("mci: ")


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="no bash here")
def test_a_reader_that_stops_early_hears_no_complaint() -> None:
    done = _run("list provision --json | head -c 10")
    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_behind_the_output_is_one_sentence() -> None:
    done = _run("list provision --json > /dev/full")
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1
    assert b"disk is full" in done.stderr


def test_without_any_translation_a_refusal_is_still_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KZREF_BUNDLE", str(tmp_path))
    catalogue.cache_clear()
    try:
        assert main(["search"]) == 2
    finally:
        catalogue.cache_clear()
    assert "install kzref again" in capsys.readouterr().err


def _run(command: str) -> subprocess.CompletedProcess[bytes]:
    shell = f"set -o pipefail; {sys.executable} -m kzref {command}"
    return subprocess.run(  # noqa: S603 - our own command
        ["/bin/bash", "-c", shell],
        capture_output=True,
        check=False,
        timeout=60,
        env=dict(os.environ),
    )
