"""What was answered on the checklists, and when. In memory only: nothing of it is written anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kzref.model.practice import Checklist, ChecklistItem

ANSWERS = ("yes", "no", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered, and when."""

    said: str
    at: datetime


class Answers:
    """The answers of all lists, by list and item."""

    def __init__(self) -> None:
        """Begin without any."""
        self._given: dict[tuple[str, str], Answer] = {}

    def give(self, checklist: Checklist, item: str, answer: Answer | None) -> None:
        """Keep an answer; None takes it back."""
        self._given.pop((checklist.id, item), None)
        if answer is not None:
            self._given[checklist.id, item] = answer

    def at(self, checklist: Checklist, item: str) -> Answer | None:
        """The answer to one question; None: it is open."""
        return self._given.get((checklist.id, item))

    def of(self, checklist: Checklist) -> dict[str, str]:
        """What was said of a list, by item."""
        return {item: one.said for (name, item), one in self._given.items() if name == checklist.id}

    def forget(self, checklist: Checklist) -> None:
        """Take back what was answered on a list."""
        for item in self.of(checklist):
            del self._given[checklist.id, item]


def tally(checklist: Checklist, said: Mapping[str, str]) -> dict[str, int]:
    """How many questions have each answer; `open`: how many have none."""
    counts = {one: sum(answer == one for answer in said.values()) for one in ANSWERS}
    return {**counts, "open": len(checklist.items) - len(said)}


def missing(checklist: Checklist, said: Mapping[str, str]) -> tuple[ChecklistItem, ...]:
    """The questions answered no, in the order of the list."""
    return tuple(item for item in checklist.items if said.get(item.id) == "no")
