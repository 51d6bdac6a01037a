"""No part of any output holds a real name of the people it is about."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.workbench.report.samples import first_subject
from workbench.disclosure.audiences import audience
from workbench.model.people import Person
from workbench.report.order import ReleaseOrder
from workbench.report.release import OUTPUTS, release
from workbench.review import Review


@pytest.mark.parametrize("output", list(OUTPUTS))
@pytest.mark.parametrize("sample", ["adult", "child"])
def test_no_part_of_the_output_holds_a_real_name(
    request: pytest.FixtureRequest, tmp_path: Path, output: str, sample: str
) -> None:
    review: Review = request.getfixturevalue(sample)
    one = OUTPUTS[output]
    path = tmp_path / f"output{one.ending}"
    release(
        review,
        ReleaseOrder(
            output=output, audience=audience(one.readers), about=first_subject(review, output)
        ),
        path,
    )
    with zipfile.ZipFile(path) as parts:
        found = "\n".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
    names = [one.name for one in review.all(Person) if not one.keep_name]
    assert len(names) > 5
    assert [name for name in names if name in found] == []
