"""Papers behind a password, as agencies send them: opened in memory, never written down."""

from __future__ import annotations

import io
import struct

from msoffcrypto.exceptions import (
    DecryptionError,
    EncryptionError,
    FileFormatError,
    InvalidKeyError,
    ParseError,
)
from msoffcrypto.format.ooxml import OOXMLFile

from workbench.errors import BadInput

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How a protected file of the formats that we read names its parts, in its directory's UTF-16.
_BROKEN = (DecryptionError, EncryptionError, FileFormatError, ParseError, OSError, ValueError,
           KeyError, IndexError, struct.error)  # fmt: skip
_PACKAGE = "EncryptedPackage".encode("utf-16-le")


class PasswordWanted(BadInput):
    """The paper is protected, and the password is missing or not the one."""


def opened(data: bytes, name: str, password: str) -> bytes:
    """The paper without its protection; as it is when it has none.

    Raises :class:`PasswordWanted` when it needs a password that was not given or is wrong.
    """
    if not data.startswith(_OLE) or _PACKAGE not in data:
        return data
    if not password:
        raise PasswordWanted(
            f"{name} is protected by a password. Give the password that the agency sent for it."
        )
    out = io.BytesIO()
    try:
        file = _with_password(data, name, password)
        # Without this a file that was tampered with would be opened all the same.
        file.decrypt(out, verify_integrity=True)
    except (*_BROKEN, InvalidKeyError):
        raise BadInput(
            f"{name} is protected in a way that cannot be read here, or is damaged. Ask the agency "
            "to send it as .docx or .xlsx, protected by Word or Excel itself."
        ) from None
    return out.getvalue()


def _with_password(data: bytes, name: str, password: str) -> OOXMLFile:
    file = OOXMLFile(io.BytesIO(data))
    try:
        file.load_key(password=password, verify_password=True)
    except InvalidKeyError:
        raise PasswordWanted(
            f"This is not the password of {name}. Mind capital letters and spaces, or ask the "
            "agency again."
        ) from None
    return file
