"""What the search box answers: a place to jump to, hits, and what else to try."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """The one place that the query cites."""

    reference: str
    citation: str
    instrument: str | None = None
    eid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place that answers, told by its best passage; `others` are its further passages."""

    kind: str
    id: str
    place: str
    title: str
    citation: str
    document: str | None
    section: str | None
    paragraph: str | None
    snippet: str
    score: float
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Something else to try: another query, or a place, which then has its reference.

    `kind`: `spelling` (the query without its slips), `term` (the same notion in other words and
    languages), `citation` (the nearest that exists), `counterpart` (the same in the other act of that
    name, or where the rule stood before or stands now).
    """

    kind: str
    text: str
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to a query.

    `candidates` are the references that an ambiguous citation may mean, `cited` those named beside
    words, which are also the first hits; `counts` tells in how many places of each kind a good
    passage stands, and where few do, hits that answer less well follow them; `suggestions` are what else to try; `own_missing`: texts of the user's own are not
    indexed yet, and `Search.take_in` would do it.
    """

    query: str
    jump: Jump | None = None
    candidates: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    own_missing: bool = False
