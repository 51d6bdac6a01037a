"""The certificate of destruction, as plain text: what was kept, what was destroyed, and what nobody
can claim. It names nobody in the review."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.actions.closing_note import ClosingNote, Kept
from workbench.store.working_copy import flush_folder, replace_file

WIDTH = 88  # characters, so that the page can be printed as it is
_SLOTS = {
    "passphrase": "a passphrase",
    "recovery": "a recovery key",
    "keyring": "a computer’s keychain",
    "x25519": "a colleague’s key",
}
_NOT_CLAIMED = (
    "Copies that were made elsewhere: on sticks, in mail, in a sync folder’s older versions, in "
    "backups of the whole computer, on another laptop. Each still opens with the passphrase, the "
    "recovery key or a colleague’s key that it was made with. Destroy those copies, and the sheet "
    "with the recovery key.",
    "That no trace is left in the disk itself. The key slots were written over before the files "
    "were deleted, but each earlier saving wrote the file anew and only deleted the old one, and "
    "solid-state disks and some file systems put new bytes in another place and "
    "keep the old ones for a while, where a laboratory may find them. Full-disk encryption, and "
    "wiping the whole disk when the computer is given away, are the remedies.",
    "What left the review before: reports, printed pages, slides, what was copied or photographed.",
    "What was exported now, which is listed above and is kept on purpose.",
    "That this certificate was not altered: it is plain text. The hashes above bind it to the "
    "files that were kept.",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one thing that was to be destroyed; ``trouble`` is empty when it is gone."""

    what: str
    trouble: str = ""


def certificate_text(note: ClosingNote, outcomes: Sequence[Outcome], ended: str) -> str:
    """The certificate."""
    gone = [each.what for each in outcomes if not each.trouble]
    left = [f"{each.what}: {each.trouble}" for each in outcomes if each.trouble]
    parts = [
        "CERTIFICATE OF DESTRUCTION" if not left else "CERTIFICATE OF DESTRUCTION, NOT COMPLETE",
        _about(note, ended),
        "What was kept\n\n" + ("\n".join(map(_told, note.kept)) or "Nothing."),
        f"What was destroyed, by {in_words(ended)}\n\n" + _listed([_keys(note), *gone]),
        "What is not claimed\n\n" + _listed(_NOT_CLAIMED),
    ]
    if left:
        parts.insert(
            4, "WHAT COULD NOT BE DESTROYED, and must be destroyed by hand\n\n" + _listed(left)
        )
    return "\n\n\n".join(parts) + "\n"


def write_certificate(path: Path, text: str) -> None:
    """Write the certificate whole, and on the disk, or raise ``OSError``."""
    fresh = path.with_name(f".{path.name}.tmp")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    replace_file(fresh, path)
    flush_folder(path.parent)


def _about(note: ClosingNote, ended: str) -> str:
    return "\n".join(
        (
            f"Review file: {Path(note.file).name}",
            f"Record: {note.file_id}",
            f"Closed by: {note.author}",
            f"Closing began: {in_words(note.began)}",
            f"Closing ended: {in_words(ended)}",
            f"The journal had {note.transactions:,} transactions. The hash of the last one:",
            f"  {note.last_hash}",
        )
    )


def _keys(note: ClosingNote) -> str:
    ways = "; ".join(
        f"{_SLOTS.get(kind, kind)}, made {in_words(made)}" for kind, made in note.slots
    )
    return f"The keys by which the record could be opened, in every file below: {ways}."


def _told(kept: Kept) -> str:
    return (
        f"- {kept.what}\n"
        f"  {Path(kept.path).name}, {kept.size:,} bytes\n"
        f"  written, and read again, {in_words(kept.at)}\n"
        f"  SHA-256 {kept.sha256}"
    )


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(
        textwrap.fill(f"- {line}", WIDTH, subsequent_indent="  ", break_on_hyphens=False)
        for line in lines
    )


def in_words(at: str) -> str:
    """A time that was noted in UTC: "3 March 2026 at 14:05:09 UTC"."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{moment.day} {moment:%B %Y at %H:%M:%S} UTC"
