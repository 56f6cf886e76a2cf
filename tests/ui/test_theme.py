"""Every pair of ink and ground can be read, in each of the looks."""

import pytest
from PySide6.QtGui import QColor

from kzref.ui.theme import INKS, PAIRS, Theme

LEAST = {Theme.LIGHT: 4.5, Theme.DARK: 4.5, Theme.CONTRAST: 7.0}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    ink = QColor(colour)
    return (
        0.2126 * linear(ink.redF()) + 0.7152 * linear(ink.greenF()) + 0.0722 * linear(ink.blueF())
    )


def contrast(ink: str, ground: str) -> float:
    darker, lighter = sorted((luminance(ink), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("theme", list(Theme))
def test_every_pair_can_be_read(theme: Theme) -> None:
    inks = INKS[theme]._asdict()
    faint = {
        pair: round(ratio, 2)
        for pair in PAIRS
        if (ratio := contrast(inks[pair[0]], inks[pair[1]])) < LEAST[theme]
    }
    assert faint == {}


def test_every_ink_is_compared_with_some_ground() -> None:
    assert {name for pair in PAIRS for name in pair} == set(INKS[Theme.LIGHT]._asdict()) - {"line"}
