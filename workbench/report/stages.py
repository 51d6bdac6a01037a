"""How far a release has come, for whoever waits for it, and stopping it on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.errors import WorkbenchError


class Stopped(WorkbenchError):
    """The author stopped it. Nothing was written."""


def _quietly(_said: str) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Stages:
    """``say`` is told what is done next; ``stopped`` is asked whether to go on. Both may be called
    in another thread than the window's."""

    say: Callable[[str], None] = _quietly
    stopped: Callable[[], bool] = _never

    def next(self, what: str) -> None:
        """The next stage begins, unless it was stopped."""
        if self.stopped():
            raise Stopped("Stopped. Nothing was written.")
        self.say(what)


QUIETLY = Stages()
