"""`kzref show`: one place as of a date, with everything that stands beside it."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import cast

from kzref.cli.answer import Answer, Commands, day
from kzref.cli.official import guard, official
from kzref.model.document import Place
from kzref.model.errors import InputError
from kzref.model.law import Verified
from kzref.model.outcome import Currency
from kzref.model.records import Hazard
from kzref.model.text import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.law.library import ProvisionView


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare the command."""
    parser = commands.add_parser("show", help="help.show")
    parser.add_argument("citation", nargs="+", help="help.show.citation")
    parser.add_argument("--as-of", type=day, help="help.as_of")
    parser.add_argument("--official", action="store_true", help="help.show.official")
    parser.set_defaults(run=run)
    yield parser


def run(chosen: argparse.Namespace) -> Answer:
    """Show the place, or say why not.

    Raises:
        InputError: no such place, or no official text of it was imported.
        AmbiguousError: the citation fits several places.
    """
    desk = Desk()
    as_of = chosen.as_of or datetime.now(UTC).astimezone().date()
    if chosen.official:
        shown = official(desk, " ".join(chosen.citation), as_of, chosen.lang)
        return Answer(json=shown, text=_text(shown, chosen.lang))
    place = desk.citations.one(" ".join(chosen.citation), chosen.as_of)
    if isinstance(place, Place):
        shown = _paragraph(desk, place, chosen.lang)
    else:
        shown = _provision(desk, desk.library.provision(place, as_of), chosen.lang)
        shown["guard"] = guard(desk, place, as_of, chosen.lang)
        if desk.own_doubts(place, as_of) and shown["currency"] == Currency.OK:
            shown["currency"] = Currency.AMBER.value
    return Answer(json=shown, text=_text(shown, chosen.lang))


def _text(shown: dict[str, object], language: Language) -> str:
    """The text, and under it every reason not to rely on it as it stands."""
    words = catalogue(language)
    lines = [
        f"{shown['citation']}  {shown['title']}",
        f"[{words('layer.' + str(shown['layer']))}] {shown['text']}",
    ]
    if shown["currency"] != Currency.OK:
        lines.append(f"! {words('currency.' + str(shown['currency']))}")
    lines += [f"! {one}" for one in cast("list[str]", shown.get("guard", []))]
    lines += [
        f"! {hazard['fault']} {hazard['treatment']}"
        for hazard in cast("list[dict[str, str]]", shown["hazards"])
    ]
    return "\n".join(lines)


def _provision(desk: Desk, view: ProvisionView, language: Language) -> dict[str, object]:
    if view.version is None:
        known = ", ".join(
            f"{one.in_force_from} .. {one.in_force_until or ''}" for one in view.provision.versions
        )
        raise InputError(
            "law.not_in_force_on", citation=str(view.pinpoint), day=view.as_of, known=known
        )
    reference = str(view.pinpoint)
    return {
        **_names(desk, reference, language),
        "title": view.article.title[language],
        "titles": {one.value: view.article.title.own(one) for one in Language},
        "text": view.version.gist[language],
        "texts": {one.value: view.version.gist.own(one) for one in Language},
        "layer": "digest",
        "instrument": view.instrument.id,
        "eid": view.pinpoint.eid,
        "as_of": view.as_of.isoformat(),
        "in_force_from": view.version.in_force_from.isoformat(),
        "in_force_until": view.version.in_force_until and view.version.in_force_until.isoformat(),
        "amended_by": view.version.amended_by,
        "note": view.version.note[language] if view.version.note else None,
        "versions": [
            [v.in_force_from.isoformat(), v.in_force_until and v.in_force_until.isoformat()]
            for v in view.provision.versions
        ],
        "verified": _verified(view.provision.verified),
        "currency": view.currency.value,
        "hazards": [_hazard(hazard, language) for hazard in view.hazards],
        "recommendations": [
            {
                "id": asked.id, "text": asked.gist[language], "at": asked.at,
                "ties": [tie.value for tie in ties],
            }
            for asked, ties in desk.library.recommendations_on(view.pinpoint)
        ],
        "cited_by": [
            {"kind": citing.kind, "id": citing.id, "reference": citing.to}
            for citing in view.cited_by
        ],
    }  # fmt: skip


def _paragraph(desk: Desk, place: Place, language: Language) -> dict[str, object]:
    paragraph, digest = desk.library.paragraph(place), desk.library.digest(place)
    document = desk.library.documents[place.document]
    asked = [one for one in desk.library.recommendations() if one.at == str(place)]
    return {
        **_names(desk, str(place), language),
        "title": document.title[language],
        "text": digest[language],
        "texts": {one.value: digest.own(one) for one in Language},
        "layer": "digest",
        "document": place.document,
        "section": place.section,
        "paragraph": place.number,
        "kind": paragraph.kind.value,
        "page": paragraph.page,
        "topics": list(paragraph.topics),
        "cites": list(paragraph.cites),
        "in_force_from": None,
        "in_force_until": None,
        "verified": {"on": None, "against": document.id},
        "currency": Currency.AMBER.value,
        "hazards": [_hazard(hazard, language) for hazard in desk.library.hazards_at(place)],
        "recommendations": [
            {"id": one.id, "text": one.gist[language], "at": one.at} for one in asked
        ],
        "cited_by": [
            {"kind": citing.kind, "id": citing.id, "reference": citing.to}
            for citing in desk.database.citing(str(place))
        ],
    }


def _names(desk: Desk, reference: str, language: Language) -> dict[str, object]:
    return {
        "citation": desk.citations.write(reference, language),
        "citation_en": desk.citations.write(reference, Language.EN),
        "citation_ru": desk.citations.write(reference, Language.RU),
        "citation_kk": desk.citations.write(reference, Language.KK),
        "reference": reference,
    }


def _verified(verified: Verified | None) -> dict[str, object]:
    if verified is None:
        return {"on": None, "against": None}
    return {"on": verified.on.isoformat(), "against": verified.against}


def _hazard(hazard: Hazard, language: Language) -> dict[str, object]:
    return {
        "id": hazard.id, "at": list(hazard.at), "kind": hazard.kind, "critical": hazard.critical,
        "fault": hazard.fault[language], "treatment": hazard.treatment[language],
    }  # fmt: skip
