"""Everyday words lead to terms that exist, and one of them to few things."""

from collections.abc import Iterator

from kzref.compiler.checks.data import Data
from kzref.compiler.yaml_file import Fault
from kzref.model.text import Language
from kzref.store.index.analyzers import stems

MOST_MEANINGS = 3  # things that one everyday word may speak of: with more it would tell nothing


def everyday_words(data: Data) -> Iterator[Fault]:
    """Faults of the rows of everyday words."""
    terms = {term.id for term in data.edition.terms}
    rows: dict[tuple[Language, tuple[str, ...]], list[str]] = {}
    for row in data.edition.everyday_words:
        for term in row.terms:
            if term not in terms:
                yield data.fault(
                    "EverydayWords",
                    row.id,
                    f"term {term!r} is unknown",
                    "use an id of glossary/",
                )
        for language in Language:
            for run in {tuple(stems(word, language)) for word in row.own(language)}:
                if not run:
                    yield data.fault(
                        "EverydayWords", row.id, f"a word of {language.value} is never searched",
                        "leave it out: words like \"of\" and \"the\" tell nothing",
                    )  # fmt: skip
                rows.setdefault((language, run), []).append(row.id)
    for (language, run), held in rows.items():
        if len(held) > MOST_MEANINGS:
            yield data.fault(
                "EverydayWords", held[-1],
                f"{' '.join(run)!r} ({language.value}) stands in {', '.join(held)}",
                f"keep it in {MOST_MEANINGS} rows, those that it means most",
            )  # fmt: skip
