"""Compares what the user imported with what the edition was checked against, and says so quietly.

Two questions: does a note of the imported text name an amending law later than the text that a
provision or a figure was verified against; and does the imported provision still carry our figure.
Quiet means: a law that the edition knows of, a law not yet in force on the day asked about, and a
text no newer than the one we checked raise nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kzref.engine.words.figures_in_words import figures
from kzref.model.errors import InputError
from kzref.model.message import Message
from kzref.model.own_text import Amendment, OwnText
from kzref.model.parameter import DatedValue, Parameter
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language, Text
from kzref.services.law.library import Library
from kzref.services.law.verified_text import Checked, checked_version
from kzref.services.own.library import OwnLibrary
from kzref.services.own.official_text import Official, touches
from kzref.store.reference_db import ReferenceDb


@dataclass(slots=True)
class _Memory:
    """What was read of the own library, good until its texts change."""

    texts: tuple[OwnText, ...] = ()
    amendments: dict[tuple[int, str], tuple[Amendment, ...]] = field(default_factory=dict)
    officials: dict[tuple[int, str], Official | None] = field(default_factory=dict)


class CurrencyGuard:
    """The own library against the edition."""

    def __init__(
        self,
        database: ReferenceDb,
        library: Library,
        own: OwnLibrary,
        cite: Callable[[str], Text] | None = None,
    ) -> None:
        """Compare these; `cite` writes a reference in the languages of the reader."""
        self._database = database
        self._library = library
        self._own = own
        self._cite = cite or (lambda reference: Text(en=reference, ru=reference, kk=reference))
        self._memory = _Memory()
        self._digests: dict[Pinpoint, tuple[Checked, ...]] = {}
        self._parameters: tuple[Parameter, ...] | None = None

    def warnings(self, place: Pinpoint, as_of: date | None = None) -> tuple[Message, ...]:
        """What a reader of this provision must know; empty when nothing was imported or differs."""
        if fault := self._own.fault():
            return (fault,)
        if place.article is None or not self._texts_of(place):
            return ()
        return (*self._amended(place, as_of), *self._figures_of(place, as_of))

    def later_amendments(self, place: Pinpoint, as_of: date | None = None) -> tuple[Amendment, ...]:
        """Amendments of a provision by laws later than the text it was verified against."""
        if place.article is None or not self._texts_of(place):
            return ()
        return tuple(
            one for checked in self.checked(place) for one in self.later(place, checked, as_of)
        )

    def _amended(self, place: Pinpoint, as_of: date | None) -> Iterator[Message]:
        said = set()
        for checked in self.checked(place):
            for one in self.later(place, checked, as_of):
                if (one.law, one.adopted) not in said:
                    said.add((one.law, one.adopted))
                    yield self.sentence(one, str(place), checked.through)

    def sentence(self, one: Amendment, reference: str, through: date) -> Message:
        """What is said of a law that touched a place after the checked text."""
        effect = (
            Message("own.guard.in_force", {"day": one.in_force_from})
            if one.in_force_from
            else Message("own.guard.effect_unknown")
        )
        return Message(
            "own.guard.amended" if one.law else "own.guard.amended_unnumbered",
            {
                "law": one.law,
                "adopted": one.adopted,
                "effect": effect,
                "citation": self._cite(reference),
                "checked": through,
            },
        )

    def checked(self, place: Pinpoint) -> tuple[Checked, ...]:
        """Against which text the digest of a provision was checked; empty where there is none."""
        if place not in self._digests:
            try:
                found = checked_version(self._library.provision(place, date.max).provision)
            except InputError:
                found = None
            self._digests[place] = () if found is None else (found,)
        return self._digests[place]

    def later(self, place: Pinpoint, checked: Checked, as_of: date | None) -> Iterator[Amendment]:
        """The amendments of a provision that the checked text cannot have shown."""
        for text, one in self._amendments(place):
            is_newer = text.redaction is None or text.redaction > checked.through
            came_later = one.adopted > checked.through or bool(
                is_newer and one.in_force_from and one.in_force_from > checked.through
            )
            begins = one.in_force_from or one.adopted
            if (
                came_later
                and one.law not in checked.laws
                and touches(one.at, place.at)
                and (as_of is None or begins <= as_of)
            ):
                yield one

    def _figures_of(self, place: Pinpoint, as_of: date | None) -> Iterator[Message]:
        """Parameters of this provision or a unit of it whose figure its imported text does not carry."""
        if self._parameters is None:
            self._parameters = self._database.values(Parameter)
        for parameter in self._parameters:
            held = parameter.on(as_of or date.max)
            if held is not None and _holds(place, held.reference):
                yield from self.differing(parameter, held, as_of)

    def differing(
        self, parameter: Parameter, held: DatedValue, as_of: date | None
    ) -> Iterator[Message]:
        """Whether the imported provision prints other figures than ours, and not ours."""
        place = pinpoint_of(held.reference)
        if held.value is None or place is None or not self._texts_of(place):
            return
        official = self._official(place, as_of or date.max)
        if official is None or official.place != place or official.source.redaction is None:
            return
        if official.source.redaction < held.in_force_from:
            return
        printed = [one for one in figures(official.text) if one.unit is parameter.unit]
        if printed and all(one.value != held.value for one in printed):
            yield Message(
                "own.guard.figure",
                {
                    "citation": self._cite(held.reference),
                    "label": parameter.label,
                    "ours": held.value,
                    "printed": tuple(dict.fromkeys(one.value for one in printed)),
                },
            )

    # --- the own library, remembered

    def _remembered(self) -> _Memory:
        texts = self._own.texts()
        if texts != self._memory.texts:
            self._memory = _Memory(texts=texts)
        return self._memory

    def _texts_of(self, place: Pinpoint) -> tuple[OwnText, ...]:
        act = self._library.instruments.get(place.key)
        if act is None:
            return ()
        return tuple(text for text in self._remembered().texts if text.work == act.id)

    def _amendments(self, place: Pinpoint) -> tuple[tuple[OwnText, Amendment], ...]:
        """What the notes of the newest text say of an article; in either language."""
        newest = _newest(self._texts_of(place))
        if newest is None:
            return ()
        held = self._remembered().amendments
        key = (newest.id, place.article or "")
        if key not in held:
            held[key] = self._own.amendments(newest, place.article or "")
        return tuple((newest, one) for one in held[key])

    def _official(self, place: Pinpoint, as_of: date) -> Official | None:
        """The newest text of that day that is dated."""
        source = _newest(
            text for text in self._texts_of(place) if text.redaction and text.redaction <= as_of
        )
        if source is None:
            return None
        held = self._remembered().officials
        if (source.id, str(place)) not in held:
            try:
                held[source.id, str(place)] = self._own.official(place, as_of, source.language)
            except InputError:
                held[source.id, str(place)] = None
        return held[source.id, str(place)]


def _holds(place: Pinpoint, reference: str) -> bool:
    """Whether a reference is this place or a unit under it."""
    name = str(place)
    return reference == name or reference.startswith((f"{name}(", f"{name} note"))


def _newest(texts: Iterable[OwnText]) -> OwnText | None:
    """The newest redaction; the Russian one of two, whose notes name more."""
    return max(
        texts,
        key=lambda text: (text.redaction or date.min, text.language is Language.RU, text.id),
        default=None,
    )


def pinpoint_of(reference: str) -> Pinpoint | None:
    """The provision that a reference names; None for a whole act or a document."""
    try:
        place = Pinpoint.parse(reference)
    except ValueError:
        return None
    return place if place.article else None
