"""Settling what to edit: the record's file as it is, or the work that a crash interrupted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from workbench.store import container
from workbench.store.leftovers import LOG_CUT, look_at, set_aside
from workbench.store.working_copy import Base, WorkingCopy, cannot_prepare, flush_folder

RESUMED = (
    "The workbench ended unexpectedly last time. Everything that had been typed was kept, and "
    "is here."
)
KEPT_BOTH = (
    "This file was changed elsewhere after work on this computer had been interrupted. Both are "
    "kept: the file opens as it is, and the interrupted work is in {name} beside it. \u201cMerge "
    "another copy\u201d in the File menu brings the two together."
)


def settle(path: Path, copy: WorkingCopy, header: container.Header, notices: list[str]) -> bool:
    """Make the working copy the one to edit; say whether a crash's work was taken up again."""
    try:
        return _settled(path, copy, header, notices)
    except OSError as error:
        raise cannot_prepare(error) from None


def _settled(path: Path, copy: WorkingCopy, header: container.Header, notices: list[str]) -> bool:
    noted, mac = copy.base(), header.mac.hex()
    _sweep_beside(path)
    if noted is not None:
        ours = mac in (noted.base, noted.next)
        left = look_at(copy, header if ours else None)
        if not left.whole:
            notices.append(set_aside(copy, header))
        elif ours:
            copy.note(Base(mac))
            notices.append(RESUMED if left.log_whole else LOG_CUT)
            return True
        else:
            notices.append(KEPT_BOTH.format(name=_keep_both(path, copy, header).name))
    copy.sweep()
    copy.take_out(path, header)
    return False


def _keep_both(path: Path, copy: WorkingCopy, header: container.Header) -> Path:
    """Write the interrupted work as a record of its own beside the file, under the same keys."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    name, number = f"{path.stem} (interrupted work {stamp})", 1
    kept = path.with_name(f"{name}{path.suffix}")
    while kept.exists():  # a clock that was set back gives a name twice
        number += 1
        kept = path.with_name(f"{name} {number}{path.suffix}")
    fields = {key: value for key, value in header.fields.items() if key != "body"}
    copy.seal(kept, fields, "interrupted")
    flush_folder(kept.parent)
    return kept


def _sweep_beside(path: Path) -> None:
    """Delete what a saving that was killed left beside the file; this process holds the lock."""
    for left in path.parent.glob(f".{_literal(path.stem[:40])}.????????.tmp"):
        left.unlink(missing_ok=True)


def _literal(name: str) -> str:
    return "".join(f"[{each}]" if each in "*?[" else each for each in name)
