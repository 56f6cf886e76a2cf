"""What a step of a pose does, by its first word."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from kzref.services.law.columns import Column, Layer, offered
from kzref.ui.pages.checklists_page import ChecklistsPage
from kzref.ui.pages.import_page import ImportPage
from kzref.ui.pages.law_page import LawPage
from kzref.ui.pages.own_page import OwnPage
from kzref.ui.pages.recommendations_page import RecommendationsPage
from kzref.ui.pages.results_page import ResultsPage
from kzref.ui.widgets.panes import Panes
from kzref.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from tests.gallery.studio import Studio


def _page(studio: "Studio", name: str) -> object:
    return studio.window.page(name)


def _act(studio: "Studio", name: str) -> None:
    """Do the action with this id."""
    next(action for action in studio.window.context.actions if action.id == name).act()


def _enter_results(studio: "Studio", _rest: str) -> None:
    page = _page(studio, "results")
    assert isinstance(page, ResultsPage)
    page.enter()


def _follow(studio: "Studio", link: str) -> None:
    page = _page(studio, "results")
    assert isinstance(page, ResultsPage)
    page._reader.followed.emit(link)


def _press(studio: "Studio", key: str) -> None:
    focus: QWidget | None = studio.window.focusWidget()
    QTest.keyClick(focus or studio.window, getattr(Qt.Key, f"Key_{key}"))


def _columns(studio: "Studio", how: str) -> None:
    page, context = _page(studio, "law"), studio.window.context
    assert isinstance(page, LawPage)
    act = context.desk.library.instruments[page.article.place.key]
    every = offered(context.desk.own_library, act)
    own = Column(layer=Layer.DIGEST, language=context.language)
    others = [one for one in every if one != own]
    if how == "official":
        others = [one for one in others if one.layer is Layer.OFFICIAL]
    wanted = {own, *others[: 1 if how == "official" else int(how) - 1]}
    page.article.choose_columns(tuple(one for one in every if one in wanted))


def _filter(studio: "Studio", text: str) -> None:
    page = _page(studio, "law")
    assert isinstance(page, LawPage)
    page._filter.setText(text)


def _find(studio: "Studio", text: str) -> None:
    studio.window.find_here()
    assert studio.window.frame.find_bar is not None
    studio.window.frame.find_bar._field.setText(text)


def _fold_clocks(studio: "Studio", _rest: str) -> None:
    assert studio.window.clock_rail is not None
    studio.window.clock_rail.toggle()


def _answer(studio: "Studio", answers: str) -> None:
    page = _page(studio, "checklists")
    assert isinstance(page, ChecklistsPage)
    for item, said in zip(page.items, answers.split(), strict=False):
        at = ("yes", "no", "unknown").index(said)
        item.findChildren(QPushButton)[at].click()


def _choose(studio: "Studio", rest: str) -> None:
    name, value = rest.split()
    page = _page(studio, "recommendations")
    assert isinstance(page, RecommendationsPage)
    field: QComboBox = page._fields[name]
    field.setCurrentIndex(max(0, field.findData(value)))


def _bring(studio: "Studio", names: str) -> None:
    studio.window.bring([studio.texts / name for name in names.split()])
    page = _page(studio, "import")
    assert isinstance(page, ImportPage)
    studio.until(lambda: page.queue.items and not page.queue.is_busy)


def _press_delete(studio: "Studio", _rest: str) -> None:
    page = _page(studio, "own")
    assert isinstance(page, OwnPage)
    page.delete_button.click()


def _type(studio: "Studio", text: str) -> None:
    studio.window.search(text)
    page = _page(studio, "results")
    assert isinstance(page, ResultsPage)
    studio.until(lambda: page._found is not None and page._found.query == text)


def _deck(studio: "Studio", place: str) -> None:
    assert studio.window.showing.presenter is not None
    presenter = studio.window.showing.presenter
    presenter._open(place)
    presenter.listing.choose(presenter.deck.place, silently=True)
    presenter.audience.showNormal()
    presenter.audience.resize(1920, 1080)  # offscreen there is no screen of that shape


def _present(studio: "Studio", name: str) -> None:
    assert studio.window.showing.presenter is not None
    studio.window.showing.presenter.do(name)


def _map(studio: "Studio", _rest: str) -> None:
    assert studio.window.showing.presenter is not None
    studio.window.showing.presenter.toggle_map()


def _store(studio: "Studio", _rest: str) -> None:
    page = _page(studio, "import")
    assert isinstance(page, ImportPage)
    page.queue.store(page.queue.ready)
    studio.until(lambda: not page.queue.is_busy)


def _click(studio: "Studio", name: str) -> None:
    page = _page(studio, "import")
    assert isinstance(page, ImportPage)
    page.buttons[name].click()


def _turn(studio: "Studio", pane: str) -> None:
    studio.settle()
    panes = studio.window.page(studio.window.current).findChild(Panes)
    assert panes is not None
    panes._turn_to(int(pane))


def _scroll(studio: "Studio", value: str) -> None:
    studio.settle()
    studio.window.page(studio.window.current).scroll_to(int(value))


def _bottom(studio: "Studio", _rest: str) -> None:
    studio.settle()
    for reader in studio.window.page(studio.window.current).findChildren(Reader):
        reader.scroll_to(100_000)


HANDS: dict[str, Callable[["Studio", str], object]] = {
    "open": lambda studio, place: studio.window.open(place.format(**studio.names)),
    "go": lambda studio, page: studio.window.go_to(page),
    "do": _act,
    "day": lambda studio, day: studio.window.context.set_as_of(date.fromisoformat(day)),
    "now": lambda studio, moment: studio.set_clock(datetime.fromisoformat(moment)),
    "zoom": lambda studio, zoom: studio.window.set_zoom(float(zoom)),
    "size": lambda studio, size: studio.window.resize(*map(int, size.split("x"))),
    "keys": lambda studio, text: QTest.keyClicks(studio.window.focusWidget(), text),
    "press": _press,
    "type": _type,
    "enter": _enter_results,
    "follow": _follow,
    "columns": _columns,
    "filter": _filter,
    "find": _find,
    "clocks": _fold_clocks,
    "answer": _answer,
    "choose": _choose,
    "bring": _bring,
    "press_delete": _press_delete,
    "deck": _deck,
    "present": _present,
    "scroll": _scroll,
    "bottom": _bottom,
    "map": _map,
    "store": _store,
    "turn": _turn,
    "click": _click,
    "look": lambda studio, at: setattr(studio, "looking_at", at),
    "home": lambda studio, which: studio.move(which),
    "paper": lambda studio, which: setattr(studio, "looking_at", f"paper {which}".strip()),
}  # fmt: skip
