"""Cuts kzref's letters from IBM Plex Sans: Regular, its real bold (SemiBold) and Italic, nothing else.

Qt gives a variable font in its first weight only and smears bold out of it. "Plex" is a reserved
name under the Open Font License, so what is cut bears another; the licence lies beside the fonts.
The same source gives the same bytes.
"""

import shutil
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import fontpkg_ibm_plex_sans
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from kzref.compiler.signs import add_signs

FAMILY = "Kzref Sans"
SOURCE = Path(str(fontpkg_ibm_plex_sans.__file__)).parent
LICENCE = "OFL.txt"
ORIGIN = "Cut from IBM Plex Sans 3.201 for kzref: one weight, fewer letters, another name."
KEPT = (  # letters of the three languages and of names in sources, and the signs beside them
    range(0x20, 0x180), range(0x18F, 0x190), range(0x259, 0x25A), range(0x2B0, 0x310),
    range(0x3B1, 0x3CA), range(0x400, 0x500), range(0x2000, 0x3000), range(0xFFFD, 0xFFFE),
)  # fmt: skip
FEATURES = ["kern", "mark", "ccmp", "locl"]  # no ligatures: a PDF gives back letter by letter
KEPT_NAMES = (0, 8, 9, 13, 14)  # copyright, foundry, designers, licence, where it is
WINDOWS, UNICODE, ENGLISH = 3, 1, 0x409
BOLD, ITALIC, REGULAR = 1 << 5, 1 << 0, 1 << 6  # bits of OS/2.fsSelection


class Cut(NamedTuple):
    """One file: which variable font it is of, at what weight, and what it calls itself."""

    file: str
    weight: int  # where it is cut
    style: str
    called: int  # the weight by which programs ask for it

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"KzrefSans-{self.style}.ttf"


CUTS = (
    Cut("IBMPlexSans[wdth,wght].ttf", 400, "Regular", 400),
    Cut("IBMPlexSans[wdth,wght].ttf", 600, "Bold", 700),
    Cut("IBMPlexSans-Italic[wdth,wght].ttf", 400, "Italic", 400),
)


def write_fonts(folder: Path) -> None:
    """Write the fonts and their licence into a folder of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file in dict.fromkeys(one.file for one in CUTS):
        letters = _letters(file)
        for one in CUTS:
            if one.file == file:
                _cut(letters, one).save(folder / one.name)
    shutil.copyfile(SOURCE / "LICENSE", folder / LICENCE)


def _cut(letters: bytes, one: Cut) -> TTFont:
    font = instancer.instantiateVariableFont(
        TTFont(BytesIO(letters), recalcTimestamp=False),
        {"wght": one.weight, "wdth": 100},
        inplace=True,
        overlap=instancer.OverlapMode.KEEP_AND_DONT_SET_FLAGS,
    )
    add_signs(font)
    _rename(font, one)
    return font


def _letters(file: str) -> bytes:
    """A variable font with the letters that are kept."""
    font = TTFont(SOURCE / "files" / file, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = FEATURES
    options.drop_tables += ["STAT", "name"]  # weeding names looks through the whole font
    options.notdef_outline = True
    options.recalc_timestamp = False
    chosen = subset.Subsetter(options)
    chosen.populate(
        unicodes=[one for one in font.getBestCmap() if any(one in kept for kept in KEPT)]
    )
    names = font["name"]
    chosen.subset(font)
    font["name"] = names
    letters = BytesIO()
    font.save(letters)
    return letters.getvalue()


def _rename(font: TTFont, one: Cut) -> None:
    names = {
        1: FAMILY,
        2: one.style,
        3: f"kzref;KzrefSans-{one.style}",
        4: f"{FAMILY} {one.style}",
        5: "Version 3.201",
        6: f"KzrefSans-{one.style}",
        10: ORIGIN,
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in KEPT_NAMES]
    for number, text in names.items():
        table.setName(text, number, WINDOWS, UNICODE, ENGLISH)
    style = {"Bold": BOLD, "Italic": ITALIC}.get(one.style, REGULAR)
    metrics, head = font["OS/2"], font["head"]
    metrics.usWeightClass = one.called
    metrics.fsSelection = metrics.fsSelection & ~(BOLD | ITALIC | REGULAR) | style
    head.macStyle = {"Bold": 1, "Italic": 2}.get(one.style, 0)
