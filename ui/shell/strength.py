"""How well a passphrase would stand up to guessing, in words."""

from __future__ import annotations

from dataclasses import dataclass

from zxcvbn import zxcvbn

_MOST = 72  # characters that the estimator takes; a longer passphrase is judged by its beginning
_ENOUGH = 3
_WORDS = (
    "Very weak: it would be guessed at once.",
    "Weak: it would be guessed in hours.",
    "Not strong enough: it could be guessed in days.",
    "Strong enough.",
    "Strong.",
)


@dataclass(frozen=True, slots=True)
class Strength:
    """What to say of a passphrase, and whether it may protect a review."""

    words: str
    enough: bool


def new_passphrase_faults(new: str, again: str) -> tuple[str, str]:
    """What is wrong with a new passphrase, and with its second typing; empty where nothing is."""
    weak = "" if strength(new).enough else "Choose a stronger passphrase."
    return weak, "" if again == new else "The two differ. Type the second one again."


def strength(passphrase: str, *known: str) -> Strength:
    """Judge a passphrase; ``known`` are words that a guesser would try first, such as the title."""
    if not passphrase.strip():
        return Strength("", enough=False)
    guess = zxcvbn(passphrase[:_MOST], user_inputs=[word for word in known if word])
    score = int(guess["score"])
    said = _WORDS[score]
    if score < _ENOUGH:
        said += " Use four or more words that have nothing to do with each other."
    return Strength(said, enough=score >= _ENOUGH)
