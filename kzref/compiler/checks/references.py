"""References lead to places that exist."""

from collections.abc import Iterator

from kzref.compiler.checks.data import Data, strings
from kzref.compiler.yaml_file import Fault
from kzref.model.document import Place
from kzref.model.edition import Edition
from kzref.model.pinpoint import Pinpoint


def references(data: Data) -> Iterator[Fault]:
    """References that lead nowhere."""
    keys = {act.instrument.key for act in data.edition.acts}
    places = set(all_places(data.edition))
    documents = {document.id for document in data.edition.documents}
    named = ("cites", "provisions", "standard", "references", "reference", "basis", "at")
    for shape, name, record in data.records():
        # `at` of an article's provision is no reference
        fields = named[:-1] if shape == "Article" else named
        for reference in {r for field in fields for r in strings(record, field)}:
            if problem := reference_fault(reference, keys, places, documents):
                yield data.fault(shape, name, f"{reference!r} {problem}", "mend the reference")


def amended(data: Data) -> Iterator[Fault]:
    """Provisions that a recommendation asks to change, but does not name."""
    for asked in data.edition.recommendations:
        for one in sorted(set(asked.amends) - set(asked.provisions)):
            yield data.fault(
                "Recommendation", asked.id, f"`amends` has {one!r}, `provisions` has not",
                "name it in both",
            )  # fmt: skip


def all_places(edition: Edition) -> Iterator[str]:
    """Every place of every document that has a digest: paragraphs, bullets, footnotes."""
    for placed in edition.paragraphs:
        place = placed.place
        yield str(place)
        for unit in placed.paragraph.units:
            yield f"{place.document} {place.section} {unit.number}"


def reference_fault(
    reference: str, keys: set[str], places: set[str], documents: set[str]
) -> str | None:
    """Why a reference leads nowhere, or None when it resolves.

    A provision need not have a digest of its own, but its act must be known.
    """
    if reference.split(" ", maxsplit=1)[0] in documents:
        try:
            place = Place.parse(reference)
        except ValueError as error:
            return str(error)
        holder = f"{place.document} {place.section} {place.paragraph}"
        if reference in places or (place.number.startswith("fn") or holder in places):
            return None
        return "is no place of that document"
    try:
        pinpoint = Pinpoint.parse(reference)
    except ValueError as error:
        return str(error)
    return None if pinpoint.key in keys else f"names an unknown act {pinpoint.key!r}"
