"""A vote by show of hands: what was counted, as bars with their numbers. Nothing of it is kept."""

from collections.abc import Sequence

from kzref.model.practice import Scenario
from kzref.model.slide import PublicSlide, SlideKind
from kzref.services.slides import Slides


def tally_slide(slides: Slides, scenario: Scenario, tallies: Sequence[int]) -> PublicSlide:
    """The options of the vote with the hands counted for each."""
    words = slides.words
    return PublicSlide(
        kind=SlideKind.SCENARIO,
        kicker=words("slide.tally"),
        title=slides.text(scenario.vote.ask) if scenario.vote else "",
        paragraphs=slides.options(scenario),
        tallies=tuple(map(str, tallies)),
        source=words("workshop.votes", count=sum(tallies)),
    )
