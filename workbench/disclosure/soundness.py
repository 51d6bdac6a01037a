"""How the register stands, for the page of people and the command line: what to put right."""

from __future__ import annotations

from workbench.disclosure.elsewhere import WARNING, used_elsewhere
from workbench.disclosure.pseudonyms import Fault, problems, problems_of
from workbench.disclosure.register import register_of
from workbench.review import Review


def standing_of(review: Review, entity: str) -> tuple[str, ...]:
    """What to say of one entry. That a pseudonym is still missing the page says by itself."""
    register = register_of(review)
    known = register.entity(entity)
    found = problems_of(register, known) if known is not None else []
    told = [one.sentence for one in found if one.fault is not Fault.MISSING]
    if entity in used_elsewhere(review):
        told.append(WARNING)
    return tuple(told)


def soundness(review: Review) -> list[dict[str, object]]:
    """Everything to put right, as plain data without a name: the entry's id, what, and whether it
    stops a report."""
    told: list[dict[str, object]] = [
        {"entry": one.entity, "fault": one.fault.value, "stops": one.stops, "told": one.sentence}
        for one in problems(register_of(review))
    ]
    told += [
        {"entry": entity, "fault": "elsewhere", "stops": False, "told": WARNING}
        for entity in sorted(used_elsewhere(review))
    ]
    return told
