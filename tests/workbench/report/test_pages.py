"""Every output of both samples as it comes out of a printer: no page is empty or badly broken."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.workbench.report.office import Pages, lay_out, needs_office
from tests.workbench.report.samples import first_subject
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.register import register_of
from workbench.model.blocks import Document, Items, Section, words
from workbench.model.rulings import Ruling
from workbench.report.fit import overfull
from workbench.report.layouts import layout_for
from workbench.report.outputs import OUTPUTS
from workbench.report.release import disclosed_output
from workbench.report.template import built_in
from workbench.report.word import render
from workbench.review import Review

pytestmark = needs_office
WORD = [name for name, one in OUTPUTS.items() if one.ending == ".docx"]
LENGTHS = range(2, 15, 2)


def document_of(review: Review, output: str) -> Document:
    one = OUTPUTS[output]
    about = first_subject(review, output)
    return disclosed_output(review, output, audience(one.readers), about).document


def word_of(review: Review, output: str) -> bytes:
    one = OUTPUTS[output]
    plan = one.plan(layout_for(review.details.type))
    about = first_subject(review, output)
    disclosed = disclosed_output(review, output, audience(one.readers), about)
    return render(disclosed, replace(built_in(plan.name), plan=plan)).content


def long_briefing(review: Review, lines: int) -> tuple[Document, bytes]:
    """The briefing with so many more points in one of its boxes, and what it is in Word."""

    plan = OUTPUTS["briefing"].plan(layout_for(review.details.type))
    point = "Ask what the person can see, and write down what they say about it in their own words."
    more = Items(tuple(words(point) for _ in range(lines)), place="More")
    briefing = document_of(review, "briefing")
    sections = tuple(
        Section(one.id, one.title, (*one.blocks, more)) if one.id == "briefing_why" else one
        for one in briefing.sections
    )
    long = replace(briefing, sections=sections)
    disclosed = disclose(long, register_of(review), audience("published"), review.all(Ruling))
    return long, render(disclosed, replace(built_in(plan.name), plan=plan)).content


@pytest.fixture(scope="module")
def files(
    adult: Review, child: Review, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Pages]]:
    folder = tmp_path_factory.mktemp("pages")
    made = {
        f"{name}-{output}": word_of(review, output)
        for name, review in (("adult", adult), ("child", child))
        for output in WORD
    }
    made |= {f"long-{number}": long_briefing(adult, number)[1] for number in LENGTHS}
    for name, content in made.items():
        (folder / f"{name}.docx").write_bytes(content)
    return folder, lay_out(sorted(folder.glob("*.docx")), folder)


def each(files: tuple[Path, dict[str, Pages]]) -> Iterator[tuple[str, Path, Pages]]:
    folder, laid_out = files
    assert len(laid_out) == 2 * len(WORD) + len(LENGTHS), "LibreOffice opened every file"
    for name, pages in sorted(laid_out.items()):
        yield name, folder / f"{name}.docx", pages


def test_no_page_is_empty(files: tuple[Path, dict[str, Pages]]) -> None:
    for name, _, pages in each(files):
        if name.startswith("long-"):
            continue  # of these it is told beforehand that they are too long
        for number, lines in enumerate(pages.lines, 1):
            assert len(lines) >= 4, (name, number, lines)


def test_every_letter_is_of_the_house_s_typeface(files: tuple[Path, dict[str, Pages]]) -> None:
    """Arial, or on a machine without it the letters of the same widths."""
    for name, _, pages in each(files):
        odd = [
            one
            for one in pages.fonts
            if not one.startswith(("Arial", "LiberationSans", "NimbusSans"))
        ]
        assert odd in ([], ["OpenSymbol"]), name


def test_no_heading_is_left_alone_at_the_foot_of_a_page(
    files: tuple[Path, dict[str, Pages]],
) -> None:
    for name, file, pages in each(files):
        headings = {
            one.text.strip()
            for one in docx.Document(io.BytesIO(file.read_bytes())).paragraphs
            if one.style is not None
            and one.style.name.startswith(("Heading", "Appendix", "Caption"))
        }
        for number, lines in enumerate(pages.lines[:-1], 1):
            spoken = [line for line in lines if "Page " not in line]
            if "Contents" in spoken:
                continue
            assert spoken[-1].lstrip("0123456789. ") not in headings, (name, number)


def test_a_table_that_goes_on_repeats_its_heading(files: tuple[Path, dict[str, Pages]]) -> None:
    _, laid_out = files
    pages = laid_out["adult-chronology"].lines
    heads = [any("What the record says" in line for line in lines) for lines in pages]
    first = heads.index(True)
    assert heads[first:].count(True) > 3
    assert all(heads[first:])


@pytest.mark.parametrize("sample", ["adult", "child"])
def test_a_briefing_is_one_page(files: tuple[Path, dict[str, Pages]], sample: str) -> None:
    assert len(files[1][f"{sample}-briefing"].lines) == 1


@pytest.mark.parametrize("sample", ["adult", "child"])
def test_a_decision_letter_and_an_agenda_are_one_page(
    files: tuple[Path, dict[str, Pages]], sample: str
) -> None:
    assert len(files[1][f"{sample}-decision-letter"].lines) == 1
    assert len(files[1][f"{sample}-panel-agenda"].lines) == 1


def test_a_briefing_that_is_too_long_says_which_box_before_it_is(
    files: tuple[Path, dict[str, Pages]], adult: Review
) -> None:
    plan = OUTPUTS["briefing"].plan(layout_for(adult.details.type))
    told = {number: overfull(long_briefing(adult, number)[0], plan) for number in LENGTHS}
    pages = {number: len(files[1][f"long-{number}"].lines) for number in LENGTHS}
    assert pages[LENGTHS[0]] == 1
    assert pages[LENGTHS[-1]] == 2
    for number in LENGTHS:
        if pages[number] > 1:
            assert "The longest box is \u201c2 Why it matters\u201d" in told[number][0]
        else:  # a warning too early by no more than a few lines
            assert not told[number] or " 1 line" in told[number][0] or told[number + 2], number
    quiet = [number for number in LENGTHS if not told[number]]
    assert quiet
    assert max(number for number in LENGTHS if pages[number] == 1) - max(quiet) <= 4
