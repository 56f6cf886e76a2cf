"""The presenter's keys: actions of the one table, so that `?` shows them and every layout has them."""

from collections.abc import Callable

from kzref.ui.actions import Action
from kzref.ui.context import Context
from kzref.ui.projector.conductor import Conductor
from kzref.ui.projector.panels.vote_panel import MOST

PAGE = "projector"
KEYS = {
    "forward": ("Right", "Space", "PgDown", "Return"), "back": ("Left", "PgUp", "Backspace"),
    "point_down": ("Down",), "point_up": ("Up",), "point_off": ("X",),
    "freeze": ("F",), "blank": ("B",), "darken": ("D",), "change": ("P",),
    "clock": ("C",), "later": ("Alt+Right",), "earlier": ("Alt+Left",),
    "hour_later": ("Shift+Right",), "hour_earlier": ("Shift+Left",),
    "what_if": ("W",), "side": ("T",), "next_change": ("N",), "previous_change": ("Shift+N",),
    **{f"vote.{n}": (f"{n}",) for n in range(1, MOST + 1)},
    **{f"unvote.{n}": (f"Shift+{n}",) for n in range(1, MOST + 1)},
    "no_votes": ("Del",), "handout": ("H",), "decks": ("L",),
}  # fmt: skip


def add_commands(
    context: Context,
    conductor: Conductor,
    do: Callable[[str], None],
    show_keys: Callable[[], None],
) -> None:
    """Put the presenter's actions into the table; `do` takes the name of a command."""
    context.actions.add(
        *(
            Action(
                id=f"projector.{name}", label=f"action.projector.{name}", keys=keys, page=PAGE,
                act=lambda name=name: do(name),  # type: ignore[misc]
                available=lambda name=name: _makes_sense(conductor, name),  # type: ignore[misc]
            )
            for name, keys in KEYS.items()
        ),
        Action(id="projector.language", label="action.language", keys=("F8",), page=PAGE, act=context.speak_next),
        Action(id="projector.keys", label="action.keys", keys=("?", "F1"), page=PAGE, act=show_keys),
        Action(id="projector.close", label="projector.close", keys=("Esc",), page=PAGE, act=context.escape.press),
    )  # fmt: skip


def _makes_sense(conductor: Conductor, name: str) -> bool:
    """Votes only where there are options, the clock only where one runs."""
    staging = conductor.staging
    option = name.partition(".")[2]
    if option:
        return int(option) <= len(staging.options)
    if name == "no_votes":
        return bool(staging.options)
    if name in {"clock", "later", "earlier", "hour_later", "hour_earlier"}:
        return staging.clock is not None
    return True
