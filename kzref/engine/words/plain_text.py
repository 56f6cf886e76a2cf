"""Typed or pasted text without what cannot be seen."""

import unicodedata

_UNSEEN = {"Mn", "Cf", "Me"}  # stress marks, soft hyphens, zero-width joiners and spaces


def plain(text: str) -> str:
    """Composed letters, plain digits and spaces; no stress marks, soft hyphens, zero-width signs."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", text)
    return "".join(c for c in composed if unicodedata.category(c) not in _UNSEEN)
