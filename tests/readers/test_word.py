"""What Word adds to the words of a file: numbers of lists, tables, footnotes, boxes, revisions."""

import io

import docx
import pytest

from kzref.model.errors import InputError
from kzref.model.own_text import ReadFile, UnitKind
from kzref.readers.act_structure import structure_act
from kzref.readers.document_structure import structure_document
from kzref.readers.formats import read_bytes
from tests.readers.test_hostile_files import archive, paragraph

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OF = {
    "document": "document.main",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "styles": "styles",
}


def word(body: str, **parts: str) -> ReadFile:
    parts = {"document": f"<w:body>{body}</w:body>", **parts}
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_KIND}.{_OF[part]}+xml"/>'
        for part in parts
    )
    beside = "".join(
        f'<Relationship Id="r{part}" Type="{_OFFICE}/{part}" Target="{part}.xml"/>'
        for part in parts
        if part != "document"
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    )
    data = archive(
        (
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
            f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        ),
        (
            "_rels/.rels",
            f'{relations}<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
        ("word/_rels/document.xml.rels", f"{relations}{beside}</Relationships>"),
        *(
            (f"word/{part}.xml", f'<w:{part} xmlns:w="{_SPACE}">{text}</w:{part}>')
            for part, text in parts.items()
        ),
    )
    return read_bytes(data, "a.docx")


def level(at: int, text: str, form: str = "decimal", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def item(text: str, at: int = 0, number: str = "1") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbered}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


LAW = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "Статья %1.")}{level(1, "%2.")}{level(2, "%3)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "%1)", "russianLower")}{level(1, "%1.%2.", "upperRoman", 4)}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "o", "bullet")}{level(1, "%2", "chicago")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
)


def test_an_act_numbered_by_word_alone_has_its_articles_parts_and_points() -> None:
    file = word(
        item("Ветер") + item("Силен.", 1) + item("Слаб:", 1) + item("утром;", 2) + item("днем.", 2)
        + item("Дождь") + item("Мокрый.", 1) + item("Шестой.", 1, "3") + item("Седьмой.", 1, "3"),
        numbering=LAW,
    )  # fmt: skip
    found = structure_act(file.paragraphs)
    assert [(unit.holder, unit.at) for unit in found.units] == [
        ("1", ""), ("1", "(1)"), ("1", "(2)"), ("1", "(2)(1)"), ("1", "(2)(2)"),
        ("2", ""), ("2", "(1)"), ("2", "(5)"), ("2", "(6)"),
    ]  # fmt: skip
    assert found.units[0].text == "Статья 1. Ветер"
    (doubt,) = file.doubts
    assert (doubt.key, doubt.arguments["count"]) == ("import.doubt.numbered", 9)


def test_letters_figures_and_bullets_are_written_as_word_writes_them() -> None:
    file = word(
        item("раз", 0, "2") + item("два", 0, "2") + item("три", 1, "2") + item("точка", 0, "4")
        + item("ноль", 0, "0"),
        numbering=LAW,
    )  # fmt: skip
    assert [one.text for one in file.paragraphs] == [
        "а) раз",
        "б) два",
        "б.IV. три",
        "• точка",
        "ноль",
    ]


def test_a_number_that_cannot_be_worked_out_is_a_doubt() -> None:
    file = word(item("знак", 1, "4") + item("чужой", 0, "77"), numbering=LAW)
    assert [(one.key, one.arguments["count"]) for one in file.doubts] == [
        ("own.doubt.numbering", 2)
    ]


def test_a_style_may_number_its_paragraphs() -> None:
    document = docx.Document()
    document.add_paragraph("Первое", style="List Number")
    document.add_paragraph("Второе", style="List Number")
    document.save(written := io.BytesIO())
    file = read_bytes(written.getvalue(), "a.docx")
    assert [one.text for one in file.paragraphs] == ["1. Первое", "2. Второе"]


def test_a_row_of_a_table_is_one_paragraph_and_no_part() -> None:
    cell = "<w:tc>{}</w:tc>"
    row = "<w:tr>" + cell.format(paragraph("1.")) + cell.format(paragraph("героин")) + "</w:tr>"
    laid = "<w:tr>" + cell.format(paragraph("2. Слаб.") + paragraph("3. Тих.")) + "</w:tr>"
    file = word(
        paragraph("Статья 1. Ветер")
        + paragraph("1. Силен:")
        + f"<w:tbl>{row}</w:tbl><w:tbl>{laid}</w:tbl>"
    )
    found = structure_act(file.paragraphs)
    assert [(unit.at, unit.text) for unit in found.units][2:] == [
        ("(1)", "1. | героин"), ("(2)", "2. Слаб."), ("(3)", "3. Тих."),
    ]  # fmt: skip


REFERENCE = '<w:p><w:r><w:t>{}</w:t></w:r><w:r><w:footnoteReference w:id="{}"/></w:r></w:p>'
NOTES = (
    '<w:footnote w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="7">{paragraph("См. лодку.")}</w:footnote>'
    f'<w:footnote w:id="9">{paragraph("См. весло.")}{paragraph("И якорь.")}</w:footnote>'
)


def test_footnotes_follow_their_paragraph_and_are_no_text_of_the_law() -> None:
    body = (
        paragraph("Статья 1. Ветер")
        + REFERENCE.format("1. Силен.", 9)
        + REFERENCE.format("2. Слаб.", 7)
    )
    file = word(body, footnotes=NOTES)
    act = structure_act(file.paragraphs)
    assert [(unit.kind, unit.text) for unit in act.units][1:] == [
        (UnitKind.PART, "1. Силен."), (UnitKind.FOOTNOTE, "1 См. весло. И якорь."),
        (UnitKind.PART, "2. Слаб."), (UnitKind.FOOTNOTE, "2 См. лодку."),
    ]  # fmt: skip
    document = structure_document(file.paragraphs)
    notes = [(unit.at, unit.text) for unit in document.units if unit.kind is UnitKind.FOOTNOTE]
    assert notes == [("fn1", "1 См. весло. И якорь."), ("fn2", "2 См. лодку.")]
    assert [unit.at for unit in document.units if unit.kind is UnitKind.PARAGRAPH] == [
        "p1",
        "p2",
        "p3",
    ]


def test_entities_in_any_part_are_refused() -> None:
    with pytest.raises(InputError) as refusal:
        word(paragraph("a"), footnotes="&a;")
    assert refusal.value.message.key == "own.damaged_file"


def raised(before: str, figure: str) -> str:
    return (
        f"<w:p><w:r><w:t>{before}</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
        f"<w:t>{figure}</w:t></w:r><w:r><w:t>. Ветер</w:t></w:r></w:p>"
    )


def test_a_raised_figure_is_a_suffix_only_after_a_figure() -> None:
    file = word(raised("Статья 65", "1") + raised("пять м", "2"))
    assert [one.text for one in file.paragraphs] == ["Статья 65-1. Ветер", "пять м². Ветер"]


def test_deleted_words_and_doubled_boxes_are_left_out() -> None:
    box = f"<w:txbxContent>{paragraph('в рамке')}</w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    doubled = (
        f'<w:p><w:r><w:t>вне</w:t></w:r><w:r><m:AlternateContent xmlns:m="{compatible}">'
        f"<m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback></m:AlternateContent></w:r></w:p>"
    )
    gone = "<w:p><w:r><w:t>есть</w:t></w:r><w:del><w:r><w:t>нет</w:t></w:r></w:del></w:p>"
    assert [one.text for one in word(doubled + gone).paragraphs] == ["вне", "в рамке", "есть"]
