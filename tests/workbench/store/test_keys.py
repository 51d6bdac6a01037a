"""Slots: what opens them, what they are bound to, and what is refused before it is run."""

from __future__ import annotations

import unicodedata

import pytest

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


def test_each_purpose_has_its_own_key(data_key: bytes) -> None:
    made = {keys.derived(data_key, purpose) for purpose in ("sqlcipher", "header-mac", "audit")}
    assert len(made) == 3
    assert data_key not in made
