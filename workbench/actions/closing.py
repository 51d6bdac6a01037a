"""Closing a review for good: what must be kept is exported and read again, then the keys go.

Until the note of the closing is written nothing has been destroyed. From then on whatever is cut
short is finished at the next try: :func:`finish_closing` needs the note alone.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from workbench.actions import recent, unanswered
from workbench.actions.certificate import Outcome, certificate_text, write_certificate
from workbench.actions.closing_exports import Wanted, still_whole, write_exports
from workbench.actions.closing_note import (
    ClosingNote,
    Kept,
    drop_note,
    note_of,
    notes,
    place_of,
    write_note,
)
from workbench.actions.opening import open_review
from workbench.disclosure.elsewhere import forget_pseudonyms
from workbench.errors import BadInput, Refused, WorkbenchError
from workbench.report.release import OUTPUTS
from workbench.store import backups, container, destroying
from workbench.store.destroying import Doomed
from workbench.store.keys import Cost
from workbench.store.slots import KeySlot
from workbench.store.working_copy import WorkingCopy

__all__ = [
    "OUTPUTS",
    "Closed",
    "Kept",
    "Wanted",
    "close_for_good",
    "finish_all",
    "finish_closing",
    "unfinished_closings",
]


@dataclass(frozen=True, slots=True)
class Closed:
    """A review that was closed: its certificate, what was kept, what could not be destroyed, and
    what was notable in opening it."""

    certificate: Path
    kept: tuple[Kept, ...]
    left: tuple[Outcome, ...]
    notices: tuple[str, ...] = ()


def close_for_good(
    path: Path, passphrase: str, wanted: Wanted, *, author: str, cost: Cost | None = None
) -> Closed:
    """Export what is wanted, then destroy the record at ``path`` with its keys and its backups, and
    write the certificate.

    Raises :class:`WorkbenchError`, with nothing destroyed, when anything cannot be exported and
    read again. ``cost`` is what one guess at the archive's passphrase costs.
    """
    _refuse_places(path, wanted)
    review = open_review(path, passphrase, author=author)
    made = _fresh_folder(wanted.folder, path)
    try:
        kept = write_exports(review, replace(wanted, folder=made), cost)
        end = _End(review.number, review.chained_at(review.number) or "", review.keys.all)
        forget_pseudonyms(review)
        review.close()
    except BaseException:
        review.abandon()
        shutil.rmtree(made)
        raise
    if not kept:
        made.rmdir()
    note = _note(path, wanted, author, end, kept)
    lock = WorkingCopy(note.file_id, b"")  # somebody may have opened it since
    try:
        _refuse_change(note)
        write_note(note)
        return replace(_destroy(note), notices=review.notices)
    finally:
        lock.release()


def unfinished_closings() -> tuple[Path, ...]:
    """The files of which the closing was begun and cut short."""
    return tuple(Path(each.file) for each in notes())


def finish_closing(path: Path) -> Closed:
    """Go on with a closing that was cut short. Raises :class:`Refused`, and gives the closing up,
    when the review was worked on since, or what was kept is no longer whole and it still opens."""
    note = note_of(path)
    if note is None:
        raise BadInput(f"No closing of {path.name} was begun on this computer.")
    lock = WorkingCopy(note.file_id, b"")
    try:
        try:
            _refuse_change(note)
        except Refused:
            drop_note(note)
            raise
        return _destroy(note)
    finally:
        lock.release()


def finish_all() -> tuple[str, ...]:
    """Finish every closing that was cut short; what became of each, in a sentence."""
    told = []
    for path in unfinished_closings():
        try:
            closed = finish_closing(path)
        except WorkbenchError as error:
            told.append(f"{path.name}: {error}")
            continue
        told.append(
            f"The closing of {path.name} had been cut short, and is finished now. Its certificate "
            f"is {closed.certificate}."
            if not closed.left
            else f"The closing of {path.name} is not finished: {closed.left[0].what} is left."
        )
    return tuple(told)


def _refuse_places(path: Path, wanted: Wanted) -> None:
    if not path.is_file():
        raise BadInput(f"There is no file named {path.name} there.")
    if note_of(path) is not None:
        raise Refused("The closing of this review was begun already. Finish it first.")
    if backups.missing_home():
        raise Refused(
            "The folder that you chose for backups is not there, so they could not be destroyed. "
            "Connect its disk, and try again."
        )
    if not wanted.folder.is_dir():
        raise BadInput("The folder for what is to be kept is not there. Choose another.")
    if not wanted.certificate.parent.is_dir():
        raise BadInput("The folder for the certificate is not there. Choose another.")
    if wanted.certificate.exists():
        raise BadInput(f"There is already a file named {wanted.certificate.name} there.")
    unknown = [output for output, _ in wanted.reports if output not in OUTPUTS]
    if unknown:
        raise BadInput(f"There is no output of that name. Choose one of: {', '.join(OUTPUTS)}.")


def _fresh_folder(folder: Path, path: Path) -> Path:
    """A new folder for what is kept, so that nothing there is ever replaced."""
    name = f"{path.stem}, kept on {datetime.now().astimezone():%Y-%m-%d}"
    for number in range(1, 100):
        made = folder / (name if number == 1 else f"{name} ({number})")
        if not made.exists():
            try:
                made.mkdir()
            except OSError as error:
                raise BadInput(
                    f"Nothing can be written to the folder {folder.name}: "
                    f"{str(error.strerror).lower()}. Choose another."
                ) from None
            return made
    raise BadInput(f"The folder {folder.name} has too many folders of this review. Choose another.")


@dataclass(frozen=True, slots=True)
class _End:
    """How the record stood at the last: its journal, and the ways to open it."""

    number: int
    hash: str
    slots: tuple[KeySlot, ...]


def _note(
    path: Path, wanted: Wanted, author: str, end: _End, kept: tuple[Kept, ...]
) -> ClosingNote:
    path = path.absolute()
    file_id = container.read_headers(path)[0].file_id
    doomed = destroying.everything(path, file_id)
    return ClosingNote(
        file=str(path),
        file_id=file_id,
        mac=container.container_mac(path) or "",
        author=author,
        began=_now(),
        certificate=str(wanted.certificate.absolute()),
        transactions=end.number,
        last_hash=end.hash,
        slots=tuple((each.type, each.created) for each in end.slots),
        keychain=tuple(each.id for each in end.slots if each.type == "keyring"),
        kept=kept,
        doomed=tuple((each.what, str(each.path)) for each in doomed),
    )


def _refuse_change(note: ClosingNote) -> None:
    """While the record opens, it must be the one that was exported, and the exports whole."""
    mac = container.container_mac(Path(note.file)) if Path(note.file).is_file() else None
    if mac is None:
        return  # its keys are gone: what was begun is finished
    if mac != note.mac:
        raise Refused(
            "The review was worked on after its closing had begun, so nothing more was destroyed. "
            "Close it again from the beginning."
        )
    if not still_whole(note.kept):
        raise Refused(
            "What was exported is not there any more as it was written, so nothing was destroyed. "
            "Close the review again from the beginning."
        )


def _destroy(note: ClosingNote) -> Closed:
    """Destroy all that the note names, as far as the system lets us, and write what became of it.

    The note goes last. While something is left it stays, so that the next try goes on."""
    outcomes = [_outcome(Doomed(what, Path(path))) for what, path in note.doomed]
    destroying.forget_keychain(list(note.keychain))
    outcomes.append(_own_folders(note))
    if note.keychain:
        outcomes.append(Outcome("Its secrets in this computer’s keychain"))
    recent.forget(Path(note.file))
    unanswered.forget_id(note.file_id)
    outcomes.append(Outcome("Its line in the list of files opened lately"))
    certificate = Path(note.certificate)
    try:
        write_certificate(certificate, certificate_text(note, outcomes, _now()))
    except OSError as error:
        raise BadInput(
            "The review is destroyed, but its certificate could not be written: "
            f"{str(error.strerror).lower()}. Make its folder writable and try again."
        ) from None
    left = tuple(each for each in outcomes if each.trouble)
    if not left:
        drop_note(note)
    return Closed(certificate, note.kept, left)


def _outcome(doomed: Doomed) -> Outcome:
    what = f"{doomed.what[0].upper()}{doomed.what[1:]}, {doomed.path.name}"
    try:
        destroying.destroy(doomed)
    except OSError as error:
        return Outcome(what, f"{error.strerror or 'the system refused'}.")
    return Outcome(what)


def _own_folders(note: ClosingNote) -> Outcome:
    what = "The working copy, and all that this computer kept under the record’s number"
    try:
        destroying.destroy_own_folders(note.file_id, place_of(note))
    except OSError as error:
        return Outcome(what, f"{error.strerror or 'the system refused'}.")
    return Outcome(what)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
