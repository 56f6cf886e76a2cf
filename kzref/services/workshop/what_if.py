"""The slides of "what if": the law before, the law after, and what differs between them."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import zip_longest

from kzref.model.slide import PublicSlide, SlideKind
from kzref.services.slides import Slides, begun
from kzref.services.workshop.law_dates import Difference, LawDates, Subject


class Side(StrEnum):
    """What of the two days is shown."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


def what_if_slide(
    slides: Slides, dates: LawDates, subject: Subject, days: tuple[date, date], side: Side
) -> PublicSlide:
    """How the answers and the provisions of a subject differ between two days, in any order."""
    words, (earlier, later) = slides.words, sorted(days)
    found = dates.differences(subject, earlier, later)
    nothing = words("workshop.nothing", earlier=earlier, later=later)
    paragraphs = tuple(map(begun, _paragraphs(slides, found, side)))
    day = earlier if side is Side.BEFORE else later
    notice = (
        words("workshop.what_if", earlier=earlier, later=later)
        if side is Side.BOTH
        else words(f"workshop.what_if.{side.value}", day=day)
    )
    return PublicSlide(
        kind=SlideKind.PROVISION,
        kicker=words("slide.what_if"),
        title=subject.title,
        notice=notice,
        paragraphs=paragraphs or (nothing,),
        source=words("workshop.what_if.source", day=slides.library.verified_through),
    )


def _paragraphs(slides: Slides, found: tuple[Difference, ...], side: Side) -> Iterator[str]:
    """What differs, one by one; the laws once, after the last of those that they changed."""
    words = slides.words
    for one, following in zip_longest(found, found[1:]):
        match side:
            case Side.BEFORE:
                yield f"{one.name}: {one.before}"
                continue
            case Side.AFTER:
                yield f"{one.name}: {one.after}"
            case Side.BOTH:
                yield words("workshop.before", name=one.name, text=one.before)
                yield words("workshop.after", name=one.name, text=one.after)
        if following is None or following.laws != one.laws:
            yield from one.laws
