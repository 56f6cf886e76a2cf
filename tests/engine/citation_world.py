"""A few acts and documents with which citations are tested."""

from datetime import date

from kzref.model.citation_names import CitationNames, InstrumentNames, Nickname, Spellings
from kzref.model.document import Document, DocumentKind, Section
from kzref.model.law import Instrument, InstrumentKind
from kzref.model.text import Language, Text

CODE, TREATY = InstrumentKind.CODE, InstrumentKind.TREATY


def act(
    key: str,
    kind: InstrumentKind,
    names: str,
    year: int,
    title_ru: str = "",
    until: date | None = None,
) -> Instrument:
    en, ru, kk = names.split("|")
    return Instrument(
        id=key.lower(),
        key=key,
        kind=kind,
        title_en=en,
        title_ru=title_ru or None,
        short=Text(en=en, ru=ru, kk=kk),
        adopted=date(year, 7, 4),
        in_force_from=date(year, 7, 4),
        in_force_until=until,
    )


def document(name: str, names: str, sections: str) -> Document:
    en, ru, kk = names.split("|")
    return Document(
        id=name,
        kind=DocumentKind.NGO_REPORT,
        title_en=name,
        short=Text(en=en, ru=ru, kk=kk),
        language=Language.EN,
        dated="2016",
        nature=Text(),
        sections=tuple(Section(id=section, title_en=section) for section in sections.split()),
    )


ACTS = (
    act("CPC", CODE, "CPC|УПК|ҚПК", 2014, "Уголовно-процессуальный кодекс Республики Казахстан"),
    act("CC", CODE, "CC|УК|ҚК", 2014),
    act("CC-1997", CODE, "CC 1997|УК 1997|ҚК 1997", 1997),
    act("CoAO", CODE, "CoAO|КоАП|ӘҚБтК", 2014),
    act(
        "Const-1995", InstrumentKind.CONSTITUTION, "Constitution|Конституция|Конституция", 1995,
        until=date(2026, 7, 4),
    ),
    act("Const-2026", InstrumentKind.CONSTITUTION, "Constitution|Конституция|Конституция", 2026),
    act(
        "ICCPR", TREATY, "ICCPR|МПГПП|АСҚХП", 1966,
        "Международный пакт о гражданских и политических правах",
    ),
)  # fmt: skip
DOCUMENTS = (
    document(
        "ngo-iccpr-2016",
        "NGO report 2016|Доклад НПО 2016|ҮЕҰ баяндамасы 2016",
        "INTRO I.1 I.13 II.2(3) II.2-3-26 II.7 II.9 II.12",
    ),
    document(
        "kz-response-2020",
        "State response 2020|Ответ государства 2020|Мемлекет жауабы 2020",
        "Q1 Q4 Q11",
    ),
    document("kz-bill-2024", "Bill 2024|Законопроект 2024|Заң жобасы 2024", "body"),
    document("incsr-2015", "INCSR 2015|INCSR 2015|INCSR 2015", "A B.1 B.2 meta"),
    document("caricc-2019-43", "CARICC 43|ЦАРИКЦ 43|CARICC 43 бюллетені", "item1 item2"),
)
NAMES = CitationNames(
    instruments=(
        InstrumentNames(
            key="CPC", spellings=Spellings(en=("Code of Criminal Procedure",), ru=("УПК РК",))
        ),
        InstrumentNames(key="CC", spellings=Spellings()),
    ),
    nicknames=(
        Nickname(name="стража", language=Language.RU, reference="CPC 147"),
        Nickname(name="правила Манделы", language=Language.RU, reference="ICCPR 10"),
    ),
)
WITHOUT_PARTS = ("CPC 7",)
