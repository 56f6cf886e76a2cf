"""`kzref export handouts`: everything that a workshop puts on paper, by one command."""

import argparse
from datetime import UTC, datetime

from kzref.cli.answer import Answer, Commands, day, file
from kzref.model.errors import InputError
from kzref.model.practice import Scenario
from kzref.model.sheet import Sheet
from kzref.model.text import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.export.saving import checked, save
from kzref.services.sheets.facing import facing_sheet
from kzref.services.sheets.scenario import scenario_sheet
from kzref.services.sheets.wording import Wording


def declare(kinds: Commands) -> argparse.ArgumentParser:
    """Declare the command beside the other exports."""
    parser = kinds.add_parser("handouts", help="help.export.handouts")
    parser.add_argument("only", nargs="*", metavar="scenario", help="help.export.handouts.only")
    add_handout_options(parser)
    parser.add_argument(
        "--to", required=True, type=file, metavar="FOLDER", help="help.export.folder"
    )
    parser.set_defaults(run=run)
    return parser


def add_handout_options(parser: argparse.ArgumentParser) -> None:
    """The second language and the day of the law."""
    names = [language.value for language in Language]
    parser.add_argument("--beside", choices=names, help="help.export.beside")
    parser.add_argument("--as-of", type=day, help="help.as_of")


def run(chosen: argparse.Namespace) -> Answer:
    """Write PDF and Word, without and with answers, for each situation.

    Raises:
        InputError: no such situation or folder.
        DataError: the disk refuses.
    """
    from kzref.services.export.docx import docx_file  # noqa: PLC0415 - slow to import
    from kzref.ui.paper import pdf, prepare  # noqa: PLC0415 - Qt for paper only

    wording = Wording(Desk(), chosen.lang)
    every = [one.id for one in wording.desk.database.values(Scenario)]
    written: list[str] = []
    prepare()
    for name in chosen.only or every:
        for suffix, with_answer in (("", False), ("-answers", True)):
            chosen.scenario = name
            sheet = handout(chosen, wording, with_answer=with_answer)
            for form in ("pdf", "docx"):
                path = chosen.to / f"{name}{suffix}.{form}"
                checked(path, (form,))
                save(path, pdf(sheet).content if form == "pdf" else docx_file(sheet))
                written.append(str(path))
    words = catalogue(chosen.lang)
    said = words("export.files", count=len(written))
    text = words("export.written", path=str(chosen.to), what=said)
    return Answer(json={"folder": str(chosen.to), "files": written}, text=text)


def handout(chosen: argparse.Namespace, wording: Wording, *, with_answer: bool) -> Sheet:
    """The handout of the chosen situation, in one language or in two.

    Raises:
        InputError: there is no such situation, or both languages are the same.
    """
    known = {one.id: one for one in wording.desk.database.values(Scenario)}
    if chosen.scenario not in known:
        raise InputError("export.no_scenario", scenario=chosen.scenario, known=", ".join(known))
    scenario = known[chosen.scenario]
    as_of = chosen.as_of or datetime.now(UTC).astimezone().date()
    if not chosen.beside:
        return scenario_sheet(wording, scenario, as_of, with_answer=with_answer)
    if chosen.beside == wording.language.value:
        raise InputError("export.same_language", language=chosen.beside)
    pair = (wording, Wording(wording.desk, Language(chosen.beside)))
    return facing_sheet(pair, scenario, as_of, with_answer=with_answer)
