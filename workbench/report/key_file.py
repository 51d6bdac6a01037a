"""The key from pseudonyms to names: a Word file of its own, which leaves only encrypted.

It is the one thing with real names in it that leaves the record, so it does not pass the gate and
no other writer may be used for it. Its plain bytes are in memory alone.
"""

from __future__ import annotations

import io
import os
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from workbench.disclosure.log import names_somebody, tallies
from workbench.disclosure.register import Entity, EntityKind, Register, register_of
from workbench.errors import BadInput, Refused
from workbench.model.changes import Change
from workbench.model.ids import LoggedReleaseId, new_id
from workbench.model.releases import LoggedRelease
from workbench.report.protection import protected
from workbench.resources import label_of
from workbench.review import Review
from workbench.strength import strength

OUTPUT = "key"
EXPLAINED = (
    "The key says who each pseudonym is. It leaves the review only here, as a file of its own that "
    "is encrypted (AES-256) with a passphrase of its own. Keep it apart from every report, send "
    "the passphrase another way, and delete the file when it has served."
)
_SHORTEST = 12
_HEADINGS = ("In the report", "Real name", "Other names", "What")
_KINDS = {EntityKind.PLACE: "Place", EntityKind.ORG: "Agency"}


def require_strong(passphrase: str, *known: str) -> None:
    """Refuse a passphrase that could be guessed; ``known`` are words that would be tried first."""
    if len(passphrase) < _SHORTEST or not strength(passphrase, *known).enough:
        raise BadInput(
            "That passphrase is too weak for the key: whoever guesses it has every name. Use four "
            "or more words that have nothing to do with each other. Nothing was written."
        )


def write_key(review: Review, path: Path, passphrase: str, *, recipient: str = "") -> Change:
    """Write the key to ``path``, encrypted, and log that it left: how many entries, and no name."""
    register = register_of(review)
    _require_fit(review, path, recipient, register)
    require_strong(passphrase, review.details.title, review.details.reference)
    rows = _rows(register)
    if not rows:
        raise BadInput("Nobody has a pseudonym yet, so there is no key to write.")
    sealed = protected(_plain(rows), passphrase)
    counts = {kind.value: sum(one.kind is kind for one in _hidden(register)) for kind in EntityKind}
    entry = LoggedRelease(
        id=LoggedReleaseId(new_id()),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        output=OUTPUT,
        audience="",
        recipient=recipient,
        file_name=path.name,
        version=review.details.version,
        number=review.number,
        released=True,
        protected=True,
        replaced=tallies({kind: count for kind, count in counts.items() if count}),
    )
    return _put(review, entry, sealed, path)


def _require_fit(review: Review, path: Path, recipient: str, register: Register) -> None:
    if review.read_only:
        raise Refused(
            "This review is open to read only, so the release of the key cannot be logged."
        )
    if path.suffix.casefold() != ".docx":
        raise BadInput("The key’s file name must end in .docx.")
    if not path.parent.is_dir():
        raise BadInput("The folder for the key does not exist. Choose another folder.")
    if names_somebody(path.name, register) or names_somebody(recipient, register):
        raise Refused(
            "The file name or the recipient holds a registered name, which everybody could read "
            "beside the encrypted file. Nothing was written. Choose one such as key.docx."
        )


def _put(review: Review, entry: LoggedRelease, sealed: bytes, path: Path) -> Change:
    """Log it, then put it in place in one step; only encrypted bytes touch the disk."""
    try:
        with tempfile.TemporaryDirectory(prefix=".key-unfinished-", dir=path.parent) as folder:
            finished = Path(folder) / "key"
            with finished.open("wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            change = review.change("log the release of the key", put=[entry], lasting=True)
            finished.replace(path)
    except OSError as error:
        if review.find(LoggedRelease, entry.id) is not None:
            failed = replace(entry, released=False)
            review.change("log a refused release", put=[failed], lasting=True)
        raise BadInput(f"The key could not be written there: {error.strerror}.") from None
    return change


def _hidden(register: Register) -> list[Entity]:
    return [one for one in register.entities if one.shown_as.strip() and not one.keep]


def _rows(register: Register) -> list[tuple[str, ...]]:
    found = [
        (
            one.shown_as,
            one.name,
            ", ".join(one.aliases),
            _KINDS.get(one.kind) or label_of("person-roles", one.role) or "Person",
        )
        for one in _hidden(register)
    ]
    return sorted(found, key=lambda row: row[0].casefold())


def _plain(rows: list[tuple[str, ...]]) -> bytes:
    document: WordDocument = docx.Document()
    properties = document.core_properties
    properties.author = properties.title = properties.comments = ""
    document.add_heading("Key from pseudonyms to names", level=1)
    document.add_paragraph(
        "Confidential. Whoever reads this knows who everybody in the report is. Keep it apart from "
        "the report, and delete it when it has served."
    )
    table = document.add_table(rows=1, cols=len(_HEADINGS), style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, _HEADINGS, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
