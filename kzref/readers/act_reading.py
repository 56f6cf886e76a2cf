"""Where in an act the reading stands, and the units found so far."""

from dataclasses import replace

from kzref.model.own_text import ReadParagraph, Unit, UnitKind


class ActReading:
    """The units of an act up to here, and the article, part and point that are open."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.began = False
        self.article = ""
        self.part = self.point = self.subpoint = ""
        self.note: str | None = None
        self.title_open = False
        self.remark_open = False
        self.signed = self.in_annex = False

    def add(self, kind: UnitKind, paragraph: ReadParagraph, **details: str | bool) -> None:
        """One more unit, at the present place."""
        unit = Unit(
            kind=kind,
            text=paragraph.text,
            line=paragraph.line,
            page=paragraph.page,
            holder=self.article,
            at=self.at,
        )
        self.units.append(replace(unit, **details) if details else unit)  # type: ignore[arg-type]

    @property
    def at(self) -> str:
        """The part, point and subpoint that are open, as a unit states them."""
        if self.note is not None:
            return f"note {self.note}".rstrip()
        return "".join(f"({unit})" for unit in (self.part, self.point, self.subpoint) if unit)

    @property
    def last(self) -> Unit | None:
        """The unit before, if there is one."""
        return self.units[-1] if self.units else None

    def leave_article(self) -> None:
        """Close the article and all within."""
        self.article = self.part = self.point = self.subpoint = ""
        self.note = None

    def is_unfinished(self) -> bool:
        """Whether the last unit of the law stops in the middle of a sentence."""
        last = self.last
        return last is not None and last.kind is UnitKind.TEXT and last.text[-1:] not in '.;:!?»"'

    def of_article(self) -> list[Unit]:
        """The units of the open article, in order."""
        found = []
        for unit in reversed(self.units):
            if unit.holder != self.article:
                break
            found.append(unit)
        return found[::-1]

    def join(self, paragraph: ReadParagraph) -> None:
        """Go on with the unit before."""
        last = self.units[-1]
        self.units[-1] = replace(last, text=f"{last.text}\n{paragraph.text}")
