"""`kzref show --official`: the verbatim text that the user brought, at the place of a digest."""

from datetime import date

from kzref.model.document import Place
from kzref.model.errors import InputError
from kzref.model.law import Currency
from kzref.model.own_text import Amendment, Unit
from kzref.model.reference import Citable
from kzref.model.text import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.own.official_text import Official


def official(desk: Desk, citation: str, as_of: date, language: Language) -> dict[str, object]:
    """The verbatim text of the place that a citation names, with the notes that stand at it.

    Raises:
        InputError: no such place, or no text of it, or none of that day, was imported.
        AmbiguousError: the citation fits several places.
    """
    desk.own_library.texts()  # a damaged library is said, and not that it holds no such text
    citations = desk.official_citations()
    place = citations.one(citation)
    found = desk.own_library.official(place, as_of, language)
    source = found.source
    reference = str(found.place)
    return {
        "citation": citations.write(reference, language),
        "citation_en": citations.write(reference, Language.EN),
        "citation_ru": citations.write(reference, Language.RU),
        "citation_kk": citations.write(reference, Language.KK),
        "reference": reference,
        "asked": str(place),
        "title": found.title,
        "text": found.text,
        "layer": "official",
        "language": source.language.value,
        "instrument": None if isinstance(place, Place) else source.work,
        "document": source.work if isinstance(place, Place) else None,
        "page": next((unit.page for unit in found.units if unit.page), None),
        "line": found.units[0].line,
        "as_of": as_of.isoformat(),
        "in_force_from": source.redaction and source.redaction.isoformat(),
        "in_force_until": found.until and found.until.isoformat(),
        "verified": {"on": source.imported_at.date().isoformat(), "against": source.file_name},
        "currency": _currency(found).value,
        "notes": [_note(unit) for unit in found.notes],
        "amendments": [_amendment(one) for one in found.amendments],
        "guard": guard(desk, found.place, as_of, language),
        **_beside(desk, found.place, as_of, language),
    }


def guard(desk: Desk, place: Citable, as_of: date, language: Language) -> list[str]:
    """What the own library knows that the edition, as of a day, does not, in sentences."""
    if isinstance(place, Place):
        return []
    words = catalogue(language)
    announced = desk.library.announced(place, as_of)
    return [words.say(one) for one in (*announced, *desk.own_doubts(place, as_of))]


def _currency(found: Official) -> Currency:
    """The user's own text is as current as the redaction that it claims to be."""
    return (
        Currency.OK if found.source.redaction or found.source.kind == "document" else Currency.AMBER
    )


def _note(unit: Unit) -> dict[str, object]:
    return {"kind": unit.kind.value, "at": unit.at, "line": unit.line, "text": unit.text}


def _amendment(one: Amendment) -> dict[str, object]:
    return {
        "law": one.law, "adopted": one.adopted.isoformat(), "at": one.at,
        "action": one.action.value, "effect": one.effect,
        "in_force_from": one.in_force_from and one.in_force_from.isoformat(),
        "days_after_publication": one.days_after_publication,
    }  # fmt: skip


def _beside(desk: Desk, place: Citable, as_of: date, language: Language) -> dict[str, object]:
    """The digest and what stands beside it; nothing where the edition has none."""
    nothing: dict[str, object] = {"digest": None, "hazards": [], "recommendations": []}
    cited = [
        {"kind": one.kind, "id": one.id, "reference": one.to}
        for one in desk.database.citing(str(place))
    ]
    try:
        if isinstance(place, Place):
            digest: str | None = desk.library.digest(place)[language]
            hazards = desk.library.hazards_at(place)
            asked = tuple(one for one in desk.library.recommendations() if one.at == str(place))
        else:
            view = desk.library.provision(place, as_of)
            digest = view.version.gist[language] if view.version else None
            hazards = view.hazards
            asked = tuple(one for one, _ in desk.library.recommendations_on(place))
    except InputError:
        return {**nothing, "cited_by": cited}
    return {
        "digest": digest,
        "hazards": [
            {"id": one.id, "at": list(one.at), "critical": one.critical,
             "fault": one.fault[language], "treatment": one.treatment[language]}
            for one in hazards
        ],
        "recommendations": [
            {"id": one.id, "text": one.gist[language], "at": one.at} for one in asked
        ],
        "cited_by": cited,
    }  # fmt: skip
