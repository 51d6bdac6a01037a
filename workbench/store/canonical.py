"""JSON with exactly one form for each value, so that it can be hashed and authenticated."""

from __future__ import annotations

import json
from typing import Any


def canonical(value: object) -> bytes:
    """The value's only form: keys sorted, no spaces, UTF-8."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def strict(text: bytes) -> Any:
    """The value of this JSON. Raises ValueError for a key given twice, or anything but JSON."""
    return json.loads(text, object_pairs_hook=_no_key_twice)


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is given twice")
    return found
