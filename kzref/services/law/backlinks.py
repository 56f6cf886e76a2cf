"""Who cites a provision, gathered by kind: every one with its place and a line to know it by."""

from dataclasses import dataclass
from typing import Final

from kzref.model.document import Place
from kzref.model.errors import InputError
from kzref.model.pinpoint import Pinpoint
from kzref.model.records import Case, Recommendation, Tie
from kzref.model.text import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.store.reference_db import Citing

ORDER: Final = (
    "recommendation", "source-paragraph", "case", "checklist", "calculator", "parameter",
    "hazard", "event", "scenario", "article",
)  # fmt: skip
"""The kinds in the order in which a lawyer asks for them."""

_PLAIN: Final = frozenset({"article", "source-paragraph"})  # their ids are references themselves
_LENGTH: Final = 110  # letters of a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlink:
    """A record that cites the place, as something to open."""

    place: str
    label: str
    to: tuple[str, ...]  # the units that it cites
    ties: tuple[Tie, ...] = ()  # of a recommendation: what ties it to them


def backlinks(
    desk: Desk, pinpoint: Pinpoint, language: Language
) -> dict[str, tuple[Backlink, ...]]:
    """The records that cite a place or a unit inside it, by kind; kinds without any are left out."""
    cited = desk.database.citing(str(pinpoint))
    own_article = f"{pinpoint.key} {pinpoint.article}"
    found: dict[str, dict[str, list[str]]] = {}
    for citing in cited:
        if citing.kind == "article" and citing.id == own_article:
            continue
        kind, place = _where(citing)
        if kind in ORDER:
            found.setdefault(kind, {}).setdefault(place, []).append(citing.to)
    if told := _cases(desk, pinpoint, cited):
        found["case"] = told
    return {
        kind: tuple(
            Backlink(
                place=place,
                label=_label(desk, kind, place, language),
                to=tuple(to),
                ties=_ties(desk, kind, place, to),
            )
            for place, to in found[kind].items()
        )
        for kind in ORDER
        if kind in found
    }


def _where(citing: Citing) -> tuple[str, str]:
    """The kind under which a record is shown, and the place that opens it."""
    if citing.kind == "card":  # cards show how a calculator applies a provision
        return "calculator", f"calc:{citing.id.partition(':')[0]}"
    if citing.kind in _PLAIN:
        return citing.kind, citing.id
    return citing.kind, f"{citing.kind}:{citing.id}"


def _cases(desk: Desk, pinpoint: Pinpoint, cited: tuple[Citing, ...]) -> dict[str, list[str]]:
    """Cases under this article of the Covenant, or told in a paragraph that cites the place."""
    told = {citing.id: citing.to for citing in cited if citing.kind == "source-paragraph"}
    found: dict[str, list[str]] = {}
    for case in desk.database.values(Case):
        to = told.get(_paragraph_of(case.at))
        if pinpoint.key == "ICCPR" and str(pinpoint.article) in case.iccpr:
            to = str(pinpoint)
        if to is not None:
            found[f"case:{case.id}"] = [to]
    return found


def _ties(desk: Desk, kind: str, place: str, to: list[str]) -> tuple[Tie, ...]:
    if kind != "recommendation":
        return ()
    asked = desk.database.get(Recommendation, place.partition(":")[2])
    return asked.ties(*to) if asked else ()


def _paragraph_of(reference: str) -> str:
    try:
        place = Place.parse(reference)
    except ValueError:
        return reference
    return f"{place.document} {place.section} {place.paragraph}"


def _label(desk: Desk, kind: str, place: str, language: Language) -> str:
    name = place.partition(":")[2]
    match kind:
        case "article":
            return f"{desk.citations.write(place, language)} {_title(desk, place, language)}"
        case "source-paragraph":
            cited = desk.citations.write(place, language)
            try:
                gist = desk.library.digest(Place.parse(place))[language]
            except InputError:
                return cited
            return f"{cited}: {_short(gist, _LENGTH - 30)}"
        case "case":
            case = desk.database.get(Case, name)
            return _told(case, language) if case else name
        case "calculator":
            return catalogue(language)(f"calc.{name}.title")
        case "hazard":
            one = next((hazard for hazard in desk.library.hazards if hazard.id == name), None)
            return f"{name} {_short(one.fault[language])}" if one else name
        case _:
            return desk.title(kind, name, language)


def _told(case: Case, language: Language) -> str:
    """The name of a case, and its date where one is told."""
    if not case.date.strip("—- "):
        return case.name
    return f"{case.name}, {catalogue(language).dated(case.date)}"


def _title(desk: Desk, place: str, language: Language) -> str:
    """The heading of an article; one of another language is marked as such."""
    pinpoint = Pinpoint.parse(place)
    for heading in desk.library.headings[pinpoint.key]:
        if heading.article == pinpoint.article:
            title, shown = heading.title.best(language)
            return _short(title) if shown is language else f"[{shown.value}] {_short(title)}"
    return ""


def _short(text: str, length: int = _LENGTH) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", maxsplit=1)[0] + " …"
