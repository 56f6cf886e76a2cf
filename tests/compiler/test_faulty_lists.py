"""A faulty list of the law is refused like a faulty parameter."""

from pathlib import Path

import pytest

from kzref.compiler.checks.between_files import faults_between_files
from kzref.compiler.loader import load

SOUND = """id: custody.listed
label: {en: listed, ru: перечень, kk: тізім}
history:
  - {in_force_from: 2015-01-01, items: ["99"], reference: "CPC 136(2)"}
  - {in_force_from: 2024-06-16, items: ["99", "120"], reference: "CPC 136(2)"}
verified: null
"""
CODE = "id: cpc-2014\nkey: CPC\nkind: code\ntitle_en: C\nshort: {en: CPC, ru: УПК, kk: ҚПК}\n"


def faults_of(tmp_path: Path, text: str) -> str:
    data = tmp_path / "data"
    for name, content in (
        ("lists/custody/listed.yaml", text),
        ("instruments/cpc-2014/instrument.yaml", CODE),
    ):
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    edition, folder = load(data)
    faults = [*folder.faults, *faults_between_files(edition, folder)]
    return "\n".join(str(fault) for fault in faults if "lists/custody" in str(fault))


def test_a_sound_list_has_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, SOUND) == ""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: custody.listed", "id: custody.other", "call it custody.listed"),
        ("2024-06-16", "2014-06-16", "history does not ascend"),
        ('"99", "120"', "99, 120", "Expected `str`"),
        ("items", "articles", "articles"),
        ("kk: тізім", "kk: ''", "no text in kk"),
        ('"CPC 136(2)"}\nver', '"XYZ 136(2)"}\nver', "unknown act"),
        ('"CPC 136(2)"}\nver', '"CPC 136(2)", amended_by: "1-X"}\nver', "not in laws.yaml"),
    ],
)
def test_a_faulty_list_is_refused(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert SOUND.count(old) == 1 or old == "items"
    assert fault in faults_of(tmp_path, SOUND.replace(old, new, 1))
