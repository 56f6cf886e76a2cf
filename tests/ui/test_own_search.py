"""The user's own text is found in the window, and opens where the edition has no digest."""

from datetime import UTC, date, datetime

from pytestqt.qtbot import QtBot

from kzref.model.own_text import Structure, TextKind, Unit, UnitKind
from kzref.model.text import Language
from kzref.paths import user_data
from kzref.store.library_db import Bringing, LibraryDb
from kzref.ui.main_window import MainWindow
from tests.ui.test_window import search, shown

UNITS = (
    Unit(
        kind=UnitKind.ARTICLE, text="Статья 668. О ветре", line=1, holder="668", number="668"
    ),
    Unit(
        kind=UnitKind.PART, text="5. Флюгер поворачивается беспрекословно.", line=2, holder="668",
        at="(5)", number="5",
    ),
)  # fmt: skip


def test_an_own_text_is_taken_in_found_and_opened(qtbot: QtBot, window: MainWindow) -> None:
    library = LibraryDb(user_data() / "library.db")
    bringing = Bringing(
        work="cpc-2014", language=Language.RU, redaction=date(2026, 1, 3), title="УПК",
        file_name="cpc.txt", sha256="a", at=datetime(2026, 11, 23, tzinfo=UTC),
    )  # fmt: skip
    library.add(Structure(kind=TextKind.ACT, units=UNITS), bringing)
    library.close()
    search(qtbot, window, "флюгер")  # nothing yet: the index is built behind it, then asked again
    qtbot.waitUntil(lambda: "CPC art. 668(5)" in shown(window, "results"), timeout=20_000)
    assert "Флюгер поворачивается" in shown(window, "results")
    window.open("CPC 668(5)")
    text = shown(window, "law")
    assert "5. Флюгер поворачивается беспрекословно." in text
    assert "no digest of this article" in text
    window.open("CPC 669")
    assert "look in the official text" in shown(window, "law")
