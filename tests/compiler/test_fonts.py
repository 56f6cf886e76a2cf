"""The fonts of the bundle: kzref's own name, a real bold, every letter, and the licence beside them."""

import sqlite3

import pytest
from fontTools.ttLib import TTFont

from kzref import paths
from kzref.compiler.fonts import CUTS, FAMILY, LICENCE, Cut
from kzref.compiler.translations import read_translations
from tests.conftest import ROOT

RESERVED = "plex"
NAMES_SHOWN = (1, 3, 4, 6, 16)


def opened(one: Cut) -> TTFont:
    return TTFont(paths.fonts() / one.name)


@pytest.mark.parametrize("one", CUTS, ids=lambda one: one.style)
def test_the_reserved_name_is_not_used(one: Cut) -> None:
    names = opened(one)["name"]
    shown = [str(record) for record in names.names if record.nameID in NAMES_SHOWN]
    assert FAMILY in shown
    assert not [name for name in shown if RESERVED in name.lower()]


def test_the_licence_and_its_copyright_lie_beside_the_fonts() -> None:
    text = (paths.fonts() / LICENCE).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text
    assert 'Reserved Font Name "Plex"' in text


def test_every_letter_and_sign_of_the_interface_and_of_the_law_is_there() -> None:
    spoken = read_translations(ROOT / "resources" / "translations")
    wanted = {letter for texts in spoken.values() for text in texts.values() for letter in text}
    with sqlite3.connect(paths.database()) as database:
        for (table,) in database.execute("select name from sqlite_master where type = 'table'"):
            for row in database.execute(f'select * from "{table}"'):  # noqa: S608 - our own tables
                for value in row:
                    wanted.update(value if isinstance(value, str) else "")
    wanted |= {
        letter
        for path in (ROOT / "kzref").rglob("*.py")
        for letter in path.read_text(encoding="utf-8")
    }
    wanted -= set("\n\tɏ")  # the last is only the end of a range
    for one in CUTS:
        missing = wanted - {chr(code) for code in opened(one).getBestCmap()}
        assert sorted(missing) == []


def test_bold_is_drawn_and_not_smeared() -> None:
    regular, bold, italic = (opened(one) for one in CUTS)
    assert bold["hmtx"]["o"][0] > regular["hmtx"]["o"][0]
    assert (regular["OS/2"].usWeightClass, bold["OS/2"].usWeightClass) == (400, 700)
    assert italic["post"].italicAngle < 0
    for font in (regular, bold, italic):
        assert "fvar" not in font
        digits = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
        assert len(digits) == 1  # clocks stand still while they count
