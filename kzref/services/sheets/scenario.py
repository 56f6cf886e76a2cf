"""A workshop situation on paper: with lines to write on, or with the answer and its authority."""

from datetime import date

from kzref.model.practice import Scenario
from kzref.model.sheet import Block, Fit, Heading, Layout, Paragraph, Row, Rows, Sheet, Signature
from kzref.model.text import Text
from kzref.services.sheets.wording import Wording

LINES = 12  # to write an answer on
DIGEST = 240  # letters of each authority


def scenario_sheet(
    wording: Wording, scenario: Scenario, as_of: date, *, with_answer: bool
) -> Sheet:
    """The handout, for participants or for whoever leads them."""
    words = wording.words
    blocks: list[Block] = [
        Heading(text=words("paper.scenario.facts")),
        *paragraphs(wording, scenario.facts),
        Heading(text=words("paper.scenario.question")),
        *paragraphs(wording, scenario.question),
    ]
    if with_answer:
        blocks += [
            Heading(text=words("paper.scenario.answer")),
            *paragraphs(wording, scenario.answer),
            Heading(text=law_heading(wording, scenario, as_of)),
            Rows(layout=Layout.PASSAGES, rows=authorities(wording, scenario, as_of)),
        ]
    else:
        blocks.append(Heading(text=words("paper.scenario.own")))
        blocks += [Signature(fields=("",))] * LINES
    return wording.sheet(
        kicker=words("paper.scenario"),
        title=wording.text(scenario.title),
        blocks=tuple(blocks),
        fit=Fit.OVERLEAF,
    )


def paragraphs(wording: Wording, text: Text) -> tuple[Paragraph, ...]:
    """A text cut where its author begins a new thought."""
    return tuple(Paragraph(text=one) for one in wording.text(text).split("\n"))


def law_heading(wording: Wording, scenario: Scenario, as_of: date) -> str:
    """Of which day the law is that is quoted."""
    return wording.words("handout.law", day=scenario.law_of or as_of)


def authorities(wording: Wording, scenario: Scenario, as_of: date) -> tuple[Row, ...]:
    """Every reference with what stands there, in the order of the law."""
    day = scenario.law_of or as_of
    said = wording.digests(scenario.references, day, length=DIGEST)
    known = {row.label for row in said}
    bare = (wording.cite(reference) for reference in scenario.references)
    nothing = wording.words("paper.no_digest")
    return (*said, *(Row(label=label, value=nothing) for label in bare if label not in known))
