"""Every situation of `tests/cases/` against its calculator, by the real law."""

import pytest

from kzref.engine.registry import CALCULATORS
from kzref.model.errors import InputError
from tests.engine.law import read_law
from tests.situation_cases import SituationCase, read_cases, spelled

ALL = tuple(read_cases())


@pytest.mark.parametrize("case", ALL, ids=[f"{one.calculator}: {one.name}" for one in ALL])
def test_the_calculator_answers_as_the_case_says(case: SituationCase) -> None:
    if case.error is not None:
        with pytest.raises(InputError) as refused:
            case.calculate(read_law())
        assert refused.value.message.key == case.error
        return
    outcome = case.calculate(read_law())
    found = {
        result.id: [spelled(reading.value) for reading in result.readings]
        for result in outcome.results
    }
    assert {name: found.get(name) for name in case.values} == case.values
    if case.cautions is not None:
        assert [caution.message.key for caution in outcome.cautions] == case.cautions


def test_every_calculator_has_cases() -> None:
    assert {case.calculator for case in ALL} == {one.spec.id for one in CALCULATORS}


def test_case_names_are_unique_within_a_calculator() -> None:
    names = [(case.calculator, case.name) for case in ALL]
    assert len(names) == len(set(names))
