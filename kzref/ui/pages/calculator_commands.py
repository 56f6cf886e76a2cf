"""What is done by key on the page of calculators."""

from typing import TYPE_CHECKING

from kzref.ui.actions import Action

if TYPE_CHECKING:
    from kzref.ui.pages.calculators_page import CalculatorsPage


def add_calculator_commands(page: "CalculatorsPage") -> None:
    """Give the page its keys, its lines of the map and its commands of the palette."""
    answer, name = page.answer, page.name
    page.context.actions.add(
        Action(id="calc.now", label="action.calc.now", keys=("N",), page=name, act=page.enter_now),
        Action(
            id="calc.copy", label="action.calc.copy", keys=("C",), page=name, act=answer.copy,
            available=lambda: answer.outcome is not None,
        ),
        Action(
            id="calc.minor", label="lectern.action.minor", keys=("M",), page=name,
            act=lambda: page.form.turn_minor() and None,
            available=lambda: "minor" in page.form.names,
        ),
        Action(
            id="calc.ground", label="lectern.action.ground", keys=("G",), page=name,
            act=page.go_to_ground,
        ),
        Action(
            id="calc.trace", label="lectern.action.trace", keys=("T",), page=name,
            act=answer.turn_trace, available=lambda: bool(answer.law),
        ),
        Action(
            id="calc.next", label="lectern.action.next", keys=("J",), page=name,
            act=lambda: page.step(1),
        ),
        Action(
            id="calc.previous", label="lectern.action.previous", keys=("K",), page=name,
            act=lambda: page.step(-1),
        ),
    )  # fmt: skip
