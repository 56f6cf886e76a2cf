"""A list of records on paper: the place of each, what it says, and what else one filters by."""

from collections.abc import Mapping, Sequence

from kzref.model.sheet import Sheet, Table
from kzref.model.text import Text
from kzref.services.sheets.wording import Wording

_TEXT: dict[str, tuple[str, ...]] = {
    "instrument": ("title",),
    "provision": ("title", "versions.-1.gist"),
    "parameter": ("label",),
    "source-paragraph": ("digest",),
    "recommendation": ("gist",),
    "checklist": ("title", "intro"),
    "hazard": ("fault", "treatment"),
    "statistic": ("value", "unit", "what"),
    "case": ("name", "outcome"),
    "event": ("what",),
    "glossary": ("en.term", "ru.term", "kk.term", "note"),
    "scenario": ("title", "facts", "question"),
}
# a field, and where its values have names: `body.ngo`; "@" for places
_MORE: dict[str, tuple[tuple[str, str], ...]] = {
    "instrument": (("number", ""), ("in_force_from", "")),
    "provision": (("versions.-1.in_force_from", ""),),
    "parameter": (("history.-1.value", ""), ("unit", "unit"), ("history.-1.in_force_from", "")),
    "source-paragraph": (("kind", "statement"), ("cites", "@")),
    "recommendation": (
        ("id", ""), ("body", "body"), ("year", ""), ("addressee", "addressee"), ("assessment.status", "status"),
        ("provisions", "@"),
    ),
    "hazard": (("id", ""), ("provisions", "@")),
    "statistic": (("id", ""), ("period", "")),
    "case": (("id", ""), ("date", "")),
    "event": (("on", ""), ("provisions", "@")),
    "scenario": (("references", "@"),),
}  # fmt: skip


def records_sheet(
    wording: Wording,
    kind: str,
    records: Sequence[Mapping[str, object]],
    filters: Sequence[str] = (),
) -> Sheet:
    """Exactly these records, in this order; `filters` say on the sheet how they were chosen."""
    words = wording.words
    rows = tuple(
        (
            wording.cite(str(record["pinpoint"])),
            "\n".join(filter(None, (_said(wording, record, path, "") for path in _TEXT[kind]))),
            " · ".join(filter(None, (_said(wording, record, *one) for one in _MORE.get(kind, ())))),
        )
        for record in records
    )
    return wording.sheet(
        kicker=" · ".join((words("paper.list"), *filters)),
        title=words("paper.listed", kind=words(f"kind.{kind}"), count=len(records)),
        blocks=(
            Table(
                head=tuple(words(f"paper.column.{name}") for name in ("place", "text", "more")),
                rows=rows,
                weights=(20, 46, 34),
            ),
        ),
    )


def _said(wording: Wording, record: Mapping[str, object], path: str, names: str) -> str:
    value: object = record
    if path == "title" and "title" not in record:
        value = {name: record.get(f"title_{name}") for name in ("en", "ru", "kk")}
    else:
        for step in path.split("."):
            value = _step(value, step)
    return _word(wording, value, names)


def _step(value: object, step: str) -> object:
    if isinstance(value, Mapping):
        return value.get(step)
    if isinstance(value, Sequence) and value and not isinstance(value, str):
        return value[int(step)]
    return None


def _word(wording: Wording, value: object, names: str) -> str:
    match value:
        case None:
            return ""
        case Mapping():
            texts = {name: str(text) for name, text in value.items() if text is not None}
            return wording.text(Text(**texts))
        case list() | tuple() if names == "@":
            return wording.cite(*map(str, value))
        case list() | tuple():
            return ", ".join(_word(wording, item, names) for item in value)
        case str() if names == "@":
            return wording.cite(value)
        case str() if names:
            return wording.words(f"{names}.{value}")
        case _:
            return str(value)
