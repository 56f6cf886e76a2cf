"""What all sheets say in the same way: texts, values, citations, and where the sheet comes from."""

import re
from dataclasses import dataclass
from datetime import date

from kzref import __version__
from kzref.model.document import Place
from kzref.model.errors import InputError
from kzref.model.message import Value
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import parse_reference
from kzref.model.sheet import Block, Fit, Paragraph, Row, Sheet, Tone
from kzref.model.text import Language, Text
from kzref.services.catalogue import Catalogue, catalogue
from kzref.services.desk import Desk

_ARTICLE = re.compile(r"\S+-бабының ")  # of what follows, in Kazakh
_SENTENCE = re.compile(r"[.;](?= )")


@dataclass(frozen=True, slots=True)
class Wording:
    """An edition speaking one language."""

    desk: Desk
    language: Language

    @property
    def words(self) -> Catalogue:
        """The sentences of the language."""
        return catalogue(self.language)

    def text(self, text: Text) -> str:
        """A text for the reader; one of another language is marked as such."""
        shown, language = text.best(self.language)
        return shown if language is self.language or not shown else f"[{language.value}] {shown}"

    def cite(self, *references: str) -> str:
        """References in the citation form of the language, an act named once for its neighbours."""
        groups: list[tuple[str, list[str]]] = []
        for reference in dict.fromkeys(references):
            name = self._act(reference)
            if name and groups and groups[-1][0] == name:
                groups[-1][1].append(reference)
            else:
                groups.append((name, [reference]))
        return "; ".join(self._together(name, group) for name, group in groups)

    def _act(self, reference: str) -> str:
        """The short name of the act that a reference is to; a document goes by its own."""
        try:
            place = parse_reference(reference)
        except ValueError:
            return ""
        if isinstance(place, Place):
            return place.document
        instrument = self.desk.library.instruments.get(place.key)
        return instrument.short[self.language] if instrument else ""

    def _together(self, name: str, references: list[str]) -> str:
        """`ч. 3, 4 ст. 48, ч. 2 ст. 133 УПК`; `CPC art. 48(3), (4), art. 133(2)`."""
        if not name or name in self.desk.library.documents:
            return "; ".join(self.desk.citations.write_in_turn(references, self.language))
        written = self.desk.citations.write_several(references, self.language)
        first, last = f"{name} ", f" {name}"
        if all(one.startswith(first) for one in written):
            return first + ", ".join(_article_once([one.removeprefix(first) for one in written]))
        if all(one.endswith(last) for one in written):
            return ", ".join(one.removesuffix(last) for one in written) + last
        return "; ".join(written)

    def value(self, value: Value, *, of: str = "") -> str:
        """The value of a result in words."""
        return self.words.value(value, of=of)

    def digest(self, reference: str, as_of: date) -> str | None:
        """What a provision or a paragraph says on that day, in our words; None when not known."""
        library = self.desk.library
        try:
            place = parse_reference(reference)
            if isinstance(place, Place):
                return self.text(library.digest(place))
            if place.article is None:
                return None
            version = library.provision(place, as_of).version
        except (InputError, ValueError):
            return None
        return self.text(version.gist) if version else None

    def digests(self, references: tuple[str, ...], as_of: date, *, length: int) -> tuple[Row, ...]:
        """The places once each, in the order of the law, with the beginnings of their digests."""
        rows = []
        for reference in sorted(dict.fromkeys(references), key=_in_order):
            digest = self.digest(reference, as_of)
            if digest:
                rows.append(Row(label=self.cite(reference), value=shortened(digest, length)))
        return tuple(rows)

    def origin(self) -> str:
        """Which kzref and which edition made the sheet, for the foot of the page."""
        edition = self.desk.database.meta["edition"]
        return self.words("paper.origin", version=__version__, edition=edition)

    def currency(self) -> str:
        """Up to which day the edition looked for changes of the law."""
        return self.words("paper.looked_up_to", day=self.desk.library.verified_through)

    def small_print(self) -> str:
        """What stands at the end of every sheet: whose words these are, and whether the files are sound."""
        files = self.words.say(self.desk.integrity.message)
        return f"{self.words('paper.disclaimer')} {files}"

    def sheet(
        self,
        *,
        kicker: str,
        title: str,
        blocks: tuple[Block, ...],
        fit: Fit = Fit.ONE_PAGE,
        above: tuple[Block, ...] = (),
    ) -> Sheet:
        """A sheet of these blocks, with what stands on every sheet."""
        return Sheet(
            language=self.language,
            kicker=kicker,
            title=title,
            blocks=(*blocks, Paragraph(text=self.small_print(), tone=Tone.QUIET)),
            footer=f"{self.origin()} · {title}",
            page_label=self.words("paper.page"),
            fit=fit,
            above=above,
        )


def shortened(text: str, length: int) -> str:
    """The text, or as many whole sentences (failing that, words) of it as fit the length."""
    if len(text) <= length:
        return text
    ends = [found.start() for found in _SENTENCE.finditer(text, 0, length)]
    if ends and ends[-1] > length // 2:
        return text[: ends[-1] + 1] + " …"
    return text[:length].rsplit(" ", maxsplit=1)[0] + " …"


def _article_once(written: list[str]) -> list[str]:
    """`131-бабының 1-бөлігі, 2-бөлігінің 5) тармағы`: a Kazakh article is not named again."""
    names = [found.group() if (found := _ARTICLE.match(one)) else "" for one in written]
    before = ("", *names)
    return [
        one.removeprefix(name) if name == last else one
        for one, name, last in zip(written, names, before, strict=False)
    ]


def _in_order(reference: str) -> tuple[bool, str, tuple[int, ...]]:
    """Acts before documents; within an act by number, within a document by section and number."""
    try:
        act = Pinpoint.parse(reference).key
    except ValueError:
        section, _, paragraph = reference.rpartition(" ")
        return True, section, _numbers(paragraph)
    return False, act, _numbers(reference)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))
