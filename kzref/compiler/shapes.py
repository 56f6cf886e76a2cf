"""Checks plain YAML data against the dataclasses of the model: the model is the schema."""

import dataclasses
import inspect
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from kzref.compiler.yaml_file import Fault, YamlFile
from kzref.model import (
    calendar,
    citation_names,
    document,
    law,
    parameter,
    practice,
    records,
    substance,
    text,
)

T = TypeVar("T")

for _module in (
    calendar, citation_names, document, law, parameter, practice, records, substance, text,
):  # fmt: skip
    for _name, _class in inspect.getmembers(_module, dataclasses.is_dataclass):
        # pydantic reads its settings from the class; the model itself does not know pydantic
        setattr(_class, "__pydantic_config__", ConfigDict(extra="forbid"))  # noqa: B010 - not declared

_REPAIRS = {
    "missing": "add the field",
    "unexpected_keyword_argument": "remove it, or mend its spelling (see data/README.md)",
    "string_type": "write it in quotes",
    "tuple_type": "write a list: [a, b]",
    "enum": "use one of the words that the message names",
    "date_from_datetime_parsing": "write the day as 2026-11-23",
    "date_type": "write the day as 2026-11-23",
}


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


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(shape: type[T]) -> TypeAdapter[T]:
    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


def shaped(shape: type[T], content: object, where: Shaped, faults: list[Fault]) -> T | None:
    """The content as a value of the model; None, and faults added, when it does not fit."""
    try:
        value = _adapter(shape).validate_python(content)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            steps = tuple(step for step in one["loc"] if not str(step).startswith("function-"))
            name = ".".join(str(step) for step in steps)
            faults.append(
                where.at(*steps).fault(
                    f"{name or 'the file'}: {one['msg']}",
                    _REPAIRS.get(one["type"], "compare it with the example in data/README.md"),
                )
            )
        return None
    return value
