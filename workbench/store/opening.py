"""Making a record, and opening one: from its file to a working copy."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, insert

from workbench.errors import BadInput
from workbench.model.ids import new_id
from workbench.store import aftermath, backups, container, journal, search
from workbench.store.database import open_engine
from workbench.store.faults import CannotWrite
from workbench.store.keys import Cost, derived, new_data_key, passphrase_slot, shortfall
from workbench.store.places import is_away
from workbench.store.reading import for_a_while, reading_folder, take_out_to_read
from workbench.store.record import Record
from workbench.store.schema import SCHEMA_VERSION, about, metadata
from workbench.store.settling import settle
from workbench.store.surroundings import of_place, surroundings
from workbench.store.unlocking import noticed, unlock
from workbench.store.verifying import Part, body_faults, look_over
from workbench.store.versions import bring_forward, version_of
from workbench.store.working_copy import Base, WorkingCopy


def create(path: Path, passphrase: str, cost: Cost | None = None, author: str = "") -> Record:
    """Make an empty record; its file is there when this returns."""
    if path.exists():
        raise BadInput(f"There is already a file named {path.name} there. Choose another name.")
    if not path.parent.is_dir():
        raise BadInput("The folder for the new review does not exist. Choose another place.")
    file_id, data_key = uuid4().hex, new_data_key()
    slots = [passphrase_slot(passphrase, data_key, file_id, cost)]
    copy = WorkingCopy(file_id, data_key)
    try:
        engine = open_engine(copy.database, copy.key, copy.salt)
        with engine.begin() as db:
            metadata.create_all(db)
            search.create(db)
            db.execute(insert(about), [{"name": "schema", "value": str(SCHEMA_VERSION)}])
        copy.note(Base(None))
        header = {"v": 1, "file_id": file_id, "gen": 0, "prev": "", "slots": slots}
        notices = tuple(filter(None, map(shortfall, slots)))
        record = Record(path, engine, copy, header, data_key, new_id(), notices, author=author)
        record.save()
        record.notices += tuple(filter(None, [of_place(path, file_id)]))
    except CannotWrite:
        copy.sweep()
        copy.release()
        raise CannotWrite(
            "The review could not be made there: the disk is full, or the folder cannot be written "
            "to. Nothing was left behind. Choose another place, or free some space."
        ) from None
    except BaseException:
        copy.sweep()
        copy.release()
        raise
    return record


def verify(path: Path, passphrase: str) -> list[Part]:
    """Look the record's file over from end to end; nothing of it is changed."""
    unlocked = unlock(path, passphrase)
    file_id = unlocked.header.file_id
    with for_a_while(file_id) as folder:
        image = folder / "case.db"
        faults = list(body_faults(path, unlocked.header, image))
        whole = not faults
        if unlocked.unfinished:
            faults.append("one copy of its beginning is older than the other; saving mends it")
        elif unlocked.recovered:
            faults.append("its beginning is damaged; the copy at its end is sound")
        elif unlocked.frayed:
            faults.append("what follows its contents, the copy of its beginning, is damaged")
        header, data_key = unlocked.header.fields, unlocked.data_key
        looked = look_over(image, file_id, data_key, header, whole=whole)
    return [Part("file", tuple(faults)), *looked]


def notices_of(path: Path, passphrase: str) -> tuple[str, ...]:
    """What is notable about where the file lies and who has it; not how whole it is, which nobody
    knows without reading all of it. Nothing of it is changed."""
    was_away = is_away(path)
    unlocked = unlock(path, passphrase)
    header, data_key = unlocked.header, unlocked.data_key
    return tuple(surroundings(path, header, data_key, was_away=was_away, to_read=True))


def open_record(
    path: Path, passphrase: str | None, *, read_only: bool = False, author: str = ""
) -> Record:
    """Open a record for work, or with ``read_only`` to look at what its file holds. ``author`` is
    the name by which others who open it meanwhile are told."""
    was_away = is_away(path)
    unlocked = unlock(path, passphrase)
    if read_only:
        around = surroundings(
            path, unlocked.header, unlocked.data_key, was_away=was_away, to_read=True
        )
        return _open_to_read(path, unlocked, [*noticed(unlocked), *around])
    copy = WorkingCopy(unlocked.header.file_id, unlocked.data_key)
    try:
        # Now that nobody else writes here, what is in the file is read again.
        unlocked = container.unlock(path, lambda *_: copy.data_key)
        noted = copy.base()
        notices = noticed(unlocked, interrupted=bool(noted and noted.next))
        resumed = settle(path, copy, unlocked.header, notices)
        notices += surroundings(path, unlocked.header, unlocked.data_key, was_away=was_away)
        engine = open_engine(copy.database, copy.key, copy.salt)
        forward = _bring_forward(engine, path, copy.file_id)
        with engine.connect() as db:
            number, _ = journal.head_of(db)
    except BaseException:
        copy.release()
        raise
    record = Record(
        path,
        engine,
        copy,
        dict(unlocked.header.fields),
        unlocked.data_key,
        new_id(),
        tuple(notices),
        saved_number=-1 if resumed or forward or unlocked.frayed else number,
        author=author,
    )
    record.announce()
    finished = aftermath.finish(path, copy.file_id)
    record.notices += (f"All keys of this review were made anew. {finished}",) if finished else ()
    return record


def _open_to_read(path: Path, unlocked: container.Unlocked, notices: list[str]) -> Record:
    header, data_key = unlocked.header, unlocked.data_key
    folder = reading_folder(header.file_id)
    image = folder.path / "case.db"
    try:
        take_out_to_read(path, header, image)
        engine = open_engine(image, derived(data_key, "sqlcipher"), bytes.fromhex(header.file_id))
        with engine.begin() as db:  # this is a copy to read in: the file stays as old as it is
            bring_forward(db)
    except BaseException:
        folder.remove()
        raise
    return Record(
        path, engine, None, dict(header.fields), data_key, new_id(), tuple(notices), folder=folder
    )


def _bring_forward(engine: Engine, path: Path, file_id: str) -> bool:
    """Bring an older record forward, after a backup of its file; say whether it was older."""
    with engine.connect() as db:
        if version_of(db) == SCHEMA_VERSION:
            return False
    backups.keep(path, file_id, datetime.now(UTC))
    with engine.begin() as db:
        bring_forward(db)
    return True
