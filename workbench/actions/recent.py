"""The files opened last: where each is and when it was opened, and nothing of what is in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.settings import data_folder, write_private

MOST = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """One file opened earlier."""

    path: Path
    opened: datetime


def recent_files() -> tuple[Recent, ...]:
    """The files opened last, the latest first. A list that cannot be read is an empty one."""
    try:
        rows = json.loads(_file().read_text(encoding="utf-8"))
        return tuple(Recent(Path(path), datetime.fromisoformat(opened)) for path, opened in rows)
    except (OSError, ValueError, TypeError):
        return ()


def remember(path: Path) -> None:
    """Note that this file was opened now."""
    others = [each for each in recent_files() if each.path != path]
    _write([Recent(path, datetime.now(UTC)), *others][:MOST])


def forget(path: Path) -> None:
    """Take this file off the list; the file itself stays."""
    _write([each for each in recent_files() if each.path != path])


def forget_all() -> None:
    """Keep no list at all."""
    _file().unlink(missing_ok=True)


def _write(rows: list[Recent]) -> None:
    write_private(_file(), [[str(each.path), each.opened.isoformat()] for each in rows])


def _file() -> Path:
    return data_folder() / "recent.json"
