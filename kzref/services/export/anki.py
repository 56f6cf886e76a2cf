"""Workshop situations as cards for Anki: a text file that it imports without any question.

The lines that begin with `#` tell Anki how to read the rest (its manual, "Text files": file headers).
A card keeps its id, so that importing a newer edition renews the card and not the progress.
"""

from collections.abc import Iterable
from datetime import date
from html import escape

from kzref.model.practice import Scenario
from kzref.services.sheets.scenario import authorities
from kzref.services.sheets.wording import Wording

HEAD = "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n"


def anki_file(wording: Wording, scenarios: Iterable[Scenario], as_of: date) -> bytes:
    """A card for each situation: facts and question in front, answer and authority behind."""
    lines = (_card(wording, one, as_of) for one in scenarios)
    return (HEAD + "".join(f"{line}\n" for line in lines)).encode()


def _card(wording: Wording, scenario: Scenario, as_of: date) -> str:
    words, language = wording.words, wording.language.value
    law = words("calc.law_of", day=scenario.law_of or as_of)
    front = (
        f"<b>{_plain(wording.text(scenario.title))}</b>",
        _lines(wording.text(scenario.facts)),
        f"<i>{_lines(wording.text(scenario.question))}</i>",
    )
    behind = (
        _lines(wording.text(scenario.answer)),
        *(f"<small>{_plain(row.label)}</small>" for row in authorities(wording, scenario, as_of)),
        f"<small>{_plain(law)}. {_plain(words('paper.disclaimer'))}</small>",
    )
    sides = ("<br><br>".join(front), "<br>".join(behind))
    return "\t".join((f"kzref-{scenario.id}-{language}", *sides, f"kzref workshop {language}"))


def _lines(text: str) -> str:
    """The text line by line."""
    return "<br>".join(map(_plain, text.split("\n")))


def _plain(text: str) -> str:
    """The text without what would end a field or a card, or be read as a tag."""
    return escape(" ".join(text.split()), quote=False)
