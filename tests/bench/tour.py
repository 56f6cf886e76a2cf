"""The walk through everything in the window, step by step: what `tests.bench.blocks` times."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kzref.model.language import Language
from kzref.ui.frame.rail import TABS
from kzref.ui.main_window import MainWindow

Step = tuple[str, Callable[[], object]]

ARTICLES = (
    "CPC 131", "CPC 131(4)", "CPC 128(5)", "CC 297", "CPC 147", "ICCPR 9", "CC 299", "CPC 3(1)",
    "CPC 136",
)  # fmt: skip
PLACES = (
    "kz-response-2020", "ngo-iccpr-2016 II", "hazard:", "event:", "statistic:", "substance:",
    "glossary:", "parameter:", "note:", "recommendation:REC-UN-01", "own:", "import:",
)  # fmt: skip


def tour(window: MainWindow) -> Iterator[Step]:
    """Every step with what it does; a step that bears the name of another counts with it."""
    yield from _visits(window)
    yield from _reading(window)
    yield from _asking(window)
    yield from _sheets(window)
    yield from _looks(window)
    yield from _modes(window)


def _visits(window: MainWindow) -> Iterator[Step]:
    for name in TABS:
        yield f"first visit: {name}", partial(window.go_to, name)
    for name in TABS:
        yield f"second visit: {name}", partial(window.go_to, name)
    for place in ARTICLES:
        yield _opens(window, place)


def _reading(window: MainWindow) -> Iterator[Step]:
    for _ in range(3):
        yield "next unit (J)", _does(window, "law.next")
    for _ in range(2):
        yield "changes (D)", _does(window, "law.changes")
    yield "two columns", partial(_two_columns, window)
    for text in ("1", "13", "стража", ""):
        yield "filter of the law", partial(_filter, window, text)
    yield "note (M)", _does(window, "law.note")
    yield from _types("a note")
    yield "Esc", _does(window, "escape")
    for place in PLACES:
        yield _opens(window, place)


def _asking(window: MainWindow) -> Iterator[Step]:
    yield "search: focus", _does(window, "search")
    yield from _types("задержание")
    for _ in range(2):
        yield "results: down", partial(_press, Qt.Key.Key_Down)
    yield "results: peek", partial(_press, Qt.Key.Key_Space)
    yield _opens(window, "calc:police-detention")
    yield from _types("2011 2340")
    for calculator in window.context.desk.calculators.all[:6]:
        yield _opens(window, f"calc:{calculator.spec.id}")
    for checklist in window.context.desk.checklists[:4]:
        yield _opens(window, f"checklist:{checklist.id}")
    yield "checklist: answer", partial(_press, Qt.Key.Key_N)


def _sheets(window: MainWindow) -> Iterator[Step]:
    yield "palette", _does(window, "palette")
    yield from _types("law")
    yield "Esc", _does(window, "escape")
    for _ in range(2):  # not Esc, which twice in haste covers everything
        yield "key map", _does(window, "keys")


def _looks(window: MainWindow) -> Iterator[Step]:
    """Everything has been visited: all of it changes its language, its colours and its letters."""
    for page in ("law", "about", "documents"):
        yield f"return: {page}", partial(window.go_to, page)
        yield f"theme on {page}", window.next_theme
        yield f"zoom on {page}", _does(window, "zoom.in")
        yield f"language (F8) on {page}", _does(window, "language")
    earlier = window.context.today.replace(year=2019, day=1)
    yield "day of the law", partial(window.context.set_as_of, earlier)
    yield "find in the page", _does(window, "find")
    yield "Esc", _does(window, "escape")


def _modes(window: MainWindow) -> Iterator[Step]:
    yield _opens(window, "CPC 131")
    for mode, action in (("bench (F9)", "bench"), ("judge (V)", "judge")):
        yield mode, _does(window, action)
        yield "Esc", _does(window, "escape")
    yield "projector (F5)", _does(window, "project")


def _does(window: MainWindow, action: str) -> Callable[[], object]:
    return next(one for one in window.context.actions if one.id == action).act


def _opens(window: MainWindow, place: str) -> Step:
    return f"opening {place}", partial(window.open, place)


def _types(text: str) -> Iterator[Step]:
    for letter in text:
        yield f"typing {text!r}", partial(_type, letter)


def _type(letter: str) -> None:
    """A letter of any alphabet, as the keyboard sends it."""
    press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(_focus(), press)


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focus(), key)


def _focus() -> QWidget:
    return QApplication.focusWidget() or QApplication.activeWindow() or QWidget()


def _two_columns(window: MainWindow) -> None:
    from kzref.services.law.columns import Column, Layer
    from kzref.ui.pages.law_page import LawPage

    page = window.page("law")
    assert isinstance(page, LawPage)
    page.article.choose_columns(
        tuple(Column(layer=Layer.DIGEST, language=one) for one in (Language.RU, Language.EN))
    )


def _filter(window: MainWindow, text: str) -> None:
    field = window.page("law").findChild(QLineEdit, "filter")
    assert field is not None
    field.setText(text)
