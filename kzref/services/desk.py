"""Everything a lawyer has on the desk: one database, and the services over it, each made when first used."""

from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kzref.model.language import Language
from kzref.paths import database, index, user_data
from kzref.store.reference_db import ReferenceDb

if TYPE_CHECKING:  # loaded when first used, so that the window starts quickly
    from kzref.model.message import Message
    from kzref.model.outcome import Caution, Outcome
    from kzref.model.pinpoint import Pinpoint
    from kzref.model.practice import Checklist
    from kzref.model.text import Text
    from kzref.services.calculations.calculators import Calculators
    from kzref.services.law.citations import Citations
    from kzref.services.law.library import Library
    from kzref.services.notes.notes import Notes
    from kzref.services.own.answer_guard import AnswerGuard
    from kzref.services.own.backup import Backup
    from kzref.services.own.currency_guard import CurrencyGuard
    from kzref.services.own.library import OwnLibrary
    from kzref.services.search.search import Search
    from kzref.services.soundness.integrity import Integrity


class Desk:
    """The services over one edition."""

    def __init__(self, database_path: Path | None = None, index_path: Path | None = None) -> None:
        """Open the database.

        Raises:
            DataError: it is missing, damaged, or of another version of kzref.
        """
        self.database = ReferenceDb(database_path or database())
        self._index_path = index_path or index()
        if (user_data() / ".restoring").exists():  # a restore was interrupted: seldom
            from kzref.services.own.restoring import finish  # noqa: PLC0415

            with suppress(OSError):  # held by another program: at the next start
                finish(user_data())

    @cached_property
    def library(self) -> "Library":
        """Acts, documents, recommendations."""
        from kzref.services.law.library import Library  # noqa: PLC0415

        return Library(self.database)

    @cached_property
    def calculators(self) -> "Calculators":
        """The calculators."""
        from kzref.services.calculations.calculators import Calculators  # noqa: PLC0415

        return Calculators(self.database, guard=self._guard)

    def _guard(self, outcome: "Outcome") -> "tuple[Caution, ...]":
        """What the user's own texts say about an answer; nothing is opened where there are none."""
        if not self._own_library_file.is_file():
            return ()
        if fault := self.own_library.fault():
            from kzref.model.outcome import Caution  # noqa: PLC0415

            return (Caution(message=fault),)  # the answer itself stands on the edition
        return self._answer_guard.cautions(outcome)

    def own_doubts(self, place: "Pinpoint", as_of: date) -> "tuple[Message, ...]":
        """What the user's own texts know of a provision that the edition does not."""
        if not self._own_library_file.is_file():
            return ()
        return self.currency_guard.warnings(place, as_of)

    @cached_property
    def _answer_guard(self) -> "AnswerGuard":
        from kzref.services.own.answer_guard import AnswerGuard  # noqa: PLC0415

        return AnswerGuard(self.database, self.currency_guard)

    @cached_property
    def citations(self) -> "Citations":
        """Reads and writes citations."""
        from kzref.services.law.citations import Citations  # noqa: PLC0415

        return Citations(self.database)

    @cached_property
    def own_library(self) -> "OwnLibrary":
        """The user's own verbatim texts."""
        from kzref.services.own.library import OwnLibrary  # noqa: PLC0415
        from kzref.store.library_db import LibraryDb  # noqa: PLC0415

        return OwnLibrary(LibraryDb(self._own_library_file), self.library)

    def own_library_apart(self) -> "OwnLibrary":
        """The own library by a connection of its own, for work off the interface thread."""
        from kzref.services.own.library import OwnLibrary  # noqa: PLC0415
        from kzref.store.library_db import LibraryDb  # noqa: PLC0415

        return OwnLibrary(LibraryDb(self._own_library_file), self.library)

    @property
    def backup(self) -> "Backup":
        """Saves and restores the user's own files."""
        from kzref.services.own.backup import Backup  # noqa: PLC0415

        return Backup(user_data(), self.let_go)

    @property
    def _own_library_file(self) -> Path:
        return user_data() / "library.db"

    @cached_property
    def notes(self) -> "Notes":
        """The user's notes and bookmarks."""
        from kzref.services.notes.notes import Notes  # noqa: PLC0415
        from kzref.store.user_db import UserDb  # noqa: PLC0415

        edition = self.database.meta["edition"]
        return Notes(UserDb(user_data() / "user.db"), self.library, edition, self._official_text)

    def _official_text(self, place: "Pinpoint", day: date, language: Language) -> str | None:
        """The user's own text of exactly this place, or None."""
        from kzref.model.errors import InputError  # noqa: PLC0415

        try:
            official = self.own_library.official(place, day, language)
        except InputError:
            return None
        return official.text if official.place == place else None

    @cached_property
    def currency_guard(self) -> "CurrencyGuard":
        """What the user's own texts know that the edition does not."""
        from kzref.services.own.currency_guard import CurrencyGuard  # noqa: PLC0415

        return CurrencyGuard(self.database, self.library, self.own_library, self.cited)

    def cited(self, reference: str) -> "Text":
        """A reference as each language writes it."""
        write = self.citations.write
        from kzref.model.text import Text  # noqa: PLC0415 - not for the first page

        return Text(
            en=write(reference, Language.EN),
            ru=write(reference, Language.RU),
            kk=write(reference, Language.KK),
        )

    def official_citations(self) -> "Citations":
        """Reads citations of whatever has a digest or a verbatim text of the user's own."""
        from kzref.services.law.citations import Citations  # noqa: PLC0415

        return Citations(self.database, also=self.own_library.references())

    @cached_property
    def search(self) -> "Search":
        """The one search box."""
        from kzref.services.own.passages import OwnPassages  # noqa: PLC0415
        from kzref.services.own.search import OwnSearch  # noqa: PLC0415
        from kzref.services.records import Records  # noqa: PLC0415
        from kzref.services.search.search import Search  # noqa: PLC0415

        passages = OwnPassages(self._own_library_file, self.library)
        return Search(
            self.database,
            self._index_path,
            self.citations,
            records=Records(self.database, self.library),
            own=OwnSearch(passages, self._own_library_file.with_name("own-index")),
        )

    @cached_property
    def checklists(self) -> "tuple[Checklist, ...]":
        """The practical checklists."""
        return self.library.checklists

    @cached_property
    def integrity(self) -> "Integrity":
        """How the files of this copy compare with those that were delivered."""
        from kzref.services.soundness.integrity import compare  # noqa: PLC0415

        return compare()

    def let_go(self) -> None:
        """Close the user's own files, so that they can be moved or removed; asked again, they open."""
        if "own_library" in self.__dict__:
            self.own_library.close()
        if "notes" in self.__dict__:
            self.notes.reload()

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many records of each kind the edition holds."""
        counts = self.database.counts()
        counts["provision"] = len(self.database.pinpoints())
        return counts

    def topic(self, topic_id: str, language: Language) -> str:
        """The name of a topic."""
        return self.library.topic(topic_id, language)

    def title(self, kind: str, record_id: str, language: Language) -> str:
        """A short name of a record, for a list of links."""
        if kind in {"source-paragraph", "article"}:
            return self.citations.write(record_id, language)
        return self.library.title(kind, record_id, language)
