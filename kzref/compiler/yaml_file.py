"""Reads one YAML file as YAML 1.2 (`no` is a word, `010` is not 8) and knows the line of every field.

PyYAML's C parser is used for its speed; its YAML 1.1 guesses are replaced by the core schema.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import yaml


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """Something wrong in a data file: where, what, and how to mend it."""

    file: str
    line: int
    fault: str
    repair: str

    def __str__(self) -> str:
        """One line for a terminal."""
        return f"{self.file}:{self.line}: {self.fault} -> {self.repair}"


class FaultyFileError(Exception):
    """A file that cannot be read as YAML at all."""

    def __init__(self, fault: Fault) -> None:
        """Keep the fault."""
        super().__init__(str(fault))
        self.fault = fault


class _Loader(yaml.CSafeLoader):
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]  # a class attribute there too


for _tag, _pattern, _first in (
    ("null", r"null|~|", ["n", "~", ""]),
    ("bool", r"true|false", list("tf")),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
    ("float", r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+", list("-+0123456789")),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", list("0123456789")),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first
    )


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The content of a file, with the line on which each field starts."""

    name: str
    content: Any  # plain YAML data; its shape is checked against the model afterwards
    lines: dict[tuple[str | int, ...], int]

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of the field, or of the nearest field around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read a file.

    Raises:
        FaultyFileError: it is not UTF-8, not YAML, or gives a key twice.
    """
    try:
        loader = _Loader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        lines: dict[tuple[str | int, ...], int] = {}
        if node is not None:
            _index(node, (), lines, name)
        content = None if node is None else loader.construct_document(node)
    except UnicodeDecodeError as fault:
        raise FaultyFileError(
            Fault(file=name, line=1, fault="not UTF-8", repair="save the file as UTF-8")
        ) from fault
    except (yaml.YAMLError, ValueError) as fault:
        mark = getattr(fault, "problem_mark", None)
        raise FaultyFileError(
            Fault(
                file=name,
                line=1 if mark is None else mark.line + 1,
                fault=f"not YAML: {getattr(fault, 'problem', None) or fault}",
                repair="check the indentation, the quotes and colons in unquoted texts there",
            )
        ) from fault
    return YamlFile(name, content, lines)


def _index(
    node: yaml.Node, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], name: str
) -> None:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":timestamp"):
        _check_day(node, name)
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            _index(item, (*path, position), lines, name)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            field = (*path, key.value)
            if field in lines:
                fault = Fault(
                    file=name,
                    line=key.start_mark.line + 1,
                    fault=f"the key {key.value!r} is given twice",
                    repair="keep one of the two",
                )
                raise FaultyFileError(fault)
            _index(value, field, lines, name)
            lines[field] = key.start_mark.line + 1


def _check_day(node: yaml.ScalarNode, name: str) -> None:
    try:
        date.fromisoformat(node.value)
    except ValueError as fault:
        raise FaultyFileError(
            Fault(
                file=name,
                line=node.start_mark.line + 1,
                fault=f"there is no day {node.value}",
                repair="write a day of the calendar, as 2026-11-23",
            )
        ) from fault
