"""Everyday words lead to terms that exist, and one of them to few things."""

from pathlib import Path

import pytest

from kzref.compiler.checks.between_files import faults_between_files
from kzref.compiler.checks.everyday import MOST_MEANINGS
from kzref.compiler.loader import load

TERMS = """terms:
  - {id: custody, en: {term: custody}, ru: {term: стража}, kk: {term: күзет},
     status: {ru: usual, kk: usual}}
"""


def row(name: str, *, terms: str = "custody", english: str = "jails") -> str:
    return f"  - {{id: {name}, terms: [{terms}], en: [{english}], ru: [а{name}], kk: [ы{name}]}}\n"


def faults_of(tmp_path: Path, *rows: str) -> str:
    data = tmp_path / "data"
    (data / "glossary").mkdir(parents=True)
    (data / "glossary" / "terms.yaml").write_text(TERMS, encoding="utf-8")
    (data / "everyday_words.yaml").write_text("words:\n" + "".join(rows), encoding="utf-8")
    edition, folder = load(data)
    faults = map(str, (*folder.faults, *faults_between_files(edition, folder)))
    return "\n".join(fault for fault in faults if "everyday_words" in fault)


def test_sound_rows_have_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, *(row(name) for name in "bcd"[:MOST_MEANINGS])) == ""


def test_a_word_of_too_many_rows_is_refused_in_any_form(tmp_path: Path) -> None:
    few = [row(name) for name in "bcd"[:MOST_MEANINGS]]
    assert "'jail' (en) stands in b, c, d, e" in faults_of(tmp_path, *few, row("e", english="jail"))


@pytest.mark.parametrize(
    ("faulty", "fault"),
    [
        (row("b", terms="custodi"), "term 'custodi' is unknown"),
        (row("b", english="of the"), "never searched"),
    ],
)
def test_a_row_that_leads_nowhere_is_refused(tmp_path: Path, faulty: str, fault: str) -> None:
    assert fault in faults_of(tmp_path, faulty)
