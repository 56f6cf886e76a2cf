"""Loads what the first visits of pages and modes need, off the interface thread, once the window stands.

Whoever is faster finds a page not yet loaded, and waits for that page alone. Nothing of the user's
is read here, and no page is built: a module and a record read ahead cost the same as later.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QTimer

from kzref.ui.background import Background
from kzref.ui.context import Context

DELAY = 250  # milliseconds after the window: it is drawn first
MODULES = (
    "kzref.ui.pages.law_page",
    "kzref.ui.pages.margin_pane",
    "kzref.services.own.currency_guard",
    "kzref.store.library_db",
    "kzref.store.user_db",
    "kzref.ui.widgets.note_pane",
    "kzref.ui.pages.calculators_page",
    "kzref.ui.pages.checklists_page",
    "kzref.ui.html.recommendations",
    "kzref.ui.pages.recommendations_page",
    "kzref.ui.pages.documents_page",
    "kzref.ui.pages.about_page",
    "kzref.ui.pages.results_page",
    "kzref.ui.frame.palette",
    "kzref.ui.frame.key_map",
    "kzref.ui.bench.bench",
    "kzref.ui.projector.presenter",
    "kzref.ui.pages.own_page",
    "kzref.ui.pages.import_page",
)
"""In the order in which they are likely to be asked for."""


def load_ahead(context: Context) -> None:
    """Begin a moment after the window is shown."""
    timer = QTimer(context)
    timer.setSingleShot(True)
    timer.timeout.connect(partial(_begin, context))
    timer.start(DELAY)


def _begin(context: Context) -> None:
    work = iter(_work(context))
    loading = Background(context)

    def load_next(_done: object = None) -> None:
        step = next(work, None)
        if step is not None:
            loading.ask(step, load_next, load_next)  # one by one: a search comes between

    load_next()


def _work(context: Context) -> tuple[Callable[[], object], ...]:
    """Modules, then the records that lists and names are made of."""
    desk = context.desk
    return (
        partial(import_module, MODULES[0]),
        lambda: desk.library.headings,
        *(partial(import_module, name) for name in MODULES[1:7]),
        lambda: desk.calculators.rulebook,
        lambda: desk.checklists,
        *(partial(import_module, name) for name in MODULES[7:]),
        lambda: (desk.library.hazards, desk.library.laws, desk.library.sources),
        lambda: desk.database.sha256,
    )
