"""Journeys stand on what the window's own tests stand on."""

from __future__ import annotations

from tests.ui.conftest import (
    background,
    doors,
    nothing_left_behind,
    qapp_args,
    typeface,
    window,
)

__all__ = ["background", "doors", "nothing_left_behind", "qapp_args", "typeface", "window"]
