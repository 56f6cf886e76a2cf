"""What search has open: the index of the edition, that of the user's own texts, and what reads them."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from threading import Lock

from kzref.model.errors import DataError
from kzref.model.passage import Passage
from kzref.model.practice import EverydayWords
from kzref.services.own.search import OwnSearch
from kzref.services.search.clauses import ClauseMaker
from kzref.services.search.sources import ReferenceShelf
from kzref.store.index.building import build
from kzref.store.index.ranking import Ranker
from kzref.store.index.search_index import SearchIndex

_OF_OWN_TEXTS = ("index", "ranker", "maker", "homes")


class Opened:
    """Each is opened when first asked for; whoever asks holds the lock."""

    def __init__(
        self, shelf: ReferenceShelf, path: Path, rebuilt: Path, library: OwnSearch | None
    ) -> None:
        """Remember where everything is; `rebuilt` is where `rebuild` writes."""
        self.lock = Lock()
        self._shelf = shelf
        self._path, self._rebuilt = path, rebuilt
        self._library = library
        self._joined = ""  # the state of the own library that the open index holds

    @property
    def _edition(self) -> str:
        return self._shelf.meta["data"]

    @cached_property
    def index(self) -> SearchIndex:
        """The index of the edition, with that of the user's own texts when there is one.

        Raises:
            DataError: it is missing, damaged or of another edition.
        """
        if self._library is None:
            return self._of_edition
        self._joined = self._library.state(self._edition)
        return self._library.joined(self._of_edition, self._edition)

    @cached_property
    def _of_edition(self) -> SearchIndex:
        try:
            return SearchIndex(self._path, edition=self._edition)
        except DataError:
            if self._rebuilt.is_dir():
                return SearchIndex(self._rebuilt, edition=self._edition)
            raise

    @cached_property
    def ranker(self) -> Ranker:
        """Ranks over the index."""
        return Ranker(self.index)

    @cached_property
    def maker(self) -> ClauseMaker:
        """Makes clauses with the words of the index."""
        return ClauseMaker(self.index)

    @cached_property
    def homes(self) -> tuple[str, ...]:
        """The acts and documents that hold passages."""
        return tuple(sorted(home for home in set(self.index.cards.homes) if home))

    def rebuild(self, progress: Callable[[int, int], None]) -> None:
        """Build the index anew from the database."""
        with self.lock:
            every = self._shelf.every_passage(Passage)
            everyday = tuple(self._shelf.values(EverydayWords))
            build(
                self._rebuilt,
                every,
                edition=self._edition,
                progress=progress,
                everyday=everyday,
            )
            self._forget("_of_edition", *_OF_OWN_TEXTS)

    def take_in(self, progress: Callable[[int, int], None]) -> None:
        """Index the user's own texts as they now are.

        Raises:
            DataError: the index of the edition is of no use, or the new one cannot be written.
        """
        if self._library is None:
            return
        with self.lock:
            first = self._of_edition
        self._library.refresh(first, self._edition, progress)
        with self.lock:
            self._forget(*_OF_OWN_TEXTS)

    def keep_in_step(self) -> bool:
        """Let go of own texts that have changed; whether some are not indexed yet."""
        if self._library is None:
            return False
        state = self._library.state(self._edition)
        if state != self._joined:
            self._forget(*_OF_OWN_TEXTS)
        return bool(state) and self.index is self._of_edition

    def _forget(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)
