"""Everything a lawyer has on the desk: one database, and the services over it, each made when first used."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kzref.model.parameter import Parameter
from kzref.model.practice import Checklist, Scenario, Topic
from kzref.model.records import Event, Recommendation
from kzref.model.text import Language
from kzref.paths import database, index, user_data
from kzref.services.citations import Citations
from kzref.services.library import Library
from kzref.store.reference_db import ReferenceDb

if TYPE_CHECKING:  # both are loaded when first used, so that the window starts quickly
    from kzref.services.calculators import Calculators
    from kzref.services.own_library import OwnLibrary
    from kzref.services.search import Search


class Desk:
    """The services over one edition."""

    def __init__(self, database_path: Path | None = None, index_path: Path | None = None) -> None:
        """Open the database.

        Raises:
            DataError: it is missing, damaged, or of another version of kzref.
        """
        self.database = ReferenceDb(database_path or database())
        self._index_path = index_path or index()

    @cached_property
    def library(self) -> Library:
        """Acts, documents, recommendations."""
        return Library(self.database)

    @cached_property
    def calculators(self) -> "Calculators":
        """The calculators."""
        from kzref.services.calculators import Calculators  # noqa: PLC0415

        return Calculators(self.database)

    @cached_property
    def citations(self) -> Citations:
        """Reads and writes citations."""
        return Citations(self.database)

    @cached_property
    def own_library(self) -> "OwnLibrary":
        """The user's own verbatim texts."""
        from kzref.services.own_library import OwnLibrary  # noqa: PLC0415
        from kzref.store.library_db import LibraryDb  # noqa: PLC0415

        return OwnLibrary(LibraryDb(user_data() / "library.db"), self.library)

    def official_citations(self) -> Citations:
        """Reads citations of whatever has a digest or a verbatim text of the user's own."""
        return Citations(self.database, also=self.own_library.references())

    @cached_property
    def search(self) -> "Search":
        """The one search box."""
        from kzref.services.search import Search  # noqa: PLC0415

        return Search(self.database, self._index_path, self.citations)

    @cached_property
    def checklists(self) -> tuple[Checklist, ...]:
        """The practical checklists."""
        return self.database.values(Checklist)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many records of each kind the edition holds."""
        counts = self.database.counts()
        counts["provision"] = len(self.database.pinpoints())
        return counts

    @cached_property
    def _topics(self) -> dict[str, Topic]:
        return {topic.id: topic for topic in self.database.values(Topic)}

    def topic(self, topic_id: str, language: Language) -> str:
        """The name of a topic."""
        topic = self._topics.get(topic_id)
        return topic.label[language] if topic else topic_id

    def title(self, kind: str, record_id: str, language: Language) -> str:
        """A short name of a record, for a list of links."""
        match kind:
            case "source-paragraph" | "article":
                return self.citations.write(record_id, language)
            case "recommendation":
                asked = self.database.get(Recommendation, record_id)
                return f"{record_id} {_short(asked.gist[language])}" if asked else record_id
            case "checklist":
                checklist = self.database.get(Checklist, record_id)
                return checklist.title[language] if checklist else record_id
            case "parameter":
                parameter = self.database.get(Parameter, record_id)
                return parameter.label[language] if parameter else record_id
            case "event":
                event = self.database.get(Event, record_id)
                return f"{event.on} {_short(event.what[language])}" if event else record_id
            case "scenario":
                scenario = self.database.get(Scenario, record_id)
                return scenario.title[language] if scenario else record_id
            case _:
                return record_id


def _short(text: str, length: int = 70) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", maxsplit=1)[0] + " …"
