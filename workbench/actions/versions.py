"""Named versions: naming the record as it is now, and taking a version out as a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import BadInput, WorkbenchError
from workbench.model.changes import Change
from workbench.model.ids import NamedVersionId, new_id
from workbench.model.versions import NamedVersion
from workbench.review import Review
from workbench.store import opening, recovery, unlocking
from workbench.store.keys import Cost

DEFAULT_COST = Cost()


def name_version(review: Review, name: str, *, note: str = "") -> tuple[NamedVersion, Change]:
    """Name the record as it is now: "Panel 2 draft". Undo does not take the name back."""
    version = NamedVersion(
        id=NamedVersionId(new_id()),
        name=_free(review, name),
        number=review.number,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        note=note.strip(),
    )
    return version, review.change("name a version", put=[version], lasting=True)


def rename_version(review: Review, version: NamedVersion, name: str) -> Change:
    """Give the version another name."""
    current = review.get(NamedVersion, version.id)
    if name.strip() == current.name:
        return review.change("rename a version", put=[current], lasting=True)
    fresh = replace(current, name=_free(review, name, besides=current))
    return review.change("rename a version", put=[fresh], lasting=True)


def note_version(review: Review, version: NamedVersion, note: str) -> Change:
    """Write the author's note on the version."""
    current = review.get(NamedVersion, version.id)
    fresh = replace(current, note=note.strip())
    return review.change("note on a version", put=[fresh], lasting=True)


def forget_version(review: Review, version: NamedVersion) -> Change:
    """Take the version's name away. What the record held then stays in its history."""
    return review.change("forget a version", remove=[version], lasting=True)


def check_passphrase(review: Review, typed: str) -> None:
    """Make sure that this passphrase opens the review. Raises :class:`BadInput` when it does not,
    or when it is the recovery key, which is on paper and is not to open yet another file."""
    if recovery.looks_like_one(typed):
        raise BadInput("This is the recovery key. Type the passphrase of this review.")
    unlocking.unlock(review.path, typed)


def export_version(
    review: Review, number: int, path: Path, passphrase: str, *, cost: Cost = DEFAULT_COST
) -> None:
    """Write a separate encrypted record at ``path`` that holds what this one held after journal
    transaction ``number``. It has a key and a history of its own, and names no versions."""
    held = review.facts_at(number)
    facts = [fact for kind, of_kind in held.items() if kind is not NamedVersion for fact in of_kind]
    if not facts:
        raise BadInput("The record held nothing at that moment, so there is nothing to export.")
    exported = Review(opening.create(path, passphrase, cost), review.author)
    try:
        exported.change("export a version of the review", put=facts, lasting=True)
        exported.close()
    except WorkbenchError:
        exported.abandon()
        path.unlink(missing_ok=True)
        raise


def _free(review: Review, name: str, *, besides: NamedVersion | None = None) -> str:
    """The name, if no other version has it."""
    name = name.strip()
    if not name:
        raise BadInput("A version needs a name, such as the meeting that it was made for.")
    taken = {each.name.casefold() for each in review.all(NamedVersion) if each != besides}
    if name.casefold() in taken:
        raise BadInput("There is a version of this name already. Choose another name.")
    return name
