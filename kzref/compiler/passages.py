"""Cuts an edition into the passages that are searched: one for each place that can be cited."""

from collections.abc import Iterable, Iterator

from kzref.model.document import Bullet, Document, Footnote, Paragraph, Place
from kzref.model.edition import Act, Edition, PlacedParagraph
from kzref.model.law import Article, Provision
from kzref.model.passage import Passage, PassageKind
from kzref.model.practice import Checklist, Term, TermForms
from kzref.model.text import Language, Text


def passages(edition: Edition) -> Iterator[Passage]:
    """Every passage of the edition, in the order in which it is shown."""
    yield from _Cutter(edition).all()


def joined(texts: Iterable[Text | None], separator: str = " ") -> Text:
    """Texts one after the other, each language for itself."""
    known = [text for text in texts if text is not None]

    def in_language(language: Language) -> str | None:
        return separator.join(own for text in known if (own := text.own(language))) or None

    return Text(
        en=in_language(Language.EN), ru=in_language(Language.RU), kk=in_language(Language.KK)
    )


class _Cutter:
    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.topics = {topic.id: topic.label for topic in edition.topics}
        self.documents = {document.id: document for document in edition.documents}
        self.sections = {
            (document.id, section.id): section.title
            for document in edition.documents
            for section in document.sections
        }

    def all(self) -> Iterator[Passage]:
        for act in self.edition.acts:
            for article in act.articles:
                for provision in article.provisions:
                    yield from self.versions(act, article, provision)
        for placed in self.edition.paragraphs:
            yield from self.paragraph(placed)
        yield from self.recommendations()
        yield from self.cases()
        yield from self.statistics()
        for checklist in self.edition.checklists:
            yield from self.items(checklist)
        for term in self.edition.terms:
            yield self.term(term)

    def labels(self, topics: Iterable[str]) -> Text:
        return joined(self.topics.get(topic) for topic in topics)

    def heading(self, place: Place) -> Text:
        """The section's title, else the document's name."""
        document: Document | None = self.documents.get(place.document)
        title = self.sections.get((place.document, place.section))
        return title or (document.short if document else Text(en=place.document))

    def versions(self, act: Act, article: Article, provision: Provision) -> Iterator[Passage]:
        pinpoint = article.pinpoint(act.instrument.key, provision)
        number = Text(
            en=f"article {article.article}",
            ru=f"статья {article.article}",
            kk=f"{article.article}-бап",
        )
        context = joined(
            (article.title, act.instrument.short, number, self.labels(provision.topics))
        )
        for version in provision.versions:
            yield Passage(
                id=f"{pinpoint}@{version.in_force_from.isoformat()}",
                kind=PassageKind.PROVISION,
                place=str(pinpoint),
                title=article.title,
                text=version.gist,
                context=context,
                references=(str(pinpoint), *provision.cites),
                instrument=act.instrument.key,
                eid=pinpoint.eid,
                in_force_from=version.in_force_from,
                in_force_until=version.in_force_until,
            )

    def paragraph(self, placed: PlacedParagraph) -> Iterator[Passage]:
        paragraph: Paragraph = placed.paragraph
        topics = self.labels(paragraph.topics)
        yield self.digest(placed.place, paragraph, topics)
        units: tuple[Bullet | Footnote, ...] = (*paragraph.bullets, *paragraph.footnotes)
        for unit in units:
            place = Place(
                document=placed.place.document, section=placed.place.section, number=unit.number
            )
            yield self.digest(place, unit, topics)

    def digest(self, place: Place, unit: Paragraph | Bullet | Footnote, topics: Text) -> Passage:
        heading = self.heading(place)
        return Passage(
            id=str(place),
            kind=PassageKind.SOURCE_PARAGRAPH,
            place=str(place),
            title=heading,
            text=unit.digest,
            context=joined((heading, topics)),
            references=(str(place), *unit.cites),
            document=place.document,
            section=place.section,
            paragraph=place.number,
        )

    def recommendations(self) -> Iterator[Passage]:
        for asked in self.edition.recommendations:
            place = Place.parse(asked.at)
            heading = self.heading(place)
            yield Passage(
                id=asked.id,
                kind=PassageKind.RECOMMENDATION,
                place=str(place),
                title=heading,
                text=asked.gist,
                context=joined((heading, self.labels((asked.topic,)), asked.assessment.note)),
                references=(
                    str(place), *asked.provisions, *(f"ICCPR {number}" for number in asked.iccpr),
                ),
                document=place.document,
                section=place.section,
                paragraph=place.paragraph,
            )  # fmt: skip

    def cases(self) -> Iterator[Passage]:
        for case in self.edition.cases:
            place = Place.parse(case.at)
            name = Text(en=case.name, ru=case.name, kk=case.name)
            yield Passage(
                id=case.id,
                kind=PassageKind.CASE,
                place=str(place),
                title=name,
                text=case.outcome,
                context=joined((name, self.labels((case.topic,)))),
                references=(str(place), *(f"ICCPR {number}" for number in case.iccpr)),
                document=place.document,
                section=place.section,
                paragraph=place.number,
            )

    def statistics(self) -> Iterator[Passage]:
        for figure in self.edition.statistics:
            place = Place.parse(figure.at)
            value = f"{figure.value} ({figure.period})"
            yield Passage(
                id=figure.id,
                kind=PassageKind.STATISTIC,
                place=str(place),
                title=self.heading(place),
                text=joined((figure.what, Text(en=value, ru=value, kk=value)), ": "),
                context=self.heading(place),
                references=(str(place),),
                document=place.document,
                section=place.section,
                paragraph=place.number,
            )

    def items(self, checklist: Checklist) -> Iterator[Passage]:
        for item in checklist.items:
            yield Passage(
                id=f"{checklist.id}/{item.id}",
                kind=PassageKind.CHECKLIST_ITEM,
                place=f"checklist:{checklist.id}",
                title=checklist.title,
                text=joined((item.text, item.ask)),
                context=checklist.title,
                references=(*item.provisions, *item.standard),
            )

    def term(self, term: Term) -> Passage:
        """A glossary entry: its title is the term, its context the other forms, parted by `;`."""
        return Passage(
            id=f"term:{term.id}",
            kind=PassageKind.GLOSSARY,
            place=f"glossary:{term.id}",
            title=Text(en=term.en.term, ru=term.ru.term, kk=term.kk.term),
            text=joined((_forms(term), term.note), ". "),
            context=_forms(term),
        )


def _forms(term: Term) -> Text:
    return Text(en=_listed(term.en), ru=_listed(term.ru), kk=_listed(term.kk))


def _listed(forms: TermForms) -> str:
    every = (forms.term, forms.abbreviation, *forms.variants)
    return "; ".join(dict.fromkeys(form for form in every if form))
