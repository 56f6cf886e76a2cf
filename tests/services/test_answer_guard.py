"""Answers say what the user's own, newer text knows about the provisions that carry them."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kzref.model.card import Card
from kzref.model.errors import InputError, KzrefError
from kzref.model.outcome import Currency, Outcome
from kzref.model.pinpoint import Pinpoint
from kzref.model.sheet import Paragraph, Tone
from kzref.model.text import Language
from kzref.paths import user_data
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.own.text_preview import Wishes
from kzref.services.sheets.place import place_sheet
from kzref.services.sheets.wording import Wording

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

ACT = """\
Статья 131. Лодка

      4. Лодку держат на привязи не более {hours} часов, малую – двадцати четырех часов, а в бурю – семидесяти двух часов:

      1) у мола.

      Сноска. Статья 131 с изменениями, внесенными законами РК от 22.12.2017 № 918-VI (вводится в действие с 01.03.2018){law}.
Статья 600. Весло

      Весло сушат.

      Сноска. Статья 600 с изменением, внесенным Законом РК от 05.06.2026 № 300-VIII (вводится в действие с 01.08.2026).
"""
SAME = ACT.format(hours="сорока восьми", law="")
LATER = ACT.format(
    hours="тридцати шести", law="; от 05.06.2026 № 300-VIII (вводится в действие с 01.08.2026)"
)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def bring(desk: Desk, folder: Path, text: str, redaction: date) -> None:
    path = folder / "boats.txt"
    path.write_text(text, encoding="utf-8")
    wishes = Wishes(instrument="cpc-2014", redaction=redaction)
    desk.own_library.bring(desk.own_library.preview(path, wishes), NOW)


def guarded(outcome: Outcome) -> list[str]:
    keys = [one.message.key for one in outcome.cautions]
    return [key for key in keys if key.startswith("own.guard.")]


def detained(desk: Desk, day: str = "2026-11-20") -> Outcome:
    return desk.calculators.run("police-detention", {"detained_at": f"{day}T23:40"}, now=NOW)


def test_without_a_library_no_file_is_made(desk: Desk) -> None:
    assert guarded(detained(desk)) == []
    assert not user_data().exists()
    assert "own_library" not in vars(desk)


def test_a_later_law_and_another_figure_are_said_once_each(desk: Desk, tmp_path: Path) -> None:
    before = detained(desk)
    bring(desk, tmp_path, LATER, date(2026, 8, 1))
    after = detained(desk)
    assert guarded(after).count("own.guard.amended") == 1
    assert guarded(after).count("own.guard.figure") == 1
    assert after.currency is not Currency.OK
    assert after.results == before.results
    assert desk.calculators.certificate(after) == desk.calculators.certificate(before)


def test_an_article_that_the_answer_does_not_use_is_nothing_to_it(
    desk: Desk, tmp_path: Path
) -> None:
    bring(desk, tmp_path, SAME, date(2026, 8, 1))
    assert guarded(detained(desk)) == []


def test_a_law_not_yet_in_force_on_the_day_is_not_named(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path, LATER, date(2026, 8, 1))
    assert "own.guard.amended" not in guarded(detained(desk, "2026-07-20"))


def test_the_law_is_named_with_its_number_and_article(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path, LATER, date(2026, 8, 1))
    said = next(one for one in detained(desk).cautions if one.message.key == "own.guard.amended")
    assert said.message.arguments["law"] == "300-VIII"
    assert all(reference.startswith("CPC 131") for reference in said.references)


def test_deleting_the_text_silences_the_guard(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path, LATER, date(2026, 8, 1))
    assert guarded(detained(desk))
    desk.own_library.delete(desk.own_library.texts()[0], NOW)
    assert guarded(detained(desk)) == []


def test_the_real_code_raises_no_alarm_in_any_calculation(desk: Desk, shared: Path) -> None:
    own = desk.own_library
    own.bring(own.preview(shared / "law" / "cpc-2014-ru.txt"), NOW)
    answered = 0
    for card in desk.database.values(Card):
        written = {name: str(value) for name, value in card.facts.items() if value is not None}
        try:
            outcome = desk.calculators.run(card.calculator, written, now=NOW, as_of=card.as_of)
        except KzrefError:
            continue
        answered += 1
        assert guarded(outcome) == [], card.id
    assert answered > 200


def test_paper_says_it_too(desk: Desk, tmp_path: Path) -> None:
    def cautions() -> list[str]:
        sheet = place_sheet(
            Wording(desk, Language.RU), Pinpoint.parse("CPC 131(4)"), date(2026, 11, 23)
        )
        return [
            block.text
            for block in sheet.blocks
            if isinstance(block, Paragraph) and block.tone is Tone.CAUTION
        ]

    before = cautions()
    bring(desk, tmp_path, LATER, date(2026, 8, 1))
    said = [one for one in cautions() if one not in before]
    assert any("300-VIII" in one for one in said)
    assert any("36" in one and "48" in one for one in said)


def test_a_figure_of_a_unit_is_said_at_its_article(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path, LATER, date(2026, 8, 1))
    for place, count in (("CPC 131", 1), ("CPC 131(4)", 1), ("CPC 131(1)", 0)):
        said = desk.own_doubts(Pinpoint.parse(place), date(2026, 11, 23))
        assert [one.key for one in said].count("own.guard.figure") == count, place


def test_a_rule_that_is_not_known_is_named_in_words(desk: Desk) -> None:
    with pytest.raises(InputError) as refused:
        desk.calculators.run("bail", {"category": "medium", "on": "2017-07-14"}, now=NOW)
    for language in Language:
        said = catalogue(language).say(refused.value.message)
        assert "bail." not in said
        assert desk.calculators.rulebook.parameters["bail.minor-min"].label[language] in said
