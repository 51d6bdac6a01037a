"""The question about the recovery key of a new review, until it is answered. It is kept by the
record's own id, which says nothing of the review or of where its file is."""

from __future__ import annotations

import json
from pathlib import Path

from workbench.settings import data_folder, write_private
from workbench.store import container


def note(path: Path) -> None:
    """The author was asked about the key of the review in this file, and has not answered."""
    write_private(_file(), sorted({*_ids(), _id(path)}))


def forget(path: Path) -> None:
    """The author answered: checked the key, or went on without one in so many words."""
    if _ids():
        forget_id(_id(path))


def forget_id(file_id: str) -> None:
    """Ask no more about the record of this id."""
    left = [each for each in _ids() if each != file_id]
    if len(left) != len(_ids()):
        write_private(_file(), left)


def is_open(path: Path) -> bool:
    """Whether the question is still open for the review in this file."""
    ids = _ids()
    return bool(ids) and _id(path) in ids


def _id(path: Path) -> str:
    return container.read_headers(path)[0].file_id


def _ids() -> list[str]:
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [str(each) for each in kept] if isinstance(kept, list) else []


def _file() -> Path:
    return data_folder() / "unanswered.json"
