"""Translations of the interface: .po files in, one .mo per language out, and what is wrong in them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kzref.compiler.yaml_file import Fault
from kzref.model.text import Language

_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # the same sentences give the same bytes on any day


def read_translations(folder: Path) -> dict[Language, dict[str, str]]:
    """All messages by language and key, from every domain's file."""
    found: dict[Language, dict[str, str]] = {}
    for language in Language:
        messages: dict[str, str] = {}
        for path in sorted((folder / language.value).glob("*.po")):
            with path.open("rb") as file:
                for message in read_po(file, abort_invalid=True):
                    if message.id:
                        messages[str(message.id)] = str(message.string)
        found[language] = messages
    return found


def translation_faults(messages: dict[Language, dict[str, str]]) -> Iterator[Fault]:
    """Keys that a language lacks, and placeholders that differ between languages."""
    everything = sorted({key for one in messages.values() for key in one})
    for key in everything:
        placeholders = set()
        for language in Language:
            text = messages[language].get(key)
            if not text:
                yield _fault(language, f"no text for {key!r}", "add it")
                continue
            try:
                placeholders.add(
                    frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
                )
            except ValueError as error:
                yield _fault(language, f"{key!r}: {error}", "write placeholders as {name}")
        if len(placeholders) > 1:
            yield _fault(
                Language.EN, f"placeholders of {key!r} differ between languages", "make them equal"
            )


def write_translations(messages: dict[Language, dict[str, str]], folder: Path) -> None:
    """Write one compiled catalogue per language."""
    folder.mkdir(parents=True, exist_ok=True)
    for language, texts in messages.items():
        catalog = Catalog(locale=language.value, creation_date=_NO_DAY, revision_date=_NO_DAY)
        for key, text in sorted(texts.items()):
            catalog.add(key, text)
        with (folder / f"{language.value}.mo").open("wb") as file:
            write_mo(file, catalog)


def _fault(language: Language, what: str, repair: str) -> Fault:
    return Fault(file=f"resources/translations/{language.value}", line=1, fault=what, repair=repair)
