"""`kzref export`: what the window prints or saves, without the window."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from kzref.cli import handouts
from kzref.cli.answer import Answer, Commands, day, file
from kzref.cli.calculate import moment_now, written_facts
from kzref.cli.handouts import add_handout_options, handout
from kzref.model.errors import InputError
from kzref.model.practice import Scenario
from kzref.model.sheet import Deadline, Sheet
from kzref.services.calculations.deadlines import ahead, deadlines
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.export.saving import checked, save
from kzref.services.inventory import selected
from kzref.services.sheets.wording import Wording

SHEETS = ("pdf", "docx", "html")


@dataclass(frozen=True, slots=True)
class _File:
    """What goes into the file, and how much of what it is."""

    content: bytes
    unit: str = "bytes"
    count: int = 0


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare the command and what it exports."""
    parser = commands.add_parser("export", help="help.export")
    kinds = parser.add_subparsers(dest="exported", required=True)
    calc = kinds.add_parser("calc", help="help.export.calc")
    calc.add_argument("calculator", help="help.calc.calculator")
    calc.add_argument("facts", nargs="*", metavar="name=value", help="help.calc.facts")
    calc.add_argument("--as-of", type=day, help="help.calc.as_of")
    calc.add_argument("--now", help="help.calc.now")
    calc.add_argument(
        "--only", action="append", default=[], metavar="RESULT", help="help.export.only"
    )
    calc.set_defaults(run=_run(_calculation, (*SHEETS, "ics")))
    show = kinds.add_parser("show", help="help.export.show")
    show.add_argument("citation", nargs="+", help="help.show.citation")
    show.add_argument("--as-of", type=day, help="help.as_of")
    show.set_defaults(run=_run(_place, SHEETS))
    listing = kinds.add_parser("list", help="help.export.list")
    listing.add_argument("kind", help="help.list.kind")
    listing.add_argument(
        "--filter", action="append", default=[], metavar="key=value", help="help.list.filter"
    )
    listing.set_defaults(run=_run(_records, ("csv", "json", *SHEETS)))
    checklist = kinds.add_parser("checklist", help="help.export.checklist")
    checklist.add_argument("checklist", help="help.export.name")
    checklist.set_defaults(run=_run(_checklist, SHEETS))
    scenario = kinds.add_parser("scenario", help="help.export.scenario")
    scenario.add_argument("scenario", help="help.export.scenario.name")
    add_handout_options(scenario)
    scenario.add_argument("--answers", action="store_true", help="help.export.answers")
    scenario.set_defaults(run=_run(_scenario, SHEETS))
    anki = kinds.add_parser("anki", help="help.export.anki")
    anki.add_argument("--as-of", type=day, help="help.as_of")
    anki.set_defaults(run=_run(_anki, ("tsv",)))
    yield handouts.declare(kinds)
    for kind in (calc, show, listing, checklist, scenario, anki):
        kind.add_argument("--to", required=True, type=file, metavar="FILE", help="help.export.to")
        yield kind


_Maker = Callable[[argparse.Namespace, Wording, str], _File]


def _run(make: _Maker, formats: tuple[str, ...]) -> Callable[[argparse.Namespace], Answer]:
    def run(chosen: argparse.Namespace) -> Answer:
        form = checked(chosen.to, formats)
        made = make(chosen, Wording(Desk(), chosen.lang), form)
        save(chosen.to, made.content)
        words = catalogue(chosen.lang)
        size = len(made.content)
        facts: dict[str, object] = {"path": str(chosen.to), "format": form, "bytes": size}
        if made.unit != "bytes":
            facts[made.unit] = made.count
        what = words(f"export.{made.unit}", count=size if made.unit == "bytes" else made.count)
        return Answer(json=facts, text=words("export.written", path=str(chosen.to), what=what))

    return run


def _calculation(chosen: argparse.Namespace, wording: Wording, form: str) -> _File:
    from kzref.services.sheets.calculation import calculation_sheet  # noqa: PLC0415 - as needed

    calculators, now = wording.desk.calculators, moment_now(chosen.now)
    outcome = calculators.run(
        chosen.calculator, written_facts(chosen.facts), now=now, as_of=chosen.as_of
    )
    if form == "ics":
        from kzref.services.export.ics import ics_file  # noqa: PLC0415

        due = _chosen(deadlines(wording, outcome), chosen.only, now)
        return _File(ics_file(due, now=now), "events", len(due))
    certificate = calculators.certificate(outcome)
    return _sheet_file(calculation_sheet(wording, outcome, certificate), form)


def _chosen(every: tuple[Deadline, ...], only: list[str], now: datetime) -> tuple[Deadline, ...]:
    """The deadlines named, else those still ahead, else all."""
    if not every:
        raise InputError("export.no_deadlines")
    known = dict.fromkeys(deadline.result for deadline in every)
    for result in only:
        if result not in known:
            raise InputError("export.unknown_deadline", result=result, known=", ".join(known))
    return tuple(one for one in every if one.result in only) if only else ahead(every, now)


def _place(chosen: argparse.Namespace, wording: Wording, form: str) -> _File:
    from kzref.services.sheets.place import place_sheet  # noqa: PLC0415

    place = wording.desk.citations.one(" ".join(chosen.citation), chosen.as_of)
    as_of = chosen.as_of or datetime.now(UTC).astimezone().date()
    return _sheet_file(place_sheet(wording, place, as_of), form)


def _records(chosen: argparse.Namespace, wording: Wording, form: str) -> _File:
    records = selected(wording.desk, chosen.kind, chosen.filter)
    if form in {"csv", "json"}:
        from kzref.services.export.tables import csv_file, json_file  # noqa: PLC0415

        content = csv_file(records) if form == "csv" else json_file(chosen.kind, records)
        return _File(content, "records", len(records))
    from kzref.services.sheets.records import records_sheet  # noqa: PLC0415

    return _sheet_file(records_sheet(wording, chosen.kind, records, chosen.filter), form)


def _checklist(chosen: argparse.Namespace, wording: Wording, form: str) -> _File:
    from kzref.services.sheets.checklist import checklist_sheet  # noqa: PLC0415

    lists = {one.id: one for one in wording.desk.checklists}
    if chosen.checklist not in lists:
        raise InputError("export.no_checklist", checklist=chosen.checklist, known=", ".join(lists))
    return _sheet_file(checklist_sheet(wording, lists[chosen.checklist]), form)


def _scenario(chosen: argparse.Namespace, wording: Wording, form: str) -> _File:
    return _sheet_file(handout(chosen, wording, with_answer=chosen.answers), form)


def _anki(chosen: argparse.Namespace, wording: Wording, _form: str) -> _File:
    from kzref.services.export.anki import anki_file  # noqa: PLC0415

    scenarios = wording.desk.database.values(Scenario)
    as_of = chosen.as_of or datetime.now(UTC).astimezone().date()
    return _File(anki_file(wording, scenarios, as_of), "records", len(scenarios))


def _sheet_file(sheet: Sheet, form: str) -> _File:
    if form == "pdf":
        from kzref.ui.paper import pdf, prepare  # noqa: PLC0415 - Qt for paper only

        prepare()
        printed = pdf(sheet)
        return _File(printed.content, "pages", printed.pages)
    if form == "docx":
        from kzref.services.export.docx import docx_file  # noqa: PLC0415

        return _File(docx_file(sheet))
    from kzref.services.export.html import html_file  # noqa: PLC0415

    return _File(html_file(sheet))
