"""Releasing one document for each agency or meeting: each through the whole way out by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workbench.errors import BadInput
from workbench.report.order import ReleaseOrder
from workbench.report.outputs import OUTPUTS, subjects_of
from workbench.report.release import Release, release
from workbench.review import Review


def release_each(
    review: Review, order: ReleaseOrder, folder: Path
) -> Iterator[tuple[str, Release]]:
    """Write one file for each agency or meeting into ``folder``, with the name of each in the
    record. The files are numbered and not named: an agency's name may be one to keep. The first
    that may not leave ends it; those before it stay, each looked through."""
    one = OUTPUTS[order.output]
    known = subjects_of(one, review)
    if not known:
        raise BadInput(one.lacking if one.about else "This document is about the whole review.")
    if order.between is not None:
        raise BadInput("A comparison of versions is written one document at a time. Name one.")
    if not folder.is_dir():
        raise BadInput("The folder for the documents does not exist. Choose another folder.")
    digits = len(str(len(known)))
    paths = [folder / f"{order.output}-{n:0{digits}}{one.ending}" for n in range(1, len(known) + 1)]
    taken = next((path.name for path in paths if path.exists()), "")
    if taken:
        raise BadInput(
            f"There is already a file named {taken} in that folder. Choose an empty one."
        )
    for (key, name), path in zip(known, paths, strict=True):
        yield name, release(review, replace(order, about=key), path)
