"""Whether this installation is whole: database, index, time zones, fonts, and no way to a network."""

import sys
from datetime import date, datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from kzref.model.card import Card
from kzref.model.errors import KzrefError
from kzref.model.text import Language
from kzref.services.cards import run_cards
from kzref.services.desk import Desk

NETWORK_MODULES = ("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "requests", "urllib3", "httpx")


def examine() -> dict[str, object]:
    """The report of all checks; `ok` tells whether every one passed."""
    database, index, cards = _database(), _index(), _cards()
    tzdata, fonts = _clock_change_is_known(), _fonts()
    offline = not any(name in sys.modules for name in NETWORK_MODULES)
    return {
        "ok": bool(
            database["ok"] and index["ok"] and not cards["failed"] and tzdata and fonts and offline
        ),
        "cards": cards,
        "database": database,
        "index": index,
        "tzdata": tzdata,
        "fonts": fonts,
        "offline": offline,
    }


def _database() -> dict[str, object]:
    try:
        desk = Desk()
        return {"ok": True, "sha256": desk.database.sha256, "records": sum(desk.counts.values())}
    except KzrefError as error:
        return {"ok": False, "fault": error.message.key}


def _cards() -> dict[str, object]:
    """The lawyers' cards on this database: how many pass, and the names of those that do not."""
    try:
        desk = Desk()
        report = run_cards(desk.database.values(Card), desk.calculators.rulebook)
    except KzrefError as error:
        return {"passed": 0, "failed": 1, "fault": error.message.key}
    return {
        "passed": report.passed,
        "failed": len(report.failures),
        "failing": [f"{one.card.id} ({one.found})" for one in report.failures],
    }


def _index() -> dict[str, object]:
    try:
        found = Desk().search.find("задержание", language=Language.RU, as_of=date(2026, 11, 23))
    except KzrefError as error:
        return {"ok": False, "fault": error.message.key}
    return {"ok": bool(found.hits), "hits": len(found.hits)}


def _clock_change_is_known() -> bool:
    """Whether the zones know that Almaty put its clock back on 1 March 2024."""
    before = datetime(2024, 2, 29, 14, tzinfo=ZoneInfo("Asia/Almaty"))
    after = datetime(2024, 3, 2, 14, tzinfo=ZoneInfo("Asia/Almaty"))
    return before.utcoffset() == timedelta(hours=6) and after.utcoffset() == timedelta(hours=5)


def _fonts() -> bool:
    folder = files("fontpkg_ibm_plex_sans") / "files"
    return any(file.name.endswith(".ttf") for file in folder.iterdir())
