"""Records as files for other programs: exactly those that were asked for, nothing left out of any."""

import csv
import io
import json
from collections.abc import Mapping, Sequence

Record = Mapping[str, object]


def json_file(kind: str, records: Sequence[Record]) -> bytes:
    """The object that `kzref list --json` prints."""
    listed = {"kind": kind, "count": len(records), "records": records}
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


def csv_file(records: Sequence[Record]) -> bytes:
    """A row per record, after a byte order mark by which spreadsheets know Cyrillic.

    What lies inside a value gets a column of its own (`gist.ru`); a list stands in one cell, its
    items separated by semicolons.
    """
    rows = [dict(_cells(record)) for record in records]
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _cells(record: Record, before: str = "") -> list[tuple[str, str]]:
    cells = []
    for name, value in record.items():
        if isinstance(value, Mapping):
            cells += _cells(value, f"{before}{name}.")
        else:
            cells.append((before + name, _cell(value)))
    return cells


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            if all(isinstance(item, str | int) for item in value):
                return "; ".join(map(str, value))
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)
