"""Stretches of time are said in the words of each language."""

import gettext
import re
import struct
from pathlib import Path

import pytest

from kzref.model.records import Statistic
from kzref.model.text import Language
from kzref.paths import bundled
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.sentences import Sentences


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("2020-01/2020-03", Language.EN, "January – March 2020"),
        ("2020-01/2020-03", Language.RU, "январь – март 2020 г."),
        ("2020-01/2020-03", Language.KK, "2020 ж. қаңтар – наурыз"),
        ("2011/2012", Language.RU, "2011–2012"),
        ("../2009", Language.EN, "until 2009"),
        ("2009", Language.KK, "2009"),
        ("2012-12", Language.RU, "декабрь 2012"),
    ],
)
def test_period_in_words(written: str, language: Language, said: str) -> None:
    plain = re.sub(r"[\u2009\u00a0\u202f]", " ", catalogue(language).dated(written))
    assert plain.replace(" – ", "–") == said.replace(" – ", "–")


def test_every_period_of_a_figure_is_a_date_or_a_stretch() -> None:
    day = r"\d{4}(-\d\d(-\d\d)?)?"
    figures = Desk().database.values(Statistic)
    periods = [figure.period for figure in figures]
    periods += [point.period for figure in figures for point in figure.others]
    assert len(periods) >= len(figures) > 100
    assert [p for p in periods if not re.fullmatch(rf"({day}|\.\.)/{day}|{day}", p)] == []


@pytest.mark.parametrize("language", Language)
def test_every_sentence_is_found_where_it_stands(language: Language) -> None:
    path = bundled() / "translations" / f"{language.value}.mo"
    sentences = Sentences(path)
    with path.open("rb") as file:
        known = vars(gettext.GNUTranslations(file))["_catalog"]
    assert len(known) > 1000
    assert {key: sentences.find(key) for key in known} == known
    assert [sentences.find(key) for key in ("a.key.of.nobody", "яяя", "~")] == [None] * 3


@pytest.mark.parametrize("kept", [0, 3, 27, 5000, -1])
def test_a_catalogue_that_was_cut_is_refused(tmp_path: Path, kept: int) -> None:
    whole = (bundled() / "translations" / "kk.mo").read_bytes()
    (tmp_path / "kk.mo").write_bytes(whole[:kept])
    with pytest.raises(ValueError, match=r"kk\.mo"):
        Sentences(tmp_path / "kk.mo")


def test_a_damaged_place_in_a_catalogue_hides_its_sentence_only(tmp_path: Path) -> None:
    whole = bytearray((bundled() / "translations" / "ru.mo").read_bytes())
    sentences = Sentences(bundled() / "translations" / "ru.mo")
    said = sentences.find("law.today")
    assert said
    at = whole.find(said.encode())
    whole[at] = 0xFF
    values = struct.unpack_from("<5I", whole)[4]
    struct.pack_into("<2I", whole, values + 8, 10**6, 10**6)  # the first sentence lies nowhere
    (tmp_path / "ru.mo").write_bytes(whole)
    damaged = Sentences(tmp_path / "ru.mo")
    assert damaged.find("law.today") is None
    assert damaged.find("window.title") == sentences.find("window.title")
