"""The recovery key as a person writes it: nine groups of four, with characters that catch a slip.

160 random bits and 20 check bits in Crockford's base 32, which has no letter that looks like a
digit: a typed O is read as 0, an I or L as 1.
"""

from __future__ import annotations

import hashlib
import os
import re

from workbench.errors import BadInput

SECRET_BYTES = 20
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH, _CHECK_BITS = 36, 20
_LOOKALIKES = str.maketrans("OIL", "011")


def new_secret() -> bytes:
    """A fresh secret of 160 bits."""
    return os.urandom(SECRET_BYTES)


def written(secret: bytes) -> str:
    """The secret as it is printed."""
    number = int.from_bytes(secret, "big") << _CHECK_BITS | _check(secret)
    symbols = [SYMBOLS[number >> 5 * place & 31] for place in reversed(range(_LENGTH))]
    return "-".join("".join(symbols[start : start + 4]) for start in range(0, _LENGTH, 4))


def looks_like_one(typed: str) -> bool:
    """Whether what was typed is meant as a recovery key: nine groups, whatever is in them."""
    return bool(re.fullmatch(r"\s*([0-9A-Za-z]{4}[-\s]*){9}", typed))


def understood(typed: str) -> bytes:
    """The secret that was typed. Raises :class:`BadInput` that says it is a slip of the hand."""
    symbols = re.sub(r"[-\s]", "", typed).upper().translate(_LOOKALIKES)
    if len(symbols) != _LENGTH or set(symbols) - set(SYMBOLS):
        raise BadInput(
            "A recovery key has nine groups of four letters and digits, without U. "
            "Compare what you typed with the printed sheet."
        )
    number = 0
    for symbol in symbols:
        number = number << 5 | SYMBOLS.index(symbol)
    secret = (number >> _CHECK_BITS).to_bytes(SECRET_BYTES, "big")
    if number & ((1 << _CHECK_BITS) - 1) != _check(secret):
        raise BadInput(
            "There is a slip in the recovery key as typed. "
            "Compare it with the printed sheet, group by group."
        )
    return secret


def _check(secret: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"srw/1/recovery" + secret).digest()[:3], "big") >> 4
