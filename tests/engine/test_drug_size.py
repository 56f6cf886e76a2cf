from collections import defaultdict
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzref.engine.drugs.drug_class import sizings
from kzref.engine.drugs.drug_name import heard, names, rows_named, seen
from kzref.engine.rulebook import Rulebook
from kzref.model.errors import AmbiguousError, InputError
from kzref.model.outcome import Currency, Favours, Outcome
from kzref.model.substance import Substance
from tests.engine.law import read_law
from tests.engine.situations import ask

ROWS = read_law().substances()
ORDER = ("below", "small", "large", "especially-large")
LOOK_ALIKE = str.maketrans("аеорсухАЕОРСУХВНКМТ", "aeopcyxAEOPCYXBHKMT")


def size(rulebook: Rulebook, substance: str, amount: str, **facts: str) -> Outcome:
    written = {"substance": substance, "amount": amount, "on": "2026-05-01", **facts}
    return ask(rulebook, "drug-size", written)


def classes(outcome: Outcome) -> list[object]:
    return [reading.value for reading in outcome.result("class").readings]


def test_every_row_is_found_by_its_names() -> None:
    for row in ROWS:
        assert all(row in rows_named(ROWS, one[0]) for one in (row.names.ru, row.names.kk) if one)


def test_careless_typing_leaves_every_name_the_same() -> None:
    for name in (name for row in ROWS for name in names(row)):
        careless = (
            f"  {name.upper()} ",
            name.translate(LOOK_ALIKE),
            name.replace("-", " ").replace("ё", "е").replace("0", "О"),
        )
        assert {seen(one) for one in careless} == {seen(name)}, name


def test_only_drying_or_the_unit_tells_rows_of_one_name_apart() -> None:
    for fold in (seen, heard):
        rows = defaultdict(set)
        for row in ROWS:
            for name in names(row):
                rows[fold(name)].add(row.id)
        states = {row.id: (row.unit, row.state) for row in ROWS}
        for name, ids in rows.items():
            assert len({states[one] for one in ids}) == len(ids), name


LITTLE = Decimal("0.000001")


def test_figures_of_every_row_belong_to_the_lower_class() -> None:
    for row in (row for row in ROWS if row.table != "IV"):
        most = row.especially_large.min
        assert most is not None
        assert sizings(row, most)[-1].value == "large", row.id
        assert sizings(row, most + LITTLE)[0].value == "especially-large", row.id
        if row.small.max is not None:
            assert [one.value for one in sizings(row, row.small.max)] == ["small"], row.id
            assert sizings(row, row.small.max + LITTLE)[0].value == "large", row.id


def test_less_than_the_first_figure_of_a_row_is_below_the_table() -> None:
    for row in (row for row in ROWS if row.table != "IV"):
        if row.small.min:
            assert sizings(row, row.small.min)[0].value == "small", row.id
            assert sizings(row, row.small.min - LITTLE)[0].value == "below", row.id
        if row.large.min and row.small.max is None:
            assert sizings(row, row.large.min)[0].value == "below", row.id


def test_the_number_of_plants_is_enough_by_itself() -> None:
    for row in (row for row in ROWS if row.table == "IV"):
        plants = row.large.min
        assert plants is not None
        assert sizings(row, plants)[0].value == "large", row.id
        assert sizings(row, plants - 1)[0].value == "below", row.id


@settings(deadline=None, max_examples=300)
@given(
    row=st.sampled_from(ROWS),
    amounts=st.lists(st.decimals("0.000001", "20000", places=6), min_size=2, max_size=6),
)
def test_more_of_it_is_never_a_smaller_class(row: Substance, amounts: list[Decimal]) -> None:
    found = [sizings(row, amount)[-1].value for amount in sorted(amounts)]
    for less, more in pairwise(found):
        assert ORDER.index(less) <= ORDER.index(more)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(row=st.sampled_from([row for row in ROWS if row.unit == "gram" and not row.state]))
def test_milligrams_and_kilograms_are_the_same_amount(rulebook: Rulebook, row: Substance) -> None:
    name = row.names.ru[0]
    grams = classes(size(rulebook, name, "0.25"))
    assert classes(size(rulebook, name, "250", unit="milligram")) == grams
    assert classes(size(rulebook, name, "0.00025", unit="kilogram")) == grams


def test_a_name_that_is_no_name_has_no_class_but_a_hint(rulebook: Rulebook) -> None:
    outcome = size(rulebook, "сахар", "1")
    assert classes(outcome) == ["none"]
    assert "drug-size.not_in_table" in {one.message.key for one in outcome.cautions}
    hint = size(rulebook, "Метадонн", "1")
    keys = {one.message.key: one.message for one in hint.cautions}
    assert "Метадон" in str(keys["drug-size.perhaps_misspelt"].arguments["names"])


@pytest.mark.parametrize(
    ("name", "candidate"),
    [
        ("каннабис экстракт сухой", "Экстракт каннабиса"),
        ("героин гидрохлорид", "Героин"),
        ("растение каннабис", "Марихуана, растение каннабис (высушенные)"),
        ("алкалоид метадон", "Метадон"),
    ],
)
def test_more_or_less_than_a_name_is_answered_with_candidates(
    rulebook: Rulebook, name: str, candidate: str
) -> None:
    with pytest.raises(AmbiguousError) as refused:
        size(rulebook, name, "1")
    if name != "каннабис экстракт сухой":
        assert candidate in refused.value.candidates
    assert refused.value.message.key == "drug-size.several"


def test_an_amount_that_nobody_weighed_is_refused(rulebook: Rulebook) -> None:
    for amount in ("0", "0.0", "-1", "много"):
        with pytest.raises(InputError):
            size(rulebook, "heroin", amount)


def test_the_answer_is_never_shown_as_certain(rulebook: Rulebook) -> None:
    assert size(rulebook, "heroin", "1").currency is Currency.AMBER


def test_undried_is_the_reading_of_the_defence(rulebook: Rulebook) -> None:
    first, second = size(rulebook, "марихуана", "0.7").result("class").readings
    assert (first.value, first.favours) == ("below", Favours.DEFENCE)
    assert (second.value, second.favours) == ("small", Favours.PROSECUTION)


def test_where_both_states_give_one_class_nothing_is_left_open(rulebook: Rulebook) -> None:
    outcome = size(rulebook, "марихуана", "20")
    assert classes(outcome) == ["small"]
    assert outcome.result("class").readings[0].assumption is None


def test_the_exact_lower_edge_of_large_warns_of_the_kazakh_text(rulebook: Rulebook) -> None:
    at_edge = size(rulebook, "heroin", "0.01").cautions
    beyond = size(rulebook, "heroin", "0.011").cautions
    assert len(at_edge) == len(beyond) + 1


def test_names_are_seen_alike_but_not_all_alike() -> None:
    assert seen("Героин") == seen("ГEPOИH") == seen("ге-ро ин")
    assert seen("героин") != seen("heroin")
    assert seen("метадон") != seen("метадол")
