"""A damaged, cut, foreign or newer file never opens as if nothing were wrong."""

from __future__ import annotations

import copy
import os
import random
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.workbench.store.records import entry, make, reopen, texts
from workbench.actions.opening import open_review
from workbench.errors import WorkbenchError
from workbench.store import container
from workbench.store.canonical import canonical
from workbench.store.container import ROOM
from workbench.store.faults import Damaged, NewerVersion, NotARecord, WrongPassphrase

SEED = random.Random(20261124)  # the same bytes each time


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "a.review"
    review = make(path)
    review.change("add", put=[entry("As sent.")])
    review.close()
    return path


def opens_silently(path: Path) -> bool:
    """Whether the file opens with nothing said about it."""
    try:
        review = reopen(path, read_only=True)
    except WorkbenchError:
        return False
    said = bool(review.notices)
    assert texts(review) == ["As sent."], "what opens is whole"
    review.close()
    return not said


def test_the_file_is_laid_out_as_the_format_says(record: Path) -> None:
    content = record.read_bytes()
    magic, version, flags, length = struct.unpack_from("<8sHHI", content)
    assert (magic, version, flags) == (b"\x89SRW\r\n\x1a\n", 1, 0)
    header = container.read_headers(record)[0]
    assert content[: 16 + length] == header.signed
    body = header.fields["body"]["len"]
    assert len(content) == 2 * ROOM + body
    assert content[:ROOM] == content[-ROOM:]
    assert content[ROOM : ROOM + 16].hex() == header.file_id
    assert body % 4096 == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions; folders carry them")
def test_nobody_else_on_the_computer_may_read_the_file(record: Path) -> None:
    assert record.stat().st_mode & 0o077 == 0


def test_the_header_says_nothing_of_the_review(record: Path) -> None:
    header = record.read_bytes()[:ROOM]
    assert b"Adult" not in header
    assert b"Rowan" not in header


def test_a_file_cut_anywhere_is_noticed(record: Path) -> None:
    content = record.read_bytes()
    assert opens_silently(record)
    places = [
        0,
        1,
        7,
        8,
        15,
        16,
        300,
        ROOM - 1,
        ROOM,
        ROOM + 1,
        len(content) - ROOM,
        len(content) - 1,
        *(SEED.randrange(len(content)) for _ in range(20)),
    ]
    for place in places:
        record.write_bytes(content[:place])
        assert not opens_silently(record), f"cut at {place}"
    record.write_bytes(content + b"\0")
    assert not opens_silently(record)


def test_a_byte_altered_anywhere_is_noticed(record: Path) -> None:
    content = record.read_bytes()
    places = [
        0,
        4,
        8,
        10,
        12,
        16,
        ROOM - 1,
        ROOM,
        len(content) - 1,
        *(SEED.randrange(ROOM) for _ in range(10)),
        *(SEED.randrange(700) for _ in range(20)),
        *(SEED.randrange(len(content)) for _ in range(30)),
    ]
    for place in places:
        flipped = bytearray(content)
        flipped[place] ^= SEED.randrange(1, 256)
        record.write_bytes(flipped)
        assert not opens_silently(record), f"flipped at {place}"


def test_no_altered_header_is_taken_for_true(record: Path) -> None:
    content = bytearray(record.read_bytes())
    data_key = key_of(record)
    signed = container.read_headers(record)[0].signed
    content[-ROOM:] = b"\0" * ROOM  # no second copy to fall back on
    for _ in range(500):
        flipped = bytearray(content)
        flipped[SEED.randrange(len(signed) + 32)] ^= SEED.randrange(1, 256)
        record.write_bytes(flipped)
        with pytest.raises((Damaged, NewerVersion, NotARecord)):
            container.unlock(record, lambda *_: data_key)


Fields = dict[str, Any]
# What somebody without the key might write into a header.
FORGED: dict[str, Callable[[Fields], object]] = {
    "a slot less": lambda fields: fields["slots"].pop(1),
    "the slots in another order": lambda fields: fields["slots"].reverse(),
    "a slot twice": lambda fields: fields["slots"].append(dict(fields["slots"][1])),
    "a cheaper guess": lambda fields: fields["slots"][0].update(t=2),
    "another date": lambda fields: fields["slots"][0].update(created="2020-01-01T00:00:00+00:00"),
    "a higher number": lambda fields: fields.update(gen=fields["gen"] + 1_000),
    "another length": lambda fields: fields["body"].update(len=fields["body"]["len"] - 4096),
    "another journal": lambda fields: fields.update(journal={"heads": {}}),
    "another record": lambda fields: fields.update(file_id="00" * 16),
}


@pytest.mark.parametrize("how", FORGED)
@pytest.mark.parametrize("both", [True, False])
def test_a_header_that_was_edited_without_the_key_is_noticed(
    record: Path, how: str, both: bool
) -> None:
    review = reopen(record)
    review.keys.add_recovery_key()
    review.close()
    content = bytearray(record.read_bytes())
    header = container.read_headers(record)[0]
    fields = copy.deepcopy(header.fields)
    FORGED[how](fields)
    text = canonical(fields)
    block = struct.pack("<8sHHI", container.MAGIC, 1, 0, len(text)) + text + header.mac
    for start in (0, len(content) - ROOM) if both else (0,):
        content[start : start + ROOM] = block.ljust(ROOM, b"\0")
    record.write_bytes(content)
    if both:
        with pytest.raises((Damaged, WrongPassphrase)):
            reopen(record)
        return
    review = reopen(record)
    assert "second copy" in review.notices[0]
    assert [slot.type for slot in review.keys.all] == ["passphrase", "recovery"]
    review.close()


def test_a_slot_of_another_record_does_not_open_this_one(record: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.review"
    make(other).close()
    mine, theirs = (container.read_headers(each)[0] for each in (record, other))
    fields = {**mine.fields, "slots": theirs.slots}
    text = canonical(fields)
    content = bytearray(record.read_bytes())
    block = struct.pack("<8sHHI", container.MAGIC, 1, 0, len(text)) + text + mine.mac
    for start in (0, len(content) - ROOM):
        content[start : start + ROOM] = block.ljust(ROOM, b"\0")
    record.write_bytes(content)
    with pytest.raises((Damaged, WrongPassphrase)):
        reopen(record)


def key_of(path: Path) -> bytes:
    review = reopen(path)
    key = review._record.data_key
    review.close()
    return key


@pytest.mark.parametrize("length", [1, 16, 900, ROOM])
def test_a_header_damaged_in_place_is_restored_from_its_copy(record: Path, length: int) -> None:
    content = record.read_bytes()
    record.write_bytes(bytes(byte ^ 0xA5 for byte in content[:length]) + content[length:])
    review = reopen(record)
    assert any("restored from its second copy" in notice for notice in review.notices)
    assert texts(review) == ["As sent."]
    review.close()
    assert opens_silently(record), "closing made the file whole"


def test_a_wrong_passphrase_says_so_and_gives_no_hint(record: Path) -> None:
    before = record.read_bytes()
    for wrong in ("", "four invented words", "Four invented words here", "x" * 10_000):
        with pytest.raises(WrongPassphrase) as said:
            open_review(record, wrong, author="A")
        assert "does not open this review" in str(said.value)
        assert "invented" not in str(said.value)
    assert record.read_bytes() == before


def test_another_kind_of_file_is_not_a_record(tmp_path: Path) -> None:
    for content in (b"PK\x03\x04 a Word file", b"SQLite format 3\0" * 9000, os.urandom(200_000)):
        other = tmp_path / "other.review"
        other.write_bytes(content)
        with pytest.raises(NotARecord, match="not a review"):
            reopen(other)
        assert other.read_bytes() == content


def test_a_record_of_a_newer_version_is_refused_kindly(record: Path) -> None:
    content = bytearray(record.read_bytes())
    for start in (0, len(content) - ROOM):
        struct.pack_into("<H", content, start + 8, 2)
    record.write_bytes(content)
    with pytest.raises(NewerVersion, match="newer version of the workbench"):
        reopen(record)


def test_a_file_mangled_by_a_text_transfer_is_damaged(record: Path) -> None:
    record.write_bytes(record.read_bytes().replace(b"\r\n", b"\n"))
    with pytest.raises(WorkbenchError):
        reopen(record)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match=r"no file named gone\.review"):
        reopen(tmp_path / "gone.review")
