"""Releasing one document for each agency or meeting: each through the whole way out by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbench.disclosure.audiences import Audience
from workbench.errors import BadInput
from workbench.report.outputs import OUTPUTS, subjects_of
from workbench.report.release import Release, release
from workbench.review import Review


def release_each(
    review: Review,
    *,
    output: str,
    audience: Audience,
    template: Path | None,
    folder: Path,
    allow_missing: bool = False,
    password: str | None = None,
    recipient: str = "",
    evidence_notes: bool = False,
) -> Iterator[tuple[str, Release]]:
    """Write one file for each agency or meeting into ``folder``, with the name of each in the
    record. The files are numbered and not named: an agency's name may be one to keep. The first
    that may not leave ends it; those before it stay, each looked through."""
    one = OUTPUTS[output]
    known = subjects_of(one, review)
    if not known:
        raise BadInput(one.lacking if one.about else "This document is about the whole review.")
    if not folder.is_dir():
        raise BadInput("The folder for the documents does not exist. Choose another folder.")
    digits = len(str(len(known)))
    paths = [folder / f"{output}-{n:0{digits}}{one.ending}" for n in range(1, len(known) + 1)]
    taken = next((path.name for path in paths if path.exists()), "")
    if taken:
        raise BadInput(
            f"There is already a file named {taken} in that folder. Choose an empty one."
        )
    for (key, name), path in zip(known, paths, strict=True):
        done = release(
            review,
            output=output,
            audience=audience,
            template=template,
            path=path,
            allow_missing=allow_missing,
            password=password,
            recipient=recipient,
            about=key,
            evidence_notes=evidence_notes,
        )
        yield name, done
