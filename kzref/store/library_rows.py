"""How texts, their units and the changes they report stand in the rows of the own library."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from kzref.model.own_text import Action, Amendment, OwnText, TextKind, Unit, UnitKind
from kzref.model.text import Language

TEXT = "id, kind, work, language, redaction, title, file_name, sha256, imported_at, articles, units"
UNIT = "kind, body, line, page, holder, at, level, number, is_excluded"
AMENDMENT = "holder, at, law, adopted, action, effect, in_force_from, days_after_publication, line"


def unit_row(unit: Unit) -> Iterable[str | int | None]:
    """The values of a unit, under `UNIT`."""
    return (
        unit.kind.value, unit.text, unit.line, unit.page, unit.holder, unit.at, unit.level,
        unit.number, int(unit.is_excluded),
    )  # fmt: skip


def amendment_row(one: Amendment) -> Iterable[str | int | None]:
    """The values of a reported change, under `AMENDMENT`."""
    return (
        one.holder, one.at, one.law, one.adopted.isoformat(), one.action.value, one.effect,
        one.in_force_from.isoformat() if one.in_force_from else None, one.days_after_publication, one.line,
    )  # fmt: skip


def amendment_from(row: tuple[Any, ...]) -> Amendment:
    """The reported change of a row of `AMENDMENT`."""
    held, at, law, adopted, action, effect, since, days, line = row
    return Amendment(
        holder=held, at=at, law=law, adopted=date.fromisoformat(adopted),
        action=Action(action), effect=effect,
        in_force_from=date.fromisoformat(since) if since else None,
        days_after_publication=days, line=line,
    )  # fmt: skip


def unit_from(row: tuple[Any, ...]) -> Unit:
    """The unit of a row of `UNIT`."""
    kind, body, line, page, held, at, level, number, excluded = row
    return Unit(
        kind=UnitKind(kind), text=body, line=line, page=page, holder=held, at=at,
        level=level, number=number, is_excluded=bool(excluded),
    )  # fmt: skip


def text_from(row: tuple[Any, ...]) -> OwnText:
    """The text of a row of `TEXT`."""
    number, kind, work, language, redaction, title, name, sha256, at, articles, units = row
    return OwnText(
        id=number, kind=TextKind(kind), work=work, language=Language(language),
        redaction=date.fromisoformat(redaction) if redaction else None, title=title,
        file_name=name, sha256=sha256, imported_at=datetime.fromisoformat(at),
        articles=articles, units=units,
    )  # fmt: skip
