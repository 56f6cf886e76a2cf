"""Keeps the index of the user's own texts in step with the library, and joins it to the edition's.

An index belongs to one state of the library and one edition and lies in a folder named so; what is
of another state is never opened. Building goes on beside a running search, in a folder of its own
that gets its name when it is whole, so a process killed at any moment leaves the old or the new.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from kzref.model.errors import DataError
from kzref.model.own_text import OwnText
from kzref.services.own.passages import OwnPassages
from kzref.store.checksums import sha256
from kzref.store.index.building import build
from kzref.store.index.joint_index import JointIndex
from kzref.store.index.search_index import SearchIndex, is_whole


class OwnSearch:
    """The index of the own library."""

    def __init__(self, passages: OwnPassages, folder: Path) -> None:
        """Index these passages into a folder of the user's."""
        self.passages = passages
        self._folder = folder
        self._seen: tuple[object, str] = (None, "")
        self._building = Lock()

    def state(self, edition: str) -> str:
        """What the library holds, in a name; empty when it holds nothing.

        Asked at every keystroke, so the file is only read when it has changed.
        """
        stamp = self._stamp(edition)
        if self._seen[0] != stamp:
            self.passages.close()  # it may be another file by now
            rows = [
                (t.id, t.sha256, t.work, t.language.value, str(t.redaction), t.units)
                for t in self._texts()
            ]
            name = sha256(repr((edition, rows)).encode()).hexdigest()[:24] if rows else ""
            self._seen = stamp, name
        return self._seen[1]

    def _texts(self) -> tuple[OwnText, ...]:
        try:
            return self.passages.texts()
        except DataError:
            return ()  # a damaged library is told where it is opened; the edition is found without it

    def _stamp(self, edition: str) -> object:
        try:
            status = self.passages.path.stat()
        except OSError:  # none yet, or its folder cannot be reached
            return edition, None
        return edition, status.st_mtime_ns, status.st_size

    def joined(self, first: SearchIndex, edition: str) -> SearchIndex:
        """The edition's index with that of the library as it now is, or alone if there is none yet."""
        state = self.state(edition)
        if not state:
            return first
        try:
            return JointIndex(first, SearchIndex(self._folder / state, edition=state))
        except DataError:
            return first

    def refresh(
        self,
        first: SearchIndex,
        edition: str,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
    ) -> None:
        """Build the index of the library as it now is, and remove those of other states.

        Raises:
            DataError: the folder cannot be written.
        """
        with self._building:
            state = self.state(edition)
            folder = self._folder / state
            if state and not is_whole(folder, edition=state):
                self._build(folder, first, state, progress)
            for other in self._folder.glob("*"):
                if other.name != state:
                    shutil.rmtree(other, ignore_errors=True)  # an open one may stay a while

    def _build(
        self,
        folder: Path,
        first: SearchIndex,
        state: str,
        progress: Callable[[int, int], None],
    ) -> None:
        passages = self.passages.anew()
        try:
            build(
                folder,
                passages.every(),
                edition=state,
                progress=progress,
                known=first.lexicon.glossary(),
            )
        except OSError as fault:
            raise DataError(
                "ownsearch.not_written", path=str(folder), fault=fault.strerror or str(fault)
            ) from fault
        finally:
            passages.close()
