"""An article read in time and in columns: its turns, what changed, who cites it, how it is quoted."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzref.engine.words.word_diff import Op, word_diff
from kzref.model.own_text import Amendment
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import parse_reference
from kzref.model.text import Language
from kzref.services.desk import Desk
from kzref.services.law.backlinks import backlinks
from kzref.services.law.changes import Change, digest_changes, matched, official_changes
from kzref.services.law.columns import Column, Layer, in_columns, offered
from kzref.services.law.glance import glance
from kzref.services.law.history import Beside, History, history
from kzref.services.law.library import ProvisionView
from kzref.services.law.quoting import Quoting
from kzref.services.law.succession import counterparts
from kzref.services.own.text_preview import Wishes

TODAY = date(2026, 11, 23)
WORDS = st.lists(
    st.sampled_from(("a", "b", "cc", "dd,", ".", "72", "48", "час;", "\n")), max_size=12
).map(" ".join)


def view(desk: Desk, place: str, day: date = TODAY) -> ProvisionView:
    return desk.library.provision(Pinpoint.parse(place), day)


def past(desk: Desk, place: str) -> History:
    seen = view(desk, place)
    return history(desk.library, seen.instrument, seen.article, Pinpoint.parse(place).at)


@given(before=WORDS, after=WORDS)
def test_a_diff_gives_both_wordings_back(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.op is not Op.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.op is not Op.REMOVED) == after
    assert all(piece.text for piece in pieces)


def test_a_diff_goes_by_whole_words() -> None:
    pieces = word_diff("at most 72 hours", "at most 48 hours")
    assert [(piece.op.value, piece.text) for piece in pieces] == [
        ("kept", "at most "), ("removed", "72"), ("added", "48"), ("kept", " hours"),
    ]  # fmt: skip


def test_turns_name_their_laws_and_the_doubt_about_their_day(desk: Desk) -> None:
    turns = {turn.day: turn for turn in past(desk, "CPC 131").turns}
    assert list(turns) == [date(2015, 1, 1), date(2018, 1, 9), date(2020, 1, 11)]
    assert turns[date(2018, 1, 9)].laws == ("118-VI",)
    assert turns[date(2018, 1, 9)].doubt == (date(2017, 12, 21), date(2018, 1, 28))
    assert turns[date(2015, 1, 1)].laws == ()
    assert "(2)(7)" in turns[date(2020, 1, 11)].units


def test_a_unit_has_only_its_own_turns(desk: Desk) -> None:
    assert [turn.day for turn in past(desk, "CPC 131(3)").turns] == [date(2015, 1, 1)]
    below = past(desk, "CPC 131(4)")
    assert below.before(TODAY) == date(2015, 1, 1)
    assert below.after(date(2016, 1, 1)) == date(2018, 1, 9)
    assert below.after(TODAY) is None


def test_a_repealed_article_ends(desk: Desk) -> None:
    last = past(desk, "Const-1995 16").turns[-1]
    assert (last.day, last.is_end) == (date(2026, 7, 1), True)


def test_an_open_number_is_unsettled_time(desk: Desk) -> None:
    seen = view(desk, "CPC 145")
    open_numbers = Beside(parameters=desk.library.parameters_on(Pinpoint.parse("CPC 145")))
    found = history(desk.library, seen.instrument, seen.article, "", open_numbers)
    assert (date(2018, 1, 9), date(2018, 7, 24)) in found.unsettled


def test_a_law_that_only_the_own_text_names_is_a_turn_of_its_own(desk: Desk) -> None:
    seen = view(desk, "CPC 131")
    note = Amendment(
        holder="131", at="(4)", law="999-IX", adopted=date(2027, 1, 2), effect="",
        in_force_from=date(2027, 3, 1), line=1,
    )  # fmt: skip
    known = Amendment(
        holder="131", at="(4)", law="118-VI", adopted=date(2017, 12, 21), effect="",
        in_force_from=date(2018, 1, 2), line=2,
    )  # fmt: skip
    beside = Beside(amendments=(note, known))
    last = history(desk.library, seen.instrument, seen.article, "(4)", beside).turns[-1]
    assert (last.day, last.laws, last.is_noted) == (date(2027, 3, 1), ("999-IX",), True)
    elsewhere = history(desk.library, seen.instrument, seen.article, "(3)", beside)
    assert not any(turn.is_noted for turn in elsewhere.turns)


def test_what_changed_names_units_and_laws(desk: Desk) -> None:
    seen = view(desk, "CPC 131")
    found = digest_changes(
        seen.instrument, seen.article, (TODAY, date(2017, 1, 1)), Language.EN
    )  # the days in either order
    changed = {unit.at: unit for unit in found.changed}
    assert found.laws == ("118-VI", "292-VI")
    assert changed["(4)"].change is Change.CHANGED
    assert changed["(4)(5)"].change is Change.ADDED
    assert changed["(2)"].laws == ("118-VI", "292-VI")
    assert "(3)" not in changed


def test_text_that_was_not_read_is_not_called_added(desk: Desk) -> None:
    seen = view(desk, "CPC 131")
    found = digest_changes(seen.instrument, seen.article, (date(2014, 1, 1), TODAY), Language.EN)
    assert {unit.at: unit.change for unit in found.units}["(3)"] is Change.UNKNOWN


def test_a_renumbered_unit_moved() -> None:
    held = "The prosecutor is told in writing within twelve hours of the protocol."
    ends = "It ends with the release of the detained person."
    new = "A doctor, not the police, looks at every injury!"
    found = matched({"(3)": held, "(4)": ends}, {"(3)": new, "(4)": held, "(5)": ends}, {})
    assert [(unit.at, unit.change, unit.was_at) for unit in found] == [
        ("(3)", Change.ADDED, None),
        ("(4)", Change.MOVED, "(3)"),
        ("(5)", Change.MOVED, "(4)"),
    ]


def test_a_unit_that_left_or_was_rewritten_is_no_move() -> None:
    held = "The prosecutor is told in writing within twelve hours of the protocol."
    found = matched({"(1)": held, "(2)": "Over."}, {"(1)": "Xyz q."}, {})
    assert [(unit.at, unit.change) for unit in found] == [
        ("(1)", Change.CHANGED),
        ("(2)", Change.REMOVED),
    ]


def test_who_cites_is_grouped_and_opens(desk: Desk) -> None:
    groups = backlinks(desk, Pinpoint.parse("CPC 131"), Language.EN)
    wanted = {"recommendation", "source-paragraph", "checklist", "calculator", "hazard", "article"}
    assert wanted <= groups.keys()
    assert [one.place for one in groups["calculator"]] == ["calc:police-detention"]
    assert "CPC 131" not in {one.place for one in groups["article"]}
    places = [one.place for group in groups.values() for one in group]
    assert len(places) == len(set(places))
    for group in groups.values():
        for one in group:
            assert one.label
            assert glance(desk, one.place, Language.EN, TODAY) is not None


def test_cases_stand_under_their_covenant_article(desk: Desk) -> None:
    assert backlinks(desk, Pinpoint.parse("ICCPR 9"), Language.EN)["case"]


def test_dates_of_cases_and_events_are_in_words(desk: Desk) -> None:
    (case,) = backlinks(desk, Pinpoint.parse("CC 130"), Language.RU)["case"]
    assert case.label.endswith(", 28 января 2016 г.")
    (event,) = backlinks(desk, Pinpoint.parse("Const-1995 16"), Language.RU)["event"]
    assert event.label.startswith("1 июля 2026 г. · ")


def test_a_look_says_when_the_law_was_not_in_force(desk: Desk) -> None:
    now = glance(desk, "CPC 131(4)(5)", Language.EN, TODAY)
    then = glance(desk, "CPC 131(4)(5)", Language.EN, date(2016, 1, 1))
    assert now is not None
    assert then is not None
    assert "72" in now.text
    assert "72" not in then.text
    assert "01.01.2016" in then.note
    assert glance(desk, "no such place", Language.EN, TODAY) is None


def test_the_other_constitution_is_offered(desk: Desk) -> None:
    later = counterparts(desk.database, desk.library, Pinpoint.parse("Const-1995 16"))
    assert Pinpoint.parse("Const-2026 18") in {one.place for one in later if one.is_later}
    former = counterparts(desk.database, desk.library, Pinpoint.parse("Const-2026 16"))
    by_number = {one.place: one.is_same_number for one in former}
    assert by_number[Pinpoint.parse("Const-1995 14")] is False
    assert by_number[Pinpoint.parse("Const-1995 16")] is True
    assert counterparts(desk.database, desk.library, Pinpoint.parse("ICCPR 9")) == ()
    # an article of the same number that this edition does not hold is not offered
    assert counterparts(desk.database, desk.library, Pinpoint.parse("Const-1995 24")) == ()


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (Language.RU, ("ч. 4 ст. 131 УПК", "04.07.2014 № 231-V", "118-VI", "на 23.11.2026")),
        (Language.KK, ("131-бабының 4-бөлігі", "04.07.2014 № 231-V", "118-VI", "23.11.2026")),
        (Language.EN, ("CPC art. 131(4)", "04.07.2014 No. 231-V", "118-VI", "as of 23.11.2026")),
    ],
)
def test_a_citation_carries_act_number_and_day(
    desk: Desk, language: Language, wanted: tuple[str, ...]
) -> None:
    quoting = Quoting(desk=desk, language=language, as_of=TODAY)
    written = quoting.citation(parse_reference("CPC 131(4)"))
    assert all(part in written for part in wanted), written
    assert "\n" not in written
    assert "kzref" in quoting.quotation(parse_reference("CPC 131(4)"))  # a digest is called one


def test_a_paragraph_is_cited_with_its_document_and_year(desk: Desk) -> None:
    quoting = Quoting(desk=desk, language=Language.EN, as_of=TODAY)
    written = quoting.citation(parse_reference("kz-response-2020 Q4 p4"))
    assert "Q4" in written
    assert "2020" in written


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose own library holds two redactions of a small code."""
    monkeypatch.setenv("KZREF_HOME", str(tmp_path / "home"))
    desk = Desk()
    for day, hours in (("2016-01-01", "72"), ("2020-02-02", "48")):
        path = tmp_path / f"cpc-{day}.txt"
        path.write_text(
            "УГОЛОВНО-ПРОЦЕССУАЛЬНЫЙ КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН\n\n"
            "Статья 130. Ветер\n\n1. Ветер дует.\n\n"
            f"Статья 131. Дождь\n\n1. Дождь идёт {hours} часов.\n\n2. Снег тает.\n\n"
            "3. О дожде сообщают.\n",
            encoding="utf-8",
        )
        wishes = Wishes(instrument="CPC", language=Language.RU, redaction=date.fromisoformat(day))
        preview = desk.own_library.preview(path, wishes)
        desk.own_library.bring(preview, datetime(2026, 11, 23, tzinfo=UTC))
    return desk


def test_official_text_stands_beside_the_digest(own: Desk) -> None:
    seen = view(own, "CPC 131")
    column = Column(layer=Layer.OFFICIAL, language=Language.RU)
    assert column in offered(own.own_library, seen.instrument)
    digest = Column(layer=Layer.DIGEST, language=Language.RU)
    shown = in_columns(own.own_library, seen.instrument, seen.article, TODAY, (digest, column))
    rows = {row.at: row.cells for row in shown.rows}
    first = rows["(1)"][1]
    assert first is not None
    assert "48 часов" in first.text
    assert rows["(4)(5)"][1] is None  # not in that text
    assert shown.sources[1] is not None
    assert shown.sources[1].redaction == date(2020, 2, 2)


def test_a_language_that_was_not_imported_stays_empty(own: Desk) -> None:
    seen = view(own, "CPC 131")
    column = Column(layer=Layer.OFFICIAL, language=Language.KK)
    shown = in_columns(own.own_library, seen.instrument, seen.article, TODAY, (column,))
    assert shown.sources == (None,)
    assert all(row.cells == (None,) for row in shown.rows)


def test_two_official_redactions_are_compared(own: Desk) -> None:
    place, days = Pinpoint.parse("CPC 131"), (date(2017, 1, 1), TODAY)
    act = own.library.instruments["CPC"]
    found = official_changes(own.own_library, act, place, days, Language.RU)
    assert found is not None
    assert found.sources == (date(2016, 1, 1), date(2020, 2, 2))
    assert [unit.at for unit in found.changed] == ["(1)"]
    texts = [(piece.op, piece.text) for piece in found.changed[0].pieces]
    assert (Op.REMOVED, "72") in texts
    same = (date(2021, 1, 1), TODAY)
    assert official_changes(own.own_library, act, place, same, Language.RU) is None


def test_an_official_text_is_quoted_with_its_redaction(own: Desk) -> None:
    quoting = Quoting(desk=own, language=Language.RU, as_of=date(2018, 1, 1))
    quoted = quoting.quotation(parse_reference("CPC 131(1)"))
    assert "01.01.2016" in quoted
    assert "72 часов" in quoted
    assert "kzref" not in quoted
