"""Every place of the edition in every citation form, and the levels of the codes."""

import re
from pathlib import Path

import pytest

from kzref.model.citation_names import CitationNames
from kzref.model.passage import Passage
from kzref.model.text import Language
from kzref.services.desk import Desk

_ARTICLE = re.compile(r"^Статья (\d+(?:-\d+)*)\.(.*?)(?=^Статья |\Z)", re.DOTALL | re.MULTILINE)
_PART, _POINT = (re.compile(rf"^\s*\d+(?:-\d+)*\{end}", re.MULTILINE) for end in ".)")


@pytest.mark.parametrize("language", list(Language))
def test_every_place_is_read_back_from_its_citation(desk: Desk, language: Language) -> None:
    citations = desk.citations
    wrong = {}
    passages = desk.database.every_passage(Passage)
    cited = dict.fromkeys(passage.place for passage in passages if " " in passage.place)
    assert len(cited) > 1500
    for place in cited:
        written = citations.write(place, language)
        found = citations.read(written)
        if found.rest or [str(candidate) for candidate in found.candidates[:1]] != [place]:
            wrong[place] = written
    assert not wrong


def test_articles_without_parts_are_those_of_the_text(desk: Desk, shared: Path) -> None:
    text = (shared / "law" / "cpc-2014-ru.txt").read_text(encoding="utf-8")
    bare = {
        f"CPC {number}"
        for number, body in _ARTICLE.findall(text)
        if _POINT.search(body) and not _PART.search(body)
    }
    named = desk.database.values(CitationNames)[0].without_parts
    assert {article for article in named if article.startswith("CPC ")} == bare
