"""The disclosure log is printed for the board through the gate, and names nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.actions.set_up import write_passage
from workbench.disclosure.audiences import audience
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.log import log_of
from workbench.disclosure.register import register_of
from workbench.errors import Refused
from workbench.report.log_document import OUTPUT, write_log
from workbench.report.order import ReleaseOrder
from workbench.report.release import release
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    made = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST
    )
    add_person(made, name="Rowan Ashcombe", pseudonym="Adult C")
    write_passage(made, "conclusions", "We thank the family of Rowan Ashcombe.")
    yield made
    made.close()


def written(review: Review, path: Path) -> str:
    """All text of the printed log."""
    write_log(review, path)
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_every_release_and_refusal_is_in_the_printed_log(review: Review, tmp_path: Path) -> None:
    board = audience("board")
    to = "Thaddeus Wolverley, chair of the Pellerin Board"
    release(review, ReleaseOrder(output="overview", audience=board, recipient=to), tmp_path / "r.docx")  # fmt: skip
    with pytest.raises(Refused):
        release(review, ReleaseOrder(output="overview", audience=board), tmp_path / "Ashcombe.docx")  # fmt: skip
    first = log_of(review)[1]
    text = written(review, tmp_path / "log.docx")
    assert "Left the record." in text
    assert "Refused: nothing left." in text
    assert f"Recipient: {to}" in text, "what the author chose is printed as it was logged"
    assert first.file_hash in text
    assert "names of people: 2" in text
    assert "Ashcombe" not in text
    assert scan(tmp_path / "log.docx", register_of(review)).clean
    assert log_of(review)[0].output == OUTPUT, "that the log left is logged too"


def test_a_recipient_who_was_registered_since_is_not_printed(
    review: Review, tmp_path: Path
) -> None:
    release(review, ReleaseOrder(output="overview", audience=audience("board"), recipient="Thaddeus Wolverley"), tmp_path / "r.docx")  # fmt: skip
    add_person(review, name="Thaddeus Wolverley", pseudonym="the neighbour")
    text = written(review, tmp_path / "log.docx")
    assert "Wolverley" not in text
    assert "the neighbour" in text


def test_an_empty_log_says_so(review: Review, tmp_path: Path) -> None:
    assert "Nothing has left the record yet." in written(review, tmp_path / "log.docx")
