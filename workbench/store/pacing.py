"""How fast a file is written: at once, or beside somebody's typing without holding it up."""

from __future__ import annotations

import time
from collections.abc import Callable

Pace = Callable[[], None]  # called between two pieces of the work

STEP_PAGES = 64  # pages of the database that are copied between two pauses


def at_once() -> None:
    """No pause."""


def unhurried() -> None:
    """A pause in which whoever types has the processor and the disk to themselves."""
    time.sleep(0.002)
