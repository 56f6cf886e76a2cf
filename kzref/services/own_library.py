"""The user's own verbatim texts: understood first, then stored, and opened by any pinpoint."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kzref.model.document import Place
from kzref.model.errors import InputError
from kzref.model.law import Instrument
from kzref.model.message import Message
from kzref.model.own_text import (
    LAW,
    Amendment,
    Outline,
    OwnText,
    ReadFile,
    Structure,
    TextKind,
    Unit,
    UnitKind,
)
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import Citable
from kzref.model.text import FALLBACK, Language
from kzref.services.library import Library
from kzref.store.library_db import Bringing, LibraryDb

_FEWEST_ARTICLES = 2  # a text with fewer is no act


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user says about a file; what is None is guessed."""

    instrument: str | None = None
    document: str | None = None
    language: Language | None = None
    redaction: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What was understood of a file, before anything is stored."""

    file: ReadFile
    structure: Structure
    work: str
    language: Language
    redaction: date | None
    title: str
    guesses: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()
    present: OwnText | None = None  # the library has this file already

    @property
    def articles(self) -> int:
        """How many articles it has."""
        return self.structure.count(UnitKind.ARTICLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """The verbatim text of a place: the law's words, and apart from them what notes say of it."""

    place: Citable  # the nearest larger place where the asked one has no text of its own
    source: OwnText
    until: date | None  # the next redaction in the library
    title: str
    units: tuple[Unit, ...]
    amendments: tuple[Amendment, ...] = ()

    @property
    def text(self) -> str:
        """The words themselves, a paragraph a line."""
        shown = [unit.text for unit in self.units if unit.kind in _SHOWN]
        return "\n".join(shown or [unit.text for unit in self.units])

    @property
    def notes(self) -> tuple[Unit, ...]:
        """Notes on amendments, rulings and remarks of the publisher at this place."""
        return tuple(unit for unit in self.units if unit.kind in _NOTES)


_SHOWN = LAW | {UnitKind.PARAGRAPH, UnitKind.BULLET, UnitKind.FOOTNOTE}
_NOTES = frozenset({UnitKind.AMENDMENT, UnitKind.COURT, UnitKind.REMARK})


class OwnLibrary:
    """The own library beside one edition, whose names of acts and documents it uses."""

    def __init__(self, store: LibraryDb, library: Library) -> None:
        """Use this store; it is opened when first asked."""
        self._store = store
        self._library = library

    # --- bringing

    def preview(self, path: Path, wishes: Wishes | None = None) -> Preview:
        """Read a file and say what was understood; nothing is stored.

        Raises:
            InputError: it cannot be read, or it cannot be told what it is.
        """
        from kzref.readers.files import read_file  # noqa: PLC0415 - readers load when needed

        wished = wishes or Wishes()
        file = read_file(path)
        if wished.document is None:
            from kzref.readers.act_structure import structure_act  # noqa: PLC0415

            structure = structure_act(file.paragraphs)
            if wished.instrument or structure.count(UnitKind.ARTICLE) >= _FEWEST_ARTICLES:
                return self._act(file, structure, wished)
        return self._document(file, wished)

    def _act(self, file: ReadFile, structure: Structure, wished: Wishes) -> Preview:
        from kzref.readers.text_head import (  # noqa: PLC0415
            head_words,
            language_of,
            latest_law,
            stated_redaction,
        )
        from kzref.services.act_guess import guess_act  # noqa: PLC0415

        guesses: list[Message] = []
        language = wished.language or language_of(file.paragraphs)
        if wished.language is None:
            guesses.append(Message("own.guess.language", {"language": _named(language)}))
        act = self._instrument(wished.instrument)
        if wished.instrument is None:
            act = guess_act(
                structure,
                head=head_words(file.paragraphs),
                file_name=file.name,
                language=language,
                instruments=self._library.instruments.values(),
                headings=self._library.headings,
            )
            if act is None:
                raise InputError(
                    "own.which_act",
                    file=file.name,
                    known=", ".join(one.id for one in self._library.instruments.values()),
                )
            guesses.append(Message("own.guess.act", {"act": act.title, "id": act.id}))
        redaction = wished.redaction or stated_redaction(file.paragraphs)
        if redaction is None:
            redaction = latest_law(structure.amendments)
            if redaction:
                guesses.append(Message("own.guess.redaction", {"day": redaction}))
            else:
                guesses.append(Message("own.doubt.no_redaction"))
        elif wished.redaction is None:
            guesses.append(Message("own.guess.stated_redaction", {"day": redaction}))
        doubts = list(structure.doubts)
        if not structure.count(UnitKind.ARTICLE):
            doubts.insert(0, Message("own.doubt.no_articles"))
        if act is None:
            doubts.append(Message("own.doubt.unknown_act", {"id": wished.instrument}))
        return Preview(
            file=file,
            structure=structure,
            work=act.id if act else str(wished.instrument),
            language=language,
            redaction=redaction,
            title=act.title[language] if act else str(wished.instrument),
            guesses=tuple(guesses),
            doubts=(*file.doubts, *doubts),
            present=self._store.with_hash(file.sha256),
        )

    def _instrument(self, name: str | None) -> Instrument | None:
        """The act of this id or key; None for one that the edition does not know."""
        if name is None:
            return None
        wanted = name.lower()
        for act in self._library.instruments.values():
            if wanted in {act.id.lower(), act.key.lower()}:
                return act
        return None

    def _document(self, file: ReadFile, wished: Wishes) -> Preview:
        from kzref.readers.document_structure import structure_document  # noqa: PLC0415
        from kzref.readers.text_head import language_of  # noqa: PLC0415

        known = self._library.documents.get(wished.document or "")
        structure = structure_document(
            file.paragraphs, self._outline(known.id) if known else (), known.id if known else ""
        )
        language = wished.language or (known.language if known else language_of(file.paragraphs))
        guesses = []
        if wished.language is None and known is None:
            guesses.append(Message("own.guess.language", {"language": _named(language)}))
        work = wished.document or _slug(file.name)
        if wished.document is None:
            guesses.append(Message("own.guess.document", {"id": work}))
        return Preview(
            file=file,
            structure=structure,
            work=work,
            language=language,
            redaction=wished.redaction,
            title=known.title[language] if known else file.name,
            guesses=tuple(guesses),
            doubts=(*file.doubts, *structure.doubts),
            present=self._store.with_hash(file.sha256),
        )

    def _outline(self, document: str) -> tuple[Outline, ...]:
        """The sections and numbers of a document as its digests have them."""
        found = []
        for section in self._library.documents[document].sections:
            paragraphs = [one.value for one in self._library.paragraphs(document, section.id)]
            found.append(
                Outline(
                    id=section.id,
                    numbers=tuple(one.number for one in paragraphs),
                    footnotes=tuple(note.number for one in paragraphs for note in one.footnotes),
                )
            )
        return tuple(found)

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
        stored = self._store.add(
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
        )
        for text in same:
            self._store.delete(text, now)
        return stored

    # --- keeping

    def texts(self, work: str | None = None) -> tuple[OwnText, ...]:
        """The texts of the library, newest redaction first."""
        return self._store.texts(work)

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
            _reference(keys[work], holder, at)
            for work, holder, at in self._store.places(TextKind.ACT)
            if work in keys
        )

    def redaction(self, work: str, as_of: date, language: Language) -> OwnText | None:
        """The text that shows the law of a day, in the best language there is; None: none does."""
        texts = [
            text
            for text in self._store.texts(work)
            if text.redaction is None or text.redaction <= as_of
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
        nearest, units = _nearest(of_article, place)
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
                if _touches(one.at, nearest.at)
            ),
        )

    def _missing(self, place: Citable, work: str, as_of: date) -> InputError:
        redactions = sorted({text.redaction for text in self._store.texts(work) if text.redaction})
        if not redactions:
            return InputError("official.not_imported", citation=str(place))
        return InputError("own.no_redaction", citation=str(place), day=as_of, first=redactions[0])

    def _until(self, source: OwnText) -> date | None:
        later = [
            text.redaction
            for text in self._store.texts(source.work)
            if text.redaction
            and source.redaction
            and text.redaction > source.redaction
            and text.language is source.language
        ]
        return min(later, default=None)

    def _paragraph(self, place: Place, language: Language) -> Official:
        texts = self._store.texts(place.document)
        if not texts:
            raise InputError("official.not_imported", citation=str(place))
        source = next((text for text in texts if text.language is language), texts[0])
        of_section = self._store.units(source, place.section)
        found = place
        units = _of_paragraph(of_section, place.number)
        if not units:
            found = Place(document=place.document, section=place.section, number=place.paragraph)
            units = _of_paragraph(of_section, found.number)
        if not units:
            raise InputError("own.no_place", citation=str(place), title=source.title)
        return Official(place=found, source=source, until=None, title=source.title, units=units)


def _nearest(units: tuple[Unit, ...], place: Pinpoint) -> tuple[Pinpoint | None, tuple[Unit, ...]]:
    """The place, or the nearest larger one, that has a text, with its units."""
    nearest: Pinpoint | None = place
    while nearest is not None and nearest.article is not None:
        if found := _within(units, nearest.at):
            return nearest, found
        nearest = nearest.parent
    return None, ()


def _within(units: Iterable[Unit], at: str) -> tuple[Unit, ...]:
    """The units at a place and under it; the heading belongs to the whole article only."""
    found = tuple(
        unit
        for unit in units
        if _is_under(unit.at, at) and (not at or unit.kind is not UnitKind.ARTICLE)
    )
    return found if any(unit.kind in LAW for unit in found) or not at else ()


def _is_under(at: str, place: str) -> bool:
    if not place or at == place:
        return True
    return at.startswith(f"{place}(") or (place == "note" and at.startswith("note"))


def _touches(changed: str, place: str) -> bool:
    """Whether a change at one place of an article concerns another: either holds the other."""
    return not changed or _is_under(changed, place) or _is_under(place, changed)


def _of_paragraph(units: Iterable[Unit], number: str) -> tuple[Unit, ...]:
    bullets = "0.b" if number == "head" else f"{number}.b"
    return tuple(unit for unit in units if unit.at == number or unit.at.startswith(bullets))


def _reference(key: str, article: str, at: str) -> str:
    return f"{key} {article}{at}" if at.startswith("(") or not at else f"{key} {article} {at}"


def _named(language: Language) -> Message:
    return Message(f"own.language.{language.value}")


def _slug(name: str) -> str:
    stem = "".join(sign if sign.isalnum() else "-" for sign in Path(name).stem.lower())
    return "own-" + "-".join(part for part in stem.split("-") if part)
