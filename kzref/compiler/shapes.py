"""Checks plain YAML data against the model: the structs of the model are the schema."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import msgspec

from kzref.compiler.yaml_file import Fault, YamlFile

T = TypeVar("T")

_PLACE = re.compile(r"(?P<what>.*?)(?: - at `(?:key in )?(?P<path>\$.*)`)?", re.DOTALL)
_STEP = re.compile(r"\.(?P<field>[^.\[]+)|\[(?P<item>\d+)\]")
_REPAIRS = (
    ("missing required", "add the field"),
    ("contains unknown field", "remove it, or mend its spelling (see data/README.md)"),
    ("Expected `str", "write it in quotes"),
    ("Expected `array`", "write a list: [a, b]"),
    ("Expected `date`", "write the day as 2026-11-23"),
    ("Invalid RFC3339", "write the day as 2026-11-23"),
    ("Invalid enum value", "use one of the words of data/README.md"),
)


@dataclass(frozen=True, slots=True)
class Shaped:
    """Where a part of a file is, so that faults can name its lines."""

    file: YamlFile
    path: tuple[str | int, ...] = ()

    def at(self, *path: str | int) -> "Shaped":
        """A field below this one."""
        return Shaped(self.file, (*self.path, *path))

    def fault(self, what: str, repair: str) -> Fault:
        """A fault at this place."""
        return Fault(file=self.file.name, line=self.file.line(self.path), fault=what, repair=repair)


def shaped(shape: type[T], content: object, where: Shaped, faults: list[Fault]) -> T | None:
    """The content as a value of the model; None, and its first fault added, when it does not fit."""
    try:
        return msgspec.convert(content, shape, builtin_types=(date,), str_keys=False)
    except msgspec.ValidationError as error:
        faults.append(_fault(str(error), where))
        return None


def _fault(message: str, where: Shaped) -> Fault:
    match = _PLACE.fullmatch(message)
    what, path = (match["what"], match["path"] or "") if match else (message, "")
    steps: list[str | int] = []
    for step in _STEP.finditer(path):
        steps.append(step["field"] or int(step["item"]))
    if field := re.search(r"unknown field `(.+)`", what):
        steps.append(field[1])  # the line of the field itself, not of what holds it
    name = ".".join(str(step) for step in steps)
    repair = next(
        (repair for sign, repair in _REPAIRS if sign in what),
        "compare it with the example in data/README.md",
    )
    return where.at(*steps).fault(f"{name or 'the file'}: {what}", repair)
