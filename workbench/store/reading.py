"""Folders to read a record in: the image is taken out for a while, and nothing is written back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from workbench.settings import data_folder
from workbench.store import container
from workbench.store.working_copy import cannot_prepare, make_private


@dataclass(frozen=True, slots=True)
class ReadingFolder:
    """A private folder that is deleted after use, or after a crash by the next to make one."""

    path: Path
    lock: FileLock

    def remove(self) -> None:
        """Delete the folder with what is in it."""
        self.lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def reading_folder(file_id: str) -> ReadingFolder:
    """A fresh folder to read the record of this id in; those that crashes left are deleted."""
    home = data_folder() / "work"
    make_private(home)
    for left in home.glob(f"{file_id}.reading-*"):
        try:
            with FileLock(left / "lock", timeout=0, thread_local=False):
                pass
        except Timeout:
            continue  # somebody is reading there
        shutil.rmtree(left, ignore_errors=True)
    path = home / f"{file_id}.reading-{uuid4().hex[:8]}"
    make_private(path)
    lock = FileLock(path / "lock", mode=0o600, thread_local=False)
    lock.acquire(timeout=0)
    return ReadingFolder(path, lock)


def take_out_to_read(path: Path, header: container.Header, image: Path) -> None:
    """Take the image out of the record's file. Raises ``CannotWrite`` when there is no room."""
    try:
        container.extract(path, header, image)
    except OSError as error:
        raise cannot_prepare(error) from None


@contextmanager
def for_a_while(file_id: str) -> Iterator[Path]:
    """A folder to read in, gone when the block ends."""
    folder = reading_folder(file_id)
    try:
        yield folder.path
    finally:
        folder.remove()
