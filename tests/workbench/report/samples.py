"""The two samples as real records, once for all tests of the outputs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.sample import make_sample, sample_details
from workbench.report.outputs import OUTPUTS, subjects_of
from workbench.review import Review
from workbench.store.keys import LEAST


@contextmanager
def sample_review(name: str, folder: Path) -> Iterator[Review]:
    """The sample of this name in an encrypted file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_DATA", str(folder / "data"))
        details = sample_details(name)
        review = create_review(
            folder / f"{name}.review",
            PASSPHRASE,
            type=details["type"],
            title=details["title"],
            author="Ash Rowan",
            cost=LEAST,
        )
        make_sample(review, name)
        yield review
        review.close()


def first_subject(review: Review, output: str) -> str:
    """The agency or meeting that the output is about, if it is about one."""
    return next((key for key, _ in subjects_of(OUTPUTS[output], review)), "")
