"""A new passphrase that is typed twice: what is wrong with either."""

from __future__ import annotations

from workbench.strength import strength


def new_passphrase_faults(new: str, again: str) -> tuple[str, str]:
    """What is wrong with a new passphrase, and with its second typing; empty where nothing is."""
    weak = "" if strength(new).enough else "Choose a stronger passphrase."
    return weak, "" if again == new else "The two differ. Type the second one again."
