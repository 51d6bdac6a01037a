"""A comparison of two versions: what changed can be seen, and nothing leaves that could not alone."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.workbench.report.test_release import sample as sample  # the review, used as a fixture
from workbench.actions.set_up import passage_of, write_passage
from workbench.actions.versions import name_version
from workbench.disclosure.audiences import audience
from workbench.errors import BadInput, Refused
from workbench.model.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Items,
    Marked,
    Paragraph,
    Section,
    Table,
)
from workbench.model.recommendations import Recommendation
from workbench.report.comparing import compared
from workbench.report.order import ReleaseOrder
from workbench.report.release import Release, release
from workbench.report.stages import Stages, Stopped
from workbench.report.versions import moment_named
from workbench.review import Review


def write(review: Review, path: Path, *names: str, stages: Stages | None = None) -> Release:
    before, after = (moment_named(review, name) for name in names)
    return release(
        review,
        ReleaseOrder(output="overview", audience=audience("published"), between=(before, after)),
        path,
        stages=stages or Stages(),
    )


def changed(review: Review) -> None:
    """Name a version, and write on after it."""
    name_version(review, "Panel 1")
    written = passage_of(review, "introduction")
    assert written is not None
    write_passage(review, "introduction", written.text + "\n\nThis was added after the panel met.")
    first = review.all(Recommendation)[0]
    review.change("reword", put=[replace(first, text=first.text + " It reports each quarter.")])


def looks(path: Path, name: str) -> str:
    """The text of all runs with this look."""
    document = docx.Document(str(path))
    runs = [run for one in document.element.body.iter() if one.tag.endswith("}r") for run in [one]]
    marked = [run for run in runs if run.find(f".//{{*}}rPr/{{*}}{name}") is not None]
    return " ".join("".join(node.text or "" for node in run.iter("{*}t")) for run in marked)


def test_what_was_added_is_underlined_and_the_file_holds_no_tracked_change(
    sample: Review, tmp_path: Path
) -> None:
    changed(sample)
    done = write(sample, tmp_path / "changes.docx", "panel 1", "now")
    added = looks(done.path, "u")
    assert "This was added after the panel met." in added
    assert "It reports each quarter." in added
    with zipfile.ZipFile(done.path) as package:
        everything = " ".join(package.read(name).decode() for name in package.namelist())
    assert not re.search(r"<w:(ins|del)\b", everything)
    assert "Penhallow" not in everything
    assert any("Panel 1" in one.text for one in docx.Document(str(done.path)).paragraphs)


def test_somebody_taken_out_of_the_record_since_then_stops_the_comparison(
    sample: Review, tmp_path: Path
) -> None:
    write_passage(sample, "introduction", "Then Thaddeus Wolverley came to the house.")
    name_version(sample, "Panel 1")
    write_passage(sample, "introduction", "Then somebody came to the house.")
    with pytest.raises(Refused):
        write(sample, tmp_path / "changes.docx", "Panel 1", "now")
    assert not (tmp_path / "changes.docx").exists()


def test_a_version_that_is_not_there_is_said(sample: Review, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no version or meeting called"):
        write(sample, tmp_path / "changes.docx", "Panel 9", "now")


@pytest.mark.parametrize("stage", range(4))
def test_a_release_stopped_at_any_stage_leaves_nothing(
    sample: Review, tmp_path: Path, stage: int
) -> None:
    changed(sample)
    told: list[str] = []
    stages = Stages(told.append, lambda: len(told) > stage - 1 and len(told) == stage)
    before = {one.name for one in tmp_path.iterdir()}
    with pytest.raises(Stopped, match="Nothing was written"):
        write(sample, tmp_path / "report.docx", "Panel 1", "now", stages=stages)
    assert {one.name for one in tmp_path.iterdir()} == before
    assert len(told) == stage


def test_the_stages_are_told_in_their_order(sample: Review, tmp_path: Path) -> None:
    changed(sample)
    told: list[str] = []
    write(sample, tmp_path / "report.docx", "Panel 1", "now", stages=Stages(told.append))
    assert [one.split()[0] for one in told] == ["Looking", "Writing", "Looking", "Putting"]


def said(block: Block) -> list[tuple[str, str]]:
    """The stretches of a paragraph or heading with what became of them."""
    assert isinstance(block, Heading | Paragraph)
    return [(str(part), fate(part)) for part in block.text]


def fate(part: object) -> str:
    if not isinstance(part, Marked):
        return "same"
    return "added" if part.mark.added else "removed"


def one(*blocks: Block) -> Document:
    return Document(("t",), (), (Section("a", ("a",), blocks),))


def difference(old: Document, new: Document) -> tuple[Block, ...]:
    return compared(old, new, ("then", "now")).sections[0].blocks[1:]


def test_words_rows_and_items_are_told_apart() -> None:
    columns = (Column("x", "x"), Column("y", "y"))
    old = one(
        Paragraph(("he was seen on Monday by nobody",)),
        Items((("one",), ("two",))),
        Table(columns, ((("1",), ("kept",)), (("2",), ("gone",)))),
    )
    new = one(
        Paragraph(("he was seen on Friday by nobody",)),
        Items((("one",), ("two",), ("three",))),
        Table(columns, ((("1",), ("kept",)),)),
    )
    words, items, table = difference(old, new)
    assert ("Monday ", "removed") in said(words)
    assert ("Friday ", "added") in said(words)
    assert isinstance(items, Items)
    assert [[fate(part) for part in item] for item in items.items] == [
        ["same"],
        ["same"],
        ["added"],
    ]
    assert isinstance(table, Table)
    assert [fate(part) for cell in table.rows[1] for part in cell] == ["removed", "removed"]


def test_a_section_that_is_gone_is_shown_struck_out() -> None:
    old = Document(("t",), (), (Section("a", ("a",)), Section("b", ("b",), (Paragraph(("x",)),))))
    new = Document(("t",), (), (Section("a", ("a",), (Paragraph(("y",)),)),))
    gone = compared(old, new, ("then", "now")).sections[1]
    assert gone.id == "b"
    assert said(gone.blocks[-1]) == [("x", "removed")]


def test_nothing_differs_where_nothing_was_changed() -> None:
    same = one(Heading(("h",)), Paragraph(("p",)), Items((("i",),)))
    assert difference(same, same) == same.sections[0].blocks
