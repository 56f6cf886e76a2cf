"""The last place is brought back; nothing that was entered is ever written; damage is no fault."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kzref.model.language import Language
from kzref.paths import user_data
from kzref.services.last_place import (
    LastPlace,
    last_place_file,
    read_last_place,
    write_last_place,
)
from kzref.ui.background import wait
from kzref.ui.main_window import MainWindow

HERE = LastPlace(page="law", place="CPC 131(4)", scroll=40, language="kk", theme="dark", zoom=1.5)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "новая папка" / "place.json"
    write_last_place(path, HERE)
    assert read_last_place(path) == HERE
    assert [one.name for one in path.parent.iterdir()] == ["place.json"]


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b'{"zoom": "big"}', b'{"page": 7}',
     b'{"scroll": true}', b"[" * 5000, b'{"place": "' + b"x" * 10_000 + b'"}'],
)  # fmt: skip
def test_damaged_file_is_as_good_as_none(tmp_path: Path, damaged: bytes) -> None:
    path = tmp_path / "place.json"
    path.write_bytes(damaged)
    assert read_last_place(path) is None


def test_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    write_last_place(tmp_path / "file" / "place.json", HERE)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


def test_position_only_never_what_was_entered(window: MainWindow) -> None:
    window.memory.keep()
    window.open("calc:police-detention?detained_at=2026-11-20T23:40&minor=yes")
    window.memory.keep()
    wait()
    written = last_place_file().read_text(encoding="utf-8")
    assert json.loads(written)["place"] == "calc:police-detention"
    assert "2026" not in written
    assert "minor" not in written


def test_what_was_searched_for_is_not_remembered(window: MainWindow) -> None:
    window.memory.keep()
    window.show_page("results")
    window.search("тайна клиента")
    window.context.speak(Language.RU)
    window.memory.keep()
    wait()
    written = json.loads(last_place_file().read_text(encoding="utf-8"))
    assert written["page"] == "start"
    assert written["place"] == ""


def test_untouched_window_writes_nothing(window: MainWindow) -> None:
    for _ in range(2):
        window.memory.keep()
    wait()
    assert not user_data().exists()


def test_last_place_is_brought_back(window: MainWindow, qapp: QApplication) -> None:
    window.memory.bring_back(HERE)
    qapp.processEvents()
    assert window.current == "law"
    assert window.page("law").place == "CPC 131(4)"


def test_reader_who_is_quicker_stays(window: MainWindow) -> None:
    window.show_page("about")
    window.memory.bring_back(HERE)
    assert window.current == "about"


@pytest.mark.parametrize("place", ["CPC 99999", "nonsense", ""])
def test_place_of_another_edition_is_no_fault(window: MainWindow, place: str) -> None:
    window.memory.bring_back(LastPlace(page="law", place=place))
    assert window.current == "law"


def test_forget_removes_and_stops(window: MainWindow) -> None:
    window.memory.keep()
    window.open("calc:police-detention?detained_at=2026-11-20T23:40")
    window.memory.keep()
    wait()
    assert last_place_file().exists()
    window.forget()
    assert not last_place_file().exists()
    assert window.context.clocks.all == ()
    page = window.page("calculators")
    assert "detained_at" not in page.form.written(window.context.now)  # type: ignore[attr-defined]
    window.show_page("law")
    window.memory.keep()
    wait()
    assert not last_place_file().exists()
