"""Where findings overlap the longest stands, and what they cover together never shrinks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading

_NET = (Kind.EMAIL, Kind.URL, Kind.HANDLE, Kind.FILE)


def widened(reading: Reading, named: list[Found], patterned: list[Found]) -> list[Found]:
    """Names and patterns together; a file name counts if a name is in it, and then as a whole."""
    kept = []
    for found in patterned:
        if found.kind is Kind.FILE:
            inside = [name for name in named if found.start <= name.start < found.end]
            if not inside:
                continue
            kept.append(replace(found, certain=True, entity=inside[0].entity))
        else:
            kept.append(found)
    return without_overlaps(reading, [*named, *kept])


def _rank(found: Found) -> tuple[bool, int, bool, bool, bool]:
    net, vague = found.kind in _NET, found.kind is Kind.NUMBER
    return (net, found.end - found.start, found.entity is not None, found.certain, not vague)


def without_overlaps(reading: Reading, everything: list[Found]) -> list[Found]:
    """Findings that do not overlap, in order; of one that is partly covered the rest stays."""
    starts: list[int] = []
    kept: list[Found] = []
    for found in sorted(everything, key=lambda one: (*_rank(one), -one.start), reverse=True):
        for start, end in _clear(found, starts, kept):
            start, end = _trimmed(reading.text, start, end)
            if start < end:
                place = bisect_left(starts, start)
                starts.insert(place, start)
                kept.insert(place, replace(found, start=start, end=end))
    return kept


def _clear(found: Found, starts: list[int], kept: list[Found]) -> list[tuple[int, int]]:
    """The stretches of a finding that no other covers yet."""
    place = max(bisect_left(starts, found.start) - 1, 0)
    at, clear = found.start, []
    while place < len(kept) and kept[place].start < found.end:
        other = kept[place]
        if other.start > at:
            clear.append((at, other.start))
        at = max(at, other.end)
        place += 1
    if at < found.end:
        clear.append((at, found.end))
    return clear


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without marks and spaces at either end, unless the finding as a whole begins with one."""
    while start < end and not (text[start].isalnum() or text[start] in "+(@/"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")_"):
        end -= 1
    if text[start:end].startswith("(") and ")" not in text[start:end]:
        start += 1
    return start, end
