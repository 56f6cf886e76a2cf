"""All calculators, in the order in which they are offered."""

from kzref.engine.calculator import Calculator
from kzref.engine.custody import (
    appeal,
    bail,
    custody_credit,
    custody_permitted,
    custody_term,
    qualification,
    short_custody,
    trial_custody,
)
from kzref.engine.detention import administrative_detention, police_detention, questioning
from kzref.engine.drugs import drug_offence, drug_size
from kzref.engine.punishment import fine, limitation, parole, responsibility_age
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

CRIMINAL_LAW: tuple[Calculator, ...] = (
    custody_permitted.CALCULATOR,
    bail.CALCULATOR,
    custody_credit.CALCULATOR,
    drug_offence.CALCULATOR,
    drug_size.CALCULATOR,
    fine.CALCULATOR,
    responsibility_age.CALCULATOR,
    limitation.CALCULATOR,
    parole.CALCULATOR,
)

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
