"""Every sentence that a calculator can say stands in the three languages, with its placeholders."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from kzref.compiler.translations import read_translations, translation_faults
from kzref.engine.calculator import Calculator
from kzref.engine.registry import CALCULATORS
from kzref.model.errors import InputError
from kzref.model.outcome import Message, Outcome
from kzref.model.text import Language
from kzref.services.calculations.cards import calculate
from tests.cards import read_situations
from tests.engine.law import read_law

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = read_translations(ROOT / "resources" / "translations")
CASES = read_situations()


def said(outcome: Outcome) -> Iterator[Message]:
    for result in outcome.results:
        for reading in result.readings:
            yield from inner(reading.label)
            yield from inner(reading.assumption)
        yield from inner(result.note)
    for step in outcome.trace:
        yield from inner(step.message)
    for caution in outcome.cautions:
        yield from inner(caution.message)
    for milestone in outcome.milestones:
        yield from inner(milestone.label)
        yield from inner(milestone.consequence)
    for lane in outcome.lanes:
        yield from inner(lane.label)


def inner(message: object) -> Iterator[Message]:
    if isinstance(message, Message):
        yield message
        for argument in message.arguments.values():
            yield from inner(argument)
    elif isinstance(message, tuple):
        for one in message:
            yield from inner(one)


def faults(message: Message) -> Iterator[str]:
    for language in Language:
        text = SENTENCES[language].get(message.key)
        if not text:
            yield f"{language}: no {message.key}"
            continue
        wanted = {name for _, name, _, _ in Formatter().parse(text) if name}
        if missing := wanted - set(message.arguments):
            yield f"{language}: {message.key} wants {sorted(missing)}"


def test_what_the_cases_make_calculators_say_can_be_said() -> None:
    found = set()
    for case in CASES:
        try:
            outcome = calculate(case, read_law())
        except InputError as refused:
            found |= set(faults(refused.message))
            continue
        for message in said(outcome):
            found |= set(faults(message))
    assert found == set()


@pytest.mark.parametrize("tool", CALCULATORS, ids=lambda tool: tool.spec.id)
def test_forms_and_answers_have_names(tool: Calculator) -> None:
    spec = tool.spec
    keys = [f"calc.{spec.id}.title", f"calc.{spec.id}.intro"]
    keys += [f"result.{spec.id}.{result}" for result in spec.results]
    for fact in spec.facts:
        keys.append(f"fact.{fact.name}")
        keys += [f"choice.{fact.name}.{choice}" for choice in fact.choices]
    missing = [key for key in keys for language in Language if not SENTENCES[language].get(key)]
    assert missing == []


def test_every_key_written_in_the_engine_exists() -> None:
    literal = re.compile(
        r'(?:Message|InputError|AmbiguousError|step|caution|doubt)\(\s*"([a-z][\w.-]+)"'
    )
    missing = {
        key
        for path in (ROOT / "kzref" / "engine").glob("*.py")
        for key in literal.findall(path.read_text(encoding="utf-8"))
        if not all(SENTENCES[language].get(key) for language in Language)
    }
    assert missing == set()


def test_the_three_languages_agree_on_keys_and_placeholders() -> None:
    mine = ("calculators", "errors")
    folder = ROOT / "resources" / "translations"
    assert all(
        (folder / language / f"{name}.po").is_file() for language in Language for name in mine
    )
    assert [str(fault) for fault in translation_faults(SENTENCES)] == []
