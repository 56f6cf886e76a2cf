"""A document as printed: footnotes stand with the words that call them."""

from kzref.model.own_text import Unit, UnitKind
from kzref.services.law.verbatim import section_verbatim


def unit(kind: UnitKind, at: str, text: str, page: int | None = None) -> Unit:
    return Unit(kind=kind, text=text, line=1, page=page, holder="A", at=at)


def test_footnotes_stand_with_the_words_that_call_them() -> None:
    found = section_verbatim(
        [
            unit(UnitKind.PARAGRAPH, "1", "The wind blows.12 It may blow 13 hours.", 4),
            unit(UnitKind.BULLET, "1.b1", "– a sail13, then 12 oars, or 2.14 of them;", 4),
            unit(UnitKind.PARAGRAPH, "2", "A boat floats."),
            unit(UnitKind.FOOTNOTE, "fn12", "12 See the sky."),
            unit(UnitKind.FOOTNOTE, "fn13", "13 See the sea."),
            unit(UnitKind.FOOTNOTE, "fn14", "14 The mark was lost in print."),
        ]
    )
    assert [(one.at, [note for note, _words in one.footnotes]) for one in found.values()] == [
        ("1", ["fn12"]),
        ("1.b1", ["fn13"]),
        ("2", ["fn14"]),
    ]
    assert found["1"].page == 4


def test_paragraphs_of_one_number_are_together() -> None:
    found = section_verbatim(
        [unit(UnitKind.PARAGRAPH, "1", "One."), unit(UnitKind.PARAGRAPH, "1", "Two.")]
    )
    assert found["1"].text == "One.\nTwo."
