"""Where findings overlap the longest stands, and what they cover together never shrinks."""

from __future__ import annotations

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
    kept: list[Found] = []
    for found in sorted(everything, key=lambda one: (*_rank(one), -one.start), reverse=True):
        clear = [(found.start, found.end)]
        for other in kept:
            clear = [piece for span in clear for piece in _minus(span, (other.start, other.end))]
            if not clear:
                break
        for start, end in clear:
            start, end = _trimmed(reading.text, start, end)
            if start < end:
                kept.append(replace(found, start=start, end=end))
    return sorted(kept, key=lambda one: one.start)


def _minus(span: tuple[int, int], other: tuple[int, int]) -> list[tuple[int, int]]:
    if other[1] <= span[0] or span[1] <= other[0]:
        return [span]
    pieces = [(span[0], other[0]), (other[1], span[1])]
    return [(start, end) for start, end in pieces if start < end]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without marks and spaces at either end, unless the finding as a whole begins with one."""
    while start < end and not (text[start].isalnum() or text[start] in "+(@/"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")_"):
        end -= 1
    return start, end
