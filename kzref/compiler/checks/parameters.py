"""Parameters and lists: called by their paths, histories in order, gaps explained."""

from collections.abc import Iterator

from kzref.compiler.checks.data import Data
from kzref.compiler.yaml_file import Fault
from kzref.model.dated_list import DatedList
from kzref.model.parameter import Parameter


def parameters(data: Data) -> Iterator[Fault]:
    """Faults of dated values."""
    laws = {law.id for law in data.edition.laws}
    dated: tuple[Parameter | DatedList, ...] = (*data.edition.parameters, *data.edition.lists)
    for one in dated:
        shape = type(one).__name__
        path = data.folder.origin(shape, one.id).file.name
        expected = path.split("/", maxsplit=2)[2].removesuffix(".yaml").replace("/", ".")
        if one.id != expected:
            yield data.fault(shape, one.id, "id differs from the path", f"call it {expected}")
        days = [value.in_force_from for value in one.history]
        if days != sorted(set(days)) or not days:
            yield data.fault(shape, one.id, "history does not ascend",
                              "order it, oldest first, each day once")  # fmt: skip
        for value in one.history:
            if value.amended_by and value.amended_by not in laws:
                yield data.fault(shape, one.id, f"law {value.amended_by} is not in laws.yaml",
                                  "add it there")  # fmt: skip
    for parameter in data.edition.parameters:
        if any(value.value is None and value.note is None for value in parameter.history):
            yield data.fault("Parameter", parameter.id, "a value is null without a note",
                              "say in `note` why there is none")  # fmt: skip
