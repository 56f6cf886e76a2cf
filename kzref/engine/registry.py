"""All calculators, in the order in which they are offered."""

from kzref.engine import (
    administrative_detention,
    appeal,
    custody_term,
    police_detention,
    qualification,
    questioning,
    short_custody,
    trial_custody,
)
from kzref.engine.calculator import Calculator
from kzref.model.errors import InputError

PROCEDURE: tuple[Calculator, ...] = (
    police_detention.CALCULATOR,
    custody_term.CALCULATOR,
    short_custody.CALCULATOR,
    qualification.CALCULATOR,
    trial_custody.CALCULATOR,
    appeal.CALCULATOR,
    questioning.CALCULATOR,
    administrative_detention.CALCULATOR,
)

# Criminal law: custody_credit, custody_permitted, bail, fine, drug_offence, drug_size,
# responsibility_age, limitation, parole, each a module of this room with its CALCULATOR.
CRIMINAL_LAW: tuple[Calculator, ...] = ()

CALCULATORS: tuple[Calculator, ...] = (*PROCEDURE, *CRIMINAL_LAW)


def calculator(calculator_id: str) -> Calculator:
    """The calculator with this id.

    Raises:
        InputError: there is none.
    """
    for one in CALCULATORS:
        if one.spec.id == calculator_id:
            return one
    known = ", ".join(one.spec.id for one in CALCULATORS)
    raise InputError("calc.unknown", calculator=calculator_id, known=known)
