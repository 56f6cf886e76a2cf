"""The calculation sheet: answer, facts, readings, arithmetic, law, certificate, a line to sign.

Nobody is named on it. It depends on the facts and the law alone, not on the hour of printing, so
the same facts give the same sheet.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kzref.engine.calculator import Calculator
from kzref.engine.facts import Facts
from kzref.model.outcome import FactKind, FactSpec, Favours, Outcome, Reading, Result
from kzref.model.sheet import (
    Block,
    Heading,
    Layout,
    Paragraph,
    Row,
    Rows,
    Seal,
    Sheet,
    Signature,
    Tone,
)
from kzref.services.sheets.short_dates import short_dates
from kzref.services.sheets.timeline import timeline
from kzref.services.sheets.wording import Wording

_OFFSET: Final = re.compile(r" \(UTC[^)]*\)")  # beside a moment
DIGEST = 80  # letters of each digest: enough to recognise the rule


def calculation_sheet(wording: Wording, outcome: Outcome, certificate: str) -> Sheet:
    """An outcome on paper."""
    words = wording.words
    calculator = wording.desk.calculators.get(outcome.calculator)
    short = short_dates(wording.language)
    readings: list[str] = []  # the assumptions already said: later ones are named by number
    blocks: list[Block] = [*_answer(wording, outcome, readings)]
    blocks += [
        Paragraph(
            text=_with_law(wording, short.say(one.message), one.references), tone=Tone.CAUTION
        )
        for one in outcome.cautions
    ]
    blocks += [Heading(text=words("paper.facts")), *_facts(wording, calculator, outcome)]
    blocks += timeline(wording, outcome.lanes)
    if len(outcome.results) > 1:
        blocks += [Heading(text=words("paper.results")), _findings(wording, outcome, readings)]
    blocks += _trace(wording, outcome)
    digests = wording.digests(_cited(outcome), outcome.as_of, length=DIGEST)
    if digests:
        blocks.append(Heading(text=words("paper.law"), spare=True))
        blocks.append(Rows(layout=Layout.DIGESTS, rows=digests, spare=True))
    blocks.append(_seal(wording, outcome, certificate))
    blocks.append(Signature(fields=(words("paper.signature"), words("paper.date"))))
    return wording.sheet(
        kicker=f"{words('paper.calculation')} · {words('calc.law_of', day=outcome.as_of)}",
        title=words(f"calc.{outcome.calculator}.title"),
        blocks=tuple(blocks),
    )


def _with_law(wording: Wording, sentence: str, references: tuple[str, ...]) -> str:
    return f"{sentence} ({wording.cite(*references)})" if references else sentence


def _answer(wording: Wording, outcome: Outcome, readings: list[str]) -> Iterator[Block]:
    """The first result alone: what the person at the lectern was asked."""
    for result in outcome.results[:1]:
        title = wording.words(f"result.{outcome.calculator}.{result.id}")
        rows = tuple(
            _finding(wording, result, reading, title, readings) for reading in result.readings
        )
        yield Rows(layout=Layout.ANSWER, rows=rows)
        if result.note:
            yield Paragraph(text=wording.words.say(result.note), tone=Tone.QUIET)


def _findings(wording: Wording, outcome: Outcome, readings: list[str]) -> Rows:
    """The other results; a note that several share is said with the first of them."""
    words, rows, said = wording.words, [], {""}
    for result in outcome.results[1:]:
        title = words(f"result.{outcome.calculator}.{result.id}")
        found = [
            _finding(wording, result, one, title, readings, after=before)
            for before, one in pairwise((None, *result.readings))
            if one is not None
        ]
        found = found[:1] + [_ditto(row, before) for before, row in pairwise(found)]
        note = words.say(result.note) if result.note else ""
        if note not in said:
            said.add(note)
            found[-1] = replace(found[-1], detail=_sentences(found[-1].detail, note))
        rows += found
    head = [words(f"paper.column.{name}") for name in ("question", "answer", "why")]
    found_rows, offset = _offset_once(tuple(rows))
    head[1] += offset
    return Rows(layout=Layout.FINDINGS, rows=found_rows, head=tuple(head))


def _offset_once(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], str]:
    """The rows without the offset of their moments, which the head says where it is the same in all."""
    offsets = {found for row in rows for found in _OFFSET.findall(row.value)}
    if len(offsets) != 1:
        return rows, ""
    return tuple(replace(row, value=_OFFSET.sub("", row.value)) for row in rows), offsets.pop()


def _sentences(*parts: str) -> str:
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def _finding(
    wording: Wording,
    result: Result,
    reading: Reading,
    title: str,
    readings: list[str],
    after: Reading | None = None,
) -> Row:
    words, short = wording.words, short_dates(wording.language)
    label, said = short.say(reading.label), []
    if len(result.readings) > 1 or reading.favours is not Favours.NEUTRAL:
        said.append(words(f"favours.{reading.favours.value}"))
    if label.casefold() != title.casefold() and (after is None or label != short.say(after.label)):
        said.append(label)
    if reading.assumption is not None:
        assumed = short.say(reading.assumption)
        said.append(_said_once(wording, result, assumed, readings))
    return Row(
        label=title,
        value=wording.value(reading.value, of=result.id),
        detail=" · ".join(said),
        reference=wording.cite(*reading.references),
    )


def _ditto(row: Row, before: Row) -> Row:
    """Another reading of the same question, which stands above: law and explanation only where they differ."""
    law = "" if row.reference == before.reference else row.reference
    return replace(row, label="", reference=law)


def _said_once(wording: Wording, result: Result, assumed: str, readings: list[str]) -> str:
    """An assumption: of several readings by its number, of a single one in full the first time only."""
    if len(result.readings) > 1:
        return _numbered(wording, assumed, readings)
    if assumed in readings:
        return wording.words("paper.same_reading")
    readings.append(assumed)
    return assumed


def _numbered(wording: Wording, assumed: str, readings: list[str]) -> str:
    """An assumption with its number, the first time; later the number alone."""
    is_new = assumed not in readings
    if is_new:
        readings.append(assumed)
    name = wording.words("paper.reading", number=readings.index(assumed) + 1)
    return f"{name}: {assumed}" if is_new else name


def _trace(wording: Wording, outcome: Outcome) -> Iterator[Block]:
    """The steps; the law of one stands in the table above where it is that of a duty or a term."""
    short = short_dates(wording.language)
    above = {reading.references for result in outcome.results[1:] for reading in result.readings}
    rows = tuple(
        Row(
            label=str(number),
            value=short.say(step.message),
            reference="" if step.references in above else wording.cite(*step.references),
        )
        for number, step in enumerate(outcome.trace, 1)
    )
    steps, offset = _offset_once(rows)
    yield Heading(text=wording.words("calc.arithmetic") + offset)
    yield Rows(layout=Layout.STEPS, rows=steps)


def _cited(outcome: Outcome) -> tuple[str, ...]:
    return (
        *(one for result in outcome.results for r in result.readings for one in r.references),
        *(one for step in outcome.trace for one in step.references),
        *(one for caution in outcome.cautions for one in caution.references),
    )


def _facts(wording: Wording, calculator: Calculator, outcome: Outcome) -> Iterator[Block]:
    """What was given, and what was taken for granted because nobody said otherwise."""
    words, spec = wording.words, calculator.spec
    facts = Facts.read(spec, outcome.facts)
    given = tuple(
        Row(label=_name(wording, fact), value=_fact(wording, facts, fact))
        for fact in spec.facts
        if facts.has(fact.name)
    )
    if given:
        yield Rows(layout=Layout.PAIRS, rows=given)
    assumed = "; ".join(
        f"{words(f'fact.{fact.name}')} — {_fact(wording, facts, fact)}"
        for fact in spec.facts
        if not facts.has(fact.name) and (fact.default or fact.kind is FactKind.YES_NO)
    )
    if assumed:
        yield Paragraph(text=words("paper.assumed", facts=assumed), tone=Tone.QUIET)


def _name(wording: Wording, fact: FactSpec) -> str:
    """What was asked; that a moment has an hour and a minute is seen from the answer."""
    name = wording.words(f"fact.{fact.name}")
    return name.partition(" (")[0] if fact.kind is FactKind.MOMENT else name


def _fact(wording: Wording, facts: Facts, fact: FactSpec) -> str:
    words, name = wording.words, fact.name
    written = facts.text(name) or ""
    match fact.kind:
        case FactKind.MOMENT:
            return words.word(facts.moment(name))
        case FactKind.DATE:
            return words.word(facts.date(name))
        case FactKind.YES_NO:
            return words.word(facts.yes(name))
        case FactKind.CHOICE:
            return words(f"choice.{name}.{written}")
        case FactKind.ZONE:
            key = f"zone.{written}"
            return f"{words(key)} ({written})" if words.knows(key) else written
        case FactKind.PERIODS:
            return "; ".join(
                f"{words.day(period.start)} – {words.day(period.end) if period.end else '…'}"
                for period in facts.periods(name)
            )
        case FactKind.DECIMAL:
            return words.word(facts.decimal(name))
        case _:
            return written


def _seal(wording: Wording, outcome: Outcome, certificate: str) -> Seal:
    words, database = wording.words, wording.desk.database
    currency = words(f"currency.{outcome.currency.value}")
    edition = wording.desk.database.meta["edition"]
    return Seal(
        rows=(
            Row(label=words("paper.currency"), value=f"{currency}; {wording.currency()}"),
            Row(label=words("paper.edition"), value=edition),
            Row(label=words("about.hash"), value=database.sha256),
            Row(label=words("calc.certificate"), value=certificate,
                detail=words("paper.verify")),
        ),
        code=certificate,
    )  # fmt: skip
