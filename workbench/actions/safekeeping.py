"""Backups: listing them, making one now, comparing one with the file, and putting one back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.actions import recent
from workbench.actions.opening import open_review
from workbench.errors import BadInput
from workbench.model.kinds import KINDS
from workbench.questions.comparing import differences
from workbench.store import backups, container, recovery, restoring
from workbench.store.backups import Backup
from workbench.store.restoring import Held

__all__ = [
    "BackedUp",
    "Backup",
    "Held",
    "back_up",
    "backed_up",
    "check_recovery_key",
    "compare_backup",
    "contents",
    "list_backups",
    "restore_backup",
]

FILE_UNREADABLE = (
    "The file itself cannot be read, and is kept as it is when the backup is restored."
)
FILE_GONE = "The file is not there any more; the backup is put in its place."
SAID = {
    "agency": ("agency", "agencies"),
    "person": ("person", "people"),
    "entry": ("entry", "entries"),
    "factor": ("risk or protective factor", "risks and protective factors"),
    "finding": ("finding", "findings"),
    "recommendation": ("recommendation", "recommendations"),
    "meeting": ("meeting", "meetings"),
}


def list_backups(path: Path) -> tuple[Backup, ...]:
    """The backups on this computer of the record at ``path``, newest first."""
    if not path.is_file():
        raise BadInput(f"There is no file named {path.name} there.")
    return backups.backups_of(container.read_headers(path)[0].file_id)


def back_up(path: Path, to: Path | None = None) -> Path:
    """Back up the record's file as it is on the disk; ``to`` is a folder of another disk, say."""
    if not path.is_file():
        raise BadInput(f"There is no file named {path.name} there.")
    now = datetime.now(UTC)
    if to is None:
        return backups.keep(path, container.read_headers(path)[0].file_id, now).path
    if not to.is_dir():
        raise BadInput(f"There is no folder named {to.name} there. Choose another place.")
    container.read_headers(path)  # a file that is no record is not backed up as one
    target = to / f"{path.stem} {now.astimezone().strftime('%Y-%m-%d %H.%M.%S')}{path.suffix}"
    if target.exists():
        raise BadInput(f"There is already a file named {target.name} there.")
    backups.copy_checked(path, target)
    return target


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A review of which there are backups on this computer: where its file is, or None when no file
    of the recent list is it."""

    file_id: str
    path: Path | None
    backups: tuple[Backup, ...]


def backed_up() -> tuple[BackedUp, ...]:
    """Every review of which there are backups on this computer, the latest backed up first."""
    known: dict[str, Path] = {}
    for each in recent.recent_files():
        try:
            known.setdefault(container.read_headers(each.path)[0].file_id, each.path)
        except BadInput:
            continue  # it is not there any more, or damaged: its backups are listed all the same
    found = [
        BackedUp(file_id, known.get(file_id), kept)
        for file_id in backups.backed_up()
        if (kept := backups.backups_of(file_id))
    ]
    return tuple(sorted(found, key=lambda each: each.backups[0].at, reverse=True))


def compare_backup(backup: Path, path: Path, passphrase: str) -> tuple[str, ...]:
    """How the backup differs from the record's file, in sentences that name nobody. Raises
    :class:`WorkbenchError` when the backup cannot be read, or the passphrase is wrong."""
    older = open_review(backup, passphrase, author="", read_only=True)
    try:
        try:
            now = open_review(path, passphrase, author="", read_only=True)
        except BadInput as error:
            there = path.exists()
            held = Held({kind.kind: older.count(kind) for kind in KINDS}, older.transactions)
            return (f"{FILE_UNREADABLE} {error}" if there else FILE_GONE, contents(held))
        try:
            return differences(now, older)
        finally:
            now.close()
    finally:
        older.close()


def contents(held: Held) -> str:
    """What a record holds, in a sentence."""
    counted = [(words, held.counts.get(kind, 0)) for kind, words in SAID.items()]
    told = [f"{count:,} {one if count == 1 else many}" for (one, many), count in counted if count]
    return f"It holds {', '.join(told)}." if told else "It holds nothing yet."


def restore_backup(backup: Path, path: Path, passphrase: str) -> Held:
    """Put the backup in the place of the record's file, keeping what was there, and open what was
    put there to see that it is what the backup holds."""
    if not backup.is_file():
        raise BadInput(f"There is no backup named {backup.name} there.")
    wanted = restoring.restore(backup, path, passphrase)
    held = restoring.held_by(path, passphrase)
    if held != wanted:
        raise BadInput(
            "The file was put back, but does not hold what the backup holds. Check the disk, and "
            "restore to another place."
        )
    return held


def check_recovery_key(key: str, typed: str) -> None:
    """Compare what was typed back with the recovery key. Raises :class:`BadInput` that says
    whether it is a slip of the hand or another key."""
    if recovery.understood(typed) != recovery.understood(key):
        raise BadInput(
            "That is a recovery key, but not this one. Type the one that is shown above."
        )
