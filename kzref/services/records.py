"""Records called by their ids: `R001`, `T014`, `first-hours`."""

import re

from kzref.engine.words.keyboard import other_layouts
from kzref.engine.words.plain_text import plain
from kzref.model.text import Language
from kzref.services.law.library import Library
from kzref.store.reference_db import ReferenceDb

_ID = re.compile(r"[a-z]+(?:[-.][a-z0-9]+)+|[a-z]\d{1,4}", re.IGNORECASE)
_NUMBERED = re.compile(r"([A-Z])(\d+)")
_DIGITS = 3  # of a numbered id
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
_CALLED = (  # kinds whose ids are shown to the reader; a term is found by its words
    "recommendation", "hazard", "statistic", "case", "event", "checklist", "scenario", "parameter",
)  # fmt: skip


class Records:
    """The records of one edition, by id."""

    def __init__(self, database: ReferenceDb, library: Library) -> None:
        """Look them up here."""
        self._database = database
        self._library = library

    def called(self, typed: str, language: Language) -> tuple[str, str] | None:
        """The place of the one record with this id, and its title; None when there is none."""
        text = plain(typed).strip()
        for spelled in dict.fromkeys(
            (text, text.upper().translate(_LOOK_ALIKES), *other_layouts(text))
        ):
            if _ID.fullmatch(spelled) and (found := self._find(_padded(spelled))):
                kind, name = found
                return f"{kind}:{name}", self._library.title(kind, name, language)
        return None

    def _find(self, name: str) -> tuple[str, str] | None:
        found = [one for one in self._database.called(name) if one[0] in _CALLED]
        return found[0] if len(found) == 1 else None


def _padded(name: str) -> str:
    """`r1` as `R001`."""
    numbered = _NUMBERED.fullmatch(name.upper())
    return f"{numbered[1]}{int(numbered[2]):0{_DIGITS}}" if numbered else name.lower()
