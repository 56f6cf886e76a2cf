"""Own texts in the window: dropped, understood, mended, stored, opened, compared, deleted, undone."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QEventLoop, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from kzref.model.own_text import UnitKind
from kzref.model.text import Language
from kzref.paths import user_data
from kzref.services.own.bringing import Stage
from kzref.services.own.text_preview import Wishes
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.import_page import ImportPage
from kzref.ui.pages.own_page import OwnPage
from kzref.ui.widgets.listing import Listing
from kzref.ui.widgets.reader import Reader

ACT = """\
КОДЕКС
от 4 июля 2014 года № 231-V ЗРК
по состоянию на {day}
Глава 1. О ветре

Статья 131. Ветер

      1. Ветер дует {hours} часа.

      3. Ветер стихает.

Статья 132. Парус

      Парус полон.

      Сноска. Статья 132 с изменением, внесенным Законом РК от 05.06.2021 № 50-VII (вводится в действие с 01.07.2021).
"""
OLD, NEW = ACT.format(day="01.01.2022", hours="два"), ACT.format(day="01.07.2023", hours="три")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    return folder


def until(ready: Callable[[], object]) -> None:
    begun = monotonic()
    while not ready():
        assert monotonic() - begun < 60, "the work never came to an end"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def importing(window: MainWindow) -> ImportPage:
    page = window.page("import")
    assert isinstance(page, ImportPage)
    return page


def owning(window: MainWindow) -> OwnPage:
    page = window.page("own")
    assert isinstance(page, OwnPage)
    return page


def shown(window: MainWindow) -> str:
    reader = window.page(window.current).findChild(Reader)
    assert reader is not None
    return reader.toPlainText()


def dropped(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    for kind in (QDragEnterEvent, QDropEvent):
        event = kind(
            QPoint(20, 20),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(window, event)
        assert event.isAccepted()


def understood(window: MainWindow, *paths: Path) -> ImportPage:
    dropped(window, *paths)
    page = importing(window)
    until(lambda: page.queue.items and all(one.stage != Stage.WAITING for one in page.queue.items))
    return page


def stored(window: MainWindow, *paths: Path) -> ImportPage:
    page = understood(window, *paths)
    page.buttons["store_all"].click()
    until(lambda: not page.queue.is_busy)
    return page


def test_dropped_files_are_shown_before_anything_is_stored(window: MainWindow, files: Path) -> None:
    page = understood(window, files)
    assert window.current == "import"
    assert [one.stage for one in page.queue.items] == [Stage.UNDERSTOOD] * 2
    assert "50-VII" in shown(window)
    assert "articles: 2" in shown(window)
    assert not (user_data() / "library.db").exists()


def test_what_was_stored_is_listed_and_opens(window: MainWindow, files: Path) -> None:
    stored(window, files)
    window.open("own:")
    assert "01.07.2023" in shown(window)
    newest = window.context.desk.own_library.texts()[0]
    window.open(f"own:{newest.id} 131")
    assert "Ветер дует три часа" in shown(window)
    assert owning(window).place == f"own:{newest.id} 131"


def test_a_folder_brought_again_goes_on_where_it_was_left(window: MainWindow, files: Path) -> None:
    page = understood(window, files / "new.txt")
    page.buttons["store_all"].click()
    until(lambda: not page.queue.is_busy)
    dropped(window, files)
    until(lambda: len(page.queue.items) == 2 and not page.queue.is_busy)
    assert [one.stage for one in page.queue.items] == [Stage.PRESENT, Stage.UNDERSTOOD]


def test_stopping_keeps_what_is_done(window: MainWindow, files: Path) -> None:
    for number in range(5):
        (files / f"z{number}.txt").write_text(OLD + f"      {number}.\n", encoding="utf-8")
    window.bring([files])
    page = importing(window)
    until(lambda: page.queue.done >= 1)
    page.buttons["stop"].click()
    until(lambda: not page.queue.is_busy)
    waiting = [one for one in page.queue.items if one.stage is Stage.WAITING]
    assert waiting
    page.buttons["go_on"].click()
    until(lambda: not page.queue.is_busy)
    assert not [one for one in page.queue.items if one.stage is Stage.WAITING]


def test_an_unreadable_file_does_not_stop_the_others(window: MainWindow, files: Path) -> None:
    (files / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    page = understood(window, files)
    stages = {one.path.name: one.stage for one in page.queue.items}
    assert stages == {
        "broken.docx": Stage.REFUSED,
        "new.txt": Stage.UNDERSTOOD,
        "old.txt": Stage.UNDERSTOOD,
    }
    assert "broken.docx" in shown(window)


def test_the_same_text_under_two_names_is_one(window: MainWindow, files: Path) -> None:
    (files / "twin.txt").write_text(NEW, encoding="utf-8")
    page = stored(window, files)
    assert len(window.context.desk.own_library.texts()) == 2
    assert page.queue.items[-1].stage is Stage.PRESENT


def test_what_was_guessed_can_be_mended(window: MainWindow, files: Path) -> None:
    page = understood(window, files / "old.txt")
    path = files / "old.txt"
    page.queue.understand(path, Wishes(instrument="cc-2014", redaction=date(2020, 2, 3)))
    until(lambda: not page.queue.is_busy)
    one = page.queue.get(path)
    assert one is not None
    assert one.preview is not None
    assert (one.preview.work, one.preview.redaction) == ("cc-2014", date(2020, 2, 3))


def test_a_doubted_line_can_be_marked(window: MainWindow, files: Path) -> None:
    path = files / "gap.txt"
    path.write_text(OLD, encoding="utf-8")
    page = understood(window, path)
    marks = page._mending.marks
    (line,) = marks.boxes
    box = marks.boxes[line]
    box.setCurrentIndex(box.findData(UnitKind.FURNITURE))
    box.activated.emit(box.currentIndex())
    until(lambda: not page.queue.is_busy)
    one = page.queue.get(path)
    assert one is not None
    assert one.wishes.marks == ((line, UnitKind.FURNITURE),)


def test_the_rows_of_doubted_lines_outlive_larger_letters(window: MainWindow, files: Path) -> None:
    """A widget that goes while all of them are dressed anew takes the whole program with it."""
    window.resize(1366, 768)
    window.show()
    page = understood(window, files / "old.txt")
    window.open("import:")
    assert page._mending.marks.isVisible()
    window.set_zoom(3.0)
    QApplication.processEvents()
    assert not page._mending.marks.isVisible()  # there is no height for them
    rows = page._mending.marks._rows
    page.spare(2)
    assert page._mending.marks._rows is rows  # room is made by hiding, not by making them anew
    window.set_zoom(1.0)
    QApplication.processEvents()
    assert page._mending.marks.isVisible()


def test_what_mends_a_file_stands_beside_it_on_a_wide_window(
    window: MainWindow, files: Path
) -> None:
    window.resize(1920, 1080)
    window.show()
    page = understood(window, files / "old.txt")
    window.open("import:")
    QApplication.processEvents()
    assert page._mending.x() >= page._reader.geometry().right()
    assert page._mending.y() == page._reader.y()
    window.resize(1366, 768)
    QApplication.processEvents()
    assert page._mending.y() >= page._reader.geometry().bottom()
    assert page._mending.height() >= page._mending.sizeHint().height()  # every doubted line is seen


def test_redactions_are_compared_word_by_word(window: MainWindow, files: Path) -> None:
    stored(window, files)
    new, old = window.context.desk.own_library.texts()
    window.open(f"own:compare {old.id} {new.id}")
    until(lambda: "131" in shown(window))
    assert "132" not in shown(window)
    window.open(f"own:compare {old.id} {new.id} 131")
    assert "−два" in shown(window)
    assert "+три" in shown(window)


def test_languages_are_read_side_by_side_article_after_article(
    window: MainWindow, files: Path
) -> None:
    kazakh = files / "kk.txt"
    kazakh.write_text("131-бап. Жел\n1. Жел соғады.\n132-бап. Желкен\nЖелкен толы.\n", "utf-8")
    page = understood(window, files / "new.txt", kazakh)
    wishes = Wishes(instrument="cpc-2014", language=Language.KK, redaction=date(2023, 7, 1))
    page.queue.understand(kazakh, wishes)
    until(lambda: not page.queue.is_busy)
    page.buttons["store_all"].click()
    until(lambda: not page.queue.is_busy)
    texts = {text.language: text.id for text in window.context.desk.own_library.texts()}
    window.open("own:")
    russian, other = texts[Language.RU], texts[Language.KK]
    window.open(f"own:pair {russian} {other} 131")
    assert "Жел соғады" in shown(window)
    assert "Ветер дует" in shown(window)
    window.page("own").findChild(Listing).choose(f"own:{russian} 132")  # type: ignore[union-attr]
    assert "Желкен толы" in shown(window)
    assert "Парус полон" in shown(window)


def test_a_found_place_of_a_text_of_ones_own_opens(window: MainWindow, files: Path) -> None:
    (files / "log.txt").write_text("The mast is oak.\n\nThe sail is linen.\n", encoding="utf-8")
    stored(window, files / "log.txt")
    assert [text.work for text in window.context.desk.own_library.texts()] == ["own-log"]
    window.open("own-log body p2")
    assert window.current == "own"
    assert "The sail is linen." in shown(window)
    assert owning(window).place.endswith("body p2")


def test_deleting_asks_once_and_is_undone(window: MainWindow, files: Path) -> None:
    stored(window, files / "new.txt")
    (text,) = window.context.desk.own_library.texts()
    window.open(f"own:{text.id}")
    page = owning(window)
    page.delete_button.click()
    assert page.asking.isVisible()
    page.asking.no.click()
    assert window.context.desk.own_library.texts() == (text,)
    page.delete_button.click()
    page.asking.yes.click()
    assert window.context.desk.own_library.texts() == ()
    assert page.asking.isVisible()
    page.asking.yes.click()
    assert window.context.desk.own_library.texts() == (text,)


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_left_unsaid_in_any_language(
    window: MainWindow, files: Path, language: Language
) -> None:
    window.context.speak(language)
    stored(window, files)
    texts = window.context.desk.own_library.texts()
    for place in (
        "import:", "own:", f"own:{texts[0].id}", f"own:compare {texts[1].id} {texts[0].id} 131",
        f"own:pair {texts[1].id} {texts[0].id} 131",
    ):  # fmt: skip
        window.open(place)
        assert "own." not in shown(window), place
        assert "{" not in shown(window), place


def test_a_brought_document_stands_beside_its_digests(window: MainWindow, shared: Path) -> None:
    window.open("kz-response-2020 Q4 p2")
    before = shown(window)
    stored(window, shared / "sources" / "000_1a07cdff17b93df0.txt")
    window.open("kz-response-2020 Q4 p2")
    own = window.context.desk.own_library
    (text,) = own.texts("kz-response-2020")
    units = [unit.text for unit in own.units(text, "Q4") if unit.at]
    assert units
    assert all(words in shown(window) and words not in before for words in units)


def test_the_documents_page_leads_to_own_texts(window: MainWindow) -> None:
    window.go_to("documents")
    window.page("documents").findChild(Listing).choose("own:")  # type: ignore[union-attr]
    assert window.current == "own"
