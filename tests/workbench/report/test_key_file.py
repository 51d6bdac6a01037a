"""The key from pseudonyms to names leaves as an encrypted file, is logged, and no other way."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import msoffcrypto
import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review, open_review
from workbench.actions.people import add_person, add_place
from workbench.disclosure.log import log_of, logged
from workbench.errors import BadInput, Refused
from workbench.model.releases import Tally
from workbench.report.key_file import write_key
from workbench.review import Review
from workbench.store.keys import LEAST

STRONG = "gravel lantern oboe thirteen"


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    made = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST
    )
    add_person(made, name="Rowan Ashcombe", aliases=("Ro",), pseudonym="Adult C", role="subject")
    add_person(made, name="Imogen Tresco", keep_name=True)
    add_place(made, name="Wexcombe", published_as="a coastal town")
    yield made
    made.close()


def opened(path: Path, passphrase: str) -> list[list[str]]:
    """The table of the key, as Word opens it with this passphrase."""
    plain = io.BytesIO()
    with path.open("rb") as file:
        office = msoffcrypto.OfficeFile(file)
        office.load_key(password=passphrase)
        office.decrypt(plain)
    table = docx.Document(plain).tables[0]
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]


def test_the_key_opens_with_its_own_passphrase_and_holds_who_is_hidden(
    review: Review, tmp_path: Path
) -> None:
    path = tmp_path / "key.docx"
    write_key(review, path, STRONG, recipient="the board")
    assert opened(path, STRONG) == [
        ["a coastal town", "Wexcombe", "", "Place"],
        ["Adult C", "Rowan Ashcombe", "Ro", "Subject of the review"],
    ]


def test_nothing_of_it_can_be_read_without_the_passphrase(review: Review, tmp_path: Path) -> None:
    path = tmp_path / "key.docx"
    write_key(review, path, STRONG)
    content = path.read_bytes()
    for word in ("Rowan", "Ashcombe", "Wexcombe"):
        assert word.encode() not in content
        assert word.encode("utf-16-le") not in content
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        opened(path, "another passphrase that is long")


def test_only_encrypted_bytes_are_ever_written(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    store = Path.open

    monkeypatch.setattr(
        Path, "open", lambda path, *args, **more: _Watched(store(path, *args, **more), written)
    )
    write_key(review, tmp_path / "key.docx", STRONG)
    assert written
    assert not any(b"PK\x03\x04" in one[:4] for one in written)
    assert not any(b"Ashcombe" in one for one in written)
    assert [one.name for one in tmp_path.iterdir() if "unfinished" in one.name] == []


class _Watched:
    """A file that remembers what is written to it."""

    def __init__(self, file: io.BufferedWriter, written: list[bytes]) -> None:
        self._file, self._written = file, written

    def write(self, data: bytes) -> int:
        self._written.append(data if isinstance(data, bytes) else str(data).encode())
        return self._file.write(data)

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def __enter__(self) -> _Watched:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def test_that_it_left_is_logged_in_counts_without_a_name(review: Review, tmp_path: Path) -> None:
    write_key(review, tmp_path / "key.docx", STRONG, recipient="the board")
    (entry,) = log_of(review)
    assert (entry.output, entry.recipient, entry.released, entry.protected) == (
        "key", "the board", True, True,
    )  # fmt: skip
    assert entry.replaced == (Tally("person", 1), Tally("place", 1))
    text = str(logged([entry])).casefold()
    assert not any(name in text for name in ("rowan", "ashcombe", "wexcombe"))


def test_a_weak_passphrase_is_refused_and_nothing_is_written(
    review: Review, tmp_path: Path
) -> None:
    for weak in ("", "short", "passwordpassword", "aaaaaaaaaaaaaaaa"):
        with pytest.raises(BadInput, match="too weak"):
            write_key(review, tmp_path / "key.docx", weak)
    assert not (tmp_path / "key.docx").exists()
    assert log_of(review) == ()


def test_what_cannot_be_logged_or_names_somebody_is_refused(review: Review, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="registered name"):
        write_key(review, tmp_path / "Ashcombe.docx", STRONG)
    review.save()
    looking = open_review(review.path, PASSPHRASE, author="Ash", read_only=True)
    with pytest.raises(Refused, match="read only"):
        write_key(looking, tmp_path / "key.docx", STRONG)
    looking.close()
    assert list(tmp_path.glob("*.docx")) == []


def test_a_key_that_cannot_be_put_in_place_is_not_logged_as_released(
    review: Review, tmp_path: Path
) -> None:
    (tmp_path / "key.docx").mkdir()
    with pytest.raises(BadInput, match="could not be written"):
        write_key(review, tmp_path / "key.docx", STRONG)
    assert [entry.released for entry in log_of(review)] == [False]
