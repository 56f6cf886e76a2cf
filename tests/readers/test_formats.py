"""The same act is understood alike from every format and encoding."""

import html
import io

import docx
import pytest

from kzref.model.errors import InputError
from kzref.model.own_text import UnitKind
from kzref.readers.act_structure import structure_act
from kzref.readers.formats import read_bytes
from tests.readers.own_texts import KAZAKH, RUSSIAN
from tests.readers.small_pdf import pdf

LINES = [line.strip() for line in RUSSIAN.splitlines() if line.strip()]


def as_word() -> bytes:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def as_rich_text() -> bytes:
    def sign(letter: str) -> str:
        if letter.isascii() and letter not in "\\{}":
            return letter
        return f"\\'{letter.encode('cp1251', 'replace')[0]:02x}"

    body = "\\par\n".join("".join(map(sign, line)) for line in LINES)
    return f"{{\\rtf1\\ansi\\ansicpg1251 {body}}}".encode("ascii")


def as_page() -> bytes:
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in LINES)
    return (
        "<!DOCTYPE html><html><head><title>Лодки</title><style>p > b {}</style></head>"
        f"<body><nav>Меню <a href='x'>Статья 9. Нет</a></nav><!-- Статья 8. Нет -->{body}</body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("data", "form"),
    [(as_word(), "docx"), (as_rich_text(), "rtf"), (as_page(), "html"), (pdf([LINES]), "pdf")],
    ids=["docx", "rtf", "html", "pdf"],
)
def test_an_act_is_the_same_in_every_format(data: bytes, form: str) -> None:
    file = read_bytes(data, "whatever.txt")  # the name decides nothing
    assert file.format == form
    found, plain = (
        structure_act(file.paragraphs),
        structure_act(read_bytes(RUSSIAN.encode(), "a").paragraphs),
    )
    assert [(unit.kind, unit.holder, unit.at) for unit in found.units] == [
        (unit.kind, unit.holder, unit.at) for unit in plain.units
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-r", "cp866"]
)
def test_russian_is_read_in_every_encoding(encoding: str) -> None:
    text = RUSSIAN.replace("№", "N").replace("–", "-").replace("І", "I")
    file = read_bytes(text.encode(encoding), "act.txt")
    assert file.paragraphs[4].text == "Раздел 1. О лодках"
    assert file.encoding == encoding or encoding.startswith("utf-16")


@pytest.mark.parametrize("encoding", ["utf-8", "kz1048", "utf-16"])
def test_kazakh_is_read_in_every_encoding(encoding: str) -> None:
    file = read_bytes(KAZAKH.encode(encoding), "act.txt")
    assert file.paragraphs[1].text == "1-БӨЛІМ. ҚАЙЫҚТАР ТУРАЛЫ"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize(
    "text",
    [
        "Статья 1. Ветер\nСилен.",
        "ГЛАВА 1. ОБЩИЕ ПОЛОЖЕНИЯ\nСТАТЬЯ 1. ВЕТЕР",
        "СООБЩЕНИЕ О ЛОДКАХ\n(ФОРМА № 5)",
    ],
    ids=["short", "capitals", "form"],
)
def test_short_texts_and_capitals_are_told_too(text: str, encoding: str) -> None:
    plain = text.replace("№", "N")
    read = read_bytes(plain.encode(encoding), "a")
    assert "\n".join(one.text for one in read.paragraphs) == plain


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "kz1048"])
@pytest.mark.parametrize(
    "text", ["1-бап. Жел күшті", "1-БӨЛІМ. ҚАЙЫҚТАР\nЖЕЛ ЖӘНЕ ҰҒЫМ"], ids=["short", "capitals"]
)
def test_short_kazakh_texts_are_told_too(text: str, encoding: str) -> None:
    read = read_bytes(text.encode(encoding), "a")
    assert "\n".join(one.text for one in read.paragraphs) == text


def test_russian_in_windows_letters_with_kazakh_words_is_read_as_kazakh_windows() -> None:
    text = f"{RUSSIAN}Қазақстан Республикасының Заңы, «өзгеріс», “ұғым”\n".replace("\u2028", "")
    read = read_bytes(text.encode("kz1048"), "a")
    assert (read.encoding, read.paragraphs[-1].text) == ("kz1048", text.splitlines()[-1])


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", []),
        ("utf-16", []),
        ("cp1251", ["Windows-1251"]),
        ("kz1048", ["KZ-1048"]),
        ("koi8-r", ["KOI8-R"]),
    ],
)
def test_an_encoding_that_was_chosen_by_its_looks_is_said(encoding: str, said: list[str]) -> None:
    text = KAZAKH if encoding == "kz1048" else RUSSIAN
    doubts = read_bytes(text.encode(encoding, "replace"), "a").doubts
    assert [one.arguments["encoding"] for one in doubts] == said


def test_a_raised_figure_is_the_suffix_of_a_number() -> None:
    page = "<html><body><p>Статья 65<sup>1</sup>. Сила</p><p>Ветер силен.</p></body></html>"
    found = structure_act(read_bytes(page.encode(), "a.html").paragraphs)
    assert found.units[0].number == "65-1"


def test_hard_spaces_and_soft_hyphens_do_not_hide_a_heading() -> None:
    found = structure_act(
        read_bytes("Ста\u00adтья\u00a07\u20111. Сила\n1.\u00a0Ветер.\n".encode(), "a").paragraphs
    )
    assert [(unit.kind, unit.holder, unit.at) for unit in found.units] == [
        (UnitKind.ARTICLE, "7-1", ""),
        (UnitKind.PART, "7-1", "(1)"),
    ]


def test_pages_of_a_pdf_are_kept() -> None:
    file = read_bytes(
        pdf([["Статья 1. Сила", "1. Ветер силен.", "1"], ["2. Ветер слаб.", "2"]]), "a.pdf"
    )
    assert [(one.text, one.page) for one in file.paragraphs] == [
        ("Статья 1. Сила", 1),
        ("1. Ветер силен.", 1),
        ("2. Ветер слаб.", 2),
    ]


def test_a_scan_says_that_it_is_one() -> None:
    with pytest.raises(InputError) as refusal:
        read_bytes(pdf([[], []]), "scan.pdf")
    assert refusal.value.message.key in {"own.scan", "own.empty"}


@pytest.mark.parametrize("cut", [1, 2])
def test_a_text_that_was_cut_in_a_letter_is_told_and_not_taken_for_another_encoding(
    cut: int,
) -> None:
    data = "Статья 1. Ветер\n1. Ветер дует с моря, а лодка стоит у причала".encode()
    whole = data + "ә".encode()[:1] * cut
    read = read_bytes(whole, "act.txt")
    assert read.encoding == "utf-8"
    assert read.paragraphs[0].text == "Статья 1. Ветер"
    assert [one.key for one in read.doubts] == ["import.doubt.lost"]
    assert read_bytes(data, "act.txt").doubts == ()
