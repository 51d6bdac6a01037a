"""How records are opened and made: what the shell asks of the core, off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.review import Review


@dataclass(frozen=True, slots=True)
class NewReview:
    """What is asked before a review is made."""

    path: Path
    passphrase: str
    type: str
    title: str
    author: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What is asked before a review is opened."""

    path: Path
    passphrase: str
    author: str
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Doors:
    """The two ways into a record, and what to do early so that they open quickly."""

    open: Callable[[Opening], Review]
    make: Callable[[NewReview], Review]
    prepare: Callable[[], object] = lambda: None
