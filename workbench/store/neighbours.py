"""Other versions of a record that lie beside it: what a sync program set aside, or work of ours."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.store import container

MOST = 200  # files of a folder that are looked at

# As the programs name what they set aside: Dropbox, Nextcloud, Syncthing, Google Drive; OneDrive
# adds the computer's name; browsers, Box and OneDrive a number; iCloud a bare one.
_SET_ASIDE = re.compile(
    r"conflict"
    r"|-(LAPTOP|DESKTOP|PC|MacBook|iMac|WIN)\b"
    r"|\(\d{1,2}\)$"
    r"| \d{1,2}$"
    r"|\((interrupted work|replaced|saved) ",
    re.IGNORECASE,
)
_FOUND = (
    "Beside this file lies another version of the same review, {names}. A sync program sets a "
    "version aside when two computers changed the file, and it holds work that is not in this one. "
    "\u201cMerge another copy\u201d in the File menu brings that work in; then move the other away."
)
_FOUND_MANY = (
    "Beside this file lie {number} other versions of the same review: {names}. A sync program sets "
    "versions aside when two computers changed the file, and they hold work that is not in this "
    "one. \u201cMerge another copy\u201d in the File menu brings the work of each in; then move "
    "them away."
)


def set_aside(path: Path, file_id: str, computer: str = "") -> tuple[Path, ...]:
    """Files beside this one whose names say that they were set aside, and which are versions of
    the same record. OneDrive adds the name of the ``computer``, whatever it is."""
    try:
        beside = sorted(path.parent.glob(f"*{_literal(path.suffix)}"))[:MOST]
    except OSError:
        return ()
    return tuple(
        each
        for each in beside
        if each.name != path.name
        and looks_set_aside(each.stem, path.stem, computer)
        and _is_version(each, file_id)
    )


def looks_set_aside(stem: str, of: str, computer: str = "") -> bool:
    """Whether a name is one that a program gives to a version that it sets aside."""
    added = stem[len(of) :] if stem.casefold().startswith(of.casefold()) else stem
    named = bool(computer) and added.casefold() == f"-{computer}".casefold()
    return named or (stem != of and _SET_ASIDE.search(added) is not None)


def in_words(found: tuple[Path, ...]) -> str:
    """What to tell the author of them."""
    names = ", ".join(f"\u201c{each.name}\u201d" for each in found[:4])
    if len(found) == 1:
        return _FOUND.format(names=names)
    return _FOUND_MANY.format(number=len(found), names=names) if found else ""


def _is_version(path: Path, file_id: str) -> bool:
    try:
        return any(header.file_id == file_id for header in container.read_headers(path))
    except WorkbenchError:
        return False  # some other file, or half of one


def _literal(name: str) -> str:
    return "".join(f"[{each}]" if each in "*?[" else each for each in name)
