"""The actions of the window itself, on every page."""

from typing import TYPE_CHECKING

from kzref.ui.actions import Action
from kzref.ui.frame.leaving import leave_field
from kzref.ui.frame.rail import TABS
from kzref.ui.frame.source import open_source

if TYPE_CHECKING:  # the window asks for its commands, not the other way round
    from kzref.ui.main_window import MainWindow

ZOOM_STEP = 0.1


def add_commands(window: "MainWindow") -> None:
    """Put the window's actions into the table of its context."""
    context, table = window.context, window.context.actions
    context.escape.leaves(lambda: leave_field(window))
    window.showing.add_actions()
    window.printing.add_actions()
    window.preferences.add_actions()
    table.add(
        Action(
            id="search", label="action.search", keys=("/", "Ctrl+K"), act=window.bar.focus_search
        ),
        Action(id="back", label="action.back", keys=("Backspace", "Alt+Left"), act=window.back),
        Action(id="find", label="action.find", keys=("Ctrl+F",), act=window.find_here),
        Action(
            id="pane.next", label="action.pane.next", keys=("F6",),
            act=lambda: _turn(window, forward=True),
        ),
        Action(
            id="pane.previous", label="action.pane.previous", keys=("Shift+F6",),
            act=lambda: _turn(window, forward=False),
        ),
        Action(
            id="language", label="action.language", keys=("F8",), act=window.turn_to
        ),
        Action(id="theme", label="action.theme", act=window.next_theme),
        Action(
            id="zoom.in", label="action.zoom.in", keys=("Ctrl+=", "Ctrl++"),
            act=lambda: window.zoom_by(ZOOM_STEP),
        ),
        Action(
            id="zoom.out", label="action.zoom.out", keys=("Ctrl+-",),
            act=lambda: window.zoom_by(-ZOOM_STEP),
        ),
        Action(
            id="zoom.usual", label="action.zoom.usual", keys=("Ctrl+0",),
            act=lambda: window.zoom_by(0),
        ),
        Action(id="escape", label="action.escape", keys=("Esc",), act=context.escape.press, listed=False),
        Action(id="hide", label="action.hide", keys=("Esc Esc",), act=window.sheets.hide_everything),
        Action(
            id="keys", label="action.keys", keys=("?", "F1"),
            act=lambda: window.sheets.toggle_map(window.current),
        ),
        Action(
            id="palette", label="action.palette", keys=(":", "Ctrl+Shift+P"), listed=False,
            act=lambda: window.sheets.open_palette(window.current),
        ),
        Action(id="source", label="action.source", keys=("O",), act=lambda: open_source(window)),
        Action(id="forget", label="action.forget", act=window.forget),
        Action(id="full-screen", label="action.full_screen", keys=("F11",), act=window.full_screen),
        Action(id="own", label="action.own", act=lambda: window.open("own:")),
        Action(id="import", label="action.import", keys=("Ctrl+O",), act=lambda: window.open("import:")),
        *(
            Action(
                id=f"tab.{name}", label=f"tab.{name}", keys=(f"{number}", f"Ctrl+{number}"),
                act=lambda name=name: window.go_to(name),  # type: ignore[misc]
            )
            for number, name in enumerate(TABS, 1)
        ),
    )  # fmt: skip


def _turn(window: "MainWindow", *, forward: bool) -> None:
    from kzref.ui.frame.tab_order import turn  # noqa: PLC0415 - as for the first Tab

    turn(window.frame, forward=forward)
