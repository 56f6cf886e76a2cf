"""What the reader writes beside the law: notes and bookmarks, anchored to a citable place."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from kzref.model.language import Language


class NoteKind(StrEnum):
    """A bookmark is a note without words."""

    NOTE = "note"
    BOOKMARK = "bookmark"


class Note(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A note at a place of an act or of a document.

    `copy` is the digest of the place when the note was written, in `language`, and `copy_sha256` its
    hash: by them a later edition tells whether the text has changed. `law_day` is set where the law
    of another day than the present one was read.
    """

    id: str
    kind: NoteKind
    place: str  # a reference as in data
    text: str = ""
    language: Language
    law_day: date | None = None
    copy: str
    copy_sha256: str
    edition: str
    created_at: datetime
    changed_at: datetime
    deleted_at: datetime | None = None
