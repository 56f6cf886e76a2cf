"""Builds the index of passages: their terms, their cards, and the lexicon of their words."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kzref.model.passage import Passage
from kzref.model.pinpoint import Pinpoint
from kzref.model.practice import EverydayWords
from kzref.model.text import Language
from kzref.store.index.analysed import Analysed
from kzref.store.index.cards import write_cards
from kzref.store.index.folder import seal
from kzref.store.index.glossary import Glossary
from kzref.store.index.lexicon_tables import write_lexicon
from kzref.store.index.posting_lists import Postings
from kzref.store.index.search_index import (
    FIELDS,
    FORMAT,
    LONGEST_START,
    NOTIONS,
    REFERENCES,
    SHORTEST_START,
    STARTS,
    token,
)
from kzref.store.index.translations import learn


def build(
    folder: Path,
    passages: Iterable[Passage],
    *,
    edition: str,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    known: Glossary | None = None,
    everyday: Sequence[EverydayWords] = (),
) -> None:
    """Write the index of these passages; an older one in the folder is replaced when it is whole.

    `progress` is told how many passages of how many are done. `known` lends its notions to
    passages that have no glossary of their own; then nothing is learned from them. `everyday` are
    the words by which people ask for what the passages say in others.

    Raises:
        OSError: the folder cannot be written.
    """
    every = list(passages)
    analysed = []
    for number, passage in enumerate(every):
        progress(number // 2, len(every))  # the other half of the work is writing
        analysed.append(Analysed.of(passage))
    draft = folder.with_name(f"{folder.name}.{os.getpid()}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    if known is None:
        glossary = Glossary.of(analysed)
        write_lexicon(draft, analysed, glossary.phrases, learn(analysed), everyday)
    else:
        glossary = known
        write_lexicon(draft, analysed, (), ())
    _write(draft, analysed, glossary, progress)
    write_cards(draft, analysed)
    seal(draft, edition=edition, version=FORMAT)
    shutil.rmtree(folder, ignore_errors=True)
    draft.replace(folder)
    progress(len(every), len(every))


def _write(
    folder: Path,
    analysed: Sequence[Analysed],
    glossary: Glossary,
    progress: Callable[[int, int], None],
) -> None:
    from kzref.store.index.whoosh_writer import write_terms  # noqa: PLC0415 - slow to import

    fields = {name: Postings() for name in FIELDS}
    for number, one in enumerate(analysed):
        progress((len(analysed) + number) // 2, len(analysed))
        for name, found in terms(one, glossary).items():
            fields[name].add(number, found)
    write_terms(folder, fields, len(analysed))


def terms(one: Analysed, glossary: Glossary) -> dict[str, Iterable[str]]:
    """The terms of a passage by field, each as often as it counts."""
    return {
        **{language.value: one.weighted(language) for language in Language},
        NOTIONS: glossary.notions(one),
        REFERENCES: _references(one.passage),
        STARTS: _starts(one),
    }


def _references(passage: Passage) -> Iterator[str]:
    """The places a passage is at (said twice) or cites, and the larger ones that hold them."""
    yield token(passage.place)
    found = {passage.place, *passage.references}
    for reference in passage.references:
        try:
            place = Pinpoint.parse(reference).parent
        except ValueError:
            continue
        while place is not None:
            found.add(str(place))
            place = place.parent
    yield from sorted(map(token, found))


def _starts(one: Analysed) -> set[str]:
    words = one.spelled.values()
    lengths = range(SHORTEST_START, LONGEST_START + 1)
    return {word[:length] for length in lengths for word in words if len(word) >= SHORTEST_START}
