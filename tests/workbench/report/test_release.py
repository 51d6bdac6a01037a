"""A report leaves only when nothing in it can name anybody; otherwise nothing is left behind."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from workbench.actions.chronology import add_entry
from workbench.actions.editing import amend
from workbench.actions.opening import create_review
from workbench.actions.sample import make_sample, sample_details
from workbench.actions.set_up import write_passage
from workbench.disclosure.audiences import audience
from workbench.errors import BadInput, Refused, WorkbenchError
from workbench.model.findings import Finding
from workbench.model.people import Person, Place
from workbench.model.recommendations import Recommendation
from workbench.model.reviews import ReviewDetails
from workbench.report.order import ReleaseOrder
from workbench.report.release import Release, release
from workbench.report.template import built_in
from workbench.resources import resource
from workbench.review import Review
from workbench.store.keys import LEAST

STRANGER = "Thaddeus Wolverley"  # nobody registered him


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Review]:
    details = sample_details("adult")
    review = create_review(
        tmp_path / "adult.review",
        "four invented words here",
        type=details["type"],
        title=details["title"],
        author="Ash Rowan",
        cost=LEAST,
    )
    make_sample(review, "adult")
    yield review
    review.close()


def write(review: Review, path: Path, *, to: str = "published", **more: object) -> Release:
    return release(review, ReleaseOrder(output="overview", audience=audience(to), **more), path)  # type: ignore[arg-type]


def folder_of(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir() if not each.name.endswith(".review")}


def everything_in(path: Path) -> str:
    """Every part of the file, as text without mark-up, and as it stands."""
    with zipfile.ZipFile(path) as package:
        parts = [
            package.read(name).decode("utf-8", errors="replace") for name in package.namelist()
        ]
        names = package.namelist()
    return "\n".join([*names, *parts, *(re.sub(r"<[^>]+>", "", part) for part in parts)])


@pytest.mark.parametrize("to", ["published", "panel"])
def test_no_part_of_the_report_holds_a_real_name_or_number(
    sample: Review, tmp_path: Path, to: str
) -> None:
    path = tmp_path / "report.docx"
    write(sample, path, to=to)
    text = everything_in(path)
    for person in sample.all(Person):
        if person.keep_name:
            continue
        for form in (person.name, *person.aliases, *person.identifiers):
            assert not re.search(rf"\b{re.escape(form)}\b", text, re.IGNORECASE), form
        assert person.name.split()[-1] not in text
    for place in sample.all(Place):
        assert place.name not in text


def test_the_published_report_gives_no_exact_day_and_the_panel_copy_does(
    sample: Review, tmp_path: Path
) -> None:
    published, panel = tmp_path / "published.docx", tmp_path / "panel.docx"
    write(sample, published)
    write(sample, panel, to="panel")
    assert "9 November 2023" not in everything_in(published)
    assert "9 November 2023" in everything_in(panel)


def test_the_report_is_long_enough_to_be_one(sample: Review, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    write(sample, path)
    document = docx.Document(str(path))
    words = sum(len(text.split()) for text in re.findall(r">([^<]+)<", document.element.xml))
    assert words > 5_500
    assert {"Heading 1", "Heading 2"} <= {each.style.name for each in document.paragraphs}
    assert len(document.tables) >= 8


def test_the_same_record_gives_the_same_bytes(sample: Review, tmp_path: Path) -> None:
    one, two = tmp_path / "one.docx", tmp_path / "two.docx"
    write(sample, one)
    write(sample, two)
    assert one.read_bytes() == two.read_bytes()


def plant_in_a_sentence(review: Review) -> None:
    write_passage(review, "conclusions", f"The panel heard from {STRANGER} about that week.")


def plant_in_a_heading(review: Review) -> None:
    finding = review.all(Finding)[0]
    amend(review, finding, title=f"What {STRANGER} could have seen")


def plant_in_a_table_cell(review: Review) -> None:
    add_entry(review, text=f"Telephone call from {STRANGER}.")


def plant_in_a_recommendation(review: Review) -> None:
    amend(review, review.all(Recommendation)[0], text=f"The board to thank {STRANGER}.")


def plant_in_the_title(review: Review) -> None:
    amend(review, review.all(ReviewDetails)[0], title=f"Review for {STRANGER}")


@pytest.mark.parametrize(
    ("plant", "place"),
    [
        (plant_in_a_sentence, "Conclusions"),
        (plant_in_a_heading, "Finding 1"),
        (plant_in_a_table_cell, "Combined chronology"),
        (plant_in_a_recommendation, "Recommendation 1"),
        (plant_in_the_title, "title"),
    ],
)
def test_a_name_that_nobody_registered_stops_the_report_and_is_placed(
    sample: Review, tmp_path: Path, plant: object, place: str
) -> None:
    plant(sample)  # type: ignore[operator]
    path = tmp_path / "report.docx"
    before = folder_of(path)
    with pytest.raises(Refused, match=place) as refusal:
        write(sample, path)
    assert "Wolverley" not in str(refusal.value)
    assert folder_of(path) == before


def marked_template(tmp_path: Path, mark: str) -> Path:
    """Our own template with a registered name planted in it."""
    template = tmp_path / "board.docx"
    document = docx.Document(io.BytesIO(resource("templates", "sar.docx").read_bytes()))
    name = "Lowri Penhallow-Reid"
    match mark:
        case "comment":
            document.add_comment(
                document.paragraphs[0].runs or document.paragraphs[1].runs, name, name, "L"
            )
        case "heading":
            document.add_heading(f"Thanks to {name}", 1)
        case "cell":
            document.add_table(1, 1).rows[0].cells[0].text = name
        case "header":
            document.sections[-1].header.paragraphs[0].add_run(name)
        case "property":
            document.core_properties.title = name
            document.core_properties.keywords = name
    document.save(str(template))
    return template


@pytest.mark.parametrize("mark", ["heading", "cell", "header", "comment", "property"])
def test_a_real_name_in_the_boards_template_stops_the_report_and_is_placed(
    sample: Review, tmp_path: Path, mark: str
) -> None:
    path = tmp_path / "report.docx"
    with pytest.raises(Refused, match="a person’s name in") as refusal:
        write(sample, path, template=marked_template(tmp_path, mark))
    assert "Penhallow" not in str(refusal.value)
    assert not path.exists()


def test_what_hides_in_the_boards_template_never_reaches_the_report(
    sample: Review, tmp_path: Path
) -> None:
    template = tmp_path / "board.docx"
    document = docx.Document(io.BytesIO(resource("templates", "sar.docx").read_bytes()))
    document.core_properties.keywords = "An earlier subject"
    document.add_comment(document.paragraphs[1].runs, "Ask Quentin about this", "Quentin", "Q")
    document.save(str(template))
    path = tmp_path / "report.docx"
    done = write(sample, path, template=template)
    text = everything_in(path)
    assert "Quentin" not in text
    assert "An earlier subject" not in text
    assert done.told


def test_a_report_whose_own_name_gives_someone_away_is_not_written(
    sample: Review, tmp_path: Path
) -> None:
    path = tmp_path / "Penhallow-Reid final.docx"
    with pytest.raises(Refused, match="file"):
        write(sample, path)
    assert not path.exists()


def test_a_template_without_a_place_for_the_findings_is_refused(
    sample: Review, tmp_path: Path
) -> None:
    template = tmp_path / "short.docx"
    document = docx.Document()
    for heading in ("Introduction", "Conclusions", "Recommendations"):
        document.add_heading(heading, 1)
    document.save(str(template))
    path = tmp_path / "report.docx"
    with pytest.raises(Refused, match="no heading for"):
        write(sample, path, template=template)
    assert not path.exists()
    done = write(sample, path, template=template, allow_missing=True)
    assert any("left out" in sentence for sentence in done.told)
    assert "Penhallow" not in everything_in(path)


def test_a_person_without_a_pseudonym_stops_the_report(sample: Review, tmp_path: Path) -> None:
    person = next(one for one in sample.all(Person) if one.role == "subject")
    sample.change("clear", put=[replace(person, pseudonym="")])
    with pytest.raises(Refused):
        write(sample, tmp_path / "report.docx")


@pytest.mark.parametrize(
    ("name", "said"),
    [("report.doc", "must end in .docx"), ("nowhere/report.docx", "does not exist")],
)
def test_a_target_that_cannot_be_gets_one_sentence(
    sample: Review, tmp_path: Path, name: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        write(sample, tmp_path / name)


def test_a_folder_that_cannot_be_written_gets_one_sentence(
    sample: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("workbench.report.putting.tempfile.TemporaryDirectory", refuse)
    with pytest.raises(BadInput, match="read-only"):
        write(sample, tmp_path / "report.docx")


def test_a_file_that_is_no_template_is_refused(sample: Review, tmp_path: Path) -> None:
    template = tmp_path / "notes.docx"
    template.write_bytes(b"just some text")
    with pytest.raises(WorkbenchError, match=r"notes\.docx"):
        write(sample, tmp_path / "report.docx", template=template)


def test_the_built_in_templates_have_a_place_for_every_section() -> None:
    for name in ("sar", "child"):
        assert built_in(name).without() == ()


def test_a_review_with_next_to_nothing_in_it_is_written_all_the_same(tmp_path: Path) -> None:
    review = create_review(
        tmp_path / "new.review",
        "four invented words",
        type="sar",
        title="Adult C",
        author="A",
        cost=LEAST,
    )
    done = write(review, tmp_path / "report.docx")
    review.close()
    text = everything_in(done.path)
    assert "Adult C" in text
    assert "[" not in re.sub(r"<[^>]+>|\[Content_Types\]", "", text)
    assert any("Nothing has been written yet" in sentence for sentence in done.told)


def test_what_a_kill_left_of_an_earlier_release_is_deleted(sample: Review, tmp_path: Path) -> None:
    left = tmp_path / ".report-unfinished-abc"
    left.mkdir()
    (left / "report.docx").write_bytes(b"not looked through yet")
    os.utime(left, (0, 0))
    write(sample, tmp_path / "report.docx")
    assert not left.exists()
