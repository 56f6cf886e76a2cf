"""Where an article of an own text stands otherwise: its digest, the redaction before, the other language."""

from collections.abc import Iterable, Iterator

from kzref.model.own_text import OwnText, TextKind
from kzref.ui.context import Context
from kzref.ui.html import own_texts


def elsewhere(
    context: Context, text: OwnText, texts: Iterable[OwnText], holder: str
) -> tuple[tuple[str, str], ...]:
    """Places with what their links say; `holder` is the article or the section."""
    every = tuple(texts)
    return (*_digests(context, text, holder), *_others(context, text, every, holder))


def _digests(context: Context, text: OwnText, holder: str) -> Iterator[tuple[str, str]]:
    said, library = context.words("own.page.digest"), context.desk.library
    for act in library.instruments.values():
        if act.id == text.work and any(one.article == holder for one in library.headings[act.key]):
            yield f"{act.key} {holder}", said
    if text.kind is TextKind.DOCUMENT and text.work in library.documents:
        yield f"{text.work} {holder}", said


def _others(
    context: Context, text: OwnText, texts: tuple[OwnText, ...], holder: str
) -> Iterator[tuple[str, str]]:
    words = context.words
    if (earlier := own_texts.earlier_than(text, texts)) is not None:
        day = own_texts.redaction_of(context, earlier)
        place = f"own:compare {earlier.id} {text.id} {holder}"
        yield place, words("own.page.against", day=day)
    if text.kind is TextKind.ACT and (other := own_texts.beside(text, texts)) is not None:
        yield f"own:pair {text.id} {other.id} {holder}", words("own.page.beside")
