"""Files come into the library one by one: understood, mended, stored; what cannot be read says why."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kzref.model.own_text import UnitKind
from kzref.services.desk import Desk
from kzref.services.own.bringing import Bringer, Brought, Stage, files_of, replacing
from kzref.services.own.text_preview import Wishes

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ACT = """\
КОДЕКС
от 4 июля 2014 года № 231-V ЗРК
Глава 1. О ветре

      Эта строка стоит между главой и статьей и ни к чему не относится, о чем и сказано.

Статья 1. Ветер
      1. Ветер дует.
Статья 2. Парус
      1. Парус {word}.

      Сноска. Статья 2 с изменением, внесенным Законом РК от 05.06.2021 № 50-VII (вводится в действие с 01.07.2021).
"""


@pytest.fixture
def bringer() -> Bringer:
    return Bringer(Desk().own_library)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_folders_give_their_texts_once_and_in_order(tmp_path: Path) -> None:
    names = ["b.txt", "a.md", "deep/c.html", "deep/picture.png", ".hidden/d.txt"]
    for name in names:
        written(tmp_path, name, "x")
    found = files_of((tmp_path, tmp_path / "b.txt", tmp_path / "deep" / "picture.png"))
    assert [path.name for path in found] == ["a.md", "b.txt", "c.html", "picture.png"]


def test_a_file_is_understood_then_stored_then_known(bringer: Bringer, tmp_path: Path) -> None:
    path = written(tmp_path, "winds.txt", ACT.format(word="полон"))
    one = bringer.understand(Brought(path=path))
    assert one.stage is Stage.UNDERSTOOD
    stored = bringer.store(one, NOW)
    assert stored.stage is Stage.STORED
    again = bringer.understand(Brought(path=path))
    assert again.stage is Stage.PRESENT
    assert again.file is None  # told by its bytes alone, without reading it anew


def test_an_unreadable_file_says_why(bringer: Bringer, tmp_path: Path) -> None:
    empty = written(tmp_path, "empty.txt", "")
    for path, key in ((empty, "own.empty"), (tmp_path / "gone.txt", "own.no_file")):
        one = bringer.understand(Brought(path=path))
        assert one.stage is Stage.REFUSED
        assert one.fault is not None
        assert one.fault.key == key


def test_an_act_that_cannot_be_told_asks_and_is_mended(bringer: Bringer, tmp_path: Path) -> None:
    text = "Статья 1. Ветер\n1. Ветер дует.\nСтатья 2. Парус\n1. Парус полон.\n"
    one = bringer.understand(Brought(path=written(tmp_path, "x.txt", text)))
    assert one.stage is Stage.QUESTION
    told = bringer.again(one, Wishes(instrument="cpc-2014", redaction=date(2021, 7, 1)))
    assert told.stage is Stage.UNDERSTOOD
    other = bringer.again(one, Wishes(is_other_act=True))
    assert other.preview is not None
    assert (other.preview.work, other.preview.articles) == ("own-x", 2)
    document = bringer.again(one, Wishes(is_document=True))
    assert document.preview is not None
    assert document.preview.articles == 0


def test_another_file_of_the_same_redaction_asks_first(bringer: Bringer, tmp_path: Path) -> None:
    bringer.store(bringer.understand(Brought(path=written(tmp_path, "a.txt", ACT.format(word="полон")))), NOW)  # fmt: skip
    one = bringer.understand(Brought(path=written(tmp_path, "b.txt", ACT.format(word="пуст"))))
    assert one.stage is Stage.QUESTION
    assert bringer.store(one, NOW).stored is None
    assert bringer.store(replacing(one), NOW).stage is Stage.STORED
    assert [text.file_name for text in Desk().own_library.texts()] == ["b.txt"]


def test_two_files_of_one_redaction_in_one_batch_ask_too(bringer: Bringer, tmp_path: Path) -> None:
    first = bringer.understand(Brought(path=written(tmp_path, "a.txt", ACT.format(word="полон"))))
    second = bringer.understand(Brought(path=written(tmp_path, "b.txt", ACT.format(word="пуст"))))
    assert bringer.store(first, NOW).stage is Stage.STORED
    assert bringer.store(second, NOW).stage is Stage.QUESTION


@pytest.mark.parametrize(
    ("kind", "holder", "shown"),
    [
        (UnitKind.HEADING, "", False),
        (UnitKind.FURNITURE, "", False),
        (UnitKind.NOTE, "1", True),
        (UnitKind.TEXT, "1", True),
    ],
)
def test_a_line_is_what_the_user_says(
    bringer: Bringer, tmp_path: Path, kind: UnitKind, holder: str, *, shown: bool
) -> None:
    text = ACT.format(word="полон").replace("Статья 2. Парус", "Раздел 2. О парусах\n\n      Лишняя строка.\n\nСтатья 2. Парус")  # fmt: skip
    one = bringer.understand(Brought(path=written(tmp_path, "winds.txt", text)))
    assert one.preview is not None
    line = next(unit.line for unit in one.preview.structure.units if "Лишняя" in unit.text)
    mended = bringer.again(one, Wishes(marks=((line, kind),)))
    assert mended.preview is not None
    unit = next(unit for unit in mended.preview.structure.units if unit.line == line)
    assert (unit.kind, unit.holder) == (kind, holder)
    stored = bringer.store(mended, NOW).stored
    assert stored is not None
    article = Desk().own_library.units(stored, "1")
    assert any("Лишняя" in one.text for one in article) is shown


def test_the_five_documents_are_recognised(bringer: Bringer, shared: Path, desk: Desk) -> None:
    found = [
        bringer.understand(Brought(path=path)).preview
        for path in sorted((shared / "sources").glob("*.txt"))
    ]
    assert {one.work for one in found if one} == set(desk.library.documents)
    assert all(not one.doubts for one in found if one)
