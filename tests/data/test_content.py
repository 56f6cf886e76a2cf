"""The content is whole, names nobody more fully than its source, and is in our own words."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kzref.model.document import Place
from kzref.model.edition import Edition
from kzref.services.desk import Desk
from kzref.services.inventory import listed
from tests.conftest import ROOT
from tests.data.source_text import SourceTexts

EXACTLY = {
    "source-paragraph": 644,
    "recommendation": 294,
    "hazard": 110,
    "statistic": 158,
    "case": 59,
}
AT_LEAST = {"event": 97, "glossary": 150, "checklist": 7}
PARAGRAPHS = {
    "kz-response-2020": 70,
    "kz-bill-2024": 14,
    "ngo-iccpr-2016": 504 + 18,  # with the recommendations that head the blocks of its first part
    "incsr-2015": 20,
    "caricc-2019-43": 18,
}
# A place that the print spells SHIMKENT.
SPELLED_OTHERWISE = {"shymkent"}
WORD = re.compile(r"[^\W\d_]+")


@pytest.mark.parametrize(("kind", "count"), EXACTLY.items())
def test_a_kind_has_all_its_records(desk: Desk, kind: str, count: int) -> None:
    assert len(listed(desk, kind)) == count


@pytest.mark.parametrize(("kind", "count"), AT_LEAST.items())
def test_a_kind_has_no_fewer_records_than_its_sources_yield(
    desk: Desk, kind: str, count: int
) -> None:
    assert len(listed(desk, kind)) >= count


def test_each_document_has_all_its_paragraphs(edition: Edition) -> None:
    found = Counter(placed.place.document for placed in edition.paragraphs)
    assert dict(found) == PARAGRAPHS


def test_every_anchor_has_its_digest(edition: Edition, texts: SourceTexts) -> None:
    written = {str(placed.place) for placed in edition.paragraphs}
    for placed in edition.paragraphs:
        place = placed.place
        written |= {f"{place.document} {place.section} {u.number}" for u in placed.paragraph.units}
    introduced = {f"{document.id} INTRO" for document in edition.documents if document.introduction}
    missing = [
        str(place)
        for place in texts.anchors
        if str(place) not in written
        # the head of a section of the second part is its title; the introduction is the document's
        and not (place.number == "head" and place.section.startswith("II."))
        and f"{place.document} {place.section}" not in introduced
    ]
    assert not missing


def test_nobody_is_named_more_fully_than_in_the_source(
    edition: Edition, texts: SourceTexts
) -> None:
    fuller = []
    told_in = {case.id: Place.parse(case.at).document for case in edition.cases}
    words = {
        name: set(WORD.findall(texts.document(name).lower())) | SPELLED_OTHERWISE
        for name in set(told_in.values())
    }
    for case in edition.cases:
        known = words[told_in[case.id]]
        names = (word for word in WORD.findall(case.name) if word[0].isupper())
        fuller += [f"{case.id} {case.name}: {name}" for name in names if name.lower() not in known]
    assert not fuller


def test_no_sentence_is_taken_from_a_source(shared: Path) -> None:
    tool = shared / "tools" / "verbatim"
    if not tool.is_file():
        pytest.skip("the tool that compares is not at hand")
    ours = [name for name in ("data", "resources", "README.md", "kzref") if (ROOT / name).exists()]
    run = subprocess.run(  # noqa: S603 - a tool beside the checkout
        [sys.executable, tool, *ours], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
