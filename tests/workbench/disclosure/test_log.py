"""The disclosure log says what was done, in counts, and names nobody."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import PASSPHRASE
from tests.workbench.disclosure import leak_bed
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.log import Leaving, log_of, logged, names_somebody
from workbench.disclosure.register import Entity, EntityKind, Register, register_of
from workbench.errors import Refused
from workbench.model.blocks import Document
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    made = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST
    )
    add_person(made, name=leak_bed.NAME, pseudonym="Child A")
    add_person(made, name="Ottoline Marchbank", keep_name=True)
    yield made
    made.close()


def leaving(review: Review, **fields: str) -> Leaving:
    chosen = {"file_name": "report.docx", **fields}
    return Leaving(review=review, output="overview", audience=audience("board"), **chosen)  # type: ignore[arg-type]


def test_a_released_document_is_logged_with_what_was_replaced_and_its_hash(review: Review) -> None:
    text = f"{leak_bed.NAME} rang 07700 900123."
    disclosed = disclose(Document(title=(text,)), register_of(review), audience("board"))
    one = leaving(review, recipient="the board")
    one.scanned = scan(leak_bed.BASE, register_of(review))
    one.released(disclosed, leak_bed.BASE)

    (entry,) = logged(log_of(review))
    assert entry["released"] is True
    assert entry["replaced"] == {"person": 1, "phone": 1}
    assert (entry["audience"], entry["recipient"]) == ("board", "the board")
    assert entry["file_hash"] == hashlib.sha256(leak_bed.BASE).hexdigest()
    assert entry["pictures_to_look_at"] == 1


def test_a_refused_document_is_logged_with_counts_and_without_a_name(review: Review) -> None:
    disclosed = disclose(
        Document(title=("It was Dr Adebayo.",)), register_of(review), audience("board")
    )
    one = leaving(review)
    one.scanned = scan(leak_bed.PARTS["header"](), register_of(review))
    one.refused(disclosed)

    (entry,) = logged(log_of(review))
    assert entry["released"] is False
    assert entry["file_hash"] == ""
    assert entry["held_back"] == {"unknown": 1}
    assert entry["leaks"] == {"person": 1}
    text = json.dumps(entry)
    assert not any(word in text for word in ("Adebayo", "Quillfeather", "Zebedee"))


@pytest.mark.parametrize(
    "words",
    [
        {"file_name": "report on Zebedee.docx"},
        {"file_name": "quillfeather_final.docx"},
        {"recipient": f"the grandmother of {leak_bed.NAME}"},
        {"recipient": "z.quillfeather@post.example"},
    ],
)
def test_words_that_name_somebody_are_refused_and_not_logged(
    review: Review, words: dict[str, str]
) -> None:
    with pytest.raises(Refused, match="holds a registered name"):
        leaving(review, **words).require_fit()
    (entry,) = log_of(review)
    assert not entry.released
    text = json.dumps(logged([entry])).casefold()
    assert "zebedee" not in text
    assert "quillfeather" not in text


def test_a_kept_name_and_plain_words_may_be_the_recipient(review: Review) -> None:
    leaving(review, recipient="Ottoline Marchbank, for the board").require_fit()
    assert log_of(review) == ()


def test_the_log_outlasts_undo_and_does_not_stand_in_its_way(review: Review) -> None:
    leaving(review).refused(None)
    undone = review.undo()
    assert undone is not None
    assert undone.label == "undo add person"
    assert len(log_of(review)) == 1


def test_what_could_not_be_put_in_place_did_not_leave(review: Review) -> None:
    disclosed = disclose(Document(title=("Plain.",)), register_of(review), audience("board"))
    one = leaving(review)
    one.released(disclosed, b"file")
    one.not_written()
    (entry,) = log_of(review)
    assert not entry.released
    assert entry.file_hash == ""


NAMES = ("Zebedee", "Quillfeather", leak_bed.NAME)
WRITTEN = st.sampled_from((str, str.lower, str.upper, "{}’s".format, "Mrs {}".format))


@settings(max_examples=60)
@given(
    st.text(alphabet="abc xyz_-.@", max_size=12),
    st.sampled_from(NAMES),
    WRITTEN,
    st.text(alphabet="abc xyz_-.@", max_size=12),
)
def test_no_words_with_a_registered_name_in_them_are_taken_for_the_log(
    before: str, name: str, written: Callable[[str], str], after: str
) -> None:
    known = Register((Entity(id="a", kind=EntityKind.PERSON, name=leak_bed.NAME),))
    assert names_somebody(f"{before}{written(name)}{after}", known)
