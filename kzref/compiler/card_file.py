"""Reads the test cards of `tests/cases/`: lists of situations, every value kept as it is written."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

from kzref.compiler.yaml_file import Fault
from kzref.model.card import Card


def read_cards(root: Path, faults: list[Fault]) -> Iterator[Card]:
    """Every sound card under `root`, by folder and file; what is wrong is added to `faults`."""
    for path in sorted(root.glob("*/*.yaml")):
        name = path.relative_to(root.parent.parent).as_posix()
        try:
            # the base loader leaves every value a text: 0.0100 keeps its zeros, 2026-02-31 its day
            written = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            faults.append(Fault(file=name, line=1, fault=f"not YAML: {error}", repair="mend it"))
            continue
        for number, item in enumerate(written or [], 1):
            try:
                card = msgspec.convert(_with_nothing(item), Card)
            except msgspec.ValidationError as error:
                what, repair = f"card {number}: {error}", "see tests/cases/README.md"
                faults.append(Fault(file=name, line=1, fault=what, repair=repair))
                continue
            if card.calculator != path.parent.name or not (card.expected or card.error):
                what, repair = f"card {number}: wrong folder, or nothing expected", "mend it"
                faults.append(Fault(file=name, line=1, fault=what, repair=repair))
                continue
            yield card


def _with_nothing(value: object) -> object:
    """The same with `null` as None."""
    if isinstance(value, dict):
        return {key: _with_nothing(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_nothing(item) for item in value]
    return None if value in {"null", "~", ""} else value
