"""A look at a place without going there: its name, and the first thing one wants to know of it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from msgspec import Struct

from kzref.model.document import Place
from kzref.model.errors import InputError
from kzref.model.message import Message
from kzref.model.parameter import Parameter
from kzref.model.pinpoint import Pinpoint
from kzref.model.practice import Checklist, Scenario
from kzref.model.records import Case, Event, Hazard, Recommendation
from kzref.model.reference import parse_reference
from kzref.model.text import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk

_KINDS: Final[dict[str, type[Struct]]] = {
    "recommendation": Recommendation, "case": Case, "event": Event, "hazard": Hazard,
    "scenario": Scenario, "checklist": Checklist, "parameter": Parameter,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What is shown: `note` says what is special about it, such as that it is not in force."""

    place: str
    title: str
    text: str
    note: str = ""


def glance(desk: Desk, place: str, language: Language, as_of: date) -> Glance | None:
    """A look at whatever a link leads to; None for what has nothing to show."""
    kind, colon, name = place.partition(":")
    if colon:
        return _record(desk, kind, name.partition("?")[0], language)
    title = desk.citations.write(place, language)
    try:
        reference = parse_reference(place)
        if isinstance(reference, Place):
            return Glance(place=place, title=title, text=desk.library.digest(reference)[language])
        return _provision(desk, reference, language, as_of)
    except InputError:
        return Glance(
            place=place,
            title=title,
            text="",
            note=catalogue(language).say(Message("citation.not_in_edition", {"citation": title})),
        )
    except ValueError:
        return None


def _provision(desk: Desk, pinpoint: Pinpoint, language: Language, as_of: date) -> Glance:
    if pinpoint.article is None:
        act = desk.library.instruments.get(pinpoint.key)
        if act is None:
            raise InputError("citation.not_in_edition", citation=str(pinpoint))
        note = act.note[language] if act.note else ""
        return Glance(
            place=str(pinpoint), title=act.short[language], text=act.title[language], note=note
        )
    view = desk.library.provision(pinpoint, as_of)
    title = desk.citations.write(str(view.pinpoint), language)
    heading = view.article.title[language]
    if view.version is None:
        note = catalogue(language)("law.not_in_force", day=f"{as_of:%d.%m.%Y}")
        return Glance(place=str(pinpoint), title=title, text=heading, note=note)
    gist = view.version.gist[language]
    return Glance(place=str(pinpoint), title=title, text=gist, note=heading)


def _record(desk: Desk, kind: str, name: str, language: Language) -> Glance | None:
    words = catalogue(language)
    place = f"{kind}:{name}"
    if kind == "calc":
        title, text = words(f"calc.{name}.title"), words(f"calc.{name}.intro")
        return Glance(place=place, title=title, text=text, note=words("kind.calculator"))
    shape = _KINDS.get(kind)
    record = desk.database.get(shape, name) if shape else None
    if record is None:
        return None
    title, text = _told(record, language)
    return Glance(place=place, title=title or name, text=text, note=words(f"kind.{kind}"))


def _told(record: object, language: Language) -> tuple[str, str]:
    match record:
        case Recommendation():
            return record.id, record.gist[language]
        case Case():
            return f"{record.name}, {record.date}", record.outcome[language]
        case Event():
            return record.on, record.what[language]
        case Hazard():
            return record.fault[language], record.treatment[language]
        case Scenario():
            return record.title[language], record.facts[language]
        case Checklist():
            return record.title[language], record.intro[language]
        case Parameter():
            return record.label[language], _values(record, language)
        case _:
            return "", ""


def _values(parameter: Parameter, language: Language) -> str:
    words = catalogue(language)
    unit = words(f"unit.{parameter.unit.value}")
    return "; ".join(
        f"{value.in_force_from:%d.%m.%Y}: "
        + (words("law.no_figure") if value.value is None else f"{words.word(value.value)} {unit}")
        for value in parameter.history
    )
