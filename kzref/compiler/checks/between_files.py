"""Every check, one after another."""

from collections.abc import Callable, Iterator

from kzref.compiler.checks.data import Data
from kzref.compiler.checks.everyday import everyday_words
from kzref.compiler.checks.names import languages, sections, sources, topics
from kzref.compiler.checks.parameters import parameters
from kzref.compiler.checks.references import amended, references
from kzref.compiler.checks.versions import versions
from kzref.compiler.loader import DataFolder
from kzref.compiler.yaml_file import Fault
from kzref.model.edition import Edition

CHECKS: tuple[Callable[[Data], Iterator[Fault]], ...] = (
    languages, versions, parameters, topics, sections, references, amended, sources, everyday_words,
)  # fmt: skip


def faults_between_files(edition: Edition, folder: DataFolder) -> list[Fault]:
    """Every fault between the files, in the order of files and lines."""
    data = Data(edition, folder)
    return sorted(fault for check in CHECKS for fault in check(data))
