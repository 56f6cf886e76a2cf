"""Makes what may be shown to others out of the edition alone.

It is given the library of one edition, its citations and the words of a language; facts of a case,
notes and calculations are out of its reach.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from kzref.model.document import Place
from kzref.model.errors import InputError
from kzref.model.law import Version
from kzref.model.pinpoint import Pinpoint
from kzref.model.practice import Checklist, ChecklistItem, Scenario
from kzref.model.records import Hazard, Statistic
from kzref.model.reference import parse_reference
from kzref.model.slide import Cue, Deck, PublicSlide, SlideKind
from kzref.model.text import Language, Text
from kzref.services.catalogue import Catalogue
from kzref.services.law.citations import Citations
from kzref.services.law.library import Library, ProvisionView
from kzref.services.own.official_text import Official

OfficialText = Callable[[Pinpoint, date, Language], Official]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slides:
    """Slides in one language, of the law of one day.

    `official` finds the verbatim text of a place where the user has brought one.
    """

    library: Library
    citations: Citations
    words: Catalogue
    as_of: date
    official: OfficialText | None = None

    def provision(self, reference: str) -> PublicSlide:
        """The bare provision: verbatim where there is an official text, else the digest, marked so.

        Raises:
            InputError: the edition does not have it.
        """
        pinpoint = Pinpoint.parse(reference)
        view = self.library.provision(pinpoint, self.as_of)
        official = self._official(view.pinpoint)
        if official is not None:
            cited, text = self.cite(str(official.place)), tuple(official.text.split("\n"))
            day = official.source.redaction
            source = self.words("slide.official", title=official.source.title, day=day or "?")
        else:
            cited, text = self.cite(str(view.pinpoint)), self._digest(view.version)
            source = self._source(view)
        return PublicSlide(
            kind=SlideKind.PROVISION,
            kicker=self.text(view.instrument.title),
            title=begun(cited),
            paragraphs=text,
            source=source,
        )

    def provision_deck(self, reference: str) -> Deck:
        """A provision by itself, with the hazards around it for the presenter."""
        slide = self.provision(reference)
        view = self.library.provision(Pinpoint.parse(reference), self.as_of)
        cue = Cue(
            name=self.words("slide.provision"), slide=slide, notes=self._warnings(view.hazards)
        )
        return Deck(place=reference, title=slide.title, cues=(cue,))

    def scenario(self, scenario: Scenario) -> Deck:
        """A situation step by step: facts, question, vote, answer, authority."""
        title, answer = self.text(scenario.title), self.text(scenario.answer)
        beforehand = f"{self.words('slide.answer')}: {answer}"
        hazards = self._warnings(self._hazards(scenario.references))
        day = scenario.law_of or self.as_of
        authorities = replace(self, as_of=day).authorities(scenario.references)
        steps = (
            ("facts", self.paragraphs(scenario.facts), beforehand),
            ("question", self.paragraphs(scenario.question), beforehand),
            ("vote", (*self._ballot(scenario), self.words("slide.vote_now")), beforehand),
            ("answer", self.paragraphs(scenario.answer), hazards),
            ("authority", authorities, hazards),
        )
        source = self.words("slide.workshop", day=day)
        cues = tuple(
            Cue(
                name=self.words(f"slide.{step}"),
                slide=PublicSlide(
                    kind=SlideKind.SCENARIO,
                    kicker=self.words(f"slide.{step}"),
                    title=title,
                    paragraphs=paragraphs,
                    source=source,
                ),
                notes=notes,
                step=step,
            )
            for step, paragraphs, notes in steps
        )
        return Deck(place=f"scenario:{scenario.id}", title=title, cues=cues)

    def checklist(self, checklist: Checklist) -> Deck:
        """A list question by question, without anybody's answers."""
        title = self.text(checklist.title)
        cues = tuple(
            Cue(
                name=f"{self.words('slide.question')} {number}",
                slide=self._item(item, f"{title} · {number}/{len(checklist.items)}"),
                notes=self.text(item.ask),
            )
            for number, item in enumerate(checklist.items, 1)
        )
        return Deck(place=f"checklist:{checklist.id}", title=title, cues=cues)

    def figures(self, name: str, statistics: Iterable[Statistic]) -> Deck:
        """Figures one by one, as printed; what is doubtful about one is on the slide itself."""
        hazards = {hazard.id: hazard for hazard in self.library.hazards}
        cues = []
        for one in statistics:
            doubts = tuple(hazards[hazard] for hazard in one.hazards if hazard in hazards)
            flag = (self.words("slide.check"),) if doubts else ()
            slide = PublicSlide(
                kind=SlideKind.FIGURE,
                kicker=self.words.dated(one.period),
                title=self.text(one.what),
                figure=self._amount(one),
                paragraphs=flag,
                source=self.cite(one.at),
            )
            cues.append(Cue(name=slide.figure, slide=slide, notes=self._warnings(doubts)))
        return Deck(place="register:statistic", title=name, cues=tuple(cues))

    def options(self, scenario: Scenario) -> tuple[str, ...]:
        """What can be voted for, numbered; nothing where there is no vote."""
        options = scenario.vote.options if scenario.vote else ()
        return tuple(f"{number}. {self.text(one)}" for number, one in enumerate(options, 1))

    def _ballot(self, scenario: Scenario) -> tuple[str, ...]:
        if scenario.vote is None:
            return self.paragraphs(scenario.question)
        return (self.text(scenario.vote.ask), *self.options(scenario))

    def _item(self, item: ChecklistItem, kicker: str) -> PublicSlide:
        return PublicSlide(
            kind=SlideKind.CHECKLIST,
            kicker=kicker,
            title=self.text(item.text),
            paragraphs=(),
            source=" · ".join(map(self.cite, (*item.provisions, *item.standard))),
        )

    def _amount(self, one: Statistic) -> str:
        key = f"amount.{one.unit}"
        return f"{self.words.figure(one.value)} {self.words(key) if self.words.knows(key) else one.unit}"

    def authorities(self, references: Iterable[str]) -> tuple[str, ...]:
        """Citations with what stands there; those of which nothing is known together before them."""
        said, bare = [], []
        for reference in references:
            text = self._stands_at(reference)
            cited = self.cite(reference)
            if text:
                said.append(begun(f"{cited}: {text}"))
            else:
                bare.append(cited)
        return (begun("; ".join(bare)), *said) if bare else tuple(said)

    def _stands_at(self, reference: str) -> str:
        place, text = parse_reference(reference), ""
        try:
            if isinstance(place, Place):
                text = self.text(self.library.digest(place))
            elif place.article is not None:
                _, _, provision = self.library.article_of(place)
                text = " ".join(self._digest(provision.version(self.as_of)))
        except InputError:
            return ""
        return text

    def _digest(self, version: Version | None) -> tuple[str, ...]:
        if version is None:
            return (self.words("law.not_in_force", day=self.as_of),)
        return (self.text(version.gist),)

    def _source(self, view: ProvisionView) -> str:
        parts = [self.words("layer.digest")]
        if view.version is not None:
            parts.append(self.words("law.in_force_from", day=view.version.in_force_from))
        verified = view.provision.verified
        if verified is None:
            parts.append(self.words("law.unverified"))
        else:
            text = self.library.sources.get(verified.against)
            against = self.text(text.what) if text else verified.against
            parts.append(self.words("law.verified", day=verified.on, against=against))
        return " · ".join(parts)

    def _official(self, pinpoint: Pinpoint) -> Official | None:
        if self.official is None:
            return None
        try:
            return self.official(pinpoint, self.as_of, self.words.language)
        except InputError:
            return None

    def _hazards(self, references: tuple[str, ...]) -> tuple[Hazard, ...]:
        return tuple(
            hazard
            for hazard in self.library.hazards
            if set(references) & {*hazard.at, *hazard.provisions}
        )

    def _warnings(self, hazards: Iterable[Hazard]) -> str:
        return "\n\n".join(
            f"{hazard.id}: {self.text(hazard.fault)} {self.text(hazard.treatment)}"
            for hazard in hazards
        )

    def has(self, reference: str) -> bool:
        """Whether the edition has a digest of the provision."""
        try:
            self.library.article_of(Pinpoint.parse(reference))
        except (InputError, ValueError):
            return False
        return True

    def paragraphs(self, text: Text) -> tuple[str, ...]:
        """A text cut where its author begins a new thought."""
        return tuple(self.text(text).split("\n"))

    def text(self, text: Text) -> str:
        """A text for the reader; one of another language is marked as such."""
        language = self.words.language
        shown, own = text.best(language)
        return shown if own is language or not shown else f"[{own.value}] {shown}"

    def cite(self, reference: str) -> str:
        """A reference in the citation form of the language."""
        return self.citations.write(reference, self.words.language)


def begun(text: str) -> str:
    """The text with a capital letter at its beginning: on a slide every paragraph is a sentence."""
    return text[:1].upper() + text[1:]
