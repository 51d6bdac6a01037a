"""Commands run within the test have a standard input of their own, and it is empty."""

from __future__ import annotations

import io
import sys

import pytest


@pytest.fixture(autouse=True)
def nothing_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No person is at the keyboard."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
