"""What is kept when a review is closed for good: each written, read again, and found whole."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.actions.closing_note import Kept
from workbench.actions.opening import verify_review
from workbench.disclosure.audiences import audience
from workbench.errors import Refused
from workbench.model.kinds import KINDS
from workbench.report.log_document import write_log
from workbench.report.order import ReleaseOrder
from workbench.report.release import OUTPUTS, Release, release
from workbench.review import Review
from workbench.store import restoring
from workbench.store.keys import Cost

NOT_WHOLE = "{name} was not found whole when it was read again. Nothing was destroyed."
_ALL = 10_000_000  # more transactions than any review has


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be kept: in ``folder``, which is there, the ``reports`` by output and audience, a
    record under a passphrase of its own for the board's archive, the disclosure log, the journal
    without what was written. ``certificate`` is where the certificate of destruction goes."""

    folder: Path
    certificate: Path
    reports: tuple[tuple[str, str], ...] = ()
    archive_passphrase: str = ""
    log: bool = False
    journal: bool = False

    @property
    def nothing(self) -> bool:
        """Whether nothing at all is kept but the certificate."""
        return not (self.reports or self.archive_passphrase or self.log or self.journal)


def write_exports(review: Review, wanted: Wanted, cost: Cost | None) -> tuple[Kept, ...]:
    """Write all that is wanted, and look at each again as it lies on the disk."""
    made = []
    for output, readers in wanted.reports:
        path = wanted.folder / f"{output} for {readers}{OUTPUTS[output].ending}"
        done = release(review, ReleaseOrder(output=output, audience=audience(readers)), path)
        _refuse_broken_package(path, done)
        document = OUTPUTS[output].document
        label = audience(readers).label
        made.append(_kept(f"{document[0].upper()}{document[1:]}, for: {label}", path))
    if wanted.log:
        path = wanted.folder / "disclosure log.docx"
        _refuse_broken_package(path, write_log(review, path))
        made.append(_kept("The log of what left the review", path))
    if wanted.journal:
        path = _write_table(wanted.folder / "journal.csv", _journal(review))
        made.append(_kept("The journal, without what was written", path))
    if wanted.archive_passphrase:
        path = wanted.folder / "archive.review"
        review.write_archive(path, wanted.archive_passphrase, cost)
        _refuse_poor_archive(review, path, wanted.archive_passphrase)
        made.append(_kept("The whole record, encrypted under a passphrase of its own", path))
    return tuple(made)


def still_whole(kept: Iterable[Kept]) -> bool:
    """Whether every file is as it was when it was written."""
    return all(digest_of(Path(each.path)) == each.sha256 for each in kept)


def digest_of(path: Path) -> str:
    """The SHA-256 of what lies on the disk; empty when nothing can be read there."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _kept(what: str, path: Path) -> Kept:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Kept(what, str(path.absolute()), path.stat().st_size, digest_of(path), at)


def _refuse_broken_package(path: Path, done: Release) -> None:
    """What lies there must be what was released, and every part of it legible."""
    try:
        with zipfile.ZipFile(path) as package:
            sound = package.testzip() is None
    except (OSError, zipfile.BadZipFile):
        sound = False
    if not sound or (done.logged is not None and digest_of(path) != done.logged.file_hash):
        raise Refused(NOT_WHOLE.format(name=path.name))


def _refuse_poor_archive(review: Review, path: Path, passphrase: str) -> None:
    """The archive must open with its passphrase, be sound, and hold all that the review holds."""
    held = restoring.held_by(path, passphrase)
    counts = {kind.kind: review.count(kind) for kind in KINDS}
    sound = not any(part.faults for part in verify_review(path, passphrase))
    if not sound or held.counts != counts or held.transactions != review.transactions:
        raise Refused(NOT_WHOLE.format(name=path.name))


def _write_table(path: Path, rows: Iterable[Iterable[object]]) -> Path:
    text = io.StringIO()
    csv.writer(text).writerows([_plain(each) for each in row] for row in rows)
    content = ("\ufeff" + text.getvalue()).encode()  # by the mark Excel knows what it is
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != content:
        raise Refused(NOT_WHOLE.format(name=path.name))
    return path


def _plain(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _journal(review: Review) -> Iterator[Iterable[object]]:
    yield ("number", "at (UTC)", "author", "what was done", "facts touched", "hash in the chain")
    for one in reversed(review.journal(_ALL)):
        touched = len({(each.kind, each.id) for each in one.changes})
        yield (
            one.number,
            one.at.isoformat(timespec="seconds"),
            one.author,
            one.label,
            touched,
            review.chained_at(one.number),
        )
