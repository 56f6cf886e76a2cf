"""The slides of "what if": the law before, the law after, and what differs between them."""

from datetime import date
from enum import StrEnum

from kzref.model.slide import PublicSlide, SlideKind
from kzref.services.slides import Slides
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
    paragraphs = tuple(text for one in found for text in _said(slides, one, (earlier, later), side))
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


def _said(slides: Slides, one: Difference, days: tuple[date, date], side: Side) -> tuple[str, ...]:
    words = slides.words
    before = words("workshop.on", name=one.name, day=days[0], text=one.before)
    after = words("workshop.on", name=one.name, day=days[1], text=one.after)
    match side:
        case Side.BEFORE:
            return (before,)
        case Side.AFTER:
            return (after, *one.laws)
        case Side.BOTH:
            return (before, after, *one.laws)
