"""The words of a citation that name its levels, and the numbers bound to them.

Russian and English write the level before the number (`ст. 131 ч. 4`), Kazakh after it
(`131-бап 4-бөлік`); Russian also counts in words (`частью второй статьи 131`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kzref.engine.citations.tokens import Token, TokenKind, skeleton


class Level(IntEnum):
    """Levels of a citation, outermost first; those of acts, then those of documents."""

    ARTICLE = 0
    PART = 1
    POINT = 2
    SUBPOINT = 3
    ITEM = 4
    NOTE = 9
    PRINTED = 10  # a paragraph whose number is printed
    COUNTED = 11  # a paragraph that we counted
    BULLET = 12
    FOOTNOTE = 13
    HEAD = 14
    SECTION = 15  # its name says all


@dataclass(frozen=True, slots=True)
class Label:
    """What a word says about the number beside it."""

    level: Level
    follows: bool = False  # the word stands after its number
    alone: bool = False  # the word needs no number
    bare: bool = False  # the word never has a number


Vocabulary = tuple[Mapping[str, Label], Sequence[tuple[str, Label]]]  # whole words, word beginnings


def _vocabulary(whole: Mapping[Label, str], begun: Mapping[Label, str]) -> Vocabulary:
    return (
        {skeleton(word): label for label, words in whole.items() for word in words.split()},
        [(skeleton(word), label) for label, words in begun.items() for word in words.split()],
    )


_ARTICLE, _BAP = Label(Level.ARTICLE), Label(Level.ARTICLE, follows=True)
_PART, _BOLIK = Label(Level.PART), Label(Level.PART, follows=True)
_POINT, _TARMAQ = Label(Level.POINT), Label(Level.POINT, follows=True)
_SUBPOINT, _TARMAQSHA = Label(Level.SUBPOINT), Label(Level.SUBPOINT, follows=True)
_NOTE = Label(Level.NOTE, alone=True)
_HEAD = Label(Level.HEAD, alone=True, bare=True)
_SECTION = Label(Level.SECTION, alone=True, bare=True)
_ESKERTPE = Label(Level.NOTE, follows=True, alone=True)

ACT_WORDS = _vocabulary(
    {
        _ARTICLE: "ст стст art arts article articles s sec section sections",
        _BAP: "бап",
        _PART: "ч чч p para paras paragraph paragraphs part parts",
        _POINT: "п point points item pt",
        _SUBPOINT: "пп подп subpoint subparagraph subp subpara",
        _NOTE: "прим note notes",
    },
    {
        _ARTICLE: "стать статей",
        _BAP: "бабы бабын баптың бапта бапқа бапп баптар",
        _PART: "част",
        _BOLIK: "бөлік бөліг",
        _SUBPOINT: "подпункт",
        _POINT: "пункт",
        _TARMAQSHA: "тармақш",
        _TARMAQ: "тармақ тармағ",
        _NOTE: "примечан",
        _ESKERTPE: "ескертпе ескертул",
    },
)
PLACE_WORDS = _vocabulary(
    {
        Label(Level.PRINTED): "п para paras paragraph",
        Label(Level.COUNTED): "p ¶ абз",
        Label(Level.BULLET): "b bullet тире",
        Label(Level.FOOTNOTE): "fn footnote сн",
        _HEAD: "head heading",
        _SECTION: "s sec section",
    },
    {
        Label(Level.PRINTED): "пункт",
        Label(Level.PRINTED, follows=True): "тармақ тармағ",
        Label(Level.COUNTED, follows=True): "абзац",
        Label(Level.BULLET, follows=True): "сызықша",
        Label(Level.FOOTNOTE): "сноск",
        Label(Level.FOOTNOTE, follows=True): "сілтеме",
        _HEAD: "заголов тақырып",
        _SECTION: "раздел бөлім",
    },
)
_SAID_BESIDE = (  # words that say nothing: the country, joining words, Kazakh genitives
    "рк республики казахстан қр of the to rk kz republic kazakhstan қазақстан "
    "республикасының республикасы нің ның дің дың тің тың к no и және and"
)
_FILLERS = frozenset(map(skeleton, _SAID_BESIDE.split()))
_MEASURE = "мес гр мг мл км раз руб мрп тг кг mg gr kg mci hrs people persons usd kzt ай аек адам %"
_MEASURE_FORMS = "лет год час часа часов день дня дней сутки суток айға айдан айдың айда айлық"
_MEASURE_STARTS = (
    "месяц минут недел тенге тысяч тыс млн миллион миллиард млрд процент человек доллар грамм года "
    "hour day week month year minute tenge thousand million billion percent gram "
    "сағат тәулік күн жыл апта теңге мың пайыз"
)
_MEASURES = frozenset(skeleton(f"{_MEASURE} {_MEASURE_FORMS}").split())
_MEASURES_BEGUN = tuple(skeleton(_MEASURE_STARTS).split())
_AFTER_FIGURES = "я ая й ый ой ей го ого ую ю ші шы th"
_ORDINAL_ENDINGS = frozenset(map(skeleton, _AFTER_FIGURES.split()))
_ORDINALS = [
    (skeleton(word), str(number))
    for number, words in enumerate(
        (
            "перв бірінші first", "втор екінші second", "трет үшінші third",
            "четверт төртінші fourth", "пят бесінші fifth", "шест алтыншы sixth",
            "седьм жетінші seventh", "восьм сегізінші eighth", "девят тоғызыншы ninth",
            "десят оныншы tenth",
        ),
        start=1,
    )
    for word in words.split()
]  # fmt: skip
_BARE_LETTERS = frozenset("bcdefghд")
_LETTERS = {letter: letter for letter in "abcdefghijklmnopqrstuvwxyz"} | {"д": "d"}


def _label(token: Token, vocabulary: Vocabulary) -> Label | None:
    whole, begun = vocabulary
    if token.kind is not TokenKind.WORD:
        return None
    if token.skeleton in whole:
        return whole[token.skeleton]
    return next((label for start, label in begun if token.skeleton.startswith(start)), None)


@dataclass(slots=True)
class Unit:
    """A number of a citation; `level` None: not said."""

    number: str
    level: Level | None
    sure: bool  # False: a counting word, which counts only beside a label
    ordinal: bool  # written as a counting word, or with its ending (`5-й`)
    joined: bool  # no foreign word stands between it and the unit before


@dataclass(frozen=True, slots=True)
class Units:
    """The numbers of a citation in the order of writing, and the words that are none of it."""

    units: tuple[Unit, ...]
    rest: tuple[Token, ...]


def bind(tokens: Sequence[Token], vocabulary: Vocabulary) -> Units:
    """Bind every number to the level that a word beside it names."""
    binding = _Binding(tokens, vocabulary)
    for at in range(len(tokens)):
        binding.take(at)
    units = [unit for unit in binding.units if unit.sure or unit.level is not None]
    return Units(tuple(units), tuple(binding.rest))


class _Binding:
    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.units: list[Unit] = []
        self.rest: list[Token] = []
        self.pending: Level | None = None
        self.joined = True

    def take(self, at: int) -> None:
        token = self.tokens[at]
        hyphened = bool(at and self.units) and self.tokens[at - 1].text == "-"
        if token.kind is TokenKind.MARK:
            return
        if token.kind is TokenKind.NUMBER and self.pending is None and self._is_measure(at):
            self._leave(token)
        elif token.kind is TokenKind.NUMBER:
            self._add(token.text, sure=True, ordinal=False)
        elif hyphened and token.skeleton in _ORDINAL_ENDINGS:
            self.units[-1].ordinal = True
        elif label := _label(token, self.vocabulary):
            self._label(at, label, hyphened=hyphened)
        elif letter := self._letter(at):
            self._add(letter, sure=True, ordinal=False)
        elif number := self._counted(at):
            self._add(number, sure=False, ordinal=True)
        elif token.skeleton not in _FILLERS:
            self._leave(token)

    def _add(self, number: str, *, sure: bool, ordinal: bool) -> None:
        level, self.pending = self.pending, None
        self.units.append(Unit(number, level, sure, ordinal, self.joined))
        self.joined = True

    def _leave(self, token: Token) -> None:
        self.rest.append(token)
        self.joined = False

    def _label(self, at: int, label: Label, *, hyphened: bool) -> None:
        last = self.units[-1] if self.units else None
        following = self._next_word(at)
        if last is not None and last.level is None and self._closes(last, label, hyphened=hyphened):
            last.level = label.level
        elif following is not None and not label.bare and self._is_number(following):
            self.pending = label.level
        elif label.alone:
            self.units.append(Unit("", label.level, sure=True, ordinal=False, joined=self.joined))
        elif following is not None or not self.units:
            self._leave(self.tokens[at])

    def _closes(self, last: Unit, label: Label, *, hyphened: bool) -> bool:
        """Whether the label says the level of the number before it."""
        if not self.joined:
            return False
        return (hyphened or not label.alone) if label.follows else last.ordinal

    def _is_measure(self, at: int) -> bool:
        """Whether the number counts hours, money or people: `48 часов`, `100 МРП`."""
        following = self._next_word(at)
        if following is None or _label(self.tokens[following], self.vocabulary) is not None:
            return False
        word = self.tokens[following].skeleton
        return word in _MEASURES or word.startswith(_MEASURES_BEGUN)

    def _next_word(self, at: int) -> int | None:
        following = range(at + 1, len(self.tokens))
        return next((i for i in following if self.tokens[i].kind is not TokenKind.MARK), None)

    def _is_number(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind is TokenKind.NUMBER or self._letter(at) is not None:
            return True
        return _label(token, self.vocabulary) is None and _ordinal(token) is not None

    def _letter(self, at: int) -> str | None:
        """A single letter that stands as a number: `d)`, `(d)`, or a Latin one after a number."""
        token = self.tokens[at]
        if len(token.text) != 1:
            return None
        closed = at + 1 < len(self.tokens) and self.tokens[at + 1].text in {")", "»", '"'}
        counted = at > 0 and self.tokens[at - 1].kind is TokenKind.NUMBER
        words = (token for token in self.tokens[:at][::-1] if token.kind is not TokenKind.MARK)
        labelled = _label(next(words, token), self.vocabulary) is not None
        if closed or ((counted or labelled) and token.text in _BARE_LETTERS):
            return _LETTERS.get(token.skeleton)
        return None

    def _counted(self, at: int) -> str | None:
        """A counting word beside a level: `часть вторая`, `вторая часть`."""
        following = self._next_word(at)
        beside = self.pending is not None or (
            following is not None and _label(self.tokens[following], self.vocabulary) is not None
        )
        return _ordinal(self.tokens[at]) if beside else None


def _ordinal(token: Token) -> str | None:
    return next((number for word, number in _ORDINALS if token.skeleton.startswith(word)), None)
