"""What a card says beside its statement, in words."""

from __future__ import annotations

from workbench.intake.wording import in_words, within_a_sentence
from workbench.model.factors import Side
from workbench.questions.board import Card, Knew
from workbench.resources import label_of

SIDE_WORDS = {Side.RISK: "Risk", Side.PROTECTIVE: "Protective factor"}
UNKNOWN_TO_ALL = "Nobody recorded as knowing"


def about(card: Card) -> str:
    """Whose life, which domain, how certain: "Rowan Ashe · Environment · Suspected"."""
    factor = card.factor
    parts = (
        card.person,
        label_of("factor-domains", factor.domain) if factor.domain else "",
        label_of("certainties", factor.certainty) if factor.certainty else "",
    )
    return "  ·  ".join(part for part in parts if part)


def known_to(card: Card) -> str:
    """Who knew and since when: "Known to GP practice since early March 2024; Housing"."""
    if not card.knew:
        return UNKNOWN_TO_ALL
    return "Known to " + "; ".join(_since(knew) for knew in card.knew)


def _since(knew: Knew) -> str:
    text = knew.who
    if knew.when.dated:
        text += f" since {within_a_sentence(in_words(knew.when))}"
    elif knew.when.text:
        text += f" ({knew.when.text})"
    if knew.certainty and knew.certainty != "known":
        text += f" ({label_of('certainties', knew.certainty).lower()})"
    return text


def accessible_sentence(card: Card) -> str:
    """The whole card for a screen reader."""
    detail = about(card).replace("  ·  ", ", ")
    parts = [f"{SIDE_WORDS[card.factor.side]}: {card.factor.statement.rstrip('.')}"]
    if detail:
        parts.append(detail)
    parts.append(known_to(card))
    return ". ".join(parts) + "."
