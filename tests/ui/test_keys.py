"""Shortcuts belong to keys: the same in the Latin, Russian and Kazakh layouts; typing is left alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget

from kzref.model.language import Language
from kzref.ui.actions import Action, ActionTable
from kzref.ui.frame.cover import Cover
from kzref.ui.frame.key_map import KeyMap
from kzref.ui.frame.palette import found
from kzref.ui.keys import ALT, CONTROL, SHIFT, chords
from kzref.ui.main_window import MainWindow
from kzref.ui.widgets.reader import Reader


@pytest.mark.parametrize(
    ("key", "held", "scan", "platform", "wanted"),
    [
        ("J", 0, 36 + 8, "xcb", "J"),
        ("О", 0, 36 + 8, "xcb", "J"),  # Russian and Kazakh: the letter on the J key
        ("О", 0, 36, "windows", "J"),
        ("О", 0, 0, "offscreen", "J"),  # the key is not known: the letter decides
        ("С", CONTROL | SHIFT, 46 + 8, "wayland", "Ctrl+Shift+C"),
        ("Ә", 0, 3 + 8, "xcb", "2"),  # Kazakh digit row
        ("Ғ", 0, 6, "windows", "5"),
        ('"', 0, 2 + 8, "xcb", "1"),
        (",", 0, 7 + 8, "xcb", "6"),
        ("Ң", CONTROL, 0, "offscreen", "Ctrl+4"),
        (".", 0, 53 + 8, "xcb", "/"),  # Russian: full stop on the slash key
        ("№", 0, 53 + 8, "xcb", "/"),  # Kazakh
        (",", SHIFT, 53 + 8, "xcb", "?"),  # Russian
        ("?", SHIFT, 53 + 8, "xcb", "?"),
        ("?", SHIFT, 8 + 8, "xcb", "?"),  # Russian: the sign itself, on the 7 key
        ("Ж", SHIFT, 39 + 8, "xcb", ":"),
        ("+", CONTROL | SHIFT, 13 + 8, "xcb", "Ctrl++"),
        ("О", 0, 0, "cocoa", "A"),  # macOS names the key by its virtual code
        ("&", 0, 2 + 8, "xcb", "1"),  # French digit row
        ("Q", 0, 30 + 8, "xcb", "Q"),  # a Latin letter means itself, wherever it is
        ("Left", ALT, 105 + 8, "xcb", "Alt+Left"),
        ("F8", 0, 66 + 8, "xcb", "F8"),
    ],
)
def test_the_key_counts_not_the_letter(
    key: str, held: int, scan: int, platform: str, wanted: str
) -> None:
    assert wanted in chords(key, held, scan=scan, virtual=0, platform=platform)


def test_a_latin_letter_means_nothing_else() -> None:
    assert chords("Q", 0, scan=30 + 8, virtual=0, platform="xcb") == ("Q",)


def test_two_actions_of_one_page_may_not_share_a_key() -> None:
    table = ActionTable()
    table.add(Action(id="a", label="a", keys=("J",), act=list))
    table.add(Action(id="b", label="b", keys=("J",), page="law", act=list))
    with pytest.raises(ValueError, match="share"):
        table.add(Action(id="c", label="c", keys=("J", "K"), page="law", act=list))
    meant = table.meant(("J",), "law")
    assert meant is not None
    assert meant.id == "b"  # the page's own goes first


def test_what_makes_no_sense_now_is_not_meant() -> None:
    table = ActionTable()
    table.add(Action(id="a", label="a", keys=("J",), act=list, available=lambda: False))
    assert table.meant(("J",), "") is None


def press(target: QWidget | None, key: int, text: str, held: int = 0) -> None:
    """Press a key as the platform does: first offered, then pressed."""
    assert target is not None
    modifiers = Qt.KeyboardModifier(held)
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, modifiers, text)
        event.ignore()
        QApplication.sendEvent(target, event)


@pytest.fixture
def focus(window: MainWindow) -> Callable[[QWidget], QWidget]:
    def give(widget: QWidget) -> QWidget:
        window.activateWindow()
        widget.setFocus()
        return widget

    return give


@pytest.mark.parametrize(("key", "text"), [(0x33, "3"), (ord("І"), "і")])
def test_a_digit_turns_to_a_tab_in_any_layout(
    window: MainWindow, focus: Callable[[QWidget], QWidget], key: int, text: str
) -> None:
    press(focus(window.frame.rail.buttons["about"]), key, text)
    assert window.current == "checklists"


def test_typing_in_a_field_is_left_alone(
    window: MainWindow, focus: Callable[[QWidget], QWidget]
) -> None:
    field = focus(window.bar.search)
    assert isinstance(field, QLineEdit)
    press(field, 0x33, "3")
    press(field, ord("О"), "о")
    assert field.text() == "3о"
    assert window.current == "start"
    press(field, Qt.Key.Key_F8, "")
    assert window.context.language.value == "kk"  # a key that types nothing works there, too


def test_space_presses_the_button_that_has_the_focus(
    window: MainWindow, focus: Callable[[QWidget], QWidget]
) -> None:
    asked = []
    window.context.actions.add(
        Action(id="x", label="x", keys=("Space",), act=lambda: asked.append("x"))
    )
    page = window.show_page("calculators")
    box = next(box for box in page.findChildren(QCheckBox) if box.isVisibleTo(page))
    press(focus(box), Qt.Key.Key_Space, " ")
    assert asked == []
    press(focus(window), Qt.Key.Key_Space, " ")
    assert asked == ["x"]


def test_a_choice_keeps_the_keys_it_chooses_by(
    window: MainWindow, focus: Callable[[QWidget], QWidget]
) -> None:
    page = window.show_page("calculators")
    choice = next(box for box in page.findChildren(QComboBox) if box.isVisibleTo(page))
    press(focus(choice), 0x33, "3")
    assert window.current == "calculators"


def test_every_action_has_a_name_in_each_language(window: MainWindow) -> None:
    for name in ("law", "calculators", "checklists", "recommendations", "documents", "about"):
        window.page(name)
    window.page("results")
    nameless = []
    for _ in range(3):
        window.context.speak_next()
        nameless += [
            a.label for a in window.context.actions if not window.context.words.knows(a.label)
        ]
    assert nameless == []


def test_the_map_lists_the_keys_of_this_page_and_stays_out_of_the_way(
    window: MainWindow, focus: Callable[[QWidget], QWidget]
) -> None:
    window.show_page("law")
    focus(window.frame.rail.buttons["law"])
    press(window.frame.rail.buttons["law"], ord("?"), "?")
    sheet = window.findChild(KeyMap)
    assert sheet is not None
    assert sheet.isVisible()
    said = sheet.findChild(Reader)
    assert said is not None
    for action in window.context.actions.here("law"):
        if action.keys:
            assert action.keys[0] in said.toPlainText()
    press(said, Qt.Key.Key_Escape, "")
    assert not sheet.isVisible()
    assert window.current == "law"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("zoom", None),
        ("larger", "zoom.in"),
        ("full scren", "full-screen"),
        ("ащтв", "find"),
    ],
)
def test_the_palette_finds_an_action_though_badly_typed(
    window: MainWindow, typed: str, wanted: str | None
) -> None:
    names = {a.id: window.context.words(a.label) for a in window.context.actions.here("law")}
    if wanted is not None:
        assert found(typed, names)[0] == wanted
    assert found("", names) == list(names)


def test_the_palette_does_what_is_chosen(
    window: MainWindow, focus: Callable[[QWidget], QWidget]
) -> None:
    focus(window.frame.rail.buttons["law"])
    press(window.frame.rail.buttons["law"], ord("P"), "", CONTROL | SHIFT)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("larger text")
    press(field, Qt.Key.Key_Return, "")
    assert window.context.zoom > 1
    window.set_zoom(1.0)


@pytest.mark.parametrize("place", ["", "calc:police-detention", "CPC 131", "checklist:first-hours"])
def test_escape_leaves_a_field_and_digits_are_keys_again(
    window: MainWindow, focus: Callable[[QWidget], QWidget], place: str
) -> None:
    if place:
        window.open(place)
    search = focus(window.bar.search)
    window.bar.search.setText("131")
    window.context.escape._last = float("-inf")  # no second press of a test before
    press(search, Qt.Key.Key_Escape, "")
    left = QApplication.focusWidget()
    assert left is not None
    assert not left.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert window.bar.search.text() == "131"
    press(left, 0x35, "5")
    assert window.current == "documents"


def test_escape_leaves_the_time_of_a_calculator(window: MainWindow) -> None:
    window.go_to("calculators")
    window.context.escape._last = float("-inf")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    press(field, Qt.Key.Key_Escape, "")
    press(QApplication.focusWidget(), 0x33, "3")
    assert window.current == "checklists"
    assert not field.text()


def test_escape_twice_hides_all_and_nothing_is_lost(
    window: MainWindow, focus: Callable[[QWidget], QWidget]
) -> None:
    window.open("CPC 131(4)")
    told: list[bool] = []
    window.context.hidden.connect(told.append)
    focus(window.frame.rail.buttons["law"])
    for _ in range(2):
        press(window.frame.rail.buttons["law"], Qt.Key.Key_Escape, "")
    cover = window.findChild(Cover)
    assert cover is not None
    assert cover.geometry() == window.rect()
    press(cover, 0x33, "3")  # no key reaches the work below
    assert window.current == "law"
    cover._pause.stop()
    press(cover, Qt.Key.Key_Return, "")
    assert not cover.isVisible()
    assert window.page("law").place == "CPC 131(4)"
    assert told == [True, False]


def test_what_says_what_is_typed_leaves_out_what_is_only_alike(window: MainWindow) -> None:
    names = {a.id: window.context.words(a.label) for a in window.context.actions.here("law")}
    assert set(found("zoom", names)) == {"zoom.in", "zoom.out", "zoom.usual"}


@pytest.mark.parametrize("language", list(Language))
def test_what_is_called_as_typed_comes_before_what_is_alike(
    window: MainWindow, language: Language
) -> None:
    window.context.speak(language)
    window.open("CPC 131")
    names = {a.id: window.context.words(a.label) for a in window.context.actions.here("law")}
    assert found("note", names)[0] == "law.note"


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("/", ""),
        ("№", ""),  # the slash key of the Kazakh layout
        (".", "."),  # the key is not known: a full stop
        ("7", "7"),
    ],
)
def test_the_key_of_the_search_is_not_typed_into_the_empty_box(
    window: MainWindow, text: str, typed: str
) -> None:
    field = window.bar.search
    field.setFocus()
    press(field, 0, text)
    assert field.text() == typed
    field.setText("48")
    press(field, 0, text)
    assert field.text() == f"48{text}"  # within a question it is a sign like others
    field.selectAll()
    press(field, 0, text)
    assert field.text() == (typed or f"48{text}")  # and no key of the search takes its place
    field.clear()
