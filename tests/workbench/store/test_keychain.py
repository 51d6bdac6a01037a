"""The system's keychain: trusted by name, read back, and survived when it is locked or lies."""

from __future__ import annotations

from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import AUTHOR, make, reopen
from workbench.actions.opening import open_with_keychain
from workbench.errors import BadInput, Refused
from workbench.store import keychain

KEPT: dict[tuple[str, str], str] = {}


class Honest(KeyringBackend):
    """Keeps what it is given."""

    priority = 1

    def set_password(self, service: str, username: str, password: str) -> None:
        KEPT[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return KEPT.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del KEPT[service, username]


class Forgetful(Honest):
    """Says that it keeps, and does not."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Locked(Honest):
    """Is locked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    KEPT.clear()


def use(monkeypatch: pytest.MonkeyPatch, kind: type[Honest] | None) -> None:
    names = (f"{__name__}.{kind.__name__}",) if kind else ()
    monkeypatch.setattr(keychain, "ALLOWED", names)


def test_the_keychain_opens_the_record_until_its_slot_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Honest)
    path = tmp_path / "a.review"
    review = make(path)
    review.keys.add_keychain()
    secret = next(iter(KEPT.values()))
    assert bytes.fromhex(secret) != review._record.data_key
    assert PASSPHRASE not in KEPT.values()
    review.close()
    again = open_with_keychain(path, author=AUTHOR)
    assert again.details.title == "Adult C"
    slot = next(slot for slot in again.keys.all if slot.type == "keyring")
    again.keys.remove(slot.id)
    assert KEPT == {}
    again.close()
    with pytest.raises(BadInput, match="Type the passphrase"):
        open_with_keychain(path, author=AUTHOR)


@pytest.mark.parametrize("kind", [None, Forgetful, Locked])
def test_a_keychain_that_is_missing_lying_or_locked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Honest] | None
) -> None:
    use(monkeypatch, kind)
    path = tmp_path / "a.review"
    review = make(path)
    with pytest.raises(Refused, match="Use the passphrase"):
        review.keys.add_keychain()
    assert [slot.type for slot in review.keys.all] == ["passphrase"]
    review.close()
    reopen(path).close()


def test_a_keychain_that_locks_later_leaves_the_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Honest)
    path = tmp_path / "a.review"
    review = make(path)
    review.keys.add_keychain()
    review.close()
    use(monkeypatch, Locked)
    with pytest.raises(BadInput, match="Type the passphrase"):
        open_with_keychain(path, author=AUTHOR)
    reopen(path).close()


def test_only_back_ends_that_encrypt_are_trusted() -> None:
    assert all(name.startswith("keyring.backends.") for name in keychain.ALLOWED)
    assert not any(
        word in name for name in keychain.ALLOWED for word in ("fail", "null", "chainer", "alt")
    )
    keychain.keychain()  # whatever this computer has, asking does no harm
