"""Writes a place in the citation form of each language; `CitationReader` reads it back.

Russian and Kazakh name the levels as the acts do: a code has parts, points and subpoints, other
acts have points and subpoints; Kazakh runs from the outermost level inwards, Russian outwards.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kzref.engine.citations.section_names import section_name
from kzref.model.document import Document, Place
from kzref.model.law import Instrument, InstrumentKind
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import Citable
from kzref.model.text import Language

_RU_LEVELS = ("ч. {}", "п. {})", "пп. {})")
_KK_LEVELS = (  # as the last step, and as a step with others after it
    ("{}-бөлігі", "{}-бөлігінің"),
    ("{}) тармағы", "{}) тармағының"),
    ("{}) тармақшасы", "{}) тармақшасының"),
)
_RU_GENITIVE = {  # abbreviations keep their form
    "Закон": "Закона", "Кодекс": "Кодекса", "Конвенция": "Конвенции", "Конституция": "Конституции",
    "Пакт": "Пакта", "Постановление": "Постановления", "Протокол": "Протокола", "Указ": "Указа",
}  # fmt: skip
_KK_GENITIVE = {"заң": "ның", "конвенция": "ның", "қаулы": "ның", "кодексі": "нің"}
_KK_ARTICLE = ("{}-бабы", "{}-бабының")
_KK_PLAIN_POINT = ("{}-тармағы", "{}-тармағының")
_KK_MANY = {"бөлігі": "бөліктері", "тармағы": "тармақтары", "тармақшасы": "тармақшалары"}
_PLACE_WORDS = {
    Language.EN: ("para. {}", "¶ {}", "bullet {}", "fn. {}", "heading"),
    Language.RU: ("п. {}", "абз. {}", "тире {}", "сн. {}", "заголовок"),
    Language.KK: ("{}-тармақ", "{}-абзац", "{}-сызықша", "{}-сілтеме", "тақырып"),
}


def unit_names(number: str, language: Language) -> list[str]:
    """A paragraph, a footnote or a heading of a document in words, with the bullet after it."""
    printed, counted, bullet, footnote, heading = _PLACE_WORDS[language]
    base, _, bullet_number = number.partition(".b")
    if base.startswith("fn"):
        words = [footnote.format(base[2:])]
    elif base in {"head", "0"}:
        words = [heading]
    elif base.startswith("p"):
        words = [counted.format(base[1:])]
    else:
        words = [printed.format(base)]
    if bullet_number:
        words.append(bullet.format(bullet_number))
    return words


class CitationWriter:
    """Writes citations with the short names of acts and documents."""

    def __init__(
        self,
        *,
        instruments: Iterable[Instrument],
        documents: Iterable[Document] = (),
        without_parts: Iterable[str] = (),
    ) -> None:
        """Learn the names. `without_parts`: articles, or whole codes, whose first units are points."""
        self._acts = {act.key: act for act in instruments}
        self._names: dict[tuple[str, Language], str] = {}
        self._documents = {document.id: document for document in documents}
        self._without_parts = set(without_parts)

    def write(self, place: Citable, language: Language) -> str:
        """The citation in the form that lawyers of this language use."""
        if isinstance(place, Place):
            return self._write_place(place, language)
        if place.article is None:
            return self._act(place.key, language)
        match language:
            case Language.EN:
                return self._english(place)
            case Language.RU:
                return self._russian(place)
            case Language.KK:
                return self._kazakh(place)

    def write_in_turn(self, places: Iterable[Citable], language: Language) -> list[str]:
        """Each as it is read after the one before: a document, and its section, is named once."""
        written: list[str] = []
        before: Citable | None = None
        for place in places:
            written.append(
                self.write(place, language).removeprefix(self._named(before, place, language))
            )
            before = place
        return written

    def write_several(self, places: Sequence[Pinpoint], language: Language) -> str:
        """Units of one parent, with what they share said once: `ч. 3, 4 ст. 48 УПК`."""
        first = places[0]
        closing = ")" if f"{first.units[-1]})" in self.write(first, language) else ""
        opening = "(" if language is Language.EN else ""
        numbers = f"{closing}, {opening}".join(place.units[-1] for place in places)
        written = self.write(replace(first, units=(*first.units[:-1], numbers)), language)
        if language is Language.KK:
            for one, many in _KK_MANY.items():
                if written.endswith(one):
                    return written.removesuffix(one) + many
        return written

    def _act(self, key: str, language: Language) -> str:
        """The short name, with the year where another act has the same one; compared only once."""
        known = self._names.get((key, language))
        if known is None:
            known = self._names[key, language] = self._name(key, language)
        return known

    def _name(self, key: str, language: Language) -> str:
        act = self._acts.get(key)
        if act is None:
            return key
        name = act.short[language]
        shared = any(
            other.key != key and other.short[language] == name for other in self._acts.values()
        )
        return f"{name} {act.adopted.year}" if shared and act.adopted else name

    def _skipped(self, place: Pinpoint) -> int:
        """How many levels the act leaves out before its first unit: 1 where there are no parts."""
        article = f"{place.key} {place.article}"
        return 1 if self._has_points(place.key) or article in self._without_parts else 0

    def _english(self, place: Pinpoint) -> str:
        article = f"art. {place.article}" + "".join(f"({unit})" for unit in place.units)
        note = "" if place.note is None else f", note {place.note}".rstrip()
        return f"{self._act(place.key, Language.EN)} {article}{note}"

    def _russian(self, place: Pinpoint) -> str:
        forms = _RU_LEVELS[self._skipped(place) :]
        steps = [form.format(unit) for form, unit in zip(forms, place.units, strict=False)]
        article = f"ст. {place.article}"
        if steps and self._has_plain_points(place):
            steps[0] = steps[0].removesuffix(")")
        if len(place.units) > len(forms):
            steps, article = [], article + "".join(f"({unit})" for unit in place.units)
        if place.note is not None:
            steps = [f"примечание {place.note}".rstrip() + " к"]
        act, _, rest = self._act(place.key, Language.RU).partition(" ")
        whose = f"{_RU_GENITIVE.get(act, act)} {rest}".rstrip()
        return " ".join([*reversed(steps), article, whose])

    def _kazakh(self, place: Pinpoint) -> str:
        act = self._act(place.key, Language.KK)
        act = next((act + own for end, own in _KK_GENITIVE.items() if act.endswith(end)), act)
        if place.note is not None:
            note = f"{place.note}-ескертпесі".removeprefix("-")
            return f"{act} {place.article}-бабының {note}"
        forms = list(_KK_LEVELS[self._skipped(place) :])
        if self._has_plain_points(place):
            forms[0] = _KK_PLAIN_POINT
        if len(place.units) > len(forms):
            units = "".join(f"({unit})" for unit in place.units)
            return f"{act} {place.article}-бабы {units}"
        steps = list(zip((_KK_ARTICLE, *forms), (str(place.article), *place.units), strict=False))
        inner = [form[1].format(unit) for form, unit in steps[:-1]]
        last_form, last_unit = steps[-1]
        return " ".join([act, *inner, last_form[0].format(last_unit)])

    def _has_points(self, key: str) -> bool:
        """Whether the articles of the act have points instead of parts."""
        act = self._acts.get(key)
        is_code = act is None or act.kind is InstrumentKind.CODE
        return not is_code or key in self._without_parts

    def _has_plain_points(self, place: Pinpoint) -> bool:
        """Whether its point is printed `п. 2` and not `п. 2)`; a letter keeps its bracket."""
        return self._has_points(place.key) and place.units[:1] != () and place.units[0][0].isdigit()

    def _named(self, before: Citable | None, place: Citable, language: Language) -> str:
        """What of the name of a place was said with the place before."""
        if not (isinstance(before, Place) and isinstance(place, Place)):
            return ""
        document = self._documents.get(place.document)
        if document is None or before.document != place.document:
            return ""
        name = f"{document.short[language]}, "
        if before.section != place.section or len(document.sections) == 1:
            return name
        return f"{name}{section_name(place.section, language)}, "

    def _write_place(self, place: Place, language: Language) -> str:
        document = self._documents.get(place.document)
        name = document.short[language] if document else place.document
        words = unit_names(place.number, language)
        if document is not None and len(document.sections) == 1:  # it goes without saying
            return ", ".join([name, *words])
        return ", ".join([name, section_name(place.section, language), *words])
