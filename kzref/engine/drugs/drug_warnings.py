"""What the size of a drug does not show: mixtures, solutions, drying, edges, the age of the table."""

from decimal import Decimal

from kzref.engine.draft import Draft
from kzref.engine.drugs.drug_class import CULTIVATION, PRECURSORS, is_lower_edge_of_large
from kzref.model.substance import Substance


def warn(draft: Draft, rows: tuple[Substance, ...], amount: Decimal) -> None:
    """Say the rules around the table that touch these rows; without rows, those on analogues."""
    if not rows:
        _say(draft, "not-in-the-table")
        _say(draft, "analogues")
    if any(is_lower_edge_of_large(row, amount) for row in rows):
        _say(draft, "boundaries-kazakh")
    for rule in dict.fromkeys(_rule_of(row) for row in rows):
        _say(draft, rule)
    if any(row.state for row in rows):
        _say(draft, "drying")
    if any(row.table != CULTIVATION for row in rows):
        _say(draft, "solutions")
    if any(row.kk_check and row.kk_check != "same numbers" for row in rows):
        _say(draft, "languages-differ")
    _doubt(draft, "currency")


def _rule_of(row: Substance) -> str:
    """The rule on what is weighed or counted."""
    if row.table == CULTIVATION:
        return "cultivation"
    if row.table == PRECURSORS:
        return "precursors"
    return "mixtures" if row.mixtures else "mixtures-by-name"


def _say(draft: Draft, rule_id: str) -> None:
    for rule in draft.rulebook.size_rules:
        if rule.id == rule_id:
            draft.caution("drug-size.rule", "Decree-470", rule=rule.text)


def _doubt(draft: Draft, rule_id: str) -> None:
    for rule in draft.rulebook.size_rules:
        if rule.id == rule_id:
            draft.doubt("drug-size.rule", "Decree-470", rule=rule.text)
