"""What ties a recommendation to a provision: it asks to change it, it concerns it, or what changed is seen there."""

from collections import Counter
from datetime import date

import pytest

from kzref.model.pinpoint import Pinpoint
from kzref.model.records import Group, Recommendation, Tie
from kzref.model.sheet import Rows
from kzref.model.text import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.law.backlinks import backlinks
from kzref.services.sheets.place import place_sheet
from kzref.services.sheets.wording import Wording


def asked(desk: Desk, name: str) -> Recommendation:
    found = desk.database.get(Recommendation, name)
    assert found is not None
    return found


def ties(desk: Desk, place: str) -> dict[str, tuple[Tie, ...]]:
    found = backlinks(desk, Pinpoint.parse(place), Language.EN)["recommendation"]
    return {one.place.partition(":")[2]: one.ties for one in found}


def test_article_tells_who_asks_to_change_it_and_whom_it_merely_concerns(desk: Desk) -> None:
    found = ties(desk, "CC 130")
    assert found["R060"][0] is Tie.CHANGE
    assert Tie.CONCERNS not in found["R060"]
    assert found["R061"][0] is Tie.CONCERNS


def test_what_changed_since_is_seen_from_a_provision(desk: Desk) -> None:
    assert asked(desk, "R133").ties("CPC 131(4)") == (Tie.SHOWS,)
    assert asked(desk, "R133").ties("CPC 131") == (Tie.CONCERNS,)
    assert ties(desk, "CPC 131")["R133"] == (Tie.CONCERNS, Tie.SHOWS)
    assert asked(desk, "R133").ties("CC 1") == ()


def test_every_recommendation_that_cites_a_provision_is_tied_to_it(desk: Desk) -> None:
    for key in ("CPC 131", "CPC 112", "CC 146", "CPC 232", "Const-1995 82"):
        assert all(ties(desk, key).values())


def test_an_article_on_paper_names_each_recommendation_once_with_its_tie(desk: Desk) -> None:
    touching = desk.library.recommendations_on(Pinpoint.parse("CPC 131"))
    names = [one.id for one, _ in touching]
    assert len(names) == len(set(names))
    assert {one.id: tied for one, tied in touching} == ties(desk, "CPC 131")
    made = place_sheet(Wording(desk, Language.RU), Pinpoint.parse("CPC 131"), date(2026, 11, 20))
    rows = [row for block in made.blocks if isinstance(block, Rows) for row in block.rows]
    (row,) = [one for one in rows if one.label.startswith("R133")]
    assert row.detail == "касается этой нормы; из нормы видно, что изменилось после рекомендации ·"


def test_what_is_to_be_changed_is_named_among_the_provisions(desk: Desk) -> None:
    every = desk.library.recommendations()
    assert [one.id for one in every if not set(one.amends) <= set(one.provisions)] == []
    assert sum(bool(one.amends) for one in every) > 80


def test_no_treaty_and_no_later_constitution_is_to_be_changed(desk: Desk) -> None:
    """The report of 2016 asks Kazakhstan to change its law of that day."""
    acts = {
        Pinpoint.parse(one).key for each in desk.library.recommendations() for one in each.amends
    }
    treaties = {key for key, act in desk.library.instruments.items() if act.kind.value == "treaty"}
    assert "CPC" in acts
    assert acts.isdisjoint({*treaties, "Const-2026"})


def test_years_are_those_of_their_bodies(desk: Desk) -> None:
    every = desk.library.recommendations()
    assert {one.year for one in every if one.body.value == "ngo"} == {2016}
    assert {one.year for one in every if one.body.value == "un-hrc"} == {2011}
    unknown = Counter(one.body.value for one in every if one.year is None)
    assert unknown == {"un-sr": 3, "un-cescr": 1}  # the report gives none


@pytest.mark.parametrize("language", Language)
def test_every_group_and_tie_has_a_name(desk: Desk, language: Language) -> None:
    words = catalogue(language)
    used = {group for one in desk.library.recommendations() for group in one.groups}
    assert used == set(Group)
    names = [words(f"group.{group.value}") for group in Group]
    names += [words(f"tie.here.{tie.value}") for tie in Tie]
    assert all(names)
    assert len(set(names)) == len(names)
