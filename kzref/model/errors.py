"""What can be wrong, as plain sentences: the key of a message, its arguments, nothing technical.

`InputError` is the user's to mend, `DataError` the disk's or the edition's.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzref.model.message import Argument


class KzrefError(Exception):
    """A fault that a user can be told in one sentence: what, where, and how to mend it."""

    def __init__(self, key: str, **arguments: "Argument") -> None:
        """Keep the sentence as a key of `resources/translations/*/errors.po` and its arguments."""
        super().__init__(key, arguments)
        from kzref.model.message import Message  # noqa: PLC0415 - a start without faults needs none

        self.message = Message(key, arguments)


class InputError(KzrefError):
    """Something typed or given cannot be used."""


class AmbiguousError(InputError):
    """A citation fits several places; `candidates` are their canonical spellings."""

    def __init__(self, key: str, candidates: tuple[str, ...], **arguments: "Argument") -> None:
        """Keep the candidates beside the sentence."""
        super().__init__(key, **arguments)
        self.candidates = candidates


class DataError(KzrefError):
    """The database, the index or another file is missing, damaged or of another edition."""
