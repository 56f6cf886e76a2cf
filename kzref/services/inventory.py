"""Records as plain objects, for lists and exports: what the model holds, plus the place of each."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from kzref.model.document import Paragraph, Place
from kzref.model.errors import InputError
from kzref.model.law import Article
from kzref.model.parameter import Parameter
from kzref.model.pinpoint import Pinpoint
from kzref.model.practice import Checklist, Scenario, Term
from kzref.model.records import Case, Event, Statistic
from kzref.services.desk import Desk

Record = dict[str, object]


def _plain(value: object) -> Record:
    plain: Record = msgspec.to_builtins(value)
    return plain


def _instruments(desk: Desk) -> Iterator[Record]:
    for key, instrument in desk.library.instruments.items():
        yield {"pinpoint": key, **_plain(instrument)}


def _provisions(desk: Desk) -> Iterator[Record]:
    for stored in desk.database.all(Article):
        for provision in stored.value.provisions:
            pinpoint: Pinpoint = stored.value.pinpoint(stored.parent, provision)
            yield {
                "pinpoint": str(pinpoint),
                "id": str(pinpoint),
                "instrument": stored.parent,
                "article": stored.value.article,
                "eid": pinpoint.eid,
                "title": _plain(stored.value.title),
                **_plain(provision),
            }


def _paragraphs(desk: Desk) -> Iterator[Record]:
    for stored in desk.database.all(Paragraph):
        place = Place.parse(stored.id)
        yield {
            "pinpoint": stored.id,
            "id": stored.id,
            "document": place.document,
            "section": place.section,
            "paragraph": place.number,
            **_plain(stored.value),
        }


def _recommendations(desk: Desk) -> Iterator[Record]:
    for asked in desk.library.recommendations():
        place = Place.parse(asked.at)
        yield {
            "pinpoint": asked.at,
            "document": place.document,
            "section": place.section,
            "paragraph": place.paragraph,
            **_plain(asked),
        }


def _hazards(desk: Desk) -> Iterator[Record]:
    for hazard in desk.library.hazards:
        yield {"pinpoint": hazard.at[0] if hazard.at else hazard.document, **_plain(hazard)}


def _parameters(desk: Desk) -> Iterator[Record]:
    for parameter in desk.database.values(Parameter):
        reference = parameter.history[-1].reference
        yield {"pinpoint": reference, **_plain(parameter)}


def _placed(
    shape: type[Statistic] | type[Case] | type[Event],
) -> Callable[[Desk], Iterator[Record]]:
    def records(desk: Desk) -> Iterator[Record]:
        for stored in desk.database.all(shape):
            at = stored.value.at
            fallback = getattr(stored.value, "provisions", ())
            yield {
                "pinpoint": at or (fallback[0] if fallback else stored.id),
                **_plain(stored.value),
            }

    return records


def _named(
    shape: type[Term] | type[Checklist] | type[Scenario],
) -> Callable[[Desk], Iterator[Record]]:
    def records(desk: Desk) -> Iterator[Record]:
        for stored in desk.database.all(shape):
            yield {"pinpoint": stored.id, **_plain(stored.value)}

    return records


LISTED: dict[str, Callable[[Desk], Iterator[Record]]] = {
    "instrument": _instruments,
    "provision": _provisions,
    "parameter": _parameters,
    "source-paragraph": _paragraphs,
    "recommendation": _recommendations,
    "checklist": _named(Checklist),
    "hazard": _hazards,
    "statistic": _placed(Statistic),
    "case": _placed(Case),
    "event": _placed(Event),
    "glossary": _named(Term),
    "scenario": _named(Scenario),
}


def listed(desk: Desk, kind: str) -> tuple[Record, ...]:
    """All records of a kind of `LISTED`, in order, each with its `pinpoint`."""
    return tuple(LISTED[kind](desk))


def selected(desk: Desk, kind: str, filters: Sequence[str]) -> tuple[Record, ...]:
    """The records of a kind that pass every filter, each written `field=value`.

    Raises:
        InputError: the kind or a field is unknown, or a filter is not written so.
    """
    if kind not in LISTED:
        raise InputError("list.unknown_kind", kind=kind, known=", ".join(LISTED))
    wanted: dict[str, str] = {}
    for one in filters:
        field, equals, value = one.partition("=")
        if not equals:
            raise InputError("list.filter", filter=one)
        wanted[field] = value
    return tuple(
        record
        for record in listed(desk, kind)
        if all(_passes(record, field, value) for field, value in wanted.items())
    )


def _passes(record: Record, field: str, wanted: str) -> bool:
    if field not in record:
        raise InputError("list.unknown_field", field=field, known=", ".join(record))
    value = record[field]
    if isinstance(value, list):
        return wanted in map(str, value)
    return str(value) == wanted
