"""Reads notes on amendments: which law, adopted when, did what, in force from when.

Only dates outside brackets are laws; the bracket after a law tells its effect. A note may count the
days from a publication that it does not date: then no day of effect is given, only the count.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kzref.model.own_text import Action, Amendment, Unit

_CENTURY, _YEARS = 1900, 100  # notes of the nineties write years with two figures
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "января қаңтар", "февраля ақпан", "марта наурыз", "апреля сәуір", "мая мамыр",
            "июня маусым", "июля шілде", "августа тамыз", "сентября қыркүйек", "октября қазан",
            "ноября қараша", "декабря желтоқсан",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH: Final = "|".join(_MONTHS)
_DATE: Final = (
    rf"(?:(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>\d{{4}}|\d{{2}}(?!\d))"
    rf"|(?P<y4>\d{{4}})\.(?P<m4>\d{{2}})\.(?P<d4>\d{{2}})\.?"
    rf"|(?P<d2>\d{{1,2}})\s+(?P<m2>{_MONTH})\s+(?P<y2>\d{{4}})"
    rf"|(?P<y3>\d{{4}})\s+жыл\w*\s+(?P<d3>\d{{1,2}})\s+(?P<m3>{_MONTH})\w*)"
)
_LAW_NUMBER: Final = r"\d+(?:\s?-\s?[IVXІХіх]+)?"
_LAW: Final = re.compile(
    rf"(?:(?:№|N[oо]?\.?)\s*(?P<before>{_LAW_NUMBER})\s+(?=от\s))?"
    rf"(?P<from>\bот\s+|\bqr\s+|\bқр\s+)?{_DATE}(?:\s*(?:года|г\.|жылғы|ж\.))?"
    rf"(?:\s*(?:№|N[oо]?\.?)\s*(?P<number>{_LAW_NUMBER}))?",
    re.I,
)
_COUNTED: Final = re.compile(
    r"по\s+истечении\s+(?P<ru>[а-яё]+|\d+)\s+(?P<unit>календарн\w+?\s*дн|месяц)"
    r"|күнтізбелік\s+(?P<kk>[а-яәіңғүұқөһ]+|\d+)\s+күн",
    re.I,
)
_SINCE: Final = re.compile(rf"(?:\b(?:с|со)|в\s+действие)\s+{_DATE}", re.I)
_SINCE_KK: Final = re.compile(rf"{_DATE}\s*(?:ж\.?\s*)?бастап", re.I)
_EXCEPT: Final = re.compile(r"за\s+исключением", re.I)
_AT_ONCE: Final = re.compile(
    r"со\s+дня\s+(?:его\s+)?(?:первого\s+)?официального|жарияланған\s+күнінен", re.I
)
_DAYS: Final = {
    "десяти": 10, "двадцати": 20, "тридцати": 30, "шестидесяти": 60, "девяноста": 90,
    "он": 10, "жиырма": 20, "отыз": 30, "алпыс": 60, "тоқсан": 90,
}  # fmt: skip
_ACTIONS: Final = (
    (
        Action.EXCLUDED,
        re.compile(r"исключен|утратил|действовал|алы(?:п|нып)\s+таста|күш[іi]\s+жой", re.I),
    ),
    (Action.REWORDED, re.compile(r"в\s+редакции|жаңа\s+редакцияда|редакциясында", re.I)),
    (Action.ADDED, re.compile(r"дополнен|толықтырыл", re.I)),
    (Action.AMENDED, re.compile(r"измен|өзгер[іi]с|өзгерту", re.I)),
)
_PART_OF_ARTICLE: Final = re.compile(
    r"\W*(?:(?:сноска|снсока|ескерту)\s*[.:]\s*)?(?:часть|пункт|подпункт|абзац|части|пункты"
    r"|[\w-]+\s+бөлік|[\w-]+\)?\s*тармақ)",
    re.I,
)


def amendments(unit: Unit) -> Iterator[Amendment]:
    """The changes that a note or an excluded unit reports, in the order of the text."""
    text = unit.text
    outside = _outside_brackets(text)
    laws = [found for found in _LAW.finditer(outside) if found["number"] or found["from"]]
    is_local = unit.is_excluded or _PART_OF_ARTICLE.match(text) is not None
    action, before = Action.AMENDED, 0
    for at, found in enumerate(laws):
        following = laws[at + 1] if at + 1 < len(laws) else None
        action = _action(outside[before : found.start()]) or action
        before = found.end()
        adopted = _date(found)
        if adopted is None:
            continue
        effect = text[found.end() : following.start() if following else len(text)]
        since, days = _effect(effect)
        yield Amendment(
            holder=unit.holder,
            at=unit.at if is_local else "",
            law=_law(found["number"] or found["before"]),
            adopted=adopted,
            action=action,
            effect=effect.strip(" *;.,"),
            in_force_from=since,
            days_after_publication=days,
            line=unit.line,
        )


def excludes(text: str) -> bool:
    """Whether a note says that what it stands at was excluded."""
    return _action(text) is Action.EXCLUDED


def _outside_brackets(text: str) -> str:
    """The text with what stands in brackets blanked; the bracket of `1)` opens nothing."""
    kept, depth = [], 0
    for sign in text:
        if sign == "(":
            depth += 1
        kept.append(sign if depth == 0 else " ")
        if sign == ")" and depth:
            depth -= 1
    return "".join(kept)


def _date(found: re.Match[str]) -> date | None:
    for suffix in ("", "2", "3", "4"):
        groups = {name: found[name + suffix] for name in ("d", "m", "y")}
        if groups["y"]:
            month = groups["m"]
            try:
                number = int(month) if month.isdigit() else _MONTHS[month.lower()]
                year = int(groups["y"])
                return date(_CENTURY + year if year < _YEARS else year, number, int(groups["d"]))
            except ValueError:
                return None
    return None


def _law(number: str | None) -> str | None:
    """The law's number with its Roman figure in Latin letters: notes mix in Cyrillic І."""
    if number is None:
        return None
    return re.sub(r"\s", "", number).upper().translate(str.maketrans("ІХ", "IX"))


def _effect(text: str) -> tuple[date | None, int | None]:
    """The earliest dated day of effect, else the days to count from the publication."""
    starts = []
    main = _EXCEPT.split(text, maxsplit=1)[0]
    for words in (main, text):  # what an exception dates is not the day of the rest
        for found in _SINCE.finditer(words):
            starts.append(_date(found))
        for found in _SINCE_KK.finditer(words):
            starts.append(_date(found))
        if starts:
            break
    known = [start for start in starts if start]
    if known:
        return min(known), None
    if counted := _COUNTED.search(text):
        word = (counted["ru"] or counted["kk"]).lower()
        if counted["unit"] and counted["unit"].lower().startswith("мес"):
            return None, None
        return None, int(word) if word.isdigit() else _DAYS.get(word)
    if _AT_ONCE.search(text):
        return None, 0
    return None, None


def _action(text: str) -> Action | None:
    """What the words before a law say that it did; None: as the law before it."""
    return next((action for action, verb in _ACTIONS if verb.search(text)), None)
