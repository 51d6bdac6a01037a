"""Looking through this process's own memory, on Linux, for words that must not be in it.

What is sought is kept disguised, so that the search does not find itself.
"""

from __future__ import annotations

from pathlib import Path

_DISGUISE = bytes(each ^ 0x5A for each in range(256))
_CHUNK = 1 << 22


def disguised(sought: bytes) -> str:
    """What is sought, as the process that looks may be told it."""
    return sought.translate(_DISGUISE).hex()


def found_in_memory(told: list[str]) -> list[int]:
    """Which of these, by their place in the list, are somewhere in this process's memory."""
    sought = [bytes.fromhex(each) for each in told]
    longest = max(map(len, sought))
    found: set[int] = set()
    with Path("/proc/self/mem").open("rb", buffering=0) as memory:
        for start, end in _regions():
            at = start
            while at < end:
                memory.seek(at)
                try:
                    chunk = memory.read(min(_CHUNK + longest, end - at)).translate(_DISGUISE)
                except OSError:
                    break  # the kernel's own pages, which no process reads this way
                found |= {place for place, each in enumerate(sought) if each in chunk}
                at += _CHUNK
    return sorted(found)


def _regions() -> list[tuple[int, int]]:
    lines = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    readable = [line.split()[0] for line in lines if line.split()[1].startswith("r")]
    return [(int(low, 16), int(high, 16)) for low, _, high in (r.partition("-") for r in readable)]
