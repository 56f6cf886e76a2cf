"""The user's own verbatim texts: understood first, then stored, and opened by any pinpoint."""

from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from kzref.model.document import Place
from kzref.model.errors import DataError, InputError
from kzref.model.message import Message
from kzref.model.own_text import Amendment, OwnText, ReadFile, TextKind, Unit, UnitKind
from kzref.model.reference import Citable
from kzref.model.text import FALLBACK, Language
from kzref.services.law.library import Library
from kzref.services.own.official_text import (
    Official,
    nearest_text,
    of_paragraph,
    reference,
    touches,
)
from kzref.services.own.text_preview import Preview, Previewer, Wishes
from kzref.store.library_db import Bringing, LibraryDb


class OwnLibrary:
    """The own library beside one edition, whose names of acts and documents it uses."""

    def __init__(self, store: LibraryDb, library: Library) -> None:
        """Use this store; it is opened when first asked."""
        self._store = store
        self._library = library

    def close(self) -> None:
        """Let go of the file; it is opened anew when next asked."""
        self._store.close()

    # --- bringing

    @cached_property
    def _previewer(self) -> Previewer:
        return Previewer(self._store, self._library)

    def preview(self, path: Path, wishes: Wishes | None = None) -> Preview:
        """Read a file and say what was understood; nothing is stored.

        Raises:
            InputError: it cannot be read, or it cannot be told what it is.
        """
        return self._previewer.preview(path, wishes or Wishes())

    def understand(self, file: ReadFile, wishes: Wishes) -> Preview:
        """Say what a file that was read is, under these wishes.

        Raises:
            InputError: it cannot be told which act it is.
        """
        return self._previewer.understand(file, wishes)

    def bring(self, preview: Preview, now: datetime, *, replacing: bool = False) -> OwnText:
        """Store what was understood; the same file twice is one.

        Raises:
            InputError: the same file is here as something else, or another file of this redaction.
            DataError: the library cannot be written.
        """
        present = preview.present or self._store.with_hash(preview.file.sha256)
        if present is not None:
            if (present.work, present.language) != (preview.work, preview.language):
                raise InputError(
                    "own.is_here_as", file=preview.file.name, title=present.title, id=present.work
                )
            return present
        same = [
            text
            for text in self._store.texts(preview.work)
            if (text.language, text.redaction) == (preview.language, preview.redaction)
        ]
        if same and not replacing:
            raise InputError(
                "own.same_redaction",
                title=preview.title,
                redaction=preview.redaction,
                file=same[0].file_name,
            )
        return self._store.add(
            preview.structure,
            Bringing(
                work=preview.work,
                language=preview.language,
                redaction=preview.redaction,
                title=preview.title,
                file_name=preview.file.name,
                sha256=preview.file.sha256,
                at=now,
            ),
            replacing=same,
        )

    # --- keeping

    def texts(self, work: str | None = None) -> tuple[OwnText, ...]:
        """The texts of the library, newest redaction first; of one act or document, if named.

        Beside a digest a library that cannot be read is as good as none: `fault` tells of it there.

        Raises:
            DataError: all texts are asked for, and the library is damaged or out of reach.
        """
        try:
            return self._store.texts(work)
        except DataError:
            if work is None:
                raise
            return ()

    def fault(self) -> Message | None:
        """Why the library cannot be read, if it cannot."""
        try:
            self._store.texts()
        except DataError as fault:
            return fault.message
        return None

    def deleted(self) -> tuple[OwnText, ...]:
        """What was taken out and can be brought back, the last one first."""
        return self._store.deleted()

    def delete(self, text: OwnText, now: datetime) -> None:
        """Take a text out; `restore` undoes it."""
        self._store.delete(text, now)

    def restore(self, text: OwnText) -> None:
        """Undo a deletion."""
        self._store.restore(text)

    # --- opening

    def references(self) -> frozenset[str]:
        """Every provision that has a verbatim text, in the spelling of data."""
        keys = {act.id: act.key for act in self._library.instruments.values()}
        return frozenset(
            reference(keys[work], holder, at)
            for work, holder, at in self._store.places(TextKind.ACT)
            if work in keys
        )

    def redaction(self, work: str, as_of: date, language: Language) -> OwnText | None:
        """The text that shows the law of a day, in the best language there is; None: none does."""
        texts = [
            text for text in self.texts(work) if text.redaction is None or text.redaction <= as_of
        ]
        for one in FALLBACK[language]:
            of_language = [text for text in texts if text.language is one]
            if of_language:
                return max(of_language, key=lambda text: (text.redaction or date.min, text.id))
        return None

    def official(self, place: Citable, as_of: date, language: Language) -> Official:
        """The verbatim text of a place as of a day.

        Raises:
            InputError: no text of it was imported, or none of that day, or it has no such place.
        """
        if isinstance(place, Place):
            return self._paragraph(place, language)
        work = self._library.instruments[place.key].id
        source = self.redaction(work, as_of, language)
        if source is None:
            raise self._missing(place, work, as_of)
        of_article = self._store.units(source, place.article or "")
        nearest, units = nearest_text(of_article, place)
        if nearest is None:
            raise InputError("own.no_place", citation=str(place), title=source.title)
        title = next((unit.text for unit in of_article if unit.kind is UnitKind.ARTICLE), "")
        return Official(
            place=nearest,
            source=source,
            until=self._until(source),
            title=title,
            units=units,
            amendments=tuple(
                one
                for one in self._store.amendments(source, place.article)
                if touches(one.at, nearest.at)
            ),
        )

    def units(self, text: OwnText, holder: str | None = None) -> tuple[Unit, ...]:
        """The units of a text in its order; only those of one article or section when given."""
        return self._store.units(text, holder)

    def amendments(self, text: OwnText, article: str | None = None) -> tuple[Amendment, ...]:
        """What the notes of a text say of an article."""
        return self._store.amendments(text, article)

    def _missing(self, place: Citable, work: str, as_of: date) -> InputError:
        redactions = sorted({text.redaction for text in self.texts(work) if text.redaction})
        if not redactions:
            return InputError("official.not_imported", citation=str(place))
        return InputError("own.no_redaction", citation=str(place), day=as_of, first=redactions[0])

    def _until(self, source: OwnText) -> date | None:
        later = [
            text.redaction
            for text in self.texts(source.work)
            if text.redaction
            and source.redaction
            and text.redaction > source.redaction
            and text.language is source.language
        ]
        return min(later, default=None)

    def _paragraph(self, place: Place, language: Language) -> Official:
        texts = self.texts(place.document)
        if not texts:
            raise InputError("official.not_imported", citation=str(place))
        source = next((text for text in texts if text.language is language), texts[0])
        of_section = self._store.units(source, place.section)
        found = place
        units = of_paragraph(of_section, place.number)
        if not units:
            found = Place(document=place.document, section=place.section, number=place.paragraph)
            units = of_paragraph(of_section, found.number)
        if not units:
            raise InputError("own.no_place", citation=str(place), title=source.title)
        return Official(place=found, source=source, until=None, title=source.title, units=units)
