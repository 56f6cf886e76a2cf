"""The names that acts and documents go by in citations."""

from collections.abc import Iterator, Sequence

from kzref.model.citation_names import CitationNames
from kzref.model.document import Document
from kzref.model.law import Instrument
from kzref.model.text import Language


def act_names(
    names: CitationNames, keys: Sequence[str], acts: dict[str, Instrument]
) -> Iterator[tuple[str, str]]:
    """Every name of the acts, with the key that it stands for."""
    spelled = {entry.key: entry.spellings for entry in names.instruments}
    for key in keys:
        yield key, key
        if spellings := spelled.get(key):
            for name in (*spellings.en, *spellings.ru, *spellings.kk):
                yield name, key
        if act := acts.get(key):
            for language in Language:
                for text in (act.short, act.title):
                    if own := text.own(language):
                        yield own, key
                        if act.adopted:
                            yield f"{own} {act.adopted.year}", key


def document_names(
    names: CitationNames, documents: dict[str, Document]
) -> Iterator[tuple[str, str]]:
    """Every name of the documents, and each beginning of an id that only one has."""
    for entry in names.instruments:
        if entry.key in documents:
            spellings = entry.spellings
            for name in (*spellings.en, *spellings.ru, *spellings.kk):
                yield name, entry.key
    for document in documents.values():
        yield document.id, document.id
        steps = document.id.split("-")
        for length in range(1, len(steps)):
            start = "-".join(steps[:length])
            if sum(other.startswith(f"{start}-") for other in documents) == 1:
                yield start, document.id
        for language in Language:
            for text in (document.short, document.title):
                if own := text.own(language):
                    yield own, document.id
