"""Looks for every fault in `data/` and `resources/translations` without writing anything."""

from pathlib import Path

from kzref.compiler.checks.between_files import faults_between_files
from kzref.compiler.loader import load
from kzref.compiler.translations import read_translations, translation_faults
from kzref.compiler.yaml_file import Fault
from kzref.model.edition import Edition


class FaultyDataError(Exception):
    """The data have faults; nothing was written."""

    def __init__(self, faults: list[Fault]) -> None:
        """Keep the faults."""
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def check(root: Path) -> tuple[Edition, list[Fault]]:
    """The edition under a checkout's root, and every fault in it."""
    edition, folder = load(root / "data")
    faults = list(folder.faults)
    if not faults:
        faults += faults_between_files(edition, folder)
    faults += translation_faults(read_translations(root / "resources" / "translations"))
    return edition, sorted(faults)
