"""Where a record's file lies: this computer's own disk, a network drive, or a folder that a sync
program keeps the same on several computers; and whether the file is there at all.

Nothing is asked of any program or service: names, marks in folders, and the table of mounts say it.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PureWindowsPath

from workbench.store.mounts import Mount, mounts, on_network_drive


class Kind(StrEnum):
    """What else may happen to a file there."""

    OWN = "own"
    SYNC = "sync"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file lies; ``name`` is the sync program's, as people call it."""

    kind: Kind
    name: str = ""


OWN = Place(Kind.OWN)
NETWORK = Place(Kind.NETWORK)

# A folder of exactly this name; those below are also found before a dash or a bracket, as in
# "OneDrive - Harbour Council".
_NAMED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "icloud~com~apple~clouddocs": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "my drive": "Google Drive",
    "shared drives": "Google Drive",
    "box": "Box",
    "box sync": "Box",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "sharepoint": "SharePoint",
    "pcloud drive": "pCloud",
    "proton drive": "Proton Drive",
    "megasync": "MEGA",
    "syncthing": "Syncthing",
}
_GOES_ON = re.compile(r"^(?P<name>onedrive|dropbox|google drive|sharepoint) ?[-(].*$")
# What the programs leave in the folder that they look after.
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")

# Windows: offline, recalled on opening, recalled on reading; macOS: no data yet.
_AWAY_ATTRIBUTES = 0x1000 | 0x40000 | 0x400000
_DATALESS = 0x40000000

_SYNC = (
    "This file is in a {name} folder. When it is changed on two computers at once, {name} may put "
    "one version in the place of the other or set one aside: the workbench notices and keeps both. "
    "Let {name} finish before you open the review on another computer."
)
_ON_NETWORK = (
    "This file is on a network drive. What you type is kept on this computer until the drive can "
    "be written to. If somebody else opens the review at the same time, open it to read only."
)
WAS_AWAY = (
    "This file was kept online only and had to be fetched. Have your sync program keep it on this "
    "computer always, or it cannot be opened without a connection."
)
AWAY = (
    "{name} is kept online only and is not on this computer now. Connect to the internet, have "
    "your sync program keep the file on this computer, and open it again."
)


def place_of(path: Path) -> Place:
    """Where this file lies, as far as this computer can tell."""
    whole = _resolved(path)
    name = sync_name(whole, os.environ) or _marked(whole.parents)
    if name:
        return Place(Kind.SYNC, name)
    return NETWORK if is_on_network(whole, mounts()) else OWN


def sync_name(path: PurePath, environment: Mapping[str, str]) -> str:
    """The sync program whose folder this is, by the names of its folders and by the environment."""
    for variable in _VARIABLES:
        home = environment.get(variable)
        if home and type(path)(home) in path.parents:
            return "OneDrive"
    parents = [part.casefold() for part in path.parent.parts]
    for part in parents:
        found = _GOES_ON.match(part)
        known = _NAMED.get(part) or (_NAMED.get(found["name"]) if found else None)
        if known:
            return known
    if "cloudstorage" in parents[:-1]:  # macOS: ~/Library/CloudStorage/<program>-<account>
        return path.parent.parts[parents.index("cloudstorage") + 1].partition("-")[0]
    return ""


def is_on_network(path: PurePath, table: Iterable[Mount]) -> bool:
    """Whether the file is another computer's, by its name or by what is mounted there."""
    if isinstance(path, PureWindowsPath) and path.drive.startswith("\\\\"):
        return True
    if isinstance(path, PureWindowsPath):
        return on_network_drive(path.drive)
    around = [each for each in table if PurePath(each.point) in (path, *path.parents)]
    nearest = max(around, key=lambda each: len(each.point), default=None)
    return nearest is not None and nearest.remote


def is_away(path: Path) -> bool:
    """Whether only the file's name is on this computer, and reading would have to fetch it."""
    try:
        state = path.stat()
    except OSError:
        return False
    attributes = getattr(state, "st_file_attributes", 0)
    flags = getattr(state, "st_flags", 0)
    hollow = getattr(state, "st_blocks", 1) == 0 and state.st_size > 0
    return bool(
        attributes & _AWAY_ATTRIBUTES or flags & _DATALESS or (hollow and not _has_data(path))
    )


def _has_data(path: Path) -> bool:
    """Whether there is anything in a file that takes up no room: some drives only do not say how
    much it takes."""
    whence = getattr(os, "SEEK_DATA", None)  # Windows has none
    if whence is None:
        return True
    try:
        with path.open("rb") as file:
            os.lseek(file.fileno(), 0, whence)
    except OSError as error:
        return error.errno != errno.ENXIO
    return True


def only_named(path: Path) -> bool:
    """Whether iCloud left a stand-in in the place of a file that is not on this computer."""
    return not path.exists() and path.with_name(f".{path.name}.icloud").exists()


def in_words(place: Place) -> str:
    """What the author should know of this place; empty for this computer's own disk."""
    if place.kind is Kind.SYNC:
        return _SYNC.format(name=place.name)
    return _ON_NETWORK if place.kind is Kind.NETWORK else ""


def hide(path: Path) -> None:
    """On Windows a dot at the front does not hide a file."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetFileAttributesW(str(path), stat.FILE_ATTRIBUTE_HIDDEN)


def _marked(folders: Iterable[Path]) -> str:
    for folder in folders:
        for mark, name in _MARKS.items():
            if (folder / mark).exists():
                return name
    return ""


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except OSError:
        return path.absolute()
