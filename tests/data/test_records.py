"""The figures and dates of records stand where the records say, in every language alike."""

from decimal import Decimal

import pytest

from kzref.compiler.checks.data import Data
from kzref.compiler.checks.data import texts as text_fields
from kzref.compiler.loader import DataFolder
from kzref.model.document import Place
from kzref.model.edition import Edition
from kzref.model.text import Language
from tests.conftest import ROOT
from tests.data.figures import figures
from tests.data.source_text import SourceTexts

# S115 says "none" as 0; S156 adds up the members that its paragraph lists.
NOT_IN_SO_MANY_FIGURES = {"S115", "S156"}
# Its day stands at the head of the bulletin, outside the paragraphs.
DATED_ELSEWHERE = {"E081"}
UNDER_AGE = "under 18"  # the codes have a word for it, and so have the translations
ONE = Decimal(1)


def test_a_statistic_stands_at_its_place(edition: Edition, texts: SourceTexts) -> None:
    missing = []
    for statistic in edition.statistics:
        if statistic.id in NOT_IN_SO_MANY_FIGURES:
            continue
        place = Place.parse(statistic.at)
        paragraph = _paragraph_of(place, edition)
        value = figures(statistic.value.replace("/", " ")).all
        if value - figures(texts.evidence(place, paragraph)).all:
            missing.append(f"{statistic.id} {statistic.value}: {place}")
    assert not missing, "\n".join(missing)


def test_a_dated_event_stands_at_its_place(edition: Edition, texts: SourceTexts) -> None:
    missing = []
    for event in edition.events:
        if event.at is None or event.id in DATED_ELSEWHERE:
            continue
        place = Place.parse(event.at)
        (document,) = (each for each in edition.documents if each.id == place.document)
        printed = texts.evidence(place, _paragraph_of(place, edition))
        around = figures(f"{texts.section(place)} {document.dated.replace('-', ' ')}").digits
        date = figures(event.on.replace("-", " ")).digits - figures(printed).all
        if date - {year for year in around if year > 1900}:
            missing.append(f"{event.id} {event.on}: {place}")
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_a_translation_has_the_figures_of_the_english_text(
    edition: Edition, language: Language
) -> None:
    compared = 0
    differing = []
    for _, name, record in Data(edition=edition, folder=DataFolder(ROOT)).records():
        for path, text in text_fields(record):
            compared += 1
            english, other = figures(text.en or ""), figures(text.own(language) or "", language)
            differ = (english.digits - other.all) | (other.digits - english.all)
            differ -= {ONE} | ({Decimal(18)} if UNDER_AGE in (text.en or "") else set())
            if differ:
                differing.append(f"{name} {path}: {sorted(map(str, differ))}")
    assert compared > len(edition.paragraphs)
    assert not differing, "\n".join(differing)


def _paragraph_of(place: Place, edition: Edition) -> Place:
    """The paragraph whose digest, bullet or footnote stands at the place."""
    (holder,) = (
        placed.place
        for placed in edition.paragraphs
        if (placed.place.document, placed.place.section) == (place.document, place.section)
        and place.number in {placed.place.number, *(unit.number for unit in placed.paragraph.units)}
    )
    return holder
