"""Every figure of a digest stands in its source, and every figure of the source in the digest."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

import pytest

from kzref.model.document import Paragraph, Place, StatementKind
from kzref.model.edition import Edition, PlacedParagraph
from kzref.model.text import Language, Text
from tests.data.figures import NONE, Figures, figures
from tests.data.source_text import SourceTexts

URL = re.compile(r"(?:https?://|www\.)\S+")
# "4. In line with", "Q5. ", "1) detention", "“1. Everyone": the print counts what it lists.
COUNTED = re.compile(r"(?:^\s*|“|(?<=[.:] ))(?:\d{1,2}[.)]|Q\d+\.)(?=\s)", re.MULTILINE)
# "I.4 para 12", "II.14", "Q4, ¶ 8", "¶ 3", "fn50": a digest points to another place.
ELSEWHERE = re.compile(
    r"\bI{1,2}\.\d+(?:\(3\)|-3-26)?|\bQ\d+"
    r"|(?:¶ |\b(?:paras? |p|fn ?|footnotes |mark ))\d+(?:(?:, | and |-)(?:p|¶ )?\d+)*(?!\.?\d)"
)
ONE = Decimal(1)  # "one" and "first" are mostly no figures

# What a digest says beyond its source, and why.
ADDED: dict[str, tuple[set[int], str]] = {
    "ngo-iccpr-2016 INTRO head": ({11}, "counts the organisations that are named"),
    "ngo-iccpr-2016 II.12 1": ({1995}, "tells which Constitution"),
    "ngo-iccpr-2016 II.13 21": ({3, 4}, "counts the bullets of each half"),
    "ngo-iccpr-2016 II.25 25": ({7}, "counts the members that are listed"),
    "kz-response-2020 Q1 p6": ({2}, "tells that the print repeats a word"),
    "kz-response-2020 Q17 p8": ({299, 1}, "names the article of the act, from p7"),
    "ngo-iccpr-2016 II.7 fn31": ({231}, "parts the number from the mark: 23131"),
}
# What a digest leaves out of its source, and why.
LEFT_OUT: dict[str, tuple[set[int], str]] = {
    "incsr-2015 meta p1": ({9}, "a code of the library that printed the page: 9KAZA"),
}


@pytest.mark.parametrize(
    ("text", "language", "digits", "words"),
    [
        ("forty-eight hours from 18.05.2006", Language.EN, {18, 5, 2006}, {48}),
        ("40,000 by May; 10 thousand more", Language.EN, {40000, 5, 10000}, set()),
        ("29 841 лицо, 41 млн, в марте; двадцать четыре", Language.RU, {29841, 41000000, 3}, {24}),
        ("2016 жылғы 18 мамырда қырық сегіз сағат", Language.KK, {2016, 18, 5}, {48}),
    ],
)
def test_figures_are_read_however_they_are_written(
    text: str, language: Language, digits: set[int], words: set[int]
) -> None:
    read = figures(text, language)
    assert read.digits == frozenset(map(Decimal, digits))
    assert read.words == frozenset(map(Decimal, words))


def test_a_digest_adds_no_figure(edition: Edition, texts: SourceTexts) -> None:
    added = [fault for placed in edition.paragraphs for fault in _added(placed, edition, texts)]
    assert not added, "\n".join(added)


def test_a_digest_loses_no_figure(edition: Edition, texts: SourceTexts) -> None:
    lost = [fault for placed in edition.paragraphs for fault in _lost(placed, texts)]
    assert not lost, "\n".join(lost)


def test_a_wrong_figure_is_found(edition: Edition, texts: SourceTexts) -> None:
    place = Place.parse("kz-response-2020 Q1 p1")
    (placed,) = (each for each in edition.paragraphs if each.place == place)
    wrong = Text(en=(placed.paragraph.digest.en or "").replace("4,057", "4,075"))
    forged = PlacedParagraph(
        place=place,
        paragraph=Paragraph(number=place.number, kind=StatementKind.STATISTIC, digest=wrong),
    )
    assert _added(forged, edition, texts) == [f"{place}: 4075"]
    assert _lost(forged, texts) == [f"{place}: 4057"]


def test_the_introduction_keeps_its_figures(edition: Edition, texts: SourceTexts) -> None:
    (report,) = (document for document in edition.documents if document.introduction)
    assert report.introduction is not None
    place = Place(document=report.id, section="INTRO", number="head")
    said, printed = figures(report.introduction.en or ""), figures(texts.anchors[place].text)
    assert printed.digits <= said.all
    assert not said.all - {ONE} - printed.all - _excepted(ADDED, place)


def _added(placed: PlacedParagraph, edition: Edition, texts: SourceTexts) -> list[str]:
    """The figures of a paragraph's digests that the print does not have."""
    added = []
    known = _known(placed, edition, texts)
    for place, digest in _digests(placed):
        said = figures(_said(digest))
        extra = (said.digits | (said.words - {ONE})) - known.all
        extra -= figures(texts.evidence(place, placed.place)).all
        added += _faults(place, extra - _excepted(ADDED, place))
    return added


def _lost(placed: PlacedParagraph, texts: SourceTexts) -> list[str]:
    """The figures in digits of a paragraph and of its bullets that no digest under it has."""
    lost = []
    said = _all(figures(digest.en or "") for _, digest in _digests(placed))
    for source in texts.under(placed.place):
        printed = figures(COUNTED.sub(" ", URL.sub(" ", source.text)))
        missing = printed.digits - said.all - _excepted(LEFT_OUT, placed.place)
        lost += _faults(source.place, missing)
    return lost


def _digests(placed: PlacedParagraph) -> Iterator[tuple[Place, Text]]:
    """The digests of a paragraph and of what stands under it, each with its place."""
    place = placed.place
    yield place, placed.paragraph.digest
    for unit in placed.paragraph.units:
        at = Place(document=place.document, section=place.section, number=unit.number)
        yield at, unit.digest


def _said(digest: Text) -> str:
    """What an English digest says of its own place."""
    return ELSEWHERE.sub(" ", digest.en or "")


def _known(placed: PlacedParagraph, edition: Edition, texts: SourceTexts) -> Figures:
    """Figures that a reader of the paragraph has from around it.

    The years of its section and of the document, the count of its bullets, and what a hazard of
    this place says about the print.
    """
    place = placed.place
    (document,) = (each for each in edition.documents if each.id == place.document)
    around = figures(texts.section(place)).digits | figures(document.dated).digits
    hazards = (hazard for hazard in edition.hazards if str(place) in hazard.at)
    return _all(
        [
            Figures(digits=frozenset(year for year in around if 1900 < year < 2100)),
            Figures(digits=frozenset({Decimal(len(placed.paragraph.bullets))})),
            *(figures(f"{hazard.fault.en} {hazard.treatment.en}") for hazard in hazards),
        ]
    )


def _all(found: Iterable[Figures]) -> Figures:
    together = NONE
    for one in found:
        together |= one
    return together


def _excepted(table: dict[str, tuple[set[int], str]], place: Place) -> set[Decimal]:
    numbers, _why = table.get(str(place), (set(), ""))
    return {Decimal(number) for number in numbers}


def _faults(place: Place, numbers: Iterable[Decimal]) -> list[str]:
    listed = _list(numbers)
    return [f"{place}: {listed}"] if listed else []


def _list(numbers: Iterable[Decimal]) -> str:
    return ", ".join(str(number) for number in sorted(numbers))
