"""What would come out of the printer, as a picture: all pages side by side."""

import pypdfium2
from PySide6.QtGui import QImage, QPainter

from kzref.model.language import Language
from kzref.model.practice import Scenario
from kzref.model.sheet import Sheet
from kzref.services.sheets.facing import facing_sheet
from kzref.services.sheets.motion import motion_sheet
from kzref.services.sheets.scenario import scenario_sheet
from kzref.services.sheets.wording import Wording
from kzref.ui import paper
from kzref.ui.context import Context
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.checklists_page import ChecklistsPage

SCALE = 1.4  # dots for each point of the paper
GAP = 12


def drawn(window: MainWindow, which: str) -> QImage:
    """The sheet of the page in front; or its `motion`; or a `handout`."""
    sheet = _sheet(window, which)
    images = [
        _image(page.render(scale=SCALE)) for page in pypdfium2.PdfDocument(paper.pdf(sheet).content)
    ]
    width = sum(one.width() + GAP for one in images) + GAP
    whole = QImage(width, max(one.height() for one in images) + 2 * GAP, QImage.Format.Format_RGB32)
    whole.fill(0x888888)
    painter, left = QPainter(whole), GAP
    for one in images:
        painter.drawImage(left, GAP, one)
        left += one.width() + GAP
    painter.end()
    return whole


def _handout(context: Context, which: str) -> Sheet:
    """Of the first situation, without or with the answer, or in two languages; or of the fullest one."""
    scenarios, wording = context.desk.database.values(Scenario), context.wording
    scenario = scenarios[0]
    if which == "dense":
        scenario = max(
            scenarios, key=lambda one: len(wording.text(one.facts)) + len(wording.text(one.answer))
        )
    if which == "facing":
        second = Language.KK if context.language is Language.RU else Language.RU
        pair = (wording, Wording(context.desk, second))
        return facing_sheet(pair, scenario, context.as_of, with_answer=True)
    return scenario_sheet(wording, scenario, context.as_of, with_answer=which != "plain")


def _image(page: pypdfium2.PdfBitmap) -> QImage:
    form = QImage.Format.Format_BGR888
    return QImage(bytes(page.buffer), page.width, page.height, page.stride, form).copy()


def _sheet(window: MainWindow, which: str) -> Sheet:
    context = window.context
    if which in {"handout", "plain", "facing", "dense"}:
        return _handout(context, which)
    page = window.page(window.current)
    if which == "motion" and isinstance(page, ChecklistsPage):
        checklist = page._lists[page._current]
        return motion_sheet(context.wording, checklist, page.said, context.as_of)
    made = page.sheet()
    assert made is not None
    return made()
