"""What goes on paper is what was reckoned: complete, without a name, and never half a file."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kzref.model.errors import DataError, InputError
from kzref.model.outcome import Outcome
from kzref.model.reference import parse_reference
from kzref.model.sheet import Layout, Paragraph, Rows, Seal, Sheet, Table, Tone
from kzref.model.text import Language
from kzref.services.calculations.deadlines import ahead, deadlines
from kzref.services.desk import Desk
from kzref.services.export.docx import docx_file
from kzref.services.export.html import html_file
from kzref.services.export.ics import ics_file
from kzref.services.export.saving import checked, save
from kzref.services.export.tables import csv_file, json_file
from kzref.services.inventory import selected
from kzref.services.sheets.calculation import calculation_sheet
from kzref.services.sheets.checklist import checklist_sheet
from kzref.services.sheets.place import place_sheet
from kzref.services.sheets.records import records_sheet
from kzref.services.sheets.wording import Wording, shortened

KEY = re.compile(r"\b(paper|result|choice|fact|statement|condition|body|favours)\.[a-z]")
NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)
FACTS = {"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-21T01:10"}


@pytest.fixture
def wording(desk: Desk) -> Wording:
    return Wording(desk, Language.EN)


def outcome(desk: Desk, now: datetime = NOW, **facts: str) -> Outcome:
    return desk.calculators.run("police-detention", {**FACTS, **facts}, now=now)


def calculation(wording: Wording, /, at: datetime = NOW, **facts: str) -> Sheet:
    found = outcome(wording.desk, at, **facts)
    certificate = wording.desk.calculators.certificate(found)
    return calculation_sheet(wording, found, certificate)


def rows(sheet: Sheet, layout: Layout) -> Rows:
    return next(b for b in sheet.blocks if isinstance(b, Rows) and b.layout is layout)


def words(sheet: Sheet) -> Iterator[str]:
    for block in sheet.blocks:
        match block:
            case Rows() | Seal():
                for row in block.rows:
                    yield from (row.label, row.value, row.detail, row.reference)
            case Table():
                yield from (cell for row in block.rows for cell in row)


@pytest.mark.parametrize("language", Language)
def test_every_sentence_is_said(desk: Desk, language: Language) -> None:
    spoken = Wording(desk, language)
    sheets = [
        calculation(spoken),
        calculation(spoken, minor="yes", ground="terrorist", foreigner="yes"),
        place_sheet(spoken, parse_reference("CPC 131"), date(2026, 11, 23)),
        place_sheet(spoken, parse_reference("kz-response-2020 Q4 p2"), date(2026, 11, 23)),
        *(checklist_sheet(spoken, one) for one in desk.checklists),
    ]
    for sheet in sheets:
        said = html_file(sheet).decode().partition("</style>")[2]
        assert "{" not in said
        assert not KEY.search(said)


def test_sheet_proves_itself(wording: Wording) -> None:
    sheet = calculation(wording)
    seal = next(block for block in sheet.blocks if isinstance(block, Seal))
    assert wording.desk.calculators.verify(seal.code, now=NOW).match
    assert wording.desk.database.sha256 in list(words(sheet))
    assert wording.desk.database.meta["edition"] in sheet.footer


def test_defence_speaks_first_and_everybody_is_told_whom_a_reading_favours(
    wording: Wording,
) -> None:
    sheet = calculation(wording, minor="yes", ground="terrorist")
    answer = rows(sheet, Layout.ANSWER).rows
    assert len(answer) > 1
    assert answer[0].detail.startswith("for the defence")
    assert answer[-1].detail.startswith("for the prosecution")


def test_sheet_does_not_depend_on_the_hour_of_printing(wording: Wording) -> None:
    later = datetime(2027, 3, 1, tzinfo=UTC)
    assert html_file(calculation(wording)) == html_file(calculation(wording, later))


def test_facts_and_what_was_taken_for_granted_are_both_on_the_sheet(wording: Wording) -> None:
    sheet = calculation(wording)
    values = [row.value for row in rows(sheet, Layout.PAIRS).rows]
    assert "20 November 2026 (Fri), 23:40 (UTC+5)" in values
    assumed = [b.text for b in sheet.blocks if isinstance(b, Paragraph) and b.tone is Tone.QUIET]
    assert any("Under 18 — no" in text for text in assumed)


def test_every_provision_relied_on_has_its_digest(wording: Wording) -> None:
    sheet = calculation(wording)
    digested = {row.label for row in rows(sheet, Layout.DIGESTS).rows}
    for result in outcome(wording.desk).results:
        for reading in result.readings:
            assert {wording.cite(one) for one in reading.references} <= digested


def test_old_law_is_printed_as_it_was(wording: Wording) -> None:
    place = parse_reference("CPC 131(4)")
    old = rows(place_sheet(wording, place, date(2016, 5, 1)), Layout.PASSAGES).rows
    new = rows(place_sheet(wording, place, date(2026, 5, 1)), Layout.PASSAGES).rows
    assert "72" in old[1].value
    assert "48" in new[1].value


def test_unit_is_printed_with_what_stands_over_and_under_it(wording: Wording) -> None:
    sheet = place_sheet(wording, parse_reference("CPC 131(4)"), date(2026, 5, 1))
    labels = [row.label for row in rows(sheet, Layout.PASSAGES).rows]
    assert labels[:3] == ["CPC art. 131", "CPC art. 131(4)", "CPC art. 131(4)(1)"]
    assert "CPC art. 131(3)" not in labels


def test_what_was_not_law_that_day_is_refused(wording: Wording) -> None:
    with pytest.raises(InputError, match=r"export\.not_known"):
        place_sheet(wording, parse_reference("CPC 131(4)"), date(2014, 1, 1))


def test_ticks_are_printed_where_they_were_given(desk: Desk, wording: Wording) -> None:
    checklist = desk.checklists[0]
    first, second = checklist.items[:2]
    sheet = checklist_sheet(wording, checklist, {first.id: "no"})
    boxes = rows(sheet, Layout.BOXES).rows
    assert "☒\N{NO-BREAK SPACE}no" in boxes[0].value  # no box without its word
    assert "☒" not in boxes[1].value
    assert second.id != first.id
    assert len(boxes) == len(checklist.items)


def test_neighbours_of_one_act_name_it_once(desk: Desk) -> None:
    references = ("CPC 131(4)", "CPC 133(2)", "ICCPR 9(3)")
    cited = {language: Wording(desk, language).cite(*references) for language in Language}
    assert cited[Language.EN].startswith("CPC art. 131(4), art. 133(2); ")
    assert cited[Language.RU].startswith("ч. 4 ст. 131, ч. 2 ст. 133 УПК; ")
    assert cited[Language.KK].count("ҚПК") == 1


def test_units_of_one_article_share_its_name(desk: Desk) -> None:
    references = ("CPC 48(3)", "CPC 48(4)", "CPC 107(7)(2)", "CPC 107(7)(3)", "CPC 133(2)")
    cited = {language: Wording(desk, language).cite(*references) for language in Language}
    assert cited[Language.EN] == "CPC art. 48(3), (4), art. 107(7)(2), (3), art. 133(2)"
    assert cited[Language.RU] == "ч. 3, 4 ст. 48, п. 2), 3) ч. 7 ст. 107, ч. 2 ст. 133 УПК"
    assert cited[Language.KK] == (
        "ҚПК 48-бабының 3, 4-бөліктері, 107-бабының 7-бөлігінің 2), 3) тармақтары, 133-бабының 2-бөлігі"
    )


def test_shortening_prefers_whole_sentences() -> None:
    assert shortened("Short.", 20) == "Short."
    assert shortened("One rule stands. Another one is much longer than that.", 25) == (
        "One rule stands. …"
    )
    assert shortened("word " * 20, 12) == "word word …"


# --- calendar


def events(content: bytes) -> list[dict[str, str]]:
    unfolded = content.decode().replace("\r\n ", "")
    found: list[dict[str, str]] = []
    for chunk in unfolded.split("BEGIN:VEVENT\r\n")[1:]:
        lines = chunk.partition("END:VEVENT")[0].splitlines()
        found.append({})
        for line in lines:
            name, _, value = line.partition(":")
            found[-1].setdefault(name, value)  # what the alarms say again comes later
        found[-1]["alarms"] = " ".join(line for line in lines if line.startswith("TRIGGER"))
    return found


def test_calendar_holds_instants_in_utc_with_two_alarms(wording: Wording) -> None:
    due = deadlines(wording, outcome(wording.desk))
    made = events(ics_file(due, now=NOW))
    release = next(one for one in made if "Release" in one["SUMMARY"])
    assert release["DTSTART"] == "20261122T184000Z"  # 23:40 at UTC+5
    assert release["alarms"] == "TRIGGER:-PT24H TRIGGER:-PT3H"
    assert release["SUMMARY"].startswith("Police detention: ")
    assert "CPC art. 7(29)" in release["DESCRIPTION"]
    assert len(made) == len(due) == len({one["UID"] for one in made})


def test_term_that_ends_with_a_day_is_an_event_of_that_day(wording: Wording) -> None:
    facts = {"detained_on": "2026-01-31", "category": "grave"}
    found = wording.desk.calculators.run("custody-term", facts, now=NOW)
    made = events(ics_file(deadlines(wording, found), now=NOW))
    first = next(one for one in made if "Basic term" in one["SUMMARY"])
    assert first["DTSTART;VALUE=DATE"] == "20260330"
    assert first["alarms"] == "TRIGGER;RELATED=END:-PT24H TRIGGER;RELATED=END:-PT3H"
    assert "for the defence" in first["SUMMARY"]


def test_same_deadline_replaces_itself_in_the_calendar(wording: Wording) -> None:
    once, again = (
        deadlines(wording, outcome(wording.desk, now)) for now in (NOW, datetime.now(UTC))
    )
    assert [one.id for one in once] == [one.id for one in again]
    other = deadlines(wording, outcome(wording.desk, detained_at="2026-11-20T23:41"))
    assert not {one.id for one in once} & {one.id for one in other}


def test_past_deadlines_are_left_out_unless_all_are_past(wording: Wording) -> None:
    every = deadlines(wording, outcome(wording.desk))
    left = ahead(every, NOW)
    assert 0 < len(left) < len(every)
    assert all(one.ends >= NOW for one in left)
    assert ahead(every, datetime(2030, 1, 1, tzinfo=UTC)) == every


# --- Word, HTML, records


def test_word_document_has_headings_and_tables(wording: Wording) -> None:
    from docx import Document

    document = Document(io.BytesIO(docx_file(calculation(wording))))
    styles = [line.style.name for line in document.paragraphs if line.style]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") >= 4
    assert styles.count("List Number") == len(outcome(wording.desk).trace)
    assert len(document.tables) == 3
    assert len(document.inline_shapes) == 1
    text = "\n".join(line.text for line in document.paragraphs)
    assert "22 November 2026 (Sun), 23:40 (UTC+5)" in text
    assert document.core_properties.author == "kzref"
    assert document.core_properties.title == "Police detention"


def test_no_row_of_a_word_table_is_torn_between_pages(wording: Wording) -> None:
    from docx import Document

    document = Document(io.BytesIO(docx_file(calculation(wording))))
    rows = [row for table in document.tables for row in table.rows]
    assert rows
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in rows)


def test_html_needs_nothing_from_outside(wording: Wording) -> None:
    page = html_file(calculation(wording)).decode()
    assert "http" not in page
    assert page.count("<img ") == page.count('src="data:image/png;base64,') == 1
    assert '<html lang="en">' in page


def test_html_escapes_what_it_shows(wording: Wording) -> None:
    sheet = replace(calculation(wording), title="<script>alert(1)</script>")
    assert b"<script>" not in html_file(sheet)


def test_files_hold_exactly_the_filtered_records(desk: Desk) -> None:
    records = selected(desk, "recommendation", ["body=un-hrc"])
    everything = selected(desk, "recommendation", [])
    assert 0 < len(records) < len(everything)
    rows_ = list(csv.DictReader(io.StringIO(csv_file(records).decode("utf-8-sig"))))
    assert [row["id"] for row in rows_] == [record["id"] for record in records]
    assert {row["body"] for row in rows_} == {"un-hrc"}
    assert rows_[0]["gist.kk"]
    listed = json.loads(json_file("recommendation", records))
    assert listed["count"] == len(records)
    assert listed["records"] == json.loads(json.dumps(records))
    table = records_sheet(Wording(desk, Language.RU), "recommendation", records).blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows) == len(records)


# --- the file itself


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("x.txt", "export.format"),
        ("x", "export.format"),
        ("nowhere/x.pdf", "export.no_folder"),
        ("folder.pdf", "export.is_folder"),
        ("kept.pdf", "export.read_only"),
    ],
)
def test_bad_path_is_refused_before_any_work(tmp_path: Path, path: str, key: str) -> None:
    (tmp_path / "folder.pdf").mkdir()
    kept = tmp_path / "kept.pdf"
    kept.write_bytes(b"kept")
    kept.chmod(0o444)
    with pytest.raises(InputError, match=key):
        checked(tmp_path / path, ("pdf", "docx"))
    assert kept.read_bytes() == b"kept"


def test_suffix_names_the_format_in_any_case(tmp_path: Path) -> None:
    assert checked(tmp_path / "Лист.PDF", ("pdf",)) == "pdf"


def test_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    save(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DataError, match=r"export\.cannot_write"):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_assumption_is_said_once_and_then_named_by_number(wording: Wording) -> None:
    sheet = calculation(wording, minor="yes", ground="terrorist")
    details = [
        row.detail for block in sheet.blocks if isinstance(block, Rows) for row in block.rows
    ]
    first = outcome(wording.desk, minor="yes", ground="terrorist").results[0]
    for number, reading in enumerate(first.readings, 1):
        assert reading.assumption is not None
        said = wording.words.say(reading.assumption)
        assert sum(said in detail for detail in details) == 1
        assert sum(f"reading {number}" in detail for detail in details) > 1


def test_another_reading_does_not_repeat_the_question(wording: Wording) -> None:
    found = rows(calculation(wording, minor="yes", ground="terrorist"), Layout.FINDINGS).rows
    motions = [at for at, row in enumerate(found) if "Motion" in row.label]
    assert motions
    assert all(found[at + 1].label == "" and found[at + 1].value for at in motions)
    assert all(row.reference for row in found if row.label)
