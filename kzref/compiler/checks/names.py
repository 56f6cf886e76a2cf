"""Every text in every language, and every topic, section and source known by its name."""

from collections.abc import Iterator

from kzref.compiler.checks.data import Data, strings, texts
from kzref.compiler.yaml_file import Fault
from kzref.model.text import Language

KAZAKH_MAY_BE_MISSING = {"Paragraph"}
"""Kazakh digests of paragraphs may follow later; the fallback is shown with its label."""


def languages(data: Data) -> Iterator[Fault]:
    """Texts that a language lacks."""
    for shape, name, record in data.records():
        for path, text in texts(record):
            for language in Language:
                optional = language is Language.KK and shape in KAZAKH_MAY_BE_MISSING
                if not text.own(language) and not optional:
                    yield data.fault(
                        shape, name, f"{path} has no text in {language.value}", "write it"
                    )


def topics(data: Data) -> Iterator[Fault]:
    """Topics that nobody defined."""
    known = {topic.id for topic in data.edition.topics}
    for shape, name, record in data.records():
        for topic in set(strings(record, "topics")) | set(
            strings(record, "topic") if shape == "Recommendation" else ()
        ):
            if topic not in known:
                yield data.fault(
                    shape, name, f"topic {topic!r} is unknown", "use an id of topics.yaml"
                )


def sections(data: Data) -> Iterator[Fault]:
    """Paragraphs of a section that their document does not have."""
    known = {
        (document.id, section.id)
        for document in data.edition.documents
        for section in document.sections
    }
    for placed in data.edition.paragraphs:
        if (placed.place.document, placed.place.section) not in known:
            yield data.fault(
                "Paragraph", str(placed.place), "its section is not in document.yaml", "add it"
            )


def sources(data: Data) -> Iterator[Fault]:
    """Sources that nobody listed."""
    known = {source.id for source in data.edition.sources}
    for shape, name, record in data.records():
        for against in set(strings(record, "against")):
            if against not in known:
                yield data.fault(
                    shape, name, f"source {against!r} is unknown", "use an id of sources.yaml"
                )
