"""The register of legal numbers: a missing figure is not called a number."""

from kzref.model.language import Language
from kzref.model.parameter import Parameter
from kzref.ui.html.terms import parameters
from kzref.ui.main_window import MainWindow


def test_a_missing_figure_is_said_without_a_unit(window: MainWindow) -> None:
    database = window.context.desk.database
    for language in Language:
        window.context.speak(language)
        words = window.context.words
        cards = "".join(parameters(window.context))
        missing = [
            (one.unit, dated)
            for one in database.values(Parameter)
            for dated in one.history
            if dated.value is None
        ]
        assert missing
        assert cards.count(f"<b>{words('law.no_figure')}</b>") == len(missing)
        for unit in {unit for unit, _ in missing}:
            assert f"{words('value.none')}</b> {words(f'unit.{unit.value}')}" not in cards
    window.context.speak(Language.EN)
