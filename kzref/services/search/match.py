"""Whether a passage says what was asked for: its words, or its phrases word for word."""

from collections.abc import Iterable, Sequence

from kzref.model.passage import Passage
from kzref.model.text import Language
from kzref.services.search.clauses import Wording
from kzref.store.index.analyzers import fold, stems

_ENOUGH = 3  # letters by which a stem that is not there is told


def is_about(passage: Passage, wording: Wording) -> bool:
    """Whether a passage, its title or its surroundings hold a word that was asked for."""
    for language, wanted in wording.stems.items():
        fields = (passage.title, passage.text, passage.context)
        held = {base for text in fields for base in stems(text.own(language) or "", language)}
        if any(not base[0].isdigit() for base in held & wanted):
            return True
    return False


def holds(passage: Passage, phrases: Sequence[str]) -> bool:
    """Whether all phrases stand in the passage word for word (endings aside) in one language."""
    for language in Language:
        text = passage.text.own(language)
        wanted = [stems(phrase, language) for phrase in phrases]
        if not text or not _may_hold(text, wanted):
            continue
        run = " ".join(["", *stems(text, language), ""])
        if all(" ".join(["", *bases, ""]) in run for bases in wanted):
            return True
    return False


def _may_hold(text: str, wanted: Iterable[Iterable[str]]) -> bool:
    """Whether the beginnings of all stems stand in the text: quicker to see than its stems."""
    folded = fold(text)
    return all(base[: min(_ENOUGH, len(base) - 1)] in folded for bases in wanted for base in bases)
