"""Keeping this process's memory out of crash files, and from other programs of the same user."""

from __future__ import annotations

import ctypes
import sys

_SET_DUMPABLE = 4  # prctl(2)


def keep_memory_private() -> None:
    """Have no crash of this process written to a file, which would hold the review in clear. On
    Linux other programs of the same user cannot read its memory either."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
