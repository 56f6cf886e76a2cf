"""Documents are cut along the sections and numbers of their digests."""

import csv
from pathlib import Path

import pytest

from kzref.model.own_text import Outline, UnitKind
from kzref.readers.document_structure import structure_document
from kzref.readers.formats import read_bytes
from kzref.services.desk import Desk
from kzref.services.own.library import OwnLibrary
from kzref.services.own.text_preview import Wishes
from kzref.store.library_db import LibraryDb

FOOT = " " * 40
REPORT = f"""\
A title

INTRODUCTION

Why we write.
 Recommendation: The harbour should be lit.

- And its pier.

1. The harbour is dark at night, as sailors

said.1

3. It was darker still before the year 2010,
{FOOT}
1 See: Sailor, A Dark Harbour.

It goes on here.
 when lamps were stolen. Then:

- lamps were bought;

- oil was not, although it had been asked

for twice.

Article 2, paragraph 3

1. Complaints sink.
"""
OUTLINE = (
    Outline(id="INTRO", numbers=()),
    Outline(id="I.1", numbers=("head", "1", "3"), footnotes=("fn1",)),
    Outline(id="II.2(3)", numbers=("1",)),
)
DOCUMENTS = {
    "000": "kz-response-2020",
    "001": "kz-bill-2024",
    "002": "ngo-iccpr-2016",
    "003": "incsr-2015",
    "004": "caricc-2019-43",
}


def test_numbers_bullets_footnotes_and_pages_of_a_report() -> None:
    found = structure_document(read_bytes(REPORT.encode(), "r").paragraphs, OUTLINE, "report")
    placed = [(unit.holder, unit.at, unit.page) for unit in found.units if unit.at]
    assert placed == [
        ("INTRO", "head", 1),
        ("I.1", "head", 2),
        ("I.1", "0.b1", 2),
        ("I.1", "1", 2),
        ("I.1", "3", 2),
        ("I.1", "fn1", 2),
        ("I.1", "3.b1", 3),
        ("I.1", "3.b2", 3),
        ("II.2(3)", "head", 3),
        ("II.2(3)", "1", 3),
    ]
    texts = {(unit.holder, unit.at): unit.text for unit in found.units}
    assert texts["I.1", "3"] == (
        "3. It was darker still before the year 2010, when lamps were stolen. Then:"
    )
    assert texts["I.1", "fn1"] == "1 See: Sailor, A Dark Harbour. It goes on here."
    assert found.doubts == ()


def test_what_the_digests_have_and_the_file_has_not_is_reported() -> None:
    outline = (*OUTLINE, Outline(id="II.9", numbers=("1",)))
    found = structure_document(read_bytes(REPORT.encode(), "r").paragraphs, outline, "report")
    assert [doubt.key for doubt in found.doubts] == ["own.doubt.section"]


def test_any_other_document_is_counted_by_paragraph() -> None:
    found = structure_document(read_bytes(b"# A\n\nOne.\n\nTwo.\n", "r").paragraphs)
    assert [(unit.kind, unit.at) for unit in found.units] == [
        (UnitKind.HEADING, ""),
        (UnitKind.PARAGRAPH, "p1"),
        (UnitKind.PARAGRAPH, "p2"),
    ]


@pytest.mark.parametrize("code", DOCUMENTS)
def test_every_anchor_of_the_five_documents_is_found(
    code: str, shared: Path, desk: Desk, tmp_path: Path
) -> None:
    """Line and page of each paragraph and bullet are those of the inventory."""
    own = OwnLibrary(LibraryDb(tmp_path / "library.db"), desk.library)
    (path,) = (shared / "sources").glob(f"{code}_*.txt")
    preview = own.preview(path, Wishes(document=DOCUMENTS[code]))
    found = {(unit.holder, unit.at): unit for unit in preview.structure.units}
    with (shared / "research" / "anchors.csv").open(encoding="utf-8", newline="") as file:
        anchors = [row for row in csv.DictReader(file) if row["document"] == code]
    assert anchors
    for row in anchors:
        unit = found[row["section"], row["para_no"]]
        assert (unit.line, str(unit.page or "")) == (int(row["first_line"]), row["page"])
    assert preview.doubts == ()
