"""What may be shown to others: finished words without a trace of the case or of the user's notes.

The public screen draws a `PublicSlide` and nothing else. What the presenter alone sees stands in a
`Cue` beside the slide, and never reaches that screen.
"""

from dataclasses import dataclass
from enum import StrEnum


class SlideKind(StrEnum):
    """What a slide shows."""

    PROVISION = "provision"
    SCENARIO = "scenario"
    FIGURE = "figure"
    CHECKLIST = "checklist"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSlide:
    """One thing to be read aloud from the back of a room, in one language.

    `kicker` says what it is, `source` where it comes from and of which day; `figure` is printed
    large, when there is one. `notice` stands above everything, where what is shown is not the
    present or not the law of today. `tallies` are whole numbers, drawn as bars: the first belongs to
    the first paragraph, and so on.
    """

    kind: SlideKind
    kicker: str
    title: str
    paragraphs: tuple[str, ...]
    source: str
    figure: str = ""
    notice: str = ""
    tallies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A step of a talk: the slide, the name of the step, and what only the presenter sees.

    `step` is its name in no language (`facts`, `vote`), by which a renewed deck finds it again.
    """

    name: str
    slide: PublicSlide
    notes: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """What is shown step by step under one title; `place` is what it was made from."""

    place: str
    title: str
    cues: tuple[Cue, ...]
