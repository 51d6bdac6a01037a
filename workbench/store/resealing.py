"""A change of the header alone, in place: the image between its two copies is not touched.

The copy at the end is written and flushed before the one at the front. Whenever the writing is cut
short, one copy is whole, and it belongs to the image that is there. How long it takes does not
depend on the size of the record.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, BinaryIO

from workbench.store import container
from workbench.store.faults import CannotWrite, ChangedElsewhere
from workbench.store.flushing import flush

REPLACED = (
    "The file of this review was replaced by something else while its keys were being changed. "
    "Nothing was overwritten, and everything typed is kept on this computer. Close the review and "
    "open it again: both versions will be there to compare."
)


def can_reseal(path: Path, header: container.Header) -> bool:
    """Whether both copies of this very header are whole, in a file that has no other name.

    A file with a second name on the disk may be somebody's snapshot, which must stay as it is.
    """
    with path.open("rb") as file:
        state = os.fstat(file.fileno())
        sealed = container.whole(header)
        end = container.ROOM + int(header.fields["body"]["len"])
        front = file.read(container.ROOM)
        file.seek(end)
        back = file.read()
    return front == sealed and back == sealed and state.st_nlink == 1


def next_header(
    header: container.Header, changed: dict[str, Any], data_key: bytes
) -> container.Header:
    """The header that takes this one's place: the same but for ``changed`` and its number."""
    fields = {**header.fields, **changed}
    fields |= {"gen": int(header.fields["gen"]) + 1, "prev": header.mac.hex()}
    return container.parse(container.seal(fields, data_key))


def reseal(path: Path, before: container.Header, after: container.Header) -> None:
    """Write ``after`` over both copies of ``before``, which :func:`can_reseal` has looked at.

    Raises ``OSError`` when the system refuses. Then one copy is whole all the same.
    """
    sealed = container.whole(after)
    end = container.ROOM + int(before.fields["body"]["len"])
    with path.open("r+b", buffering=0) as file:
        if file.read(container.ROOM) != container.whole(before):
            raise ChangedElsewhere(REPLACED)
        for place in (end, 0):
            put(file, place, sealed)
    with path.open("rb") as file:
        # Whoever replaced the file meanwhile was not written over: theirs is another file.
        if file.read(container.ROOM) != sealed:
            raise ChangedElsewhere(REPLACED)


def put(file: BinaryIO, place: int, block: bytes) -> None:
    """Write the block there, and return when the disk has it and gives it back."""
    file.seek(place)
    left = memoryview(block)
    while left:
        left = left[file.write(left) :]
    flush(file)
    file.seek(place)
    if file.read(len(block)) != block:
        raise CannotWrite("The disk did not keep what was written to it. Save to another disk.")
