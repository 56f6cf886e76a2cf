"""Ctrl+P: what is open, or what is selected in it, goes to the printer as the same sheet."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from kzref.ui.main_window import MainWindow
from kzref.ui.theme import INKS, Theme
from kzref.ui.widgets.reader import Reader
from tests.ui.test_wardrobe import undressed

CALCULATION = "calc:police-detention?detained_at=2026-11-20T23:40"


def printed(qtbot: QtBot, window: MainWindow, folder: Path) -> str:
    made = window.printing.sheet()
    assert made is not None
    printer = window.printing.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    file = folder / "printed.pdf"
    printer.setOutputFileName(str(file))
    window.printing.send(made, printer)
    qtbot.waitUntil(lambda: window.statusBar().currentMessage().startswith("Sent"), timeout=20_000)
    pages = PdfReader(io.BytesIO(file.read_bytes())).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        (CALCULATION, "22November2026(Sun),23:40"),
        ("CPC 131(4)", "CPCart.131(4)"),
        ("checklist:first-hours", "Firsthoursafterpolicedetention"),
        ("kz-response-2020 Q4 p4", "Q4"),
    ],
)
def test_what_is_open_is_printed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, place: str, wanted: str
) -> None:
    window.open(place)
    assert wanted in printed(qtbot, window, tmp_path)


def test_selection_is_printed_alone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.open("CPC 131(4)")
    (reader, *_) = [one for one in window.page("law").findChildren(Reader) if one.isVisible()]
    cursor = reader.document().find("48 hours")
    assert cursor.hasSelection()
    reader.setTextCursor(cursor)
    window.activateWindow()
    reader.setFocus()
    text = printed(qtbot, window, tmp_path)
    assert "48hours" in text
    assert "CPCart.131(4)" in text
    assert "72" not in text


def test_start_page_has_nothing_to_print(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    window.printing.print_open()
    assert window.statusBar().currentMessage() == window.context.words("print.nothing")


def test_dialog_does_not_stop_the_work(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["one"]))
    window.open(CALCULATION)
    window.printing.print_open()
    dialog = window.printing.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.isModal()
    dialog.reject()


@pytest.mark.parametrize("theme", Theme)
def test_dialogs_are_dressed_like_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["one"]))
    window.open("checklist:first-hours")
    window.set_theme(theme)
    window.printing.print_open()
    window.printing.save("pdf")
    (saving,) = window.findChildren(QFileDialog)
    printing = window.printing.dialog
    assert printing is not None
    for dialog in (printing, saving):
        assert undressed(dialog) == set()
        ground = dialog.grab().toImage().pixelColor(2, 2)
        assert ground == QColor(INKS[theme].desk)
        button = dialog.findChild(QPushButton)
        assert button is not None
        assert button.palette().buttonText().color() == QColor(INKS[theme].text)
        dialog.reject()


def test_without_a_printer_it_says_so(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    window.open(CALCULATION)
    window.printing.print_open()
    assert "PDF" in window.statusBar().currentMessage()
