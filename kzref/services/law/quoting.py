"""What is copied for a brief: the citation in a language's form with its law and day, and the words.

Plain text only, so that Word and Notepad paste the same. A digest is always called one.
"""

from dataclasses import dataclass
from datetime import date

from kzref.model.document import Place
from kzref.model.errors import InputError
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import Citable
from kzref.model.text import Language
from kzref.services.catalogue import Catalogue, catalogue
from kzref.services.desk import Desk
from kzref.services.own.official_text import Official


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoting:
    """Quotes places of an edition in a language, as of a day."""

    desk: Desk
    language: Language
    as_of: date

    def citation(self, place: Citable) -> str:
        """The citation with the act's title, date and number and the day of its law."""
        written = self.desk.citations.write(str(place), self.language)
        if isinstance(place, Place):
            document = self.desk.library.documents.get(place.document)
            if document is None:
                return written
            articles = self._covenant(place)
            return f"{written} ({', '.join([document.title[self.language], self._words.dated(document.dated), *articles])})"
        act = self.desk.library.instruments[place.key]
        words = self._words
        parts = [act.title[self.language]]
        if act.adopted:
            key = "reading.cite.adopted_number" if act.number else "reading.cite.adopted"
            parts[0] = words(
                key, title=parts[0], adopted=_day(act.adopted), number=act.number or ""
            )
        parts += self._state(place)
        return f"{written} ({', '.join(parts)})"

    def quotation(self, place: Citable) -> str:
        """The citation, and under it the words, named as what they are."""
        return f"{self.citation(place)}\n{self.wording(place)}"

    def wording(self, place: Citable) -> str:
        """The official text where the user has imported it, else the digest, named as what it is."""
        official = self._official(place)
        words = self._words
        if official is not None:
            redaction = official.source.redaction
            label = (
                words("reading.quote.official_of", day=_day(redaction))
                if redaction
                else words("reading.quote.official")
            )
            return f"{label} «{official.text}»"
        return f"{words('reading.quote.digest')} {self._digest(place)}"

    @property
    def _words(self) -> Catalogue:
        return catalogue(self.language)

    def _covenant(self, place: Place) -> list[str]:
        """The articles of the Covenant under which a paragraph stands."""
        try:
            cites = self.desk.library.paragraph(place).cites
        except InputError:
            return []
        written = [one for one in cites if one.startswith("ICCPR ")]
        return [self.desk.citations.write(one, self.language) for one in written[:1]]

    def _state(self, place: Pinpoint) -> list[str]:
        """Of which day the law is: the redaction of the imported text, else the chosen day."""
        words = self._words
        official = self._official(place)
        if official is not None and official.source.redaction:
            return [words("reading.cite.redaction", day=_day(official.source.redaction))]
        if place.article is None:
            return [words("reading.cite.as_of", day=_day(self.as_of))]
        try:
            version = self.desk.library.provision(place, self.as_of).version
        except InputError:
            version = None
        if version is None:
            return [words("reading.cite.not_known", day=_day(self.as_of))]
        state = [words("reading.cite.as_of", day=_day(self.as_of))]
        if version.amended_by:
            since = _day(version.in_force_from)
            state.insert(0, words("reading.cite.amended", since=since, law=version.amended_by))
        return state

    def _official(self, place: Citable) -> Official | None:
        """The official text of exactly this place, in the language if there is one."""
        if isinstance(place, Pinpoint) and place.article is None:
            return None
        try:
            official = self.desk.own_library.official(place, self.as_of, self.language)
        except InputError:
            return None
        return official if official.place == place else None

    def _digest(self, place: Citable) -> str:
        library = self.desk.library
        try:
            if isinstance(place, Place):
                return library.digest(place)[self.language]
            version = library.provision(place, self.as_of).version
        except InputError:
            version = None
        if version is None:
            return self._words("reading.cite.not_known", day=_day(self.as_of))
        return version.gist[self.language]


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
