"""Loading a part of the window when it is first needed, so that the first window paints soon."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def load(module: str, name: str) -> Any:
    """The thing of this name in this module."""
    return getattr(import_module(module), name)
