"""What a lawyer does in court, walked by keys alone: find, reckon, cite, project; in any layout."""

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from kzref.model.language import Language
from kzref.ui.main_window import TABS, MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage
from kzref.ui.projector.audience import Audience
from kzref.ui.widgets.unit_reader import UnitReader

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
PATIENCE = 5  # seconds that a search may take before the test gives up

SCANNED = {
    key: first + at + 8  # as X11 and Wayland count them
    for first, row in {2: "1234567890", 16: "qwertyuiop", 30: "asdfghjkl", 44: "zxcvbnm,./"}.items()
    for at, key in enumerate(row)
}
KAZAKH = dict(
    zip(
        "1234567890qwertyuiopasdfghjklzxcvbnm/",
        '"әіңғ,.үұқйцукенгшщзфывапролдячсмить№',
        strict=True,
    )
)


class Hands:
    """Ten fingers on one layout, and eyes on the screen; nothing else."""

    def __init__(
        self, application: QApplication, window: MainWindow, layout: dict[str, str]
    ) -> None:
        self.application, self.window, self.layout = application, window, layout
        self.pressed = 0

    def key(self, name: str, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key by what stands on it in Latin letters, or by Qt's name of it."""
        self.pressed += 1
        if len(name) == 1:
            text = self.layout.get(name.lower(), name)
            self._send(ord(text.upper()), held, text if held == NONE else "", SCANNED.get(name, 0))
        else:
            text = {"Space": " ", "Return": "\r", "Backspace": "\b"}.get(name, "")
            self._send(getattr(Qt.Key, f"Key_{name}").value, held, text, 0)

    def _send(self, key: int, held: Qt.KeyboardModifier, text: str, scan: int) -> None:
        target = QApplication.focusWidget() or QApplication.activeWindow() or self.window
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, scan, 0, 0, text)
            event.setAccepted(kind is not QEvent.Type.ShortcutOverride)
            QApplication.sendEvent(target, event)
        self.application.processEvents()

    def type(self, text: str) -> None:
        for letter in text:
            self.key("Space" if letter == " " else letter)

    def until(self, seen: Callable[[], bool]) -> None:
        """Wait for what was asked for to be on the screen."""
        end = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < end, read(self.window)
            self.application.processEvents()
            time.sleep(0.005)


def texts(root: QWidget) -> Iterator[str]:
    """Every text that a window shows or tells to a screen reader."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        for name in ("text", "toPlainText", "title", "accessibleName", "accessibleDescription",
                     "toolTip", "windowTitle", "placeholderText"):  # fmt: skip
            told = getattr(widget, name, None)
            if callable(told):
                yield str(told())


def read(window: MainWindow) -> str:
    """What stands in the pane that has the keyboard, as far as it is in view."""
    focus = QApplication.focusWidget()
    if not isinstance(focus, QTextEdit):
        return ""
    first = focus.cursorForPosition(focus.viewport().rect().topLeft()).position()
    last = focus.cursorForPosition(focus.viewport().rect().bottomRight()).position()
    return focus.toPlainText()[first:last] if window.isVisible() else ""


@pytest.fixture
def hands(qapp: QApplication, window: MainWindow) -> Hands:
    window.activateWindow()
    qapp.processEvents()
    return Hands(qapp, window, {})


@pytest.fixture
def kazakh(qapp: QApplication, window: MainWindow) -> Hands:
    """A reader in Kazakh at a Kazakh keyboard, whose digit keys type letters."""
    window.context.speak(Language.KK)
    window.activateWindow()
    qapp.processEvents()
    return Hands(qapp, window, KAZAKH)


WORDS = {Language.EN: "psychotropic", Language.RU: "психотропных", Language.KK: "психотроптық"}


def find_131(hands: Hands) -> None:
    hands.type("131 4 5")
    hands.key("Return")
    word = WORDS[hands.window.context.language]
    hands.until(lambda: hands.window.current == "law" and word in read(hands.window))


def test_from_a_cold_start_an_article_is_on_the_screen(hands: Hands) -> None:
    assert hands.window.current == "start"
    find_131(hands)
    assert hands.pressed == len("131 4 5") + 1
    assert hands.window.page("law").place == "CPC 131(4)(5)"
    assert WORDS[Language.EN] in read(hands.window)


def reckon_for_a_minor(hands: Hands, detained: str, drawn_up: str) -> str:
    """From any page to the end of the term; what the answer says."""
    hands.key("2", CONTROL)
    hands.type(detained)
    page = hands.window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    go_to(hands, page.form.field("protocol_at"))
    hands.type(drawn_up)
    go_to(hands, page.form.field("minor"))
    hands.key("Space")
    hands.until(lambda: len(hands.window.context.clocks.all) > 1)
    go_to(hands, page.answer.reader)
    hands.until(lambda: bool(read(hands.window)))  # the pane may yet be laid out
    return read(hands.window)


def go_to(hands: Hands, field: QWidget) -> None:
    """By Tab alone."""
    for _ in range(40):
        if QApplication.focusWidget() is field:
            return
        hands.key("Tab")
    pytest.fail(f"Tab does not reach {field.accessibleName()}")


def test_the_limit_for_a_minor_is_read_from_a_protocol(hands: Hands) -> None:
    said = reckon_for_a_minor(hands, "2011 2340", "2111 0410")
    assert "21 November 2026 (Sat), 23:40 (UTC+5)" in said
    page = hands.window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    written = page.form.written(hands.window.context.now)
    assert written["detained_at"] == "2026-11-20T23:40"
    assert written["protocol_at"] == "2026-11-21T04:10"
    assert written["minor"] == "yes"
    assert hands.window.clock_rail is not None
    assert hands.window.clock_rail.isVisible()


@pytest.mark.parametrize(
    ("times_f8", "citation"),
    [(2, "п. 5) ч. 4 ст. 131 УПК"), (1, "ҚПК 131-бабының 4-бөлігінің 5) тармағы")],
)
def test_a_citation_goes_to_the_clipboard(hands: Hands, times_f8: int, citation: str) -> None:
    find_131(hands)
    for _ in range(times_f8):
        hands.key("F8")
    QGuiApplication.clipboard().clear()
    hands.key("c", CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text().startswith(citation)


def test_a_kazakh_reader_needs_no_other_layout(kazakh: Hands) -> None:
    find_131(kazakh)
    assert kazakh.window.page("law").place == "CPC 131(4)(5)"
    assert WORDS[Language.KK] in read(kazakh.window)
    QGuiApplication.clipboard().clear()
    kazakh.key("c", CONTROL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("ҚПК 131-бабының 4-бөлігінің 5) тармағы")
    said = reckon_for_a_minor(kazakh, "2011 2340", "2111 0410")
    assert "2026 ж. 21 қараша (сб), 23:40" in said


def test_the_room_sees_a_scenario_and_nothing_private(hands: Hands, qapp: QApplication) -> None:
    said_in_private = "brother was beaten"
    find_131(hands)
    hands.key("m")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    hands.type(said_in_private)
    hands.key("Escape")
    reckon_for_a_minor(hands, "2011 2340", "2111 0410")
    private = [said_in_private, "23:40", "2011", "2026-11-20"]
    hands.key("F5")
    presenter = hands.window.showing.presenter
    assert presenter is not None
    audience = presenter.audience
    assert presenter.isVisible()
    audience.showNormal()
    audience.resize(1024, 768)
    presenter.activateWindow()
    presenter.setFocus()
    qapp.processEvents()
    seen: list[str] = []

    def look() -> str:
        slide = audience.slide
        said = "\n".join(texts(audience))
        if slide is not None:
            said += "\n".join((slide.kicker, slide.title, *slide.paragraphs, slide.source))
        for word in private:
            assert word not in said
        seen.append(said)
        return said

    first = look()
    assert first
    for _ in range(3):
        hands.key("Right")
        look()
    assert len(set(seen)) > 1
    hands.key("Left")
    assert look() == seen[-3]
    hands.key("b")
    assert audience.slide is None
    look()
    hands.key("b")
    assert look() == seen[-3]
    assert audience.findChildren(QWidget) == []
    hands.key("Escape")
    assert not audience.isVisible()
    assert hands.window.isVisible()
    presenter.deleteLater()


@pytest.mark.parametrize("layout", [{}, KAZAKH])
def test_digits_turn_to_tabs(
    qapp: QApplication, window: MainWindow, layout: dict[str, str]
) -> None:
    hands = Hands(qapp, window, layout)
    window.activateWindow()
    hands.key("1", CONTROL)
    for number, name in ((3, TABS[2]), (4, TABS[3]), (5, TABS[4]), (6, TABS[5]), (1, TABS[0])):
        hands.key(str(number))
        assert window.current == name
    hands.key("2")
    assert window.current == "calculators"
    assert isinstance(QApplication.focusWidget(), QLineEdit)  # a time can be typed at once


def test_map_palette_and_escape(hands: Hands) -> None:
    find_131(hands)
    hands.key("?")
    said = "\n".join(texts(hands.window))
    assert "Ctrl+Shift+C" in said
    hands.key("Escape")
    assert "Ctrl+Alt+Shift+C" not in "\n".join(texts(hands.window))
    time.sleep(0.7)  # two presses at once mean something else
    hands.key("p", CONTROL | SHIFT)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    hands.type("documents")
    hands.key("Return")
    assert hands.window.current == "documents"
    hands.key("Backspace")
    assert hands.window.current == "law"
    assert hands.window.page("law").place == "CPC 131(4)(5)"
    time.sleep(0.7)
    hands.key("Escape")
    hands.key("Escape")
    assert hands.window.sheets.is_hidden
    assert WORDS[Language.EN] not in read(hands.window)
    time.sleep(0.8)  # a frightened hand presses Esc again
    hands.application.processEvents()
    hands.key("Escape")
    assert hands.window.sheets.is_hidden
    hands.key("Return")
    assert not hands.window.sheets.is_hidden


def test_next_unit_back_and_language(hands: Hands) -> None:
    find_131(hands)
    hands.key("j")
    assert hands.window.page("law").place == "CPC 131(4)(6)"
    hands.key("k")
    assert hands.window.page("law").place == "CPC 131(4)(5)"
    hands.key("F8")
    assert WORDS[Language.KK] in read(hands.window)
    hands.key("Backspace")
    assert hands.window.current == "start"


def test_bench_and_judge(hands: Hands) -> None:
    find_131(hands)
    hands.key("F9")
    bench = hands.window.showing.bench
    assert bench is not None
    assert bench.isVisible()
    hands.key("v")
    assert bench.judge.screen.isVisible()
    assert isinstance(bench.judge.screen, Audience)
    hands.key("Escape")
    assert not bench.judge.screen.isVisible()
    assert bench.isVisible()
    time.sleep(0.7)
    hands.key("Escape")
    assert not bench.isVisible()
    assert hands.window.current == "law"


def test_print_asks_and_can_be_left(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["one"]))
    find_131(hands)
    hands.key("p", CONTROL)
    dialog = hands.window.printing.dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.activateWindow()
    hands.application.processEvents()
    hands.key("Escape")
    assert dialog not in [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert hands.window.current == "law"


def test_moving_the_tint_looks_like_laying_out_anew(hands: Hands) -> None:
    find_131(hands)
    reader = hands.window.page("law").findChild(UnitReader)
    assert reader is not None
    hands.key("k")
    hands.key("k")
    assert hands.window.page("law").place == "CPC 131(4)(3)"
    moved = reader.viewport().grab().toImage()
    hands.window.page("law").refresh()
    hands.application.processEvents()
    anew = reader.viewport().grab().toImage()
    seen = moved.rect() & anew.rect()  # the strip above may take another height
    assert seen.height() > 300
    assert anew.copy(seen) == moved.copy(seen)
