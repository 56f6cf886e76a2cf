"""What a workshop puts on paper: whole in two languages, without answers for those who take part."""

import json
import unicodedata
from datetime import date
from io import BytesIO
from itertools import permutations
from pathlib import Path

import pytest

from kzref.cli import main
from kzref.model.practice import Scenario
from kzref.model.sheet import Paragraph, Rows, Sheet
from kzref.model.text import Language
from kzref.services.desk import Desk
from kzref.services.export.anki import anki_file
from kzref.services.export.docx import docx_file
from kzref.services.sheets.facing import facing_sheet
from kzref.services.sheets.wording import Wording
from kzref.ui import paper

DAY = date(2026, 11, 23)
PAIRS = tuple(permutations(Language, 2))


def facing(
    desk: Desk, scenario_id: str, pair: tuple[Language, Language]
) -> tuple[Scenario, Sheet, paper.Printed]:
    """A scenario, its handout in two languages, and that on paper."""
    scenario = desk.database.get(Scenario, scenario_id)
    assert scenario is not None
    left, right = (Wording(desk, language) for language in pair)
    sheet = facing_sheet((left, right), scenario, DAY, with_answer=True)
    paper.prepare()
    return scenario, sheet, paper.pdf(sheet)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("pair", PAIRS)
def test_both_languages_stand_in_both_formats(desk: Desk, pair: tuple[Language, Language]) -> None:
    from docx import Document
    from pypdf import PdfReader

    scenario, sheet, printed = facing(desk, "find-the-slips", pair)
    assert printed.pages > 1
    pages = PdfReader(BytesIO(printed.content)).pages
    assert all(round(float(page.mediabox.width) * 25.4 / 72) == 210 for page in pages)
    on_paper = bare("".join(page.extract_text() for page in pages))
    word = Document(BytesIO(docx_file(sheet)))
    in_word = bare("".join(c.text for t in word.tables for r in t.rows for c in r.cells))
    for language in pair:
        for text in (scenario.facts, scenario.question, scenario.answer):
            beginning = bare(text[language])[:40]
            assert beginning in on_paper
            assert beginning in in_word


def bare(text: str) -> str:
    """Without what breaks lines, and without ligatures."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_lines_to_write_on_have_no_empty_name(desk: Desk) -> None:
    from docx import Document

    scenario = desk.database.get(Scenario, "find-the-slips")
    assert scenario is not None
    wording = Wording(desk, Language.RU)
    sheet = facing_sheet((wording, Wording(desk, Language.KK)), scenario, DAY, with_answer=False)
    lines = [one.text.strip() for one in Document(BytesIO(docx_file(sheet))).paragraphs]
    pens = [line for line in lines if line.endswith("____")]
    assert pens
    assert not any(line.startswith(":") for line in pens)


def test_no_answer_for_those_who_take_part(desk: Desk) -> None:
    pair = (Wording(desk, Language.RU), Wording(desk, Language.KK))
    for scenario in desk.database.values(Scenario):
        said = str(facing_sheet(pair, scenario, DAY, with_answer=False))
        full = str(facing_sheet(pair, scenario, DAY, with_answer=True))
        for wording in pair:
            answer = [f"'{one}'" for one in wording.text(scenario.answer).split("\n")]
            assert all(one in said for one in wording.text(scenario.question).split("\n"))
            assert not any(one in said for one in answer)
            assert all(one in full for one in answer)


@pytest.mark.parametrize("language", Language)
def test_a_card_for_each_situation(desk: Desk, language: Language) -> None:
    scenarios = desk.database.values(Scenario)
    lines = anki_file(Wording(desk, language), scenarios, DAY).decode().splitlines()
    heads = [line for line in lines if line.startswith("#")]
    cards = [line.split("\t") for line in lines[len(heads) :]]
    assert "#separator:tab" in heads
    assert "#guid column:1" in heads
    assert [len(card) for card in cards] == [4] * len(scenarios)
    assert len({card[0] for card in cards}) == len(scenarios)
    for card, scenario in zip(cards, scenarios, strict=True):
        assert scenario.answer[language][:20].replace("&", "&amp;") not in card[1]
        assert scenario.answer[language].split()[0] in card[2]


@pytest.mark.usefixtures("qapp")
def test_one_command_writes_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["export", "handouts", "fifteen-year-old", "--lang", "ru", "--beside", "kk"]
    assert main([*given, "--to", str(tmp_path), "--json"]) == 0
    written = json.loads(capsys.readouterr().out)["files"]
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(Path(one).name for one in written)
    assert names == [
        f"fifteen-year-old{suffix}.{form}"
        for suffix in ("-answers", "")
        for form in ("docx", "pdf")
    ]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["scenario", "nobody", "--to", "x.pdf"], "friday-evening-hours"),
        (["scenario", "fifteen-year-old", "--beside", "en", "--to", "x.pdf"], "--beside"),
        (["handouts", "nobody", "--to", "."], "friday-evening-hours"),
        (["handouts", "fifteen-year-old", "--to", "/no/such"], "/no/such"),
        (["anki", "--to", "x.pdf"], ".tsv"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", *arguments]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("pair", PAIRS)
def test_no_page_cuts_a_passage(desk: Desk, pair: tuple[Language, Language]) -> None:
    from pypdf import PdfReader

    _scenario, sheet, printed = facing(desk, "assembly-dates", pair)
    pages = [bare(page.extract_text()) for page in PdfReader(BytesIO(printed.content)).pages]
    assert len(pages) > 1
    rows = [row for block in sheet.blocks if isinstance(block, Rows) for row in block.rows]
    for row in rows:
        whole = [bare(row.label) in page and bare(row.value) in page for page in pages]
        assert any(whole), row.label


def test_both_languages_end_with_the_same_small_print(desk: Desk) -> None:
    scenario = desk.database.get(Scenario, "assembly-dates")
    assert scenario is not None
    left, right = Wording(desk, Language.RU), Wording(desk, Language.KK)
    sheet = facing_sheet((left, right), scenario, DAY, with_answer=True)
    last = [block.text for block in sheet.blocks[-2:] if isinstance(block, Paragraph)]
    assert last == [left.small_print(), right.small_print()]
    assert "2026" not in sheet.kicker  # the facts are of 2016, and so is the law below
    law = [block for block in sheet.blocks if isinstance(block, Rows)][-1]
    assert all("2016" in name for name in law.head)
    constitution = next(row for row in law.rows if "Конституции 1995" in row.label)
    assert "оружия" in constitution.label  # in force then, not now


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("pair", PAIRS)
def test_every_page_names_its_columns(desk: Desk, pair: tuple[Language, Language]) -> None:
    from pypdf import PdfReader

    _scenario, sheet, printed = facing(desk, "find-the-slips", pair)
    law = [block for block in sheet.blocks if isinstance(block, Rows)][-1]
    _first, *others = (
        bare(page.extract_text()) for page in PdfReader(BytesIO(printed.content)).pages
    )
    assert len(others) > 1
    for page in others:
        assert all(bare(name) in page[: len(bare("".join(law.head))) + 60] for name in law.head)
