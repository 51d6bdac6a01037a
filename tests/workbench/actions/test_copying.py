"""Words that are copied out of the record, as the panel may read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.copying import as_disclosed
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture
def review(tmp_path: Path) -> Review:
    made = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST
    )
    add_person(made, name="Marguerite Oldcastle", pseudonym="Violet")
    return made


@pytest.mark.parametrize(
    ("written", "safe", "masked"),
    [
        ("Marguerite Oldcastle rang.", "Violet rang.", 0),
        ("- one\n- two\n\nthree", "- one\n- two\n\nthree", 0),
        ("", "", 0),
        ("   \n", "   \n", 0),
        ("Violet rang.", "Violet rang.", 0),
        ("we saw Quillon Featherstone", "we saw [name to be checked]", 1),
    ],
)
def test_words_leave_as_the_panel_may_read_them(
    review: Review, written: str, safe: str, masked: int
) -> None:
    copied = as_disclosed(review, written)
    assert (copied.words, copied.masked) == (safe, masked)
    review.close()
