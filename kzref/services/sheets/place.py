"""A provision or a paragraph of a source document on paper, as of a day, with what stands beside it."""

from datetime import date

from kzref.model.document import Place
from kzref.model.errors import InputError
from kzref.model.law import Article, Provision, Verified, Version
from kzref.model.pinpoint import Pinpoint
from kzref.model.records import Hazard, Recommendation, Tie
from kzref.model.reference import Citable
from kzref.model.sheet import Block, Heading, Layout, Paragraph, Row, Rows, Sheet, Tone
from kzref.services.law.library import ProvisionView
from kzref.services.sheets.wording import Wording


def place_sheet(wording: Wording, place: Citable, as_of: date) -> Sheet:
    """The place with its units, hazards, recommendations.

    Raises:
        InputError: the edition has no digest of it, or it was not the law of that day.
    """
    if isinstance(place, Place):
        return _paragraph_sheet(wording, place)
    return _provision_sheet(wording, wording.desk.library.provision(place, as_of))


def _provision_sheet(wording: Wording, view: ProvisionView) -> Sheet:
    words, library, day = wording.words, wording.desk.library, view.as_of
    if view.version is None:
        raise InputError("export.not_known", place=wording.cite(str(view.pinpoint)), day=day)
    units = tuple(
        _unit(wording, pinpoint, provision, day)
        for pinpoint, provision in _units(view.pinpoint, view.article)
    )
    blocks: list[Block] = [
        Paragraph(text=wording.text(view.article.title)),
        Paragraph(text=words("paper.layer"), tone=Tone.CAUTION),
        Rows(layout=Layout.PASSAGES, rows=units),
        Paragraph(
            text=f"{_verified(wording, view.provision.verified)}; {wording.currency()}",
            tone=Tone.QUIET,
        ),
    ]
    blocks += [
        Paragraph(text=words.say(one), tone=Tone.CAUTION)
        for one in wording.desk.own_doubts(view.pinpoint, day)
    ]
    blocks += _hazards(wording, view.hazards)
    blocks += _recommendations(wording, library.recommendations_on(view.pinpoint))
    return wording.sheet(
        kicker=f"{wording.text(view.instrument.title)} · {words('calc.law_of', day=day)}",
        title=wording.cite(str(view.pinpoint)),
        blocks=tuple(blocks),
    )


def _units(chosen: Pinpoint, article: Article) -> list[tuple[Pinpoint, Provision]]:
    """The chosen unit with everything under it, and the units that it stands under."""
    above: set[Pinpoint] = {chosen}
    parent = chosen.parent
    while parent is not None and parent.article is not None:
        above.add(parent)
        parent = parent.parent
    placed = [
        (article.pinpoint(chosen.key, provision), provision) for provision in article.provisions
    ]
    if not chosen.at:
        return placed
    return [
        (pinpoint, provision)
        for pinpoint, provision in placed
        if pinpoint in above or pinpoint.at.startswith(f"{chosen.at}(")
    ]


def _unit(wording: Wording, pinpoint: Pinpoint, provision: Provision, day: date) -> Row:
    words, version = wording.words, provision.version(day)
    name = wording.cite(str(pinpoint))
    if version is None:
        return Row(label=name, value="", detail=words("paper.not_in_force", day=day))
    detail = _in_force(wording, version)
    if version.note:
        detail += f" · {wording.text(version.note)}"
    cites = wording.cite(*provision.cites)
    return Row(label=name, value=wording.text(version.gist), detail=detail, reference=cites)


def _in_force(wording: Wording, version: Version) -> str:
    words = wording.words
    if version.in_force_until is None:
        return words("paper.in_force", day=version.in_force_from)
    return words("paper.in_force_between", day=version.in_force_from, until=version.in_force_until)


def _verified(wording: Wording, verified: Verified | None) -> str:
    if verified is None:
        return wording.words("paper.unverified")
    source = wording.desk.library.sources.get(verified.against)
    against = wording.text(source.what) if source else verified.against
    return wording.words("paper.verified", day=verified.on, against=against)


def _paragraph_sheet(wording: Wording, place: Place) -> Sheet:
    words, library = wording.words, wording.desk.library
    paragraph, document = library.paragraph(place), library.documents[place.document]
    row = Row(
        label=words(f"statement.{paragraph.kind.value}"),
        value=wording.text(library.digest(place)),
        reference=wording.cite(*paragraph.cites),
    )
    asked = tuple((one, ()) for one in library.recommendations() if one.at == str(place))
    return wording.sheet(
        kicker=f"{words('paper.paragraph')} · {words('document.dated', dated=words.dated(document.dated))}",
        title=wording.cite(str(place)),
        blocks=(
            Paragraph(text=wording.text(document.title)),
            Paragraph(text=wording.text(document.nature), tone=Tone.QUIET),
            Paragraph(text=words("paper.layer"), tone=Tone.CAUTION),
            Rows(layout=Layout.PASSAGES, rows=(row,)),
            *_hazards(wording, library.hazards_at(place)),
            *_recommendations(wording, asked),
        ),
    )


def _hazards(wording: Wording, hazards: tuple[Hazard, ...]) -> tuple[Block, ...]:
    if not hazards:
        return ()
    rows = tuple(
        Row(
            label=hazard.id,
            value=wording.text(hazard.treatment),
            detail=wording.text(hazard.fault),
            reference=wording.cite(*hazard.at),
        )
        for hazard in hazards
    )
    return Heading(text=wording.words("paper.hazards")), Rows(layout=Layout.PASSAGES, rows=rows)


def _recommendations(
    wording: Wording, asked: tuple[tuple[Recommendation, tuple[Tie, ...]], ...]
) -> tuple[Block, ...]:
    if not asked:
        return ()
    rows = tuple(
        Row(
            label=f"{one.id} {wording.words(f'body.{one.body.value}')}",
            value=wording.text(one.gist),
            detail="; ".join(wording.words(f"tie.here.{tie.value}") for tie in ties)
            + " ·" * bool(ties),
            reference=wording.cite(one.at),
        )
        for one, ties in asked
    )
    heading = wording.words("paper.recommendations")
    return Heading(text=heading), Rows(layout=Layout.PASSAGES, rows=rows)
