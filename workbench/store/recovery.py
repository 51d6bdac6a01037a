"""The recovery key as a person writes it: nine groups of four, 160 random bits and 20 of check."""

from __future__ import annotations

import os
import re

from workbench.errors import BadInput
from workbench.store.spelling import Spelling

SPELLING = Spelling(b"srw/1/recovery", size=20, check_bits=20)


def new_secret() -> bytes:
    """A fresh secret of 160 bits."""
    return os.urandom(SPELLING.size)


def written(secret: bytes) -> str:
    """The secret as it is printed."""
    return SPELLING.written(secret)


def looks_like_one(typed: str) -> bool:
    """Whether what was typed is meant as a recovery key: nine groups, whatever is in them."""
    return bool(re.fullmatch(r"\s*([0-9A-Za-z]{4}[-\s]*){9}", typed))


def understood(typed: str) -> bytes:
    """The secret that was typed. Raises :class:`BadInput` that says it is a slip of the hand."""
    symbols = SPELLING.symbols_in(typed)
    if symbols is None:
        raise BadInput(
            "A recovery key has nine groups of four letters and digits, without U. "
            "Compare what you typed with the printed sheet."
        )
    secret = SPELLING.payload_of(symbols)
    if secret is None:
        raise BadInput(
            "There is a slip in the recovery key as typed. "
            "Compare it with the printed sheet, group by group."
        )
    return secret
