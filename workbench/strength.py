"""How well a passphrase would stand up to guessing: one rule for whatever is to be opened by it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.errors import BadInput

_MOST = 72  # characters that the estimator takes; a longer passphrase is judged by its beginning
_ENOUGH = 3
_WORDS = (
    "Very weak: it would be guessed at once.",
    "Weak: it would be guessed in hours.",
    "Not strong enough: it could be guessed in days.",
    "Strong enough.",
    "Strong.",
)
_BETTER = "Use four or more words that have nothing to do with each other."
TOO_WEAK = (
    "That passphrase is too weak: whoever has the file could guess it and read every name. "
    f"{_BETTER} Nothing was done."
)


@dataclass(frozen=True, slots=True)
class Strength:
    """What to say of a passphrase, and whether it may protect a review."""

    words: str
    enough: bool


def strength(passphrase: str, *known: str) -> Strength:
    """Judge a passphrase; ``known`` are words that a guesser would try first, such as the title."""
    if not passphrase.strip():
        return Strength("", enough=False)
    from zxcvbn import zxcvbn  # late: it takes a while, and nothing is typed at the start

    guess = zxcvbn(passphrase[:_MOST], user_inputs=[word for word in known if word])
    score = int(guess["score"])
    said = _WORDS[score]
    if score < _ENOUGH:
        said += f" {_BETTER}"
    return Strength(said, enough=score >= _ENOUGH)


def require_strong(passphrase: str, *known: str) -> None:
    """Refuse a new passphrase that could be guessed. Raises :class:`BadInput`."""
    if not strength(passphrase, *known).enough:
        raise BadInput(TOO_WEAK)
