"""Review: one unlocked record with its history; what screens and commands are given."""

from __future__ import annotations
