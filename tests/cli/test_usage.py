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
    assert capsys.readouterr().err.startswith("--redaction: “soon”")


def test_an_unheard_fault_is_refused_without_its_english() -> None:
    refusal = fault("something argparse never said before", "kzref search")
    assert refusal.message.key == "usage.unreadable"
    assert "argparse" not in catalogue(Language.RU).say(refusal.message)


@pytest.mark.parametrize("number", ["1e400", "9" * 40, "1_000", "nan", "-1", "."])
def test_numbers_that_nothing_can_be_are_refused_as_numbers(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calc", "fine", f"mci={number}", "on=2026-01-01"]) == 2
    assert capsys.readouterr().err.startswith("mci (")


LABELS = {
    "en": "detained_at (“Liberty really restricted at”): “soon”",
    "ru": "detained_at («Фактическое задержание (час и минута)»): «soon»",
    "kk": "detained_at («Нақты ұстап алу (сағаты мен минуты)»): «soon»",
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_fact_is_refused_under_the_name_of_its_form_and_the_one_to_type(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calc", "police-detention", "detained_at=soon", "--lang", language]) == 2
    assert capsys.readouterr().err.startswith(LABELS[language])


def test_what_can_be_chosen_is_said_with_what_to_type(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", "bail", "category=huge", "on=2026-01-01", "--lang", "ru"]) == 2
    assert "especially-grave («особо тяжкое»)" in capsys.readouterr().err


def test_an_unknown_fact_is_said_as_it_was_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", "fine", "shoe=43"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("fine (“Fine in tenge”) does not ask for shoe. ")
    assert "on (“Date”)" in said


HOSTILE = ("\x00", "\x1b[31m", "\u202e131", "\u200b", "\ud800", "a\r\nb", "\u2028", "x" * 100_000)
PLACES = (
    ("calc", "{}"),
    ("calc", "fine", "mci={}", "on=2026-01-01"),
    ("calc", "fine", "{}=3", "on=2026-01-01"),
    ("calc", "bail", "category={}", "on=2026-01-01"),
    ("calc", "drug-offence", "article={}", "part=1", "on=2026-01-01"),
    ("show", "CPC", "nothing {}"),
    ("list", "{}"),
    ("import", "{}"),
    ("backup", "{}/b"),
    ("restore", "{}"),
    ("export", "list", "{}", "--to", "o.csv"),
    ("info", "{}"),
    ("{}",),
)


@pytest.mark.parametrize("typed", HOSTILE, ids=ascii)
@pytest.mark.parametrize("command", PLACES, ids=" ".join)
def test_what_a_terminal_obeys_is_never_repeated_to_it(
    command: tuple[str, ...],
    typed: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([part.replace("{}", typed) for part in command]) == 2
    printed = capsys.readouterr()
    assert not printed.out
    assert printed.err.endswith("\n")
    assert printed.err[:-1].isprintable()
    assert "fault of its own" not in printed.err
    assert len(printed.err) < 2500


@pytest.mark.parametrize("option", ["--instrument", "--as"])
def test_an_act_cannot_have_a_name_that_nobody_sees(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "a.txt", option, "CPC\udc80", "--dry-run"]) == 2
    assert capsys.readouterr().err.startswith(option + ": CPC\\udc80 holds")


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


CLOSED = {"stdin": "<&-", "stdout": ">&-", "stderr": "2>&-", "all": "<&- >&- 2>&-"}


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="no bash here")
@pytest.mark.parametrize("closed", CLOSED.values(), ids=list(CLOSED))
def test_closed_streams_change_no_answer(closed: str) -> None:
    asked = _run(f"calc fine mci=20 on=2026-01-01 --json {closed}")
    assert asked.returncode == 0
    assert asked.stderr == b""
    assert _run(f"calc nope {closed}").returncode == 2
