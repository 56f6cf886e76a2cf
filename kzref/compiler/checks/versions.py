"""The versions of each provision follow one another, and each begins with a law that was in force."""

from collections.abc import Iterator, Mapping
from datetime import date

from kzref.compiler.checks.data import Data
from kzref.compiler.yaml_file import Fault
from kzref.model.law import AmendingLaw, Article, Certainty, Provision


def versions(data: Data) -> Iterator[Fault]:
    """Faults in the history of provisions."""
    laws = {law.id: law for law in data.edition.laws}
    for act in data.edition.acts:
        for article in act.articles:
            name = f"{act.instrument.key} {article.article}"
            for what, repair in _article_faults(act.instrument.key, article, laws):
                yield data.fault("Article", name, what, repair)


def _article_faults(
    act: str, article: Article, laws: Mapping[str, AmendingLaw]
) -> Iterator[tuple[str, str]]:
    """What is wrong in one article, each with its repair."""
    seen: set[str] = set()
    for provision in article.provisions:
        place = f"{act} {article.article}{provision.at}"
        if provision.at in seen:
            yield f"{place} stands twice", "remove one"
        seen.add(provision.at)
        try:
            article.pinpoint(act, provision)
        except ValueError:
            yield f"at: {provision.at!r}", "write it like (4)(5)"
        for what, repair in version_faults(provision):
            yield f"{place}: {what}", repair
        for version in provision.versions:
            law = laws.get(version.amended_by or "")
            if version.amended_by and law is None:
                yield f"law {version.amended_by} is not in laws.yaml", "add it there"
            elif law and (start := _known_start(law)) and version.in_force_from < start:
                yield (
                    f"{place}: starts before law {law.id} took effect",
                    f"start it on {start} or later",
                )


def _known_start(law: AmendingLaw) -> date | None:
    """The day on which a law took effect, when that is known."""
    return None if law.in_force.certainty is Certainty.UNKNOWN else law.in_force.on


def version_faults(provision: Provision) -> Iterator[tuple[str, str]]:
    """What is wrong with the order of a provision's versions, each with its repair."""
    if not provision.versions:
        yield "no version", "write at least one"
    for version in provision.versions:
        if version.in_force_until and version.in_force_until <= version.in_force_from:
            yield "a version ends before it starts", "mend its dates"
    for earlier, later in zip(provision.versions, provision.versions[1:], strict=False):
        if earlier.in_force_until is None:
            yield "a version that has no end is followed by another", "give its in_force_until"
        elif earlier.in_force_until != later.in_force_from:
            yield (
                f"gap or overlap between {earlier.in_force_until} and {later.in_force_from}",
                "let each version end on the day on which the next one starts",
            )
