"""What a lawyer is told to say or ask today rests on provisions that are still the law."""

import re
from datetime import date

from kzref.model.edition import Edition
from kzref.model.pinpoint import Pinpoint
from tests.conftest import ROOT


def no_longer_the_law(edition: Edition) -> dict[str, date]:
    """Every provision whose last known version has ended when the edition was verified."""
    written = (ROOT / "data" / "edition.yaml").read_text(encoding="utf-8")
    (through,) = re.findall(r"^verified_through: (\S+)", written, re.MULTILINE)
    ended = {}
    for act in edition.acts:
        for article in act.articles:
            for provision in article.provisions:
                last = provision.versions[-1].in_force_until
                if last is not None and last <= date.fromisoformat(through):
                    ended[f"{act.instrument.key} {article.article}{provision.at}"] = last
    return ended


def ending(reference: str, ended: dict[str, date]) -> date | None:
    """The day on which the provision, or a unit that holds it, ceased to be the law."""
    unit: Pinpoint | None = Pinpoint.parse(reference)
    while unit is not None:
        if str(unit) in ended:
            return ended[str(unit)]
        unit = unit.parent
    return None


def test_defamation_has_left_the_criminal_code(edition: Edition) -> None:
    ended = no_longer_the_law(edition)
    assert ending("CC 130", ended) == ending("CC 130(2)", ended) == date(2020, 7, 11)
    assert ending("CPC 131(1)", ended) is None


def test_checklists_and_objections_rest_on_provisions_in_force(edition: Edition) -> None:
    ended = no_longer_the_law(edition)
    cited = {
        f"{checklist.id}/{item.id}": item.provisions
        for checklist in edition.checklists
        for item in checklist.items
    }
    cited |= {objection.id: objection.provisions for objection in edition.objections}
    gone = {
        (name, reference): day
        for name, references in cited.items()
        for reference in references
        if (day := ending(reference, ended))
    }
    assert not gone
