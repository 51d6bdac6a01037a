"""Bytes as a person can read them out and type them: groups of four, with a check for slips.

Crockford's base 32 has no letter that looks like a digit: a typed O is read as 0, an I or L as 1.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How one kind of bytes is spelled: for what, how many bytes, how many bits of check."""

    purpose: bytes
    size: int
    check_bits: int

    @property
    def length(self) -> int:
        """How many letters and digits there are."""
        return (self.size * 8 + self.check_bits) // 5

    def written(self, payload: bytes) -> str:
        """The bytes as they are printed."""
        number = int.from_bytes(payload, "big") << self.check_bits | self._check(payload)
        symbols = [SYMBOLS[number >> 5 * place & 31] for place in reversed(range(self.length))]
        return "-".join("".join(symbols[start : start + 4]) for start in range(0, self.length, 4))

    def symbols_in(self, typed: str) -> str | None:
        """What was typed, without its spaces and dashes; None when its length or a letter is not
        what it should be."""
        symbols = re.sub(r"[-\s]", "", typed).upper().translate(_LOOKALIKES)
        return symbols if len(symbols) == self.length and not set(symbols) - set(SYMBOLS) else None

    def payload_of(self, symbols: str) -> bytes | None:
        """The bytes, or None when the check says that there is a slip."""
        number = 0
        for symbol in symbols:
            number = number << 5 | SYMBOLS.index(symbol)
        payload = (number >> self.check_bits).to_bytes(self.size, "big")
        sound = number & ((1 << self.check_bits) - 1) == self._check(payload)
        return payload if sound else None

    def _check(self, payload: bytes) -> int:
        digest = hashlib.sha256(self.purpose + payload).digest()
        return int.from_bytes(digest[:3], "big") >> (24 - self.check_bits)
