"""Understands a file before anything is stored: what it is, its structure, guesses and doubts."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from kzref.model.document import Paragraph
from kzref.model.errors import InputError
from kzref.model.law import Instrument
from kzref.model.message import Message
from kzref.model.own_text import Outline, OwnText, ReadFile, Structure, UnitKind
from kzref.model.text import Language
from kzref.services.law.library import Library
from kzref.services.own.line_marks import with_marks
from kzref.store.library_db import LibraryDb

_FEWEST_ARTICLES = 2  # a text with fewer is no act
_LONGEST_DOCUMENT = 5000  # paragraphs; longer files are acts, and comparing them would take long


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user says about a file; what is None is guessed."""

    instrument: str | None = None
    document: str | None = None
    language: Language | None = None
    redaction: date | None = None
    is_document: bool = False  # though it may look like an act
    is_other_act: bool = False  # one that the edition does not know
    marks: tuple[tuple[int, UnitKind], ...] = ()  # lines that are something else than understood


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
    rival: OwnText | None = None  # another file of the same redaction

    @property
    def articles(self) -> int:
        """How many articles it has."""
        return self.structure.count(UnitKind.ARTICLE)


class Previewer:
    """Understands files with the names and digests of an edition."""

    def __init__(self, store: LibraryDb, library: Library) -> None:
        """Use these; the store only to tell whether a file is in it already."""
        self._store = store
        self._library = library

    def preview(self, path: Path, wished: Wishes) -> Preview:
        """Read a file and say what was understood; nothing is stored.

        Raises:
            InputError: it cannot be read, or it cannot be told what it is.
        """
        from kzref.readers.files import read_file  # noqa: PLC0415 - readers load when needed

        return self.understand(read_file(path), wished)

    def understand(self, file: ReadFile, wished: Wishes) -> Preview:
        """Say what a file that was read is, under these wishes.

        Raises:
            InputError: it cannot be told which act it is.
        """
        if wished == Wishes(language=wished.language, redaction=wished.redaction):
            known = self._known_document(file)
            if known is not None:
                preview = self._document(file, replace(wished, document=known))
                title = self._library.documents[known].title
                guess = Message("own.guess.known_document", {"title": title, "id": known})
                return self._finished(replace(preview, guesses=(*preview.guesses, guess)), wished)
        if wished.document is None and not wished.is_document:
            from kzref.readers.act_structure import structure_act  # noqa: PLC0415

            structure = structure_act(file.paragraphs)
            named = wished.instrument or wished.is_other_act
            if named or structure.count(UnitKind.ARTICLE) >= _FEWEST_ARTICLES:
                return self._finished(self._act(file, structure, wished), wished)
        return self._finished(self._document(file, wished), wished)

    def _known_document(self, file: ReadFile) -> str | None:
        """The id of the digested document that a file is, if it is one."""
        if len(file.paragraphs) > _LONGEST_DOCUMENT:
            return None
        from kzref.services.own.document_guess import guess_document  # noqa: PLC0415 - as needed

        return guess_document(file.paragraphs, self._outlines, self._digests)

    @cached_property
    def _outlines(self) -> dict[str, tuple[Outline, ...]]:
        return {document: self._outline(document) for document in self._library.documents}

    @cached_property
    def _digests(self) -> dict[str, dict[tuple[str, str], Paragraph]]:
        """The digested paragraphs of each document, by section and number."""
        return {
            document.id: {
                (section.id, one.value.number): one.value
                for section in document.sections
                for one in self._library.paragraphs(document.id, section.id)
            }
            for document in self._library.documents.values()
        }

    def _finished(self, preview: Preview, wished: Wishes) -> Preview:
        """With the lines as the user marked them, and what the library has already."""
        same = (
            text
            for text in self._store.texts(preview.work)
            if (text.language, text.redaction) == (preview.language, preview.redaction)
            and text.sha256 != preview.file.sha256
        )
        return replace(
            preview,
            structure=with_marks(preview.structure, wished.marks),
            present=self._store.with_hash(preview.file.sha256),
            rival=next(same, None),
        )

    def _act(self, file: ReadFile, structure: Structure, wished: Wishes) -> Preview:
        from kzref.readers.text_head import (  # noqa: PLC0415
            head_words,
            language_of,
            latest_law,
            stated_redaction,
        )
        from kzref.services.own.act_guess import guess_act  # noqa: PLC0415

        guesses: list[Message] = []
        language = wished.language or language_of(file.paragraphs)
        if wished.language is None:
            guesses.append(Message("own.guess.language", {"language": _named(language)}))
        act = self._instrument(wished.instrument)
        if wished.instrument is None and not wished.is_other_act:
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
        other = wished.instrument or _slug(file.name)
        if act is None:
            doubts.append(Message("own.doubt.unknown_act", {"id": other}))
        return Preview(
            file=file,
            structure=structure,
            work=act.id if act else other,
            language=language,
            redaction=redaction,
            title=act.title[language] if act else (wished.instrument or file.name),
            guesses=tuple(guesses),
            doubts=(*file.doubts, *doubts),
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


def _named(language: Language) -> Message:
    return Message(f"own.language.{language.value}")


def _slug(name: str) -> str:
    stem = "".join(sign if sign.isalnum() else "-" for sign in Path(name).stem.lower())
    return "own-" + "-".join(part for part in stem.split("-") if part)
