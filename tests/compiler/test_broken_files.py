"""Every kind of faulty file is refused with its file, its line, the fault and the repair."""

from pathlib import Path

import pytest

from kzref.compiler.checks.between_files import faults_between_files
from kzref.compiler.loader import load
from kzref.compiler.yaml_file import Fault
from tests.conftest import ROOT

SOUND = {
    "sources.yaml": "sources: []\n",
    "laws.yaml": (
        'laws:\n  - id: "118-VI"\n    adopted: 2017-12-21\n'
        "    in_force: {on: 2018-01-09, certainty: reckoned}\n"
    ),
    "topics.yaml": "topics:\n  - id: custody\n    label: {en: custody, ru: стража, kk: күзет}\n",
    "instruments/cpc-2014/instrument.yaml": (
        "id: cpc-2014\nkey: CPC\nkind: code\ntitle_en: Code\nshort: {en: CPC, ru: УПК, kk: ҚПК}\n"
    ),
    "instruments/cpc-2014/art_131.yaml": (
        'article: "131"\nprovisions:\n  - at: "(4)"\n    topics: [custody]\n    versions:\n'
        "      - in_force_from: 2015-01-01\n        in_force_until: 2018-01-09\n"
        "        gist: {en: a, ru: б, kk: в}\n"
        "      - in_force_from: 2018-01-09\n"
        '        amended_by: "118-VI"\n        gist: {en: a, ru: б, kk: в}\n'
    ),
}
ARTICLE = "instruments/cpc-2014/art_131.yaml"


def faults_of(tmp_path: Path, file: str, old: str, new: str) -> list[Fault]:
    for name, text in SOUND.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    broken = tmp_path / "data" / file
    text = broken.read_text(encoding="utf-8")
    assert old in text
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    edition, folder = load(tmp_path / "data")
    listed = ("no list", "begin the file")
    faults = [fault for fault in folder.faults if not fault.fault.startswith(listed)]
    return faults or faults_between_files(edition, folder)


def test_sound_files_have_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, ARTICLE, "[custody]", "[custody]") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "fault", "repair"),
    [
        ('"131"', "131", 1, "Expected `str`", "quotes"),
        ("[custody]", "[custodi]", 1, "topic 'custodi' is unknown", "topics.yaml"),
        ("topics:", "topcis:", 4, "topcis", "spelling"),
        ("2018-01-09\n        gist", "2018-01-10\n        gist", 1, "gap or overlap", "next one"),
        ("2018-01-09\n        amend", "2018-01-08\n        amend", 1, "gap or overlap", "next"),
        ('"118-VI"', '"999-VI"', 1, "law 999-VI is not in laws.yaml", "add it"),
        ("kk: в}\n      - in", "kk: ''}\n      - in", 1, "no text in kk", "write it"),
        ("2015-01-01", "2015-13-01", 6, "no day 2015-13-01", "2026-11-23"),
        ('at: "(4)"', 'at: "4"', 1, "at: '4'", "(4)(5)"),
        ("provisions:", "article: x\nprovisions:", 2, "given twice", "keep one"),
        ("  - at", "   - at: [", 3, "not YAML", "quotes"),
    ],
)
def test_faulty_article_is_refused_with_line_fault_and_repair(
    tmp_path: Path, old: str, new: str, line: int, fault: str, repair: str
) -> None:
    faults = faults_of(tmp_path, ARTICLE, old, new)
    assert faults, "the fault went unnoticed"
    assert faults[0].file == f"data/{ARTICLE}"
    assert faults[0].line == line
    assert fault in faults[0].fault
    assert repair in faults[0].repair


def test_words_of_yaml_1_1_stay_words(tmp_path: Path) -> None:
    from kzref.compiler.yaml_file import read_yaml

    path = tmp_path / "words.yaml"
    path.write_text("a: no\nb: on\nc: 010\nd: 12:30\n", encoding="utf-8")
    assert read_yaml(path, "words.yaml").content == {"a": "no", "b": "on", "c": "010", "d": "12:30"}


def test_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    faults_of(tmp_path, ARTICLE, "[custody]", "[custody]")
    broken = tmp_path / "data" / ARTICLE
    broken.write_bytes("article: стража".encode("cp1251"))
    _, folder = load(tmp_path / "data")
    assert any("not UTF-8" in fault.fault for fault in folder.faults)


def test_real_data_have_no_fault() -> None:
    from kzref.compiler.inspection import check

    assert [str(fault) for fault in check(ROOT)[1]] == []
