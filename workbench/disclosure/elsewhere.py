"""Pseudonyms that another review on this computer uses, told apart without keeping any of them.

The application's private folder keeps, for each review, a keyed hash of each of its pseudonyms,
under a random key of this computer. From that nobody reads a pseudonym, or which review it is of;
somebody who has the folder can test a guess, and learns no more than a published report shows.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
from pathlib import Path
from typing import Any

from workbench.disclosure.dictionary import all_ordinary, vocabulary
from workbench.disclosure.normalise import atoms_of, folded
from workbench.disclosure.register import EntityKind, register_of
from workbench.model.reviews import ReviewDetails
from workbench.review import Review
from workbench.settings import data_folder, write_private

WARNING = (
    "Another review on this computer uses this pseudonym too. If both are published, readers could "
    "take the two people for one. You can keep it."
)
_KEY_BYTES = 32
_CODE = re.compile(r"[A-Za-z]{1,4}\s?\d{1,3}")  # "SW1": every review has one


def used_elsewhere(review: Review) -> frozenset[str]:
    """The people of this review (their ids) whose pseudonyms another review uses."""
    key, reviews = _kept()
    own = _sealed(key, _own_id(review))
    others = {mark for name, marks in reviews.items() if name != own for mark in marks}
    return frozenset(
        entity for entity, shown in _pseudonyms(review).items() if _sealed(key, shown) in others
    )


def note_pseudonyms(review: Review) -> None:
    """Keep the marks of this review's pseudonyms, for the others to be compared with."""
    key, reviews = _kept()
    own = _sealed(key, _own_id(review))
    marks = sorted({_sealed(key, shown) for shown in _pseudonyms(review).values()})
    if reviews.get(own, []) == marks and _file().exists():
        return
    _keep(key, {**reviews, own: marks})


def forget_pseudonyms(review: Review) -> None:
    """Drop the marks of this review, as when it is destroyed."""
    key, reviews = _kept()
    if reviews.pop(_sealed(key, _own_id(review)), None) is not None:
        _keep(key, reviews)


def _pseudonyms(review: Review) -> dict[str, str]:
    """Each person's pseudonym that could be mistaken for somebody: no role, no code."""
    shown = {
        entity.id: entity.shown_as
        for entity in register_of(review).entities
        if entity.kind is EntityKind.PERSON and not entity.keep and folded(entity.shown_as)
    }
    return {entity: words for entity, words in shown.items() if not _says_nothing(words)}


def _says_nothing(words: str) -> bool:
    """Whether it is a role ("the mother") or a code, as every review has one."""
    named = any(atom in vocabulary().given_words for atom in atoms_of(words))
    return bool(_CODE.fullmatch(words.strip())) or (all_ordinary(words) and not named)


def _own_id(review: Review) -> str:
    return review.all(ReviewDetails)[0].id


def _sealed(key: bytes, words: str) -> str:
    return hmac.new(key, folded(words).encode(), hashlib.sha256).hexdigest()


def _file() -> Path:
    return data_folder() / "pseudonyms.json"


def _keep(key: bytes, reviews: dict[str, list[str]]) -> None:
    write_private(_file(), {"key": key.hex(), "reviews": dict(sorted(reviews.items()))})


def _kept() -> tuple[bytes, dict[str, list[str]]]:
    """The key and the marks of each review; a file that cannot be used is begun anew, because it
    is only the memory for a warning."""
    try:
        held: Any = json.loads(_file().read_text(encoding="utf-8"))
        key = bytes.fromhex(held["key"])
        reviews = {
            str(name): [str(one) for one in marks] for name, marks in held["reviews"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return secrets.token_bytes(_KEY_BYTES), {}
    return (key, reviews) if len(key) == _KEY_BYTES else (secrets.token_bytes(_KEY_BYTES), {})
