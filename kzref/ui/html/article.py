"""All that is shown of an article, and what of it concerns which unit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kzref.model.law import Article, Instrument
from kzref.model.pinpoint import Pinpoint
from kzref.model.records import Hazard
from kzref.services.law.columns import Columns
from kzref.ui.html.versions import Facts, facts, usual_version


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """All that is shown of an article. `margin` is what the reader's own notes add to it, by unit.

    `beside`: hazards and who cites it are told in the margin; units with hazards only bear the sign.
    """

    instrument: Instrument
    article: Article
    chosen: Pinpoint
    columns: Columns
    hazards: tuple[Hazard, ...] = ()
    warnings: tuple[str, ...] = ()
    margin: Mapping[str, str] = field(default_factory=dict)
    beside: bool = False

    @property
    def whole(self) -> Pinpoint:
        """The article itself."""
        return Pinpoint(key=self.instrument.key, article=self.article.article)

    def facts_above(self, at: str) -> Facts | None:
        """What is told of the nearest unit around this one, else of the article once for all."""
        known = {self.pinpoint(row.at).units: row.version for row in self.columns.rows}
        around = self.pinpoint(at).units[:-1]
        while around:
            if (version := known.get(around)) is not None:
                return facts(version)
            around = around[:-1]
        usual = usual_version(self.columns)
        return facts(usual) if usual is not None else None

    def noted_at(self, at: str) -> str | None:
        """The first unit whose note is the same as that of this unit; None: nothing to say of it.

        A note that stands at the unit around this one, or at the article, holds for this one, too.
        """
        notes = {row.at: row.version.note for row in self.columns.rows if row.version}
        note = notes.get(at)
        if note is None or note in (notes.get(one) for one in self._around(at)):
            return None
        return next(one for one, other in notes.items() if other == note)

    def _around(self, at: str) -> Iterator[str]:
        units = self.pinpoint(at).units
        for depth in range(len(units) - 1, -1, -1):
            yield "".join(f"({unit})" for unit in units[:depth])

    @property
    def hazards_at(self) -> dict[str, list[Hazard]]:
        """The hazards by the units that they concern; those of no unit here stand at the top."""
        places = {str(self.pinpoint(row.at)): row.at for row in self.columns.rows}
        found: dict[str, list[Hazard]] = {}
        for hazard in self.hazards:
            known = [places[name] for name in hazard.provisions if name in places]
            for at in dict.fromkeys(known or [""]):
                found.setdefault(at, []).append(hazard)
        return found

    def pinpoint(self, at: str) -> Pinpoint:
        """The pinpoint of a unit."""
        tail = at if at.startswith("(") or not at else f" {at}"
        return Pinpoint.parse(f"{self.whole}{tail}")
