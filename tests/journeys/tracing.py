"""Watching what a process writes: every system call that puts bytes somewhere, where ``strace`` is
there to show them; and in any case every file that it opens, and all that lies on the disk after."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

CALLS = (
    "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,openat,open,creat,mkdir,mkdirat,rename,"
    "renameat,renameat2,link,linkat,symlink,symlinkat,mmap,memfd_create"
)
_LONGEST = 1 << 22  # bytes of one call that are shown; the container is written 1 MiB at a time
_OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD<[^>]*>, )?"((?:\\x[0-9a-f]{2})*)", ([A-Z_|0-9]+)')
_MAPPED = re.compile(r"mmap\([^)]*PROT_WRITE[^)]*MAP_SHARED[^)]*, \d+<((?:[^>\\]|\\x..)*)>")
_CUT_SHORT = re.compile(r'"\.\.\.')


def can_trace() -> bool:
    """Whether ``strace`` is there, and may be used."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return tried.returncode == 0


def traced(command: list[str], log: Path) -> list[str]:
    """The command, with every call that writes noted in ``log``, all its bytes in hexadecimal."""
    options = ["-f", "-y", "-xx", "-qq", "-s", str(_LONGEST), "-e", f"trace={CALLS}"]
    return ["strace", *options, "-e", "signal=none", "-o", str(log), *command]


class Trace:
    """What the log says."""

    def __init__(self, log: Path) -> None:
        self._log = log

    def _lines(self) -> Iterator[str]:
        with self._log.open(encoding="ascii", errors="replace") as lines:
            yield from lines

    @property
    def calls(self) -> int:
        """How many calls were noted."""
        return sum(1 for _ in self._lines())

    def saying(self, sought: bytes) -> list[str]:
        """The calls that wrote, or named, these bytes: how each begins, to be read in a failure."""
        shown = "".join(f"\\x{each:02x}" for each in sought)
        return [line[:200] for line in self._lines() if shown in line and not _reads(line)]

    def cut_short(self) -> list[str]:
        """Calls of which not all bytes were noted, so that the log proves nothing of them."""
        return [line[:120] for line in self._lines() if _CUT_SHORT.search(line)]

    def opened_to_write(self) -> set[Path]:
        """Every path that was opened to write in."""
        found = (_OPENED.search(line) for line in self._lines())
        return {
            Path(_plain(each[1]))
            for each in found
            if each and re.search("O_WRONLY|O_RDWR|O_CREAT", each[2])
        }

    def mapped_to_write(self) -> set[str]:
        """The files into which memory was mapped to be written without a call."""
        found = (_MAPPED.search(line) for line in self._lines())
        return {_plain(each[1]) for each in found if each}


def _reads(line: str) -> bool:
    """A path that is opened to read says nothing that is not on the disk already."""
    return "O_RDONLY" in line and "openat(" in line


def _plain(shown: str) -> str:
    return re.sub(r"\\x([0-9a-f]{2})", lambda each: chr(int(each[1], 16)), shown)


def lying_about(folder: Path, sought: bytes) -> list[Path]:
    """The files below the folder that hold these bytes, or have them in their names."""
    return [
        path
        for path in folder.rglob("*")
        if _named_so(path, folder, sought) or _holds(path, sought)
    ]


def _named_so(path: Path, folder: Path, sought: bytes) -> bool:
    return sought in str(path.relative_to(folder)).encode()


def _holds(path: Path, sought: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and sought in path.read_bytes()
