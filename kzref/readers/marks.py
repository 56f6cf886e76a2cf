"""What the first words of a paragraph say it is: an article, a part, a note.

Russian texts put the word before the number (Статья 131), Kazakh ones the number first (131-бап).
A mark is only a claim: `act_structure` decides whether it fits where it stands.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kzref.model.own_text import ReadParagraph


class Claim(StrEnum):
    """What a paragraph says it is."""

    HEADING = "heading"
    TITLE = "title"  # a heading that names no level
    ANNEX = "annex"
    ARTICLE = "article"
    PART = "part"
    POINT = "point"
    SUBPOINT = "subpoint"
    AMENDMENT = "amendment"
    COURT = "court"
    REMARK = "remark"
    NOTE = "note"
    CONTENTS = "contents"
    SIGNATURE = "signature"
    FURNITURE = "furniture"
    QUOTED = "quoted"  # of another act
    ROW = "row"  # of a table
    FOOTNOTE = "footnote"  # of the file, as Word has them
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A claim, with the number it gives and the words after it."""

    claim: Claim
    level: str = ""
    number: str = ""
    rest: str = ""
    is_certain: bool = True  # False: running text may begin with the same words


_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER: Final = r"\d{1,4}(?:\s?-\s?\d{1,3}|[⁰¹²³⁴-⁹]{1,3}){0,5}"
_SMALL: Final = r"\d{1,3}(?:-\d{1,3}|[⁰¹²³⁴-⁹]{1,3}){0,5}"
_ROMAN: Final = r"[IVXLCІХС]+(?:-\d+)?"
_AFTER: Final = r"\s*(?P<dot>[.:]?)\s*(?P<rest>.*)"
_LEVELS: Final = (
    ("book", r"книга|book", r"кітап"),
    ("section", r"раздел|section|part", r"бөл[іi]м"),
    ("subsection", r"подраздел|subsection", r"к[іi]ш[іi]\s+бөл[іi]м"),
    ("chapter", r"глава|chapter", r"тарау"),
    ("paragraph", r"параграф|§|paragraph", r"параграф|§"),
)
_HEADINGS: Final = tuple(
    (level, re.compile(rf"(?:{first})\s*(?P<number>{_NUMBER}|{_ROMAN})(?![\w)]){_AFTER}", re.I))
    for level, first, _ in _LEVELS
) + tuple(
    (level, re.compile(rf"(?P<number>{_NUMBER}|{_ROMAN})\s*-?\s*(?:{last})(?!\w){_AFTER}", re.I))
    for level, _, last in _LEVELS
)
_DIVISION: Final = re.compile(
    r"(?P<rest>(?:общая|особенная)\s+часть|(?:жалпы|ерекше)\s+бөл[іi][км]"
    r"|(?:general|special)\s+part)\.?",
    re.I,
)
_ARTICLE: Final = re.compile(rf"(?:[СC]татья|article)\s*(?P<number>{_NUMBER})(?!\w){_AFTER}", re.I)
_ARTICLE_KK: Final = re.compile(rf"(?P<number>{_NUMBER})(?:\s?[-–]\s?|\s)бап(?!\w){_AFTER}", re.I)
_PART: Final = re.compile(rf"(?P<number>{_SMALL})\\?\.(?!\d)\s*(?P<rest>\S.*)", re.S)
_POINT: Final = re.compile(rf"(?P<number>{_SMALL})\\?\)\s*(?P<rest>.*)", re.S)
_SUBPOINT: Final = re.compile(r"(?P<number>[a-zа-яёәіңғүұқөһ])\\?\)\s*(?P<rest>.*)", re.I | re.S)
_AMENDMENT: Final = re.compile(r"(?:сноск[аи]|снсока|ескерту|footnote)\s*[.:]", re.I)
_REMARK: Final = re.compile(
    r"(?:о\s*)?примечани[ея]\s+(?:изпи|рцпи)\b|(?:рцпи|зқаи|изпи)\s*-?\s*н[ыіi][ңн]\s+ескертпе",
    re.I,
)
_NOTE: Final = re.compile(
    r"(?:примечани[ея]|ескертпе(?:лер)?|ескертулер|notes?)\s*(?P<dot>[.:])?\s*(?P<rest>.*)",
    re.I | re.S,
)
_COURT: Final = re.compile(
    r"нормативн\w+\s+постановлени\w+\s+конституционного\s+с(?:уда|овета)"
    r"|см\.?\s+нормативн\w+\s+постановлени"
    r"|(?:қр|қазақстан\s+республикасы(?:ны[нң])?)?\s*конституциялық\s+(?:соты|кеңесі)\w*\b.{0,80}қаулы",
    re.I,
)
_LONGEST_ANNEX: Final = 220  # characters
_ANNEX: Final = re.compile(
    r"(?:приложение|annex)(?:\s*№?\s*(?P<number>\d+(?:-\d+)?))?(?P<rest>(?:\s+(?:к|to)\s.{1,200})?)"
    r"|(?P<rest_kk>(?:.{1,200}\s)??)(?:(?P<number_kk>\d+(?:-\d+)?)\s?-\s?)?қосымша",
    re.I,
)
_CONTENTS: Final = re.compile(r"(?:содержание|оглавление|мазмұны|contents)\.?", re.I)
_SIGNATURE: Final = re.compile(
    r"(?:қазақстан\s+республикасының\s+)?президент[іi]?(?:\s+республики\s+казахстан)?"
    r"(?:\s+[А-ЯӘ]\.\s?[\w-]+)?|республики\s+казахстан\s+[А-ЯӘ]\.\s?[\w-]+"
    r"|қазақстан\s+республикасының(?:\s+президент[іi])?",
    re.I,
)
_FURNITURE: Final = re.compile(
    r"↑.*|[-–—]?\s*\d{1,4}\s*[-–—]?|<?https?://\S+>?|стр(?:аница|\.)\s*\d+(?:\s+из\s+\d+)?"
    r"|\d+\s*-?\s*бет|©.*|[-–—_=*\s]{3,}|скачать|печать|обновленный",
    re.I,
)
_EXCLUDED: Final = re.compile(
    r"\(?\s*(?:исключен[аоы]?(?!\w)|утратил[аио]?\s+силу|действовал[аио]?\s+до\s"
    r"|алы(?:п|нып)\s+таста(?:лды|лған)|күш[іi]\s+жойыл(?:ды|ған)|excluded\b|repealed\b"
    r"|\d{1,2}\.\d{2}\.\d{4}\s+дей[іi]н\s+қолдан\w+\s+бол(?:ды|ған))",
    re.I,
)
_MARKUP: Final = "*_# "


def mark(paragraph: ReadParagraph) -> Mark:
    """What this paragraph claims to be."""
    if paragraph.is_row:
        return Mark(claim=Claim.ROW)
    if paragraph.note:
        return Mark(claim=Claim.FOOTNOTE, number=paragraph.note)
    text = paragraph.text.strip(_MARKUP)
    return (
        _annotation(text)
        or _heading(text, is_marked=paragraph.is_heading)
        or _numbered(text)
        or _plain(text)
    )


def is_excluded(rest: str) -> bool:
    """Whether only the word that a unit was excluded stands in its place."""
    return _EXCLUDED.match(rest) is not None


def tight(number: str) -> str:
    """A number without spaces around its hyphens, its Roman figures in Latin letters."""
    spread = re.sub(r"(?<=\d)([⁰¹²³⁴-⁹]+)", lambda found: "-" + found[0].translate(_RAISED), number)
    return re.sub(r"\s", "", spread).translate(str.maketrans("ІХСіхс", "IXCIXC"))


def _annotation(text: str) -> Mark | None:
    if _AMENDMENT.match(text):
        return Mark(claim=Claim.AMENDMENT)
    if _REMARK.match(text):
        return Mark(claim=Claim.REMARK)
    if _COURT.match(text):
        return Mark(claim=Claim.COURT)
    note = _NOTE.fullmatch(text)
    if note and (note["dot"] or not note["rest"]):
        if _COURT.match(note["rest"]):
            return Mark(claim=Claim.COURT)
        return Mark(claim=Claim.NOTE, rest=note["rest"])
    return None


def _heading(text: str, *, is_marked: bool) -> Mark | None:
    if division := _DIVISION.fullmatch(text):
        return Mark(claim=Claim.HEADING, level="division", rest=division["rest"])
    for pattern in (_ARTICLE, _ARTICLE_KK):
        if found := pattern.fullmatch(text):
            return _titled(found, Claim.ARTICLE, "article", is_marked=is_marked)
    for level, pattern in _HEADINGS:
        if found := pattern.fullmatch(text):
            return _titled(found, Claim.HEADING, level, is_marked=is_marked)
    return None


def _titled(found: re.Match[str], claim: Claim, level: str, *, is_marked: bool) -> Mark | None:
    """A heading: its number is followed by a dot, by nothing, or by what looks like a title."""
    rest = found["rest"]
    certain = is_marked or bool(found["dot"]) or not rest or is_excluded(rest)
    if not certain and ((not rest[0].isupper() and rest[0] not in '«"') or rest[-1] in ";,"):
        return None
    return Mark(
        claim=claim, level=level, number=tight(found["number"]), rest=rest, is_certain=certain
    )


def _numbered(text: str) -> Mark | None:
    for claim, pattern in ((Claim.PART, _PART), (Claim.POINT, _POINT), (Claim.SUBPOINT, _SUBPOINT)):
        if found := pattern.fullmatch(text):
            number = found["number"]
            return Mark(
                claim=claim,
                number=tight(number) if number[0].isdigit() else number,
                rest=found["rest"],
            )
    return None


def _plain(text: str) -> Mark:
    if _CONTENTS.fullmatch(text):
        return Mark(claim=Claim.CONTENTS)
    if len(text) <= _LONGEST_ANNEX and (annex := _ANNEX.fullmatch(text)):
        number = annex["number"] or annex["number_kk"] or ""
        rest = (annex["rest"] or annex["rest_kk"] or "").strip()
        return Mark(claim=Claim.ANNEX, level="annex", number=number, rest=rest, is_certain=not rest)
    if _SIGNATURE.fullmatch(text):
        return Mark(claim=Claim.SIGNATURE)
    if _FURNITURE.fullmatch(text):
        return Mark(claim=Claim.FURNITURE)
    return Mark(claim=Claim.NOTHING)
