"""Slots: what opens them, what they are bound to, and what is refused before it is run."""

from __future__ import annotations

import unicodedata
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.workbench.store import apart
from tests.workbench.store.records import make
from workbench.actions.opening import create_review
from workbench.errors import BadInput
from workbench.store import keys
from workbench.store.faults import Damaged
from workbench.store.keys import LEAST, MOST, Cost, Slot

FILE = "00112233445566778899aabbccddeeff"
OTHER = "ffeeddccbbaa99887766554433221100"


@pytest.fixture
def data_key() -> bytes:
    return keys.new_data_key()


def slot(passphrase: str, data_key: bytes) -> Slot:
    return keys.passphrase_slot(passphrase, data_key, FILE, LEAST)


@pytest.mark.parametrize(
    "passphrase",
    [
        "four plain words",
        "  spaces at both ends ",
        "café Ångström ﬁne",
        "🔑 emoji 👩🏽‍🚒",
        "ไทย العربية",
    ],
)
def test_every_unicode_form_of_a_passphrase_opens(passphrase: str, data_key: bytes) -> None:
    made = slot(unicodedata.normalize("NFC", passphrase), data_key)
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        typed = unicodedata.normalize(form, passphrase)  # type: ignore[arg-type] # one of the four
        assert keys.open_passphrase_slot(typed, FILE, made) == data_key
    assert keys.open_passphrase_slot(passphrase + "x", FILE, made) is None


def test_an_empty_passphrase_is_not_taken(data_key: bytes) -> None:
    with pytest.raises(BadInput, match="Type a passphrase"):
        slot("  ", data_key)


def test_a_slot_moved_or_edited_does_not_open(data_key: bytes) -> None:
    made = slot("words", data_key)
    assert keys.open_passphrase_slot("words", OTHER, made) is None
    for name, value in (("created", "2020-01-01"), ("id", "00000000"), ("t", 2), ("new", 1)):
        assert keys.open_passphrase_slot("words", FILE, {**made, name: value}) is None


@pytest.mark.parametrize(
    "forged",
    [
        {"m": 2**26},
        {"m": 8},
        {"t": 0},
        {"t": 1000},
        {"p": 0},
        {"p": 64},
        {"m": -1},
        {"m": "many"},
        {"salt": "00"},
        {"salt": "zz"},
    ],
)
def test_a_forged_cost_is_refused_before_it_is_run(forged: Slot, data_key: bytes) -> None:
    with pytest.raises(Damaged):
        keys.open_passphrase_slot("words", FILE, {**slot("words", data_key), **forged})


def test_the_bounds_hold_the_default() -> None:
    assert keys.within_bounds(Cost())
    assert keys.within_bounds(LEAST)
    assert keys.within_bounds(MOST)
    assert Cost().memory == 256 * 1024


@pytest.mark.parametrize(
    "weak", [Cost(memory=32 * 1024), Cost(passes=1), Cost(memory=MOST.memory + 1)]
)
def test_nothing_is_written_at_a_low_cost(weak: Cost, data_key: bytes) -> None:
    with pytest.raises(ValueError, match="so low a cost"):
        keys.passphrase_slot("words", data_key, FILE, weak)


def spare(pipe: Connection, megabytes: int, path: Path) -> None:
    """Make a record where no more than this much memory can be had; tell how, or why not."""
    import resource

    make(path.with_name(f"before {path.name}")).close()  # whatever is imported late is imported now
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    try:
        review = create_review(path, "words", type="sar", title="A", author="A")
    except BadInput as error:
        pipe.send(str(error))
        return
    slot = review._record.header["slots"][0]
    pipe.send((slot["m"] // 1024, slot["t"], review.notices, review.keys.all[0].note))


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited as on Linux")
def test_where_memory_is_short_less_is_used_and_said(tmp_path: Path) -> None:
    size, passes, notices, note = apart.told_by(spare, 110, tmp_path / "a.review")
    assert (size, passes) == (64, 3)
    assert notices == (note,)
    assert "64 MB" in note
    assert "usual 256 MB" in note
    told = apart.told_by(spare, 40, tmp_path / "b.review")
    assert told.startswith("This computer has too little free memory")
    assert not (tmp_path / "b.review").exists()


def test_where_there_is_memory_the_usual_amount_is_used_and_nothing_said(data_key: bytes) -> None:
    made = keys.passphrase_slot("words", data_key, FILE, None)
    assert (made["m"], made["t"], made["p"]) == (256 * 1024, 3, 4)
    assert keys.shortfall(made) == ""
    assert keys.open_passphrase_slot("words", FILE, made) == data_key


def test_each_purpose_has_its_own_key(data_key: bytes) -> None:
    made = {keys.derived(data_key, purpose) for purpose in ("sqlcipher", "header-mac", "audit")}
    assert len(made) == 3
    assert data_key not in made
