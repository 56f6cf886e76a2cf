"""All that can be done by a key: the one table behind shortcuts, the `?` map and the palette. No Qt."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

EVERYWHERE = ""


def _always() -> bool:
    return True


class Action(NamedTuple):
    """One thing that the reader can do.

    Attributes:
        id: dotted, unlike any other: `law.next`.
        label: the key of the sentence that names it (`action.law.next`).
        act: does it, on the interface thread.
        keys: chords as on a Latin keyboard (`J`, `Ctrl+Shift+C`); none: in the palette only.
        page: the page that must be in front; everywhere when empty.
        available: whether it makes sense just now.
        listed: whether the palette offers it; the keys 1 to 6 would only repeat the tabs.
    """

    id: str
    label: str
    act: Callable[[], object]
    keys: tuple[str, ...] = ()
    page: str = EVERYWHERE
    available: Callable[[], bool] = _always
    listed: bool = True


class ActionTable:
    """The actions in the order they were added; a page adds its own when it is built."""

    def __init__(self) -> None:
        """Begin with none."""
        self._actions: dict[str, Action] = {}
        self._late: list[Callable[[], object]] = []

    def add_later(self, adds: Callable[[], object]) -> None:
        """Let this add its actions when the table is first needed."""
        self._late.append(adds)

    def complete(self) -> None:
        """Let everyone who was to add actions later add them now."""
        while self._late:
            self._late.pop(0)()

    def add(self, *actions: Action) -> None:
        """Add actions; one with an id that is there takes its place.

        Raises:
            ValueError: a chord is taken by another action of the same page.
        """
        self.complete()
        for action in actions:
            for other in self._actions.values():
                shared = set(action.keys) & set(other.keys)
                if shared and other.page == action.page and other.id != action.id:
                    raise ValueError(f"{action.id} and {other.id} share {sorted(shared)}")
            self._actions[action.id] = action

    def __iter__(self) -> Iterator[Action]:
        """All actions."""
        self.complete()
        return iter(tuple(self._actions.values()))

    def here(self, page: str) -> tuple[Action, ...]:
        """What can be done now with this page in front: first the page's own actions."""
        fitting = [
            action for action in self if action.page in {EVERYWHERE, page} and action.available()
        ]
        return tuple(sorted(fitting, key=lambda action: action.page == EVERYWHERE))

    def meant(self, chords: Iterable[str], page: str) -> Action | None:
        """What a key press asks for here, the likeliest reading of the key first."""
        here = self.here(page)
        for chord in chords:
            for action in here:
                if chord in action.keys:
                    return action
        return None
