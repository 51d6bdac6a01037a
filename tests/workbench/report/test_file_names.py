"""The name that a document's file is given: what it is and for whom, and nobody's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.report.test_release import sample as sample  # the review, used as a fixture
from workbench.disclosure.log import names_somebody
from workbench.disclosure.register import register_of
from workbench.model.people import Person
from workbench.report.file_names import suggested_name
from workbench.review import Review


def test_a_file_is_called_by_what_it_is_and_for_whom(sample: Review) -> None:
    sample.change("reference", put=[replace(sample.details, reference="SAR/2024/03")])
    assert suggested_name(sample, "overview", recipient="the family") == (
        "SAR-2024-03 overview report for the family.docx"
    )
    assert suggested_name(sample, "overview", changes=True).endswith("overview report changes.docx")
    assert suggested_name(sample, "learning-slides").endswith(".pptx")


@pytest.mark.parametrize("field", ["reference", "recipient"])
def test_a_registered_name_is_left_out_of_it(sample: Review, field: str) -> None:
    person = next(one for one in sample.all(Person) if one.role == "subject")
    if field == "reference":
        sample.change("reference", put=[replace(sample.details, reference=person.name)])
    name = suggested_name(
        sample, "overview", recipient=person.name if field == "recipient" else "the board"
    )
    assert not names_somebody(name, register_of(sample))
    assert "overview report" in name
