"""No part of any output holds a real name of the people it is about."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.sample import make_sample
from workbench.disclosure.audiences import audience
from workbench.model.people import Person
from workbench.report.release import OUTPUTS, release


@pytest.mark.parametrize("output", list(OUTPUTS))
def test_no_part_of_the_output_holds_a_real_name(tmp_path: Path, output: str) -> None:
    review = create_review(
        tmp_path / "review.review", PASSPHRASE, type="SAR", title="Adult", author="A. Author"
    )
    make_sample(review, "adult")
    path = tmp_path / "output.docx"
    release(review, output=output, audience=audience("published"), template=None, path=path)
    with zipfile.ZipFile(path) as parts:
        found = "\n".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
    names = [one.name for one in review.all(Person) if not one.keep_name]
    assert len(names) > 5
    review.close()
    assert [name for name in names if name in found] == []
