"""Whether this installation is whole: files, database, index, law, texts, clocks, and no way to a network."""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kzref.model.card import Card
from kzref.model.errors import KzrefError
from kzref.model.text import Language
from kzref.paths import fonts, resources
from kzref.services.calculations.cards import run_cards
from kzref.services.catalogue import Catalogue
from kzref.services.desk import Desk
from kzref.services.soundness.integrity import can_check_signatures, compare

NETWORK_MODULES = ("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "requests", "urllib3", "httpx")
SAMPLE_ACT = """\
Кодекс лодок

Статья 131. Лодка

      1. Лодка стоит у причала.

Статья 132. Весло

      1. Весло сушат.
"""
ARTICLES = 2
FONTS = 3  # upright, bold, slanted


def examine() -> dict[str, object]:
    """The report of all checks; `ok` tells whether every one passed."""
    integrity = compare()
    report: dict[str, object] = {
        "cards": _told(_cards),
        "database": _told(_database),
        "index": _told(_index),
        "import": _told(_import),
        "tzdata": clock_change_is_known(),
        "fonts": _fonts(),
        "translations": all(_speaks(Catalogue(language)) for language in Language),
        "resources": _resources(),
        "integrity": {
            "ok": integrity.intact,
            "seal": integrity.seal.value,
            "damaged": integrity.damaged,
            "missing": integrity.missing,
            "strange": integrity.strange,
        },
        "signatures": can_check_signatures(),
        "offline": not any(name in sys.modules for name in NETWORK_MODULES),
    }
    passed = (one["ok"] if isinstance(one, dict) else one for one in report.values())
    return {"ok": all(passed), **report}


def _speaks(words: Catalogue) -> bool:
    return words.speaks and words.knows("selftest.ok")


def _told(check: Callable[[], dict[str, object]]) -> dict[str, object]:
    """What a check found; a refusal of kzref's own is a finding too."""
    try:
        return check()
    except KzrefError as error:
        return {"ok": False, "passed": 0, "failed": 1, "fault": error.message.key}


def _database() -> dict[str, object]:
    desk = Desk()
    return {"ok": True, "sha256": desk.database.sha256, "records": sum(desk.counts.values())}


def _cards() -> dict[str, object]:
    """The lawyers' cards on this database: how many pass, and the names of those that do not."""
    desk = Desk()
    report = run_cards(desk.database.values(Card), desk.calculators.rulebook)
    return {
        "ok": bool(report.passed and not report.failures),
        "passed": report.passed,
        "failed": len(report.failures),
        "failing": [f"{one.card.id} ({one.found})" for one in report.failures],
    }


def _index() -> dict[str, object]:
    found = Desk().search.find("задержание", language=Language.RU, as_of=date(2026, 11, 23))
    return {"ok": bool(found.hits), "hits": len(found.hits)}


def _import() -> dict[str, object]:
    """Whether a text can be brought: into a library of its own, which is thrown away."""
    from kzref.services.own.library import OwnLibrary  # noqa: PLC0415 - only for this check
    from kzref.services.own.text_preview import Wishes  # noqa: PLC0415
    from kzref.store.library_db import LibraryDb  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="kzref-") as name:
        folder = Path(name)
        text = folder / "лодка.txt"
        text.write_text(SAMPLE_ACT, encoding="utf-8")
        own = OwnLibrary(LibraryDb(folder / "library.db"), Desk().library)
        wishes = Wishes(
            instrument="kz-cpc-2014", language=Language.RU, redaction=date(2026, 11, 23)
        )
        rich = text.with_suffix(".rtf")  # is read in a process of its own
        rich.write_text("{\\rtf1 " + "".join(map(_in_rtf, SAMPLE_ACT)) + "}", encoding="ascii")
        try:
            stored = own.bring(own.preview(text, wishes), datetime(2026, 11, 23, tzinfo=UTC))
            apart = own.preview(rich, wishes)
        finally:
            own.close()
    return {
        "ok": stored.articles == apart.articles == ARTICLES,
        "articles": stored.articles,
        "articles_read_apart": apart.articles,
    }


def _in_rtf(letter: str) -> str:
    return "\\par " if letter == "\n" else f"\\u{ord(letter)}?" if ord(letter) > 127 else letter  # noqa: PLR2004 - ASCII


def clock_change_is_known() -> bool:
    """Whether the zones know that Almaty put its clock back on 1 March 2024."""
    before = datetime(2024, 2, 29, 14, tzinfo=ZoneInfo("Asia/Almaty"))
    after = datetime(2024, 3, 2, 14, tzinfo=ZoneInfo("Asia/Almaty"))
    return before.utcoffset() == timedelta(hours=6) and after.utcoffset() == timedelta(hours=5)


def _resources() -> bool:
    folder = resources()
    icons = list((folder / "icons").glob("*.svg")) if folder.is_dir() else []
    return bool(icons) and (folder / "styles" / "kzref.qss").is_file()


def _fonts() -> bool:
    return len(list(fonts().glob("*.ttf"))) >= FONTS
