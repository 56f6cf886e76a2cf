"""The motion or complaint of a checklist: facts with their law, each request once, in three languages."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from kzref.model.practice import Checklist, ChecklistItem
from kzref.model.sheet import Heading, Layout, Rows, Sheet, Signature
from kzref.model.text import Language, Text
from kzref.services.desk import Desk
from kzref.services.export.docx import docx_file
from kzref.services.export.html import markup
from kzref.services.sheets.motion import BLANK, PEN, motion_sheet
from kzref.services.sheets.wording import Wording
from kzref.ui import paper

DAY = date(2026, 11, 24)


def sheet(desk: Desk, checklist: Checklist, language: Language, items: Sequence[str]) -> Sheet:
    answers = dict.fromkeys((item.id for item in checklist.items), "yes")
    return motion_sheet(
        Wording(desk, language), checklist, answers | dict.fromkeys(items, "no"), DAY
    )


def every_no(desk: Desk, checklist: Checklist, language: Language) -> Sheet:
    return sheet(desk, checklist, language, [item.id for item in checklist.items])


def steps(of: Sheet) -> list[list[str]]:
    return [
        [row.value for row in block.rows]
        for block in of.blocks
        if isinstance(block, Rows) and block.layout is Layout.STEPS
    ]


def argued(checklist: Checklist) -> list[ChecklistItem]:
    return [item for item in checklist.items if item.finding]


def texts(desk: Desk) -> list[tuple[str, Text]]:
    said = []
    for checklist in desk.checklists:
        said += [(f"{checklist.id} title", checklist.paper.title)]
        paper_own = (checklist.paper.addressee, checklist.paper.doubt)
        said += [(f"{checklist.id} paper", one) for one in paper_own if one]
        for item in checklist.items:
            own = (item.finding, item.request, item.doubt)
            said += [(f"{checklist.id}/{item.id}", one) for one in own if one]
    return said


def test_each_item_has_both_texts_or_neither(desk: Desk) -> None:
    halves = [
        f"{checklist.id}/{item.id}"
        for checklist in desk.checklists
        for item in checklist.items
        if bool(item.finding) != bool(item.request)
    ]
    assert halves == []
    assert sum(len(argued(checklist)) for checklist in desk.checklists) > 90


def test_each_text_stands_in_three_languages_with_the_same_blanks(desk: Desk) -> None:
    for where, text in texts(desk):
        own = [text.own(language) or "" for language in Language]
        assert all(own), where
        assert len({one.count(BLANK) for one in own}) == 1, (where, own)
        assert all("_" not in one.replace(BLANK, "") for one in own), where


def test_what_is_asked_for_has_law_behind_it(desk: Desk) -> None:
    bare = [
        f"{checklist.id}/{item.id}"
        for checklist in desk.checklists
        for item in argued(checklist)
        if not item.provisions
    ]
    assert bare == []


@pytest.mark.parametrize("language", Language)
def test_sheet_carries_facts_with_their_law_and_each_request_once(
    desk: Desk, language: Language
) -> None:
    for checklist in desk.checklists:
        made = every_no(desk, checklist, language)
        found, asked, *left = steps(made)
        items = argued(checklist)
        assert found == [(item.finding or Text())[language].replace(BLANK, PEN) for item in items]
        wanted = dict.fromkeys((item.request or Text())[language] for item in items)
        assert asked == [one.replace(BLANK, PEN) for one in wanted]
        assert sum(map(len, left)) == len(checklist.items) - len(items)
        rows = next(block.rows for block in made.blocks if isinstance(block, Rows))
        wording = Wording(desk, language)
        for row, item in zip(rows, items, strict=True):
            assert wording.cite(*item.provisions) in row.reference


def test_a_request_of_several_findings_is_made_once(desk: Desk) -> None:
    custody = next(one for one in desk.checklists if one.id == "remand-hearing")
    made = sheet(desk, custody, Language.RU, ["over-five-years", "concrete-risk"])
    found, asked = steps(made)
    assert (len(found), len(asked)) == (2, 1)


def test_what_cannot_be_asked_for_stands_behind_the_signature(desk: Desk) -> None:
    prison = next(one for one in desk.checklists if one.id == "prison-complaint")
    made = every_no(desk, prison, Language.RU)
    kinds = [type(block) for block in made.blocks]
    signed = kinds.index(Signature)
    assert Heading in kinds[signed:]
    assert "428" in made.blocks[signed + 2].rows[0].value  # type: ignore[union-attr]  # steps
    alone = sheet(desk, prison, Language.RU, ["self-harm"])
    assert Signature not in [type(block) for block in alone.blocks]


def test_doubt_is_told_where_what_it_is_about_is_asked_for(desk: Desk) -> None:
    hours = next(one for one in desk.checklists if one.id == "first-hours")
    (item,) = [one for one in hours.items if one.doubt]
    doubt = (item.doubt or Text())[Language.RU]
    assert doubt in markup(sheet(desk, hours, Language.RU, [item.id]))
    others = [one.id for one in hours.items if one is not item]
    assert doubt not in markup(sheet(desk, hours, Language.RU, others))


def test_word_counts_facts_and_requests_from_one(desk: Desk) -> None:
    made = every_no(desk, desk.checklists[0], Language.KK)
    document = Document(BytesIO(docx_file(made)))
    numberings = {one.get(qn("w:val")) for one in document.element.body.iter(qn("w:numId"))}
    assert len(numberings) == len(steps(made)) == 2
    words = [one.text for one in document.paragraphs]
    assert words.index(made.title) > next(n for n, one in enumerate(words) if PEN in one)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", Language)
def test_the_fullest_paper_takes_two_pages_at_most(desk: Desk, language: Language) -> None:
    paper.prepare()
    for checklist in desk.checklists:
        assert paper.pdf(every_no(desk, checklist, language)).pages <= 2


def test_page_names_the_addressee_or_leaves_a_blank(desk: Desk) -> None:
    for checklist in desk.checklists:
        html = markup(every_no(desk, checklist, Language.EN))
        head = html[: html.index("<h1>")]
        to = checklist.paper.addressee
        assert (to[Language.EN] if to else "To ____ (body").replace(BLANK, PEN)[:20] in head
