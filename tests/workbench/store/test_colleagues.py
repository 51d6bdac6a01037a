"""A colleague's key: made once, its card handed over, added as a slot, opened by them alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import entry, make, reopen, texts
from tests.workbench.store.test_keychain import KEPT, Honest, use
from workbench.actions.opening import open_review, open_with_keychain
from workbench.errors import BadInput, Refused, WorkbenchError
from workbench.store import cards, container, identities
from workbench.store.faults import Damaged, WrongPassphrase
from workbench.store.identities import Identity
from workbench.store.keys import LEAST
from workbench.store.spelling import SYMBOLS

THEIRS = "the colleague's own four words"


@contextmanager
def on_another_computer(folder: Path) -> Iterator[None]:
    before = os.environ["WORKBENCH_DATA"]
    folder.mkdir(exist_ok=True)
    os.environ["WORKBENCH_DATA"] = str(folder)
    try:
        yield
    finally:
        os.environ["WORKBENCH_DATA"] = before


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """The data folder of the colleague's computer."""
    return tmp_path / "theirs"


@pytest.fixture
def colleague(theirs: Path) -> Identity:
    with on_another_computer(theirs):
        return identities.make_identity(THEIRS, LEAST)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.review"


# The card as it is written


@given(st.binary(min_size=32, max_size=32))
def test_a_card_is_read_as_it_was_written_however_it_was_pasted(public: bytes) -> None:
    card = cards.written(public)
    bare = card.partition(":\n")[2]
    for typed in (card, bare, bare.lower(), card.replace("-", " "), bare.replace("\n", "-")):
        assert cards.understood(typed) == public
    assert cards.understood(f"Here you are. {card}\n\n") == public


@given(st.binary(min_size=32, max_size=32), st.integers(0, 55), st.integers(1, 31))
def test_one_wrong_character_of_a_card_is_named_as_a_slip(
    public: bytes, place: int, by: int
) -> None:
    typed = list(cards.written(public).partition(":\n")[2].replace("-", "").replace("\n", ""))
    typed[place] = SYMBOLS[(SYMBOLS.index(typed[place]) + by) % 32]
    with pytest.raises(BadInput, match="slip in the card"):
        cards.understood("".join(typed))


@pytest.mark.parametrize("typed", ["", "7K3M-1111", "dear colleague, here is my card", "U" * 56])
def test_what_is_no_card_is_not_called_a_slip(typed: str) -> None:
    with pytest.raises(BadInput, match="not a colleague's card"):
        cards.understood(typed)


def test_a_key_that_would_make_the_secret_known_to_all_is_not_taken(path: Path) -> None:
    review = make(path)
    with pytest.raises(BadInput, match="not a colleague's card"):
        review.keys.add_colleague("Ash", cards.written(b"\0" * 32))
    review.close()


# Sharing a record


def test_a_colleague_opens_with_their_own_passphrase_and_nobody_else_does(
    path: Path, colleague: Identity, theirs: Path, tmp_path: Path
) -> None:
    review = make(path)
    review.change("add", put=[entry("a")])
    review.keys.add_colleague(" Robin   Marsh ", colleague.card)
    shown = review.keys.all[-1]
    assert (shown.type, shown.name) == ("x25519", "Robin Marsh")
    review.close()
    assert b"Robin" not in path.read_bytes()[: container.ROOM]

    with pytest.raises(WrongPassphrase):
        open_review(path, THEIRS, author="R")  # not on this computer
    with on_another_computer(theirs):
        with pytest.raises(WrongPassphrase):
            open_review(path, "something else", author="R")
        shared = open_review(path, THEIRS, author="Robin Marsh")
        assert texts(shared) == ["a"]
        shared.change("add", put=[entry("b")])
        shared.close()
    with on_another_computer(tmp_path / "third"):
        identities.make_identity(THEIRS, LEAST)  # the same passphrase, another key
        with pytest.raises(WrongPassphrase):
            open_review(path, THEIRS, author="X")
    again = reopen(path)
    assert texts(again) == ["a", "b"]
    again.keys.remove(shown.id)
    again.close()
    with on_another_computer(theirs), pytest.raises(WrongPassphrase):
        open_review(path, THEIRS, author="R")


def test_a_colleague_is_named_once_and_by_name(path: Path, colleague: Identity) -> None:
    review = make(path)
    with pytest.raises(BadInput, match="colleague's name"):
        review.keys.add_colleague("  ", colleague.card)
    review.keys.add_colleague("Robin", colleague.card)
    with pytest.raises(Refused, match="already"):
        review.keys.add_colleague("Robin", colleague.card)
    assert [slot.type for slot in review.keys.all] == ["passphrase", "x25519"]
    with pytest.raises(Refused, match="only passphrase"):
        review.keys.remove(review.keys.all[0].id)
    review.close()


def test_a_slot_that_was_edited_or_moved_does_not_open_for_the_colleague(
    path: Path, colleague: Identity, theirs: Path
) -> None:
    review = make(path)
    review.keys.add_colleague("Robin", colleague.card)
    key, file_id = review._record.data_key, str(review._record.header["file_id"])
    slot = review._record.header["slots"][-1]
    review.close()
    with on_another_computer(theirs):
        private = identities.private_key(THEIRS)
    assert private is not None
    assert identities.open_colleague_slot(private, file_id, slot) == key
    other = identities.X25519PrivateKey.generate().public_key().public_bytes_raw().hex()
    forged = (
        {"id": "00000000"},
        {"epk": other},
        {"epk": "00" * 32},
        {"epk": "zz"},
        {"label": ""},
        {"created": "2020"},
    )
    for change in forged:
        assert identities.open_colleague_slot(private, file_id, {**slot, **change}) is None, change
    assert identities.open_colleague_slot(private, "ff" * 16, slot) is None


# The colleague's own key


def test_the_private_half_is_nowhere_in_the_clear(theirs: Path, colleague: Identity) -> None:
    with on_another_computer(theirs):
        private = identities.private_key(THEIRS)
        assert private is not None
        kept = (theirs / "identity.json").read_text(encoding="utf-8")
        assert private.hex() not in kept
        assert os.name == "nt" or (theirs / "identity.json").stat().st_mode & 0o077 == 0
        assert identities.private_key("wrong") is None
        with pytest.raises(Refused, match="already"):
            identities.make_identity("another", LEAST)
        with pytest.raises(WrongPassphrase):
            identities.change_identity_passphrase("wrong", "new", LEAST)
        changed = identities.change_identity_passphrase(THEIRS, "new words", LEAST)
        assert changed.card == colleague.card
        assert identities.private_key("new words") == private
        assert identities.private_key(THEIRS) is None


def test_a_keychain_can_hold_the_colleague_s_key(
    path: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KEPT.clear()
    use(monkeypatch, Honest)
    with on_another_computer(theirs):
        mine = identities.make_identity(None)
    review = make(path)
    review.keys.add_colleague("Robin", mine.card)
    review.close()
    with on_another_computer(theirs):
        open_with_keychain(path, author="Robin").close()
        KEPT.clear()
        with pytest.raises(BadInput, match="Type the passphrase"):
            open_with_keychain(path, author="Robin")


def test_where_the_key_cannot_be_kept_no_card_is_shown(
    private_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("", encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_DATA", str(in_the_way / "data"))
    with pytest.raises(WorkbenchError):
        identities.make_identity(THEIRS, LEAST)


@pytest.mark.parametrize("content", ["", "{}", '{"public": "00", "slot": {}}', "[]"])
def test_a_key_that_cannot_be_read_is_said_and_hinders_nobody(
    path: Path, colleague: Identity, private_data: Path, content: str
) -> None:
    review = make(path)
    review.keys.add_colleague("Robin", colleague.card)
    review.close()
    kept = private_data / "identity.json"
    kept.write_text(content, encoding="utf-8")
    with pytest.raises(Damaged, match="cannot be read"):
        identities.identity()
    with pytest.raises(WorkbenchError):
        identities.make_identity("new", LEAST)
    assert kept.read_text(encoding="utf-8") == content
    reopen(path).close()
    with pytest.raises(WrongPassphrase):
        open_review(path, THEIRS, author="R")
    assert PASSPHRASE not in content
