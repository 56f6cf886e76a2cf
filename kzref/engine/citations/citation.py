"""Reads any spelling of a citation, in English, Russian or Kazakh, into the places it may mean."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kzref.engine.citations.levels import levels_of, pinpoint_of
from kzref.engine.citations.places import BEGINNINGS, Sections, place_numbers
from kzref.engine.citations.spellings import act_names, document_names
from kzref.engine.citations.tokens import NameTable, Token, TokenKind, tidy, tokenise
from kzref.engine.citations.units import ACT_WORDS, PLACE_WORDS, Level, bind
from kzref.engine.words.keyboard import other_layouts
from kzref.engine.words.latin_letters import in_cyrillic
from kzref.model.citation_names import CitationNames
from kzref.model.document import Document, Place
from kzref.model.law import Instrument
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import Citable, parse_reference

LONGEST = 200  # characters; nobody writes a longer citation
_SHORT = 2  # digits: a number that may count anything


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a text cites: places that it may mean, likeliest first, and the words beside them.

    `named` tells whether an act, a document or an article was named; a bare number is not.
    `nearest` holds the closest larger places when none of the meant ones exists; `nickname` tells
    that the text is a word for a provision (`стража`), which is also a word to search for; `guessed`
    that it is a small number and nothing else, which may count anything.
    """

    candidates: tuple[Citable, ...] = ()
    nearest: tuple[Citable, ...] = ()
    rest: str = ""
    named: bool = False
    nickname: bool = False
    guessed: bool = False

    @property
    def one(self) -> Citable | None:
        """The one place that the text surely means."""
        sure = self.is_whole and len(self.candidates) == 1 and not self.guessed
        return self.candidates[0] if sure else None

    @property
    def is_whole(self) -> bool:
        """Whether the text is a citation of something that exists and nothing else."""
        return bool(self.candidates) and not self.rest


class CitationReader:
    """Reads citations of the acts and documents that it was told about."""

    def __init__(
        self,
        *,
        names: CitationNames,
        instruments: Iterable[Instrument] = (),
        documents: Iterable[Document] = (),
        exists: Callable[[Citable], bool] | None = None,
        nearest: Callable[[Citable], Iterable[Citable]] | None = None,
    ) -> None:
        """Learn the names. `exists` None: whatever can be written exists.

        `nearest` finds what exists near a place that does not; by default the units around it.
        """
        self._exists = exists or (lambda _place: True)
        self._nearest = nearest or self._around
        self._by_key = {act.key: act for act in instruments}
        self._documents = {document.id: document for document in documents}
        listed = [entry.key for entry in names.instruments if entry.key not in self._documents]
        self._keys = tuple(dict.fromkeys([*listed, *self._by_key]))
        self._acts = NameTable(act_names(names, self._keys, self._by_key))
        self.document_names = NameTable(document_names(names, self._documents))
        self._sections = {name: Sections(document) for name, document in self._documents.items()}
        self._nicknames = NameTable(
            (nick.name, parse_reference(nick.reference)) for nick in names.nicknames
        )

    def read(self, text: str, as_of: date | None = None) -> Citation:
        """The places that `text` may mean; also when it was typed in the wrong keyboard layout.

        `as_of` settles a name that several acts have had: the one in force on that day is meant.
        """
        if len(text) > LONGEST:
            return Citation(rest=text)
        best = self._read(text, as_of)
        if best.is_whole:
            return best
        for variant in (*other_layouts(text), *_cyrillic(text)):
            slip = self._read(variant, as_of)
            if slip.is_whole:
                return slip
            if _numbers(variant) == _numbers(text) and _is_better(slip, best):
                best = slip
        return best

    def homes(self, name: str) -> tuple[str, ...]:
        """The acts and documents of that name, and of no other."""
        tokens = tokenise(tidy(name))
        found = (table.find(tokens) for table in (self._acts, self.document_names))
        whole = [one.targets for one in found if one and _covers(one.first, one.last, tokens)]
        return tuple(home for targets in whole for home in targets)

    def _read(self, text: str, as_of: date | None) -> Citation:
        clean = tidy(text)
        tokens = tokenise(clean)
        nickname = self._nicknames.find(tokens)
        if nickname is not None and _covers(nickname.first, nickname.last, tokens):
            return Citation(candidates=nickname.targets, named=True, nickname=True)
        in_document = self._read_place(clean, tokens)
        in_act = self._read_pinpoint(tokens, text, as_of)
        if in_document is None or (in_act.candidates and not in_document.candidates):
            return in_act
        return in_document if len(in_document.rest) <= len(in_act.rest) else in_act

    def _read_pinpoint(self, tokens: Sequence[Token], text: str, as_of: date | None) -> Citation:
        found = self._acts.find(tokens)
        keys: tuple[str, ...] = self._keys
        if found is not None:
            keys = self._in_force(found.targets, as_of)
            tokens = [*tokens[: found.first], *tokens[found.last + 1 :]]
        bound = bind(tokens, ACT_WORDS)
        levels, unused = levels_of(bound.units)
        rest = _rest(bound.rest, unused)
        named = found is not None or any(unit.level is Level.ARTICLE for unit in bound.units)
        article = levels.get(Level.ARTICLE)
        if article is None and (found is None or levels):
            return Citation(rest=text.strip())
        meant = [pinpoint_of(key, levels) for key in keys]
        candidates = tuple(place for place in meant if self._exists(place))
        nearest: tuple[Citable, ...] = ()
        if article is not None and not candidates and (found is not None or len(levels) > 1):
            other = [pinpoint_of(key, levels) for key in (found.targets if found else ())]
            near = [*filter(self._exists, other), *(n for one in meant for n in self._nearest(one))]
            nearest = tuple(dict.fromkeys(near))
        elif article is not None and not candidates and "-" in article:  # 131-1 of no act: 131
            plain = levels | {Level.ARTICLE: article.partition("-")[0]}
            nearest = tuple(filter(self._exists, (pinpoint_of(key, plain) for key in keys)))
        return Citation(
            candidates=candidates,
            nearest=nearest,
            rest=rest,
            named=named,
            guessed=not named and len(levels) == 1 and len(article or "") <= _SHORT,
        )

    def _in_force(self, keys: tuple[str, ...], as_of: date | None) -> tuple[str, ...]:
        """The acts in force on that day; all of them when none is, or no day is asked for."""
        if as_of is None:
            return keys
        held = tuple(
            key for key in keys if key in self._by_key and _holds(self._by_key[key], as_of)
        )
        return held or keys

    def _around(self, place: Citable) -> Iterator[Citable]:
        larger = place.parent if isinstance(place, Pinpoint) else None
        while larger is not None and larger.article is not None:
            if self._exists(larger):
                yield larger
                break
            larger = larger.parent

    def _read_place(self, text: str, tokens: Sequence[Token]) -> Citation | None:
        found = self.document_names.find(tokens)
        documents = tuple(self._documents)
        remaining = text
        if found is not None:
            documents = found.targets
            remaining = _without(text, tokens[found.first].start, tokens[found.last].end)
        meant: list[Place] = []
        rest: str | None = None
        for name in documents:
            section = self._sections[name].find(remaining, named=found is not None)
            if section is None:
                continue
            bound = bind(tokenise(_without(remaining, *section.span)), PLACE_WORDS)
            numbers, unused = place_numbers(bound.units)
            meant += [Place(document=name, section=section.id, number=number) for number in numbers]
            words = _rest(bound.rest, unused)
            rest = words if rest is None else min(rest, words, key=len)
        candidates = tuple(place for place in meant if self._exists(place))
        if not meant or not re.search(r"\d", text):
            return None
        if all(place.number in BEGINNINGS for place in meant):
            candidates = candidates[:1]
        nearest = () if candidates else tuple(self._nearest(meant[0]))
        return Citation(candidates=candidates, nearest=nearest, rest=rest or "", named=True)


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _holds(act: Instrument, on: date) -> bool:
    started = act.in_force_from is None or act.in_force_from <= on
    return started and (act.in_force_until is None or on < act.in_force_until)


def _cyrillic(text: str) -> tuple[str, ...]:
    """The text typed in Latin letters for want of others, if it was."""
    return (in_cyrillic(text),) if re.search("[a-zA-Z]", text) else ()


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _is_better(slip: Citation, typed: Citation) -> bool:
    """Whether words beside a number make more sense in another layout: `upk 131 advokat`."""
    places = slip.candidates or slip.nearest
    if not places or not slip.named or slip.nickname or " " not in str(places[0]):
        return False
    if not slip.candidates:
        return not (typed.candidates or typed.nearest or slip.rest)
    return not typed.named or len(slip.rest.split()) < len(typed.rest.split())


def _covers(first: int, last: int, tokens: Sequence[Token]) -> bool:
    outside = [*tokens[:first], *tokens[last + 1 :]]
    return all(token.kind is TokenKind.MARK for token in outside)


def _rest(words: Iterable[Token], numbers: Iterable[str]) -> str:
    return " ".join([*(word.text for word in words), *numbers])
