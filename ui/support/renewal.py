"""Starting afresh: a new process takes the place of this one, so that no word of a review and no
key stays in its memory. Neither Python nor Qt can wipe what they have let go of; the system can."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass, fields

VARIABLE = "WORKBENCH_AGAIN"  # of the environment, which other users of the computer cannot read


@dataclass(frozen=True, slots=True)
class Again:
    """What the next process is told: where the window was, and nothing of what is in a review."""

    file: str = ""
    said: str = ""
    page: str = ""
    place: str = ""  # the window's geometry, as Qt writes it
    making: str = ""  # not empty when the author was about to make a review


def taken_up() -> Again | None:
    """What the process before this one said, or None when there was none. It is said once."""
    told = os.environ.pop(VARIABLE, "")
    try:
        kept = json.loads(told) if told else None
    except ValueError:
        return None
    known = {each.name for each in fields(Again)}
    if not isinstance(kept, dict) or not kept.keys() <= known:
        return None
    return Again(**{name: str(value) for name, value in kept.items()})


def start_again(again: Again) -> None:
    """Put a new process in the place of this one. Raises OSError when the system will not."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a bundled program on Windows has none
            stream.flush()
    command, environment = own_command(), {**os.environ, VARIABLE: json.dumps(asdict(again))}
    if getattr(sys, "frozen", False):
        environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    if sys.platform in ("win32", "darwin"):
        import subprocess  # late: the first window does not wait for it

        subprocess.Popen(command, env=environment)  # noqa: S603 # the program itself
        os._exit(0)
    os.execve(command[0], command, environment)  # noqa: S606 # likewise


def own_command() -> list[str]:
    """How this process was started, without the file that it was asked to open."""
    asked_for = len(sys.argv) - 1
    start = sys.orig_argv[1 : len(sys.orig_argv) - asked_for]
    return [sys.executable, *start]
