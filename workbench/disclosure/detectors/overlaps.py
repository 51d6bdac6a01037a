"""Where findings overlap the longest stands, and what they cover together never shrinks."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading

_start = attrgetter("start")
_NET = (Kind.EMAIL, Kind.URL, Kind.HANDLE, Kind.FILE)


def widened(reading: Reading, named: list[Found], patterned: list[Found]) -> list[Found]:
    """Names and patterns together; a file name counts if a name is in it, and then as a whole."""
    kept = named.copy()
    for found in patterned:
        if found.kind is Kind.FILE:
            inside = [name for name in named if found.start <= name.start < found.end]
            if not inside:
                continue
            kept.append(found._replace(certain=True, entity=inside[0].entity))
        else:
            kept.append(found)
    return without_overlaps(reading, kept)


def _rank(found: Found) -> tuple[bool, int, bool, bool, bool]:
    net, vague = found.kind in _NET, found.kind is Kind.NUMBER
    return (net, found.end - found.start, found.entity is not None, found.certain, not vague)


def without_overlaps(reading: Reading, everything: list[Found]) -> list[Found]:
    """Findings that do not overlap, in order; of one that is partly covered the rest stays."""
    if not everything:
        return everything
    inorder = sorted(everything, key=_start) if len(everything) > 1 else everything
    if _apart(inorder):  # as mostly
        kept: list[Found] = []
        for found in inorder:
            whole = _within(reading.text, found, found.start, found.end)
            if whole is not None:
                kept.append(whole)
        return kept
    return _longest(reading, everything)


def _apart(inorder: list[Found]) -> bool:
    """Whether each finding ends before the next begins."""
    end = 0
    for found in inorder:
        if found.start < end:
            return False
        end = found.end
    return True


def _longest(reading: Reading, everything: list[Found]) -> list[Found]:
    covered = bytearray(len(reading.text))
    kept: list[Found] = []
    for found in sorted(everything, key=lambda one: (*_rank(one), -one.start), reverse=True):
        for start, end in _clear(covered, found.start, found.end):
            stretch = _within(reading.text, found, start, end)
            if stretch is not None:
                covered[stretch.start : stretch.end] = b"\x01" * (stretch.end - stretch.start)
                kept.append(stretch)
    return sorted(kept, key=_start)


def _clear(covered: bytearray, at: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a finding that no other covers yet."""
    while at < end:
        start = covered.find(0, at, end)
        if start < 0:
            return
        at = covered.find(1, start, end)
        at = end if at < 0 else at
        yield start, at


def _within(text: str, found: Found, start: int, end: int) -> Found | None:
    """What stands of a finding from ``start`` to ``end``: without marks and spaces at either end,
    unless it begins with one as a telephone number does. None if that is nothing."""
    if start < end and text[start].isalnum() and text[end - 1].isalnum():
        first, last = start, end
    else:
        first, last = _trimmed(text, start, end)
    if first >= last:
        return None
    same = first == found.start and last == found.end
    return found if same else found._replace(start=first, end=last)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not (text[start].isalnum() or text[start] in "+(@/"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")_"):
        end -= 1
    if text[start:end].startswith("(") and ")" not in text[start:end]:
        start += 1
    return start, end
