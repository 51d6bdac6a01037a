"""A finished Word file behind a password, as Word itself protects one (AES-256)."""

from __future__ import annotations

import io

from msoffcrypto.format.ooxml import OOXMLFile

from workbench.errors import BadInput

_SHORTEST, _LONGEST = 12, 255  # Word takes no longer one


def protected(content: bytes, password: str) -> bytes:
    """The file as Word opens it with this password."""
    if not _SHORTEST <= len(password) <= _LONGEST:
        raise BadInput(
            f"The password for the report must have at least {_SHORTEST} characters and at most "
            f"{_LONGEST}. A few ordinary words make a good one. Nothing was written."
        )
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt(password, out)
    return out.getvalue()
