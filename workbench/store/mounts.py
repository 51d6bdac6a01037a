"""What is mounted where, as the system tells it, and which of it is another computer's."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_REMOTE = re.compile(
    r"^(nfs\d?|cifs|smb\d?|smbfs|afpfs|afs|ncpfs|davfs\d?|webdav|9p|ceph|glusterfs|lustre|"
    r"fuse\.(sshfs|gvfsd-fuse|rclone|s3fs|davfs\d?|glusterfs|ceph|kio-fuse|smbnetfs))$"
)
_DRIVE_REMOTE = 4  # GetDriveTypeW
_MACOS_LINE = re.compile(r"^.* on (?P<point>/.*) \((?P<kind>[^,)]+)[^)]*\)$")


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted disk: where, and of what kind."""

    point: str
    kind: str

    @property
    def remote(self) -> bool:
        """Whether it is another computer's."""
        return _REMOTE.match(self.kind) is not None


def mounts() -> tuple[Mount, ...]:
    """The mounts of this computer; none on Windows, where each drive is asked by its letter."""
    return _by_command() if sys.platform == "darwin" else _by_table()


def _by_command() -> tuple[Mount, ...]:
    try:
        told = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return from_mount_command(told.stdout)


def _by_table() -> tuple[Mount, ...]:
    try:
        return from_mountinfo(Path("/proc/self/mountinfo").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ()  # then the disk counts as this computer's own


def from_mountinfo(text: str) -> tuple[Mount, ...]:
    """The mounts in Linux's table."""
    found = []
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) > 4 and kinds[0]:
            point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
            found.append(Mount(point, kinds[0]))
    return tuple(found)


def from_mount_command(text: str) -> tuple[Mount, ...]:
    """The mounts as macOS's command prints them."""
    lines = (_MACOS_LINE.match(line) for line in text.splitlines())
    return tuple(Mount(line["point"], line["kind"]) for line in lines if line)


def on_network_drive(drive: str) -> bool:
    """Whether this Windows drive letter stands for a share."""
    kind: int = 0
    if sys.platform == "win32":
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")
    return kind == _DRIVE_REMOTE
