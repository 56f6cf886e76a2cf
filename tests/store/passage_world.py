"""A few passages with which the index and search are tested."""

from collections.abc import Iterable
from datetime import date

from kzref.model.passage import Passage, PassageKind
from kzref.model.practice import EverydayWords
from kzref.model.text import Text

EDITION = "test-edition"


def provision(
    place: str, texts: tuple[str, str, str], start: date, until: date | None = None
) -> Passage:
    en, ru, kk = texts
    return Passage(
        id=f"{place}@{start.isoformat()}",
        kind=PassageKind.PROVISION,
        place=place,
        title=Text(en="Detention of a suspect", ru="Задержание", kk="Ұстап алу"),
        text=Text(en=en, ru=ru, kk=kk),
        context=Text(),
        references=(place,),
        instrument=place.split(" ", maxsplit=1)[0],
        eid="art_131__para_4",
        in_force_from=start,
        in_force_until=until,
    )


def paragraph(place: str, texts: tuple[str, str, str], cites: Iterable[str] = ()) -> Passage:
    document, section, number = place.split(" ")
    en, ru, kk = texts
    return Passage(
        id=place,
        kind=PassageKind.SOURCE_PARAGRAPH,
        place=place,
        title=Text(en="Police and prisons", ru="Полиция и тюрьмы", kk="Полиция мен түрмелер"),
        text=Text(en=en, ru=ru, kk=kk),
        context=Text(en="police prison", ru="полиция тюрьма", kk="полиция түрме"),
        references=(place, *cites),
        document=document,
        section=section,
        paragraph=number,
    )


def term(name: str, en: str, ru: str, kk: str) -> Passage:
    return Passage(
        id=f"term:{name}",
        kind=PassageKind.GLOSSARY,
        place=f"glossary:{name}",
        title=Text(
            en=en.split(";", maxsplit=1)[0],
            ru=ru.split(";", maxsplit=1)[0],
            kk=kk.split(";", maxsplit=1)[0],
        ),
        text=Text(en=en, ru=ru, kk=kk),
        context=Text(en=en, ru=ru, kk=kk),
    )


PASSAGES = (
    provision(
        "CPC 131(4)",
        ("Release after seventy-two hours.", "Освобождение через 72 часа.", "72 сағаттан кейін босату."),
        date(2015, 1, 1),
        date(2018, 1, 9),
    ),
    provision(
        "CPC 131(4)",
        ("Release after forty-eight hours.", "Освобождение через 48 часов.", "48 сағаттан кейін босату."),
        date(2018, 1, 9),
    ),
    paragraph(
        "ngo-iccpr-2016 II.9 4",
        (
            "A judge orders custody only for a crime with more than five years.",
            "Судья санкционирует содержание под стражей лишь при наказании свыше пяти лет.",
            "Судья күзетпен ұстауды бес жылдан астам жазада ғана санкциялайды.",
        ),
        ["CPC 147(1)"],
    ),
    paragraph(
        "ngo-iccpr-2016 II.9 5",
        (
            "Counsel met the prisoner on 131-1 days, never on 131.",
            "Защитник видел осуждённого ч. 4 и ёлку.",
            "Қорғаушы сотталғанды көрді.",
        ),
    ),
    paragraph(
        "kz-response-2020 Q4 p2",
        (
            "A minor is held by the police for at most twenty-four hours.",
            "Несовершеннолетний задерживается не более чем на 24 часа.",
            "Кәмелетке толмаған адам 24 сағаттан артық ұсталмайды.",
        ),
        ["CPC 131(4)"],
    ),
    term("custody", "custody; remand", "содержание под стражей; стража", "күзетпен ұстау"),
)  # fmt: skip


class Shelf:
    """The passages in memory."""

    def __init__(
        self, kept: Iterable[Passage] = PASSAGES, everyday: Iterable[EverydayWords] = ()
    ) -> None:
        self.kept = {passage.id: passage for passage in kept}
        self.everyday = tuple(everyday)
        self.meta = {"data": EDITION}

    def passages(self, ids: Iterable[str], shape: type[Passage]) -> dict[str, Passage]:
        assert shape is Passage
        return {name: self.kept[name] for name in ids}

    def values(self, shape: type[EverydayWords]) -> Iterable[EverydayWords]:
        assert shape is EverydayWords
        return self.everyday

    def every_passage(self, shape: type[Passage]) -> Iterable[Passage]:
        assert shape is Passage
        return self.kept.values()
