"""A report behind a password opens with it, with no other, and is whole."""

from __future__ import annotations

import io

import msoffcrypto
import pytest
from msoffcrypto.exceptions import InvalidKeyError

from workbench.errors import BadInput
from workbench.report.protection import protected
from workbench.resources import resource

PASSWORD = "four more invented words \u00e9"


def plain() -> bytes:
    return resource("templates", "sar.docx").read_bytes()


def opened(content: bytes, password: str) -> bytes:
    out = io.BytesIO()
    file = msoffcrypto.OfficeFile(io.BytesIO(content))
    file.load_key(password=password, verify_password=True)
    file.decrypt(out, verify_integrity=True)
    return out.getvalue()


def test_the_password_opens_the_very_same_file() -> None:
    assert opened(protected(plain(), PASSWORD), PASSWORD) == plain()


def test_another_password_does_not() -> None:
    with pytest.raises(InvalidKeyError):
        opened(protected(plain(), PASSWORD), "another long password")


@pytest.mark.parametrize("password", ["", "short", "x" * 256])
def test_a_password_that_protects_nothing_or_that_word_cannot_take_is_refused(
    password: str,
) -> None:
    with pytest.raises(BadInput, match="at least 12 characters"):
        protected(plain(), password)
