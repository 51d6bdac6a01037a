"""Having the system put on the disk what was written, and not only into its memory."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

if sys.platform == "darwin":
    import fcntl


def flush(file: BinaryIO) -> None:
    """Return when the disk has what was written. On macOS the usual call leaves it in the disk's
    own memory, from which it may come to the disk in another order."""
    file.flush()
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
        except OSError:  # a network drive, say, which knows only the usual call
            os.fsync(file.fileno())
    else:
        os.fsync(file.fileno())
