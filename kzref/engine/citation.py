"""Reads any spelling of a citation, in English, Russian or Kazakh, into the places it may mean."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kzref.engine.citation_tokens import NameTable, Token, TokenKind, skeleton, tidy, tokenise
from kzref.engine.citation_units import ACT_WORDS, PLACE_WORDS, Level, Unit, bind
from kzref.engine.keyboard import other_layouts
from kzref.engine.latin_letters import in_cyrillic
from kzref.model.citation_names import CitationNames
from kzref.model.document import Document, Place
from kzref.model.law import Instrument
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import Citable, parse_reference
from kzref.model.text import Language

LONGEST = 200  # characters; nobody writes a longer citation
_BEGINNINGS = ("head", "1", "p1")  # where a section begins
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
        self._acts = NameTable(_act_names(names, self._keys, self._by_key))
        self._document_names = NameTable(_document_names(names, self._documents))
        self._sections = {name: _Sections(document) for name, document in self._documents.items()}
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
        found = (table.find(tokens) for table in (self._acts, self._document_names))
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
        levels, unused = _levels(bound.units)
        rest = _rest(bound.rest, unused)
        named = found is not None or any(unit.level is Level.ARTICLE for unit in bound.units)
        article = levels.get(Level.ARTICLE)
        if article is None and (found is None or levels):
            return Citation(rest=text.strip())
        meant = [_pinpoint(key, levels) for key in keys]
        candidates = tuple(place for place in meant if self._exists(place))
        nearest: tuple[Citable, ...] = ()
        if article is not None and not candidates and (found is not None or len(levels) > 1):
            other = [_pinpoint(key, levels) for key in (found.targets if found else ())]
            near = [*filter(self._exists, other), *(n for one in meant for n in self._nearest(one))]
            nearest = tuple(dict.fromkeys(near))
        elif article is not None and not candidates and "-" in article:  # 131-1 of no act: 131
            plain = levels | {Level.ARTICLE: article.partition("-")[0]}
            nearest = tuple(filter(self._exists, (_pinpoint(key, plain) for key in keys)))
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
        found = self._document_names.find(tokens)
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
            numbers, unused = _place_numbers(bound.units)
            meant += [Place(document=name, section=section.id, number=number) for number in numbers]
            words = _rest(bound.rest, unused)
            rest = words if rest is None else min(rest, words, key=len)
        candidates = tuple(place for place in meant if self._exists(place))
        if not meant or not re.search(r"\d", text):
            return None
        if all(place.number in _BEGINNINGS for place in meant):
            candidates = candidates[:1]
        nearest = () if candidates else tuple(self._nearest(meant[0]))
        return Citation(candidates=candidates, nearest=nearest, rest=rest or "", named=True)


@dataclass(frozen=True, slots=True)
class _SectionFound:
    id: str
    span: tuple[int, int]


class _Sections:
    """Finds the name of a section of one document."""

    def __init__(self, document: Document) -> None:
        self._ids = {skeleton(section.id): section.id for section in document.sections}
        longest_first = sorted(self._ids, key=len, reverse=True)
        self._pattern = re.compile(r"(?<![\w.])(?:" + "|".join(map(_bounded, longest_first)) + ")")

    def find(self, text: str, *, named: bool) -> _SectionFound | None:
        """The section in the text; the only one of a named document goes without saying."""
        found = self._pattern.search(skeleton(text))
        if found is not None and (named or re.search(r"\d", found[0])):
            return _SectionFound(self._ids[found[0]], found.span())
        if named and len(self._ids) == 1:
            return _SectionFound(next(iter(self._ids.values())), (0, 0))
        return None


def _bounded(section: str) -> str:
    end = r"(?!\d|\.\d)" if section[-1].isdigit() else r"(?!\w)"
    return re.escape(section) + end


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _place_numbers(units: Sequence[Unit]) -> tuple[tuple[str, ...], list[str]]:
    """The spellings in data of a paragraph, bullet or footnote, likeliest first; what is left over."""
    levels: dict[Level | None, str] = {}
    unused = []
    for unit in units:
        level = None if unit.level is Level.PRINTED else unit.level
        if level in levels:
            unused.append(unit.number)
        levels.setdefault(level, unit.number)
    if number := levels.get(Level.FOOTNOTE):
        return (f"fn{number}",), unused
    bullet = f".b{levels[Level.BULLET]}" if Level.BULLET in levels else ""
    if number := levels.get(Level.COUNTED):
        return (f"p{number}{bullet}", f"{number}{bullet}"), unused
    if number := levels.get(None):
        return (f"{number}{bullet}", f"p{number}{bullet}"), unused
    if bullet:
        return (f"0{bullet}",), unused
    return _BEGINNINGS, unused


def _holds(act: Instrument, on: date) -> bool:
    started = act.in_force_from is None or act.in_force_from <= on
    return started and (act.in_force_until is None or on < act.in_force_until)


def _act_names(
    names: CitationNames, keys: Sequence[str], acts: dict[str, Instrument]
) -> Iterator[tuple[str, str]]:
    spelled = {entry.key: entry.spellings for entry in names.instruments}
    for key in keys:
        yield key, key
        if spellings := spelled.get(key):
            for name in (*spellings.en, *spellings.ru, *spellings.kk):
                yield name, key
        if act := acts.get(key):
            for language in Language:
                for text in (act.short, act.title):
                    if own := text.own(language):
                        yield own, key
                        if act.adopted:
                            yield f"{own} {act.adopted.year}", key


def _document_names(
    names: CitationNames, documents: dict[str, Document]
) -> Iterator[tuple[str, str]]:
    for entry in names.instruments:
        if entry.key in documents:
            spellings = entry.spellings
            for name in (*spellings.en, *spellings.ru, *spellings.kk):
                yield name, entry.key
    for document in documents.values():
        yield document.id, document.id
        steps = document.id.split("-")
        for length in range(1, len(steps)):
            start = "-".join(steps[:length])
            if sum(other.startswith(f"{start}-") for other in documents) == 1:
                yield start, document.id
        for language in Language:
            for text in (document.short, document.title):
                if own := text.own(language):
                    yield own, document.id


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


_STEPS = (Level.PART, Level.POINT, Level.SUBPOINT, Level.ITEM)
_NEXT = dict(zip((Level.ARTICLE, *_STEPS), _STEPS, strict=False))


def _levels(units: Sequence[Unit]) -> tuple[dict[Level, str], list[str]]:
    """The number on each level; numbers without one go by their order. Also what is left over."""
    levels: dict[Level, str] = {}
    unused: list[str] = []
    has_article = any(unit.level is Level.ARTICLE for unit in units)
    after: Level | None = None if has_article else Level.ARTICLE
    for unit in units:
        level = unit.level
        if level is None:
            first = after is Level.ARTICLE and Level.ARTICLE not in levels
            level = after if unit.joined or first else None
        if level is None or level in levels:
            unused.append(unit.number)
            continue
        levels[level] = unit.number
        after = _NEXT.get(max(levels))
        if Level.ARTICLE not in levels and not has_article:
            after = Level.ARTICLE
    return levels, [number for number in unused if number]


def _pinpoint(key: str, levels: dict[Level, str]) -> Pinpoint:
    units = tuple(levels[level] for level in _STEPS if level in levels)
    note = levels.get(Level.NOTE)
    if note == "" and len(units) == 1:
        note = units[0]
    return Pinpoint(
        key=key,
        article=levels.get(Level.ARTICLE),
        units=() if note is not None else units,
        note=note,
    )
