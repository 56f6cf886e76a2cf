"""`--help` speaks the language of the user, of every command and of every option."""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kzref.cli import main
from kzref.cli.command_line import _parser
from kzref.model.text import Language
from kzref.services.catalogue import catalogue

ENGLISH = ("usage:", "options:", "positional", "this help", "version number")
KEY = re.compile(r"\bhelp\.\w")


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for under in action.choices.values():
                yield from parsers(under)


@pytest.mark.parametrize("language", Language)
def test_everything_is_explained(language: Language) -> None:
    every = list(parsers(_parser(language)))
    assert len(every) > 14
    for parser in every:
        said = parser.format_help()
        assert not KEY.search(said), said
        for action in parser._actions:
            if not isinstance(action, argparse._SubParsersAction):
                assert catalogue(language).knows(action.help or ""), f"{parser.prog}: {action.dest}"
        if language is not Language.EN:
            assert not [words for words in ENGLISH if words in said]


def test_help_begins_once_with_how_to_call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KZREF_LANG", "kk")
    with pytest.raises(SystemExit) as left:
        main(["export", "calc", "--help"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("қолданылуы: kzref export calc [-h]")


def test_help_asks_the_language_of_its_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["calc", "--lang", "ru", "--help"])
    assert "рассчитать" not in capsys.readouterr().out.splitlines()[0]
    with pytest.raises(SystemExit):
        main(["--help", "--lang", "ru"])
    assert "рассчитать срок" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("system", "ours", "given", "begins"),
    [
        ("kk_KZ.UTF-8", "", ["--help"], "қолданылуы:"),
        ("ru:en", "", ["calc", "--help"], "использование:"),
        ("ru", "kk", ["--help"], "қолданылуы:"),
        ("kk", "", ["--help", "--lang", "ru"], "использование:"),
        ("fr_FR.UTF-8", "", ["--help"], "usage:"),
        ("C", "", ["--help"], "usage:"),
    ],
)
def test_help_speaks_as_the_system_does_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    system: str,
    ours: str,
    given: list[str],
    begins: str,
) -> None:
    monkeypatch.setenv("LANGUAGE", system)
    monkeypatch.setenv("KZREF_LANG", ours)
    with pytest.raises(SystemExit):
        main(given)
    assert capsys.readouterr().out.startswith(begins)


def test_people_read_citations_as_lawyers_of_their_language_write_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["calc", "police-detention", "detained_at=2026-11-20T23:40"]
    assert main([*asked, "--lang", "ru"]) == 0
    said = capsys.readouterr().out
    assert "[ч. 3 ст. 147 УПК]" in said
    assert "CPC" not in said
    assert main([*asked, "--lang", "kk"]) == 0
    assert "[ҚПК 147-бабының 3-бөлігі]" in capsys.readouterr().out
    assert main([*asked, "--json"]) == 0
    assert '"CPC 147(3)"' in capsys.readouterr().out
    assert main(["show", "CPC 131(4)", "--lang", "ru"]) == 0
    assert "[изложение, не официальный текст]" in capsys.readouterr().out


def test_scripts_are_answered_the_same_on_every_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = []
    for system in ("kk_KZ.UTF-8", "C"):
        monkeypatch.setenv("LANGUAGE", system)
        assert main(["calc", "fine", "mci=200", "on=2026-05-10", "--json"]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]
    monkeypatch.setenv("LANGUAGE", "kk")
    assert main(["calc", "fine", "mci=200", "on=2026-05-10"]) == 0
    assert "теңге" in capsys.readouterr().out


def test_our_own_offscreen_says_only_what_matters() -> None:
    program = (
        "from kzref.ui.offscreen import go_offscreen; go_offscreen()\n"
        "from PySide6.QtCore import qWarning\n"
        "from PySide6.QtWidgets import QApplication, QWidget\n"
        "application = QApplication(['x']); window = QWidget(); window.setMinimumSize(300, 200)\n"
        "window.show(); application.processEvents(); qWarning('heard')\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)  # noqa: S603
    assert ran.stderr.decode().splitlines() == ["heard"]
